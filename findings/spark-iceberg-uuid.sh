#!/usr/bin/env bash
# Spark 4.1.3 with Iceberg 1.12.0, needs Java 17 and about 600 MB for a while: `WHERE u = …` on a `uuid` column.
#
# One would expect: the row is found. `SELECT *` shows it, with that very UUID.
# Seen: none of the rows is found by its UUID, once the file that holds them has bounds on both sides of
# 80000000-0000-0000-0000-000000000000, as any file with a few random UUIDs has. No error: an empty answer.
# The table is written by PyIceberg 0.12.0, whose bounds are in the order of the bytes, as Parquet's and RFC 9562's is.
# Source: Iceberg Java compares the bounds as java.util.UUID does, whose halves are signed numbers: ffffffff-… is less than
# 00000000-…, the file is left out as one that cannot hold the value.
#
# Ends with 0 while this is so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyspark==4.1.3 'pyiceberg[pyarrow,sql-sqlite]==0.12.0' pyarrow==26.0.1

cat >finding.py <<'PYTHON'
import os
import uuid

import pyarrow as pa
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.schema import Schema
from pyiceberg.types import NestedField, UUIDType
from pyspark.sql import SparkSession

folder = os.getcwd()
UUIDS = [
    "00000000-0000-4000-8000-000000000001",
    "80000000-0000-4000-8000-000000000002",
    "ffffffff-ffff-4fff-8fff-fffffffffff3",
]
catalog = SqlCatalog("lake", uri=f"sqlite:///{folder}/catalog.db", warehouse=f"file://{folder}/warehouse")
catalog.create_namespace("n")
table = catalog.create_table("n.t", Schema(NestedField(1, "u", UUIDType())))
values = pa.array([uuid.UUID(text).bytes for text in UUIDS], pa.uuid())
table.append(pa.table({"u": values}, schema=table.schema().as_arrow()))

spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.ui.enabled", "false")
    .config("spark.jars.ivy", f"{folder}/ivy")
    .config("spark.jars.packages", "org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:1.12.0,org.xerial:sqlite-jdbc:3.50.3.0")
    .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
    .config("spark.sql.catalog.lake.type", "jdbc")
    .config("spark.sql.catalog.lake.uri", f"jdbc:sqlite:{folder}/catalog.db")
    .config("spark.sql.catalog.lake.warehouse", f"file://{folder}/warehouse")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")
everything = [row.u for row in spark.sql("SELECT u FROM lake.n.t ORDER BY u").collect()]
print("SELECT *:", everything)
assert everything == UUIDS
for text in UUIDS:
    rows = spark.sql(f"SELECT u FROM lake.n.t WHERE u = '{text}'").collect()
    print(f"WHERE u = '{text}':", rows)
    assert rows == []
PYTHON
venv/bin/python finding.py
echo 'As stated.'
