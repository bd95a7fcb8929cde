"""Spark with Iceberg's runtime reads the tables with its default settings, which are vectorized."""

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from reading import ARN, COMPARISONS, NAMESPACE, REGION, TABLES, URL, end, filters, rows

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
    types = dict(table.dtypes)

    def ask(column, sign, value):
        found = F.col(column)
        is_asked = found.isNull() if value is None else COMPARISONS[sign](found, F.lit(value).cast(types[column]))
        return table.where(is_asked).select("id").collect()

    filters(name, collected, ask)
end()
