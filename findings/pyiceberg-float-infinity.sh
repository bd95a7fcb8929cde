#!/usr/bin/env bash
# PyIceberg 0.12.0, PyArrow 26.0.1: infinity in a filter on a `float` column.
#
# One would expect: `f = inf` finds the row that holds infinity, and `f < inf` does not, as for every IEEE 754 number,
# and as PyIceberg itself does on a `double` column with the same values.
# Seen: on a `float` column `f = inf`, `f >= inf` and `f = -inf` find nothing, and `f < inf` finds every row, those with
# infinity and NaN included. No error, no warning.
# Source: the literal is narrowed to the column's type by comparing it with the largest finite float, so infinity counts as
# "above every float" (DoubleLiteral.to for FloatType in pyiceberg/expressions/literals.py), and the predicate becomes
# "never" or "always".
#
# Ends with 0 while this is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'pyiceberg[pyarrow,sql-sqlite]==0.12.0' pyarrow==26.0.1

"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import sys

import pyarrow as pa
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.expressions import EqualTo, GreaterThanOrEqual, LessThan
from pyiceberg.schema import Schema
from pyiceberg.types import DoubleType, FloatType, NestedField

folder = sys.argv[1]
catalog = SqlCatalog("lake", uri=f"sqlite:///{folder}/catalog.db", warehouse=f"file://{folder}/warehouse")
catalog.create_namespace("n")
schema = Schema(NestedField(1, "f", FloatType()), NestedField(2, "d", DoubleType()))
table = catalog.create_table("n.t", schema)
values = [1.5, float("inf"), float("-inf"), float("nan")]
table.append(pa.table({"f": pa.array(values, pa.float32()), "d": pa.array(values, pa.float64())}))

INF = float("inf")


def found(expression):
    column = expression.term.name
    rows = [str(value) for value in table.scan(row_filter=expression).to_arrow()[column].to_pylist()]
    print(f"{type(expression).__name__}({column}, {expression.literal.value}) -> {rows}")
    return rows


assert found(EqualTo("d", INF)) == ["inf"]
assert found(GreaterThanOrEqual("d", INF)) == ["inf"]
assert found(EqualTo("d", -INF)) == ["-inf"]
assert found(LessThan("d", INF)) == ["1.5", "-inf"]
assert found(EqualTo("f", INF)) == []
assert found(GreaterThanOrEqual("f", INF)) == []
assert found(EqualTo("f", -INF)) == []
assert found(LessThan("f", INF)) == ["1.5", "inf", "-inf", "nan"]
PYTHON
echo 'As stated.'
