#!/usr/bin/env bash
# PyIceberg 0.12.0, PyArrow 26.0.1: a filter on a `uuid` column, even one that compares nothing.
#
# One would expect: `u is not null` keeps the rows that have a UUID, and `u = …` finds the one. PyIceberg makes the
# column, writes it, reads it, and takes both expressions.
# Seen: both end in ArrowNotImplementedError, since PyArrow has no comparison for its own type of UUIDs: "Function 'equal'
# has no kernel matching input types (extension<arrow.uuid>, extension<arrow.uuid>)". `u is not null` fails for a
# comparison that nobody asked for.
# Source: pyiceberg/io/pyarrow.py hands the expression to PyArrow as it is. PyArrow prunes row groups by comparing the
# bounds of the Parquet file.
#
# Ends with 0 while this is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'pyiceberg[pyarrow,sql-sqlite]==0.12.0' pyarrow==26.0.1

"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import sys
import uuid

import pyarrow as pa
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.expressions import EqualTo, NotNull
from pyiceberg.schema import Schema
from pyiceberg.types import NestedField, UUIDType

folder = sys.argv[1]
catalog = SqlCatalog("lake", uri=f"sqlite:///{folder}/catalog.db", warehouse=f"file://{folder}/warehouse")
catalog.create_namespace("n")
table = catalog.create_table("n.t", Schema(NestedField(1, "u", UUIDType())))
one = uuid.UUID("00000000-0000-4000-8000-000000000001")
table.append(pa.table({"u": pa.array([one.bytes], pa.uuid())}, schema=table.schema().as_arrow()))
assert table.scan().to_arrow()["u"].to_pylist() == [one]

for expression in (EqualTo("u", one), NotNull("u")):
    try:
        rows = table.scan(row_filter=expression).to_arrow().num_rows
    except pa.ArrowNotImplementedError as error:
        print(f"{expression}: {error}")
        assert "has no kernel matching input types (extension<arrow.uuid>, extension<arrow.uuid>)" in str(error)
    else:
        sys.exit(f"{expression} finds {rows} rows.")
PYTHON
echo 'As stated.'
