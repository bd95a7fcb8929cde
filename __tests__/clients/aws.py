"""The AWS CLI, called once per line of stdin: a JSON list of arguments. Each call is answered with a JSON line: exit
status, stdout and stderr. It is `aws` itself, spared the second that starting it takes."""

import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver


def call(arguments):
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        try:
            status = create_clidriver().main(arguments)
        except SystemExit as exit:
            status = exit.code
    stdout, stderr = (stream.buffer.getvalue().decode() for stream in streams)
    return {"status": status or 0, "stdout": stdout, "stderr": stderr}


for line in sys.stdin:
    print(json.dumps(call(json.loads(line))), flush=True)
