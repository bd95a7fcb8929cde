"""The table to read, as standard input describes it, and the readers' ways to it."""

import functools
import importlib
import json
import pathlib
import sys

import boto3
import duckdb
from pyiceberg.catalog import load_catalog

GIVEN = json.load(sys.stdin)
URL, REGION, ACCOUNT, BUCKET = (GIVEN[key] for key in ("url", "region", "account", "bucket"))
NAMESPACE, TABLE, ROWS = GIVEN.get("namespace"), GIVEN.get("table"), GIVEN.get("rows")
WAREHOUSES = {
    "s3tables": f"arn:aws:s3tables:{REGION}:{ACCOUNT}:bucket/{BUCKET}",
    "glue": f"{ACCOUNT}:s3tablescatalog/{BUCKET}",
}
CREDENTIALS = {"access-key-id": "sandbox", "secret-access-key": "sandbox", "region": REGION, "endpoint": URL}
S3 = {f"s3.{key}": value for key, value in CREDENTIALS.items()}


@functools.cache
def pyiceberg_catalog(service):
    signing = {"sigv4-enabled": "true", "signing-name": service, "signing-region": REGION}
    rest = {f"rest.{key}": value for key, value in signing.items()}
    return load_catalog(service, type="rest", uri=f"{URL}/iceberg", warehouse=WAREHOUSES[service], **rest, **S3)


def pyiceberg_table(service="s3tables"):
    return pyiceberg_catalog(service).load_table((NAMESPACE, TABLE))


@functools.cache
def metadata_location():
    """As S3 Tables itself tells it."""
    at = {"tableBucketARN": WAREHOUSES["s3tables"], "namespace": NAMESPACE, "name": TABLE}
    s3tables = boto3.client("s3tables", region_name=REGION)
    return s3tables.get_table_metadata_location(**at)["metadataLocation"]


def object_at(location):
    """The bytes of a file of the table."""
    bucket, _, key = location.removeprefix("s3://").partition("/")
    return s3().get_object(Bucket=bucket, Key=key)["Body"].read()


@functools.cache
def s3():
    return boto3.client("s3", region_name=REGION)


@functools.cache
def duckdb_session():
    """DuckDB with its Iceberg extension, the table bucket attached as `lake`."""
    session = duckdb.connect()
    for name in ("avro", "httpfs", "iceberg"):
        package = pathlib.Path(importlib.import_module(f"duckdb_extension_{name}").__file__).parent
        session.load_extension(str(next(package.glob("extensions/*/*.duckdb_extension"))))
    session.execute("SET TimeZone = 'UTC'")
    host = URL.removeprefix("http://")
    session.execute(
        "CREATE SECRET (TYPE s3, KEY_ID 'sandbox', SECRET 'sandbox', URL_STYLE 'path', USE_SSL false,"
        f" REGION '{REGION}', ENDPOINT '{host}')"
    )
    # The service and the region that DuckDB signs for are in the host's name.
    port = host.rpartition(":")[2]
    session.execute(
        f"ATTACH '{WAREHOUSES['s3tables']}' AS lake (TYPE iceberg, AUTHORIZATION_TYPE 'sigv4',"
        f" ENDPOINT 'http://s3tables.{REGION}.localhost:{port}/iceberg')"
    )
    return session


def rows_of(session, query):
    return session.execute(query).to_arrow_table().to_pylist()
