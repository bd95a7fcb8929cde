"""Every reader gives the rows that were written, by every way to the table."""

import unittest
import uuid
import warnings

import polars
from plain import by_id
from pyiceberg.table import StaticTable
from subject import NAMESPACE, REGION, ROWS, S3, TABLE, URL, duckdb_session, metadata_location, pyiceberg_table, rows_of


class SameRows(unittest.TestCase):
    maxDiff = 2000

    def same(self, rows):
        self.assertEqual(by_id(rows), ROWS)

    def test_PyIceberg_through_the_catalog_of_S3_Tables(self):
        self.same(pyiceberg_table("s3tables").scan().to_arrow().to_pylist())

    def test_PyIceberg_through_the_catalog_of_Glue(self):
        self.same(pyiceberg_table("glue").scan().to_arrow().to_pylist())

    def test_PyIceberg_from_the_metadata_file(self):
        self.same(StaticTable.from_metadata(metadata_location(), S3).scan().to_arrow().to_pylist())

    def test_Polars_by_its_own_reader(self):
        table = pyiceberg_table("s3tables")
        names = {"aws_endpoint_url": URL, "aws_region": REGION, "aws_allow_http": "true"}
        keys = {"aws_access_key_id": "sandbox", "aws_secret_access_key": "sandbox"}
        # That the files are listed by PyIceberg and not by another package is warned of.
        with warnings.catch_warnings(action="ignore"):
            frame = polars.scan_iceberg(table, reader_override="native", storage_options={**names, **keys}).collect()
        # It has no type for UUIDs and gives their bytes.
        uuids = [field.name for field in table.schema().fields if str(field.field_type) == "uuid"]
        for row in (rows := frame.to_dicts()):
            row.update({name: row[name] and uuid.UUID(bytes=row[name]) for name in uuids})
        self.same(rows)

    def test_DuckDB_through_the_catalog_of_S3_Tables(self):
        self.same(rows_of(duckdb_session(), f"FROM lake.{NAMESPACE}.{TABLE}"))

    def test_DuckDB_from_the_metadata_file(self):
        self.same(rows_of(duckdb_session(), f"FROM iceberg_scan('{metadata_location()}')"))
