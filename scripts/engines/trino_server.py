"""Trino's server: installed from Maven Central, and run with one catalog for as long as it is needed."""

import contextlib
import glob
import json
import os
import re
import shutil
import socket
import subprocess
import tarfile
import tempfile
import time
import urllib.error
import urllib.request

CACHE = os.environ["ENGINES_CACHE"]
CENTRAL = "https://repo1.maven.org/maven2/io/trino/trino-server"
HOST = "127.0.0.1"


def installed(version):
    """The folder of the server. Of its plugins only Iceberg's is kept, which makes it a third as big."""
    folder = os.path.join(CACHE, f"trino-server-{version}")
    if os.path.exists(folder):
        return folder
    with tempfile.TemporaryDirectory(dir=CACHE) as made:
        with urllib.request.urlopen(f"{CENTRAL}/{version}/trino-server-{version}.tar.gz") as answer:
            with tarfile.open(fileobj=answer, mode="r|gz") as archive:
                archive.extractall(made, filter="data")
        server = os.path.join(made, f"trino-server-{version}")
        # Only now, as the plugins' files are links to each other's.
        for plugin in os.listdir(os.path.join(server, "plugin")):
            if plugin != "iceberg":
                shutil.rmtree(os.path.join(server, "plugin", plugin))
        os.rename(server, folder)
    return folder


def java_home(least):
    """A Java that is new enough: Spark wants another one, so it need not be the default."""
    named = [value for name, value in os.environ.items() if name.startswith("JAVA_HOME")]
    for home in [*named, *sorted(glob.glob("/usr/lib/jvm/*"))]:
        with contextlib.suppress(OSError), open(os.path.join(home, "release")) as release:
            found = re.search(r'^JAVA_VERSION="(\d+)', release.read(), re.MULTILINE)
            if found and int(found[1]) >= least:
                return home
    raise SystemExit(f"Trino needs Java {least} or newer: name its folder in a variable such as JAVA_HOME_{least}.")


def configure(folder, catalog, port):
    """Writes the files of a server that is alone."""
    files = {
        "jvm.config": "-Xmx2G\n",
        "node.properties": f"node.environment=engines\nnode.bind-ip={HOST}\nnode.internal-address={HOST}\n",
        "config.properties": "coordinator=true\nnode-scheduler.include-coordinator=true\n"
        f"http-server.http.port={port}\ndiscovery.uri=http://{HOST}:{port}\n",
        "catalog/lake.properties": "".join(f"{key}={value}\n" for key, value in catalog.items()),
    }
    os.mkdir(os.path.join(folder, "catalog"))
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)


def free_port():
    with socket.socket() as bound:
        bound.bind((HOST, 0))
        return bound.getsockname()[1]


def is_ready(port):
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/v1/info") as answer:
            return not json.load(answer)["starting"]
    except (urllib.error.URLError, ConnectionError):
        return False


@contextlib.contextmanager
def running(version, least_java, catalog):
    """The port of a server that has the catalog `lake`."""
    server, java, port = installed(version), java_home(least_java), free_port()
    with tempfile.TemporaryDirectory() as folder:
        configure(folder, catalog, port)
        log = os.path.join(folder, "output.log")
        launcher = [os.path.join(server, "bin", "launcher"), "run", "--etc-dir", folder, "--data-dir", folder]
        with open(log, "w") as output:
            path = f"{os.path.join(java, 'bin')}{os.pathsep}{os.environ['PATH']}"
            environment = {**os.environ, "JAVA_HOME": java, "PATH": path}
            process = subprocess.Popen(launcher, stdout=output, stderr=output, env=environment)
        try:
            while not is_ready(port):
                if process.poll() is not None:
                    with open(log) as said:
                        raise SystemExit(f"Trino did not start:\n{said.read()[-4000:]}")
                time.sleep(1)
            yield port
        finally:
            process.terminate()
            process.wait()
