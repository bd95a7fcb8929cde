"""Every reader gives the rows that were written, by every way to the table."""

import unittest

from plain import by_id
from pyiceberg.table import StaticTable
from subject import NAMESPACE, ROWS, S3, TABLE, duckdb_session, metadata_location, pyiceberg_table, rows_of


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

    def test_DuckDB_through_the_catalog_of_S3_Tables(self):
        self.same(rows_of(duckdb_session(), f"FROM lake.{NAMESPACE}.{TABLE}"))

    def test_DuckDB_from_the_metadata_file(self):
        self.same(rows_of(duckdb_session(), f"FROM iceberg_scan('{metadata_location()}')"))
