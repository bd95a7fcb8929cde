"""Spark with Iceberg's runtime reads the tables with its default settings, which are vectorized."""

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from reading import ARN, NAMESPACE, REGION, TABLES, URL, end, expect, rows

lake = {
    "": "org.apache.iceberg.spark.SparkCatalog",
    ".type": "rest",
    ".uri": f"{URL}/iceberg",
    ".warehouse": ARN,
    ".rest.auth.type": "sigv4",
    ".rest.sigv4-enabled": "true",
    ".rest.signing-name": "s3tables",
    ".rest.signing-region": REGION,
    ".io-impl": "org.apache.iceberg.aws.s3.S3FileIO",
    ".s3.endpoint": URL,
    ".s3.path-style-access": "true",
    ".client.region": REGION,
}
builder = SparkSession.builder.master("local[2]")
settings = {
    "spark.jars.packages": sys.argv[1],
    "spark.jars.ivy": os.path.join(os.environ["ENGINES_CACHE"], "ivy"),
    "spark.sql.extensions": "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    **{f"spark.sql.catalog.lake{key}": value for key, value in lake.items()},
}
for key, value in settings.items():
    builder = builder.config(key, value)
spark = builder.getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
print("Spark", spark.version)


def pythonic(value):
    return bytes(value) if isinstance(value, bytearray) else value


for name in TABLES:
    table = spark.table(f"lake.{NAMESPACE}.{name}")
    collected = [{key: pythonic(value) for key, value in row.asDict().items()} for row in table.collect()]
    rows(name, collected)
    for column, type_name in table.dtypes:
        # The value as Spark itself has it, so that nothing is converted on the way.
        found = sorted((row for row in collected if row[column] is not None), key=lambda row: row["id"])
        values = {str(row[column]): row[column] for row in found}
        for value in list(values.values())[:: max(1, len(values) // 4)]:
            same = [row["id"] for row in found if row[column] == value]
            literal = F.lit(value).cast(type_name)
            got = sorted(row["id"] for row in table.where(F.col(column) == literal).select("id").collect())
            expect(f"{name}: {column} = {value!r:.60}", got, same)
            if "uuid" in column:
                continue
            same = [row["id"] for row in found if row[column] <= value]
            got = sorted(row["id"] for row in table.where(F.col(column) <= literal).select("id").collect())
            expect(f"{name}: {column} <= {value!r:.60}", got, same)
        nulls = sorted(row["id"] for row in collected if row[column] is None)
        got = sorted(row["id"] for row in table.where(F.col(column).isNull()).select("id").collect())
        expect(f"{name}: {column} is null", got, nulls)
end()
