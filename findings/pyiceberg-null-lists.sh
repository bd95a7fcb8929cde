#!/usr/bin/env bash
# PyIceberg 0.12.0, PyArrow 26.0.1: a list of structs, or a map to structs, that is null.
#
# One would expect: null is read back as null. The columns are optional, and in a list of numbers, or in a struct, it is.
# Seen: `append` writes an empty list or an empty map in place of null. The file itself says so, so no reader can tell the
# two apart any more. No error, no warning.
# Source: before writing, the table is brought to the schema of the file value by value (ArrowProjectionVisitor in
# pyiceberg/io/pyarrow.py): lists and maps with something to convert inside are made anew from their offsets, without
# the mask of what is null.
#
# Ends with 0 while this is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'pyiceberg[pyarrow,sql-sqlite]==0.12.0' pyarrow==26.0.1

"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import pathlib
import sys

import pyarrow as pa
import pyarrow.parquet as pq
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.schema import Schema
from pyiceberg.types import ListType, LongType, MapType, NestedField, StringType, StructType

folder = sys.argv[1]
catalog = SqlCatalog("lake", uri=f"sqlite:///{folder}/catalog.db", warehouse=f"file://{folder}/warehouse")
catalog.create_namespace("n")
number = LongType()
schema = Schema(
    NestedField(1, "numbers", ListType(2, number)),
    NestedField(3, "structs", ListType(4, StructType(NestedField(5, "a", number)))),
    NestedField(6, "map", MapType(7, StringType(), 8, StructType(NestedField(9, "b", number)))),
    NestedField(10, "struct", StructType(NestedField(11, "c", number))),
)
table = catalog.create_table("n.t", schema)
nothing = {"numbers": None, "structs": None, "map": None, "struct": None}
table.append(pa.Table.from_pylist([nothing], schema=table.schema().as_arrow()))

(file,) = pathlib.Path(folder, "warehouse").rglob("*.parquet")
for where, rows in (("table", table.scan().to_arrow()), ("file", pq.read_table(file))):
    (row,) = rows.to_pylist()
    print(f"{where}: {row}")
    assert row == {"numbers": None, "structs": [], "map": [], "struct": None}
PYTHON
echo 'As stated.'
