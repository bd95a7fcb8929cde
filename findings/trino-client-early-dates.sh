#!/usr/bin/env bash
# Trino's Python client 0.340.0: a date or timestamp before the year 1000 as a parameter of a query.
#
# One would expect: a value that Iceberg and Trino have (years 1 to 9999) can be asked for as any other:
# execute('… WHERE at = ?', [datetime(1, 1, 1)]).
# Seen: the client writes the year without leading zeros, TIMESTAMP '1-01-01 00:00:00.000000', which Trino 476 refuses as no
# valid literal. The same value that a query has just given can not be given back.
# Source: the client formats parameters with strftime("%Y-…"), and whether %Y is padded is left to the C library
# (https://docs.python.org/3/library/datetime.html#technical-detail, note on %Y; trino/dbapi.py).
# Guessed beforehand: four digits, as isoformat() has them.
#
# Ends with 0 while this is so. Everything stays on 127.0.0.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check trino==0.340.0

cat >ask.py <<'PYTHON'
import datetime
import http.server
import re
import threading

import trino

said = []


class Server(http.server.BaseHTTPRequestHandler):
    """Keeps what it is asked, and refuses it as no query."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        said.append(body + str(self.headers))
        self.send_response(400)
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
where = {"host": "127.0.0.1", "port": server.server_port, "user": "nobody"}
connection = trino.dbapi.connect(**where, legacy_prepared_statements=False)
for value in (datetime.datetime(1, 1, 1), datetime.datetime(999, 12, 31), datetime.datetime(2026, 1, 1)):
    said.clear()
    try:
        connection.cursor().execute("SELECT ?", [value])
    except Exception:
        pass
    literals = [each for text in said for each in re.findall(r"TIMESTAMP '([^ ]+)", text)]
    print(value.isoformat(), "is sent as", literals[-1] if literals else said)
PYTHON
venv/bin/python ask.py | tee seen.txt
diff seen.txt - <<'SEEN'
0001-01-01T00:00:00 is sent as 1-01-01
0999-12-31T00:00:00 is sent as 999-12-31
2026-01-01T00:00:00 is sent as 2026-01-01
SEEN
