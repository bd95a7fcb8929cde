#!/usr/bin/env bash
# Spark 4.1.3 with Iceberg 1.12.0, needs Java 17 and about 600 MB for a while: booleans in the encoding RLE.
#
# One would expect: the table is read. RLE is one of the encodings that the Parquet format has for booleans, the one that
# writers of its version 2 take; Spark's own reader of Parquet reads the same file, vectorized.
# Seen: "Cannot support vectorized reads for column [b] optional boolean b = 2 with encoding RLE. Disable vectorized reads to
# read this table/file". Vectorized reading is the default, and nothing falls back to the other way by itself.
# The file is written by PyArrow 26.0.1 and added to the table by PyIceberg 0.12.0.
# Source: VectorizedPageIterator of Iceberg's module arrow; https://github.com/apache/parquet-format/blob/master/Encodings.md,
# "Run Length Encoding / Bit-Packing Hybrid (RLE = 3)".
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
import sys

import pyarrow as pa
import pyarrow.parquet as pq
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.schema import Schema
from pyiceberg.types import BooleanType, LongType, NestedField
from pyspark.sql import SparkSession

folder = os.getcwd()
catalog = SqlCatalog("lake", uri=f"sqlite:///{folder}/catalog.db", warehouse=f"file://{folder}/warehouse")
catalog.create_namespace("n")
table = catalog.create_table("n.t", Schema(NestedField(1, "id", LongType()), NestedField(2, "b", BooleanType())))
rows = pa.table({"id": list(range(20)), "b": [number % 2 == 0 for number in range(20)]})
encodings = {"id": "PLAIN", "b": "RLE"}
pq.write_table(rows, f"{folder}/rle.parquet", use_dictionary=False, column_encoding=encodings)
table.add_files([f"file://{folder}/rle.parquet"])

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
COUNT = "count_if(b) AS trues"


def trues(rows):
    return rows.selectExpr(COUNT).collect()[0].trues


print("Spark's own reader:", trues(spark.read.parquet(f"{folder}/rle.parquet")))
assert trues(spark.read.parquet(f"{folder}/rle.parquet")) == 10
try:
    print("Iceberg:", trues(spark.table("lake.n.t")))
except Exception as error:
    (said,) = [line for line in str(error).splitlines() if "Cannot support vectorized reads" in line][:1]
    print("Iceberg:", said)
    assert "encoding RLE" in said
else:
    sys.exit("Iceberg reads it.")
spark.sql("ALTER TABLE lake.n.t SET TBLPROPERTIES ('read.parquet.vectorization.enabled' = 'false')")
assert trues(spark.table("lake.n.t")) == 10
PYTHON
venv/bin/python finding.py
echo 'As stated.'
