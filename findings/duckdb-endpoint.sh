#!/usr/bin/env bash
# DuckDB 1.5.5 with its extension iceberg: ATTACH with both ENDPOINT and ENDPOINT_TYPE s3_tables.
#
# One would expect: the catalog is looked for at ENDPOINT, in the manner of S3 Tables; or the two are refused together, as
# ENDPOINT_TYPE with AUTHORIZATION_TYPE is, and as every option is that DuckDB does not know.
# Seen: ENDPOINT is dropped without a word. The requests go to https://s3tables.<region>.amazonaws.com, so a test against a
# local server reaches the real account.
# Here the region is one that AWS does not have, so nothing leaves the machine: DuckDB fails when it takes the address apart.
#
# Ends with 0 while this is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  duckdb==1.5.5 duckdb_extension_avro==1.5.5 duckdb_extension_httpfs==1.5.5 duckdb_extension_iceberg==1.5.5

"$folder/venv/bin/python" - <<'PYTHON'
import importlib
import pathlib
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import duckdb

asked = []


class Catalog(BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Catalog)
threading.Thread(target=server.serve_forever, daemon=True).start()
session = duckdb.connect()
for name in ("avro", "httpfs", "iceberg"):
    package = pathlib.Path(importlib.import_module(f"duckdb_extension_{name}").__file__).parent
    session.load_extension(str(next(package.glob("extensions/*/*.duckdb_extension"))))
session.execute("CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b', REGION 'nowhere-1')")


def attach(options):
    """What DuckDB says, and what the local server was asked."""
    asked.clear()
    try:
        session.execute(f"ATTACH 'arn:aws:s3tables:nowhere-1:123456789012:bucket/b' AS lake (TYPE iceberg, {options})")
    except duckdb.Error as error:
        said = str(error)
        print(f"{options}\n  says {said}\n  asked the local server {asked}")
        return said, list(asked)
    raise SystemExit(f"{options}: attached")


endpoint = f"ENDPOINT 'http://127.0.0.1:{server.server_port}/iceberg'"
signed = "AUTHORIZATION_TYPE sigv4, SIGV4_SERVICE 's3tables', SIGV4_REGION 'nowhere-1'"
_, requests = attach(f"{signed}, {endpoint}")
assert len(requests) == 1
said, requests = attach("ENDPOINT_TYPE s3_tables, AUTHORIZATION_TYPE sigv4")
assert "can not be combined" in said
said, requests = attach("ENDPOINT_TYPE s3_tables, ENDPOYNT 'x'")
assert "Unhandled options" in said
said, requests = attach(f"ENDPOINT_TYPE s3_tables, {endpoint}")
assert requests == [] and "s3tables.nowhere-1.amazonaws.com" in said
PYTHON
echo 'As stated.'
