"""The schemas and snapshots of the table that the smoke test keeps: three appends, a column added before the last."""

import unittest

from plain import by_id
from subject import NAMESPACE, ROWS, TABLE, duckdb_session, metadata_location, pyiceberg_table, rows_of

COLUMNS = [
    (1, "id", "long", True),
    (2, "name", "string", False),
    (3, "ratio", "double", False),
    (4, "active", "boolean", False),
    (5, "day", "date", False),
    (6, "seen_at", "timestamptz", False),
    (7, "price", "decimal(12, 2)", False),
]
ADDED = (8, "comment", "string", False)
AT_A_TIME = len(ROWS) // 3


def rows_then(appends):
    """The rows after so many appends, with the columns there were then."""
    rows = ROWS[: appends * AT_A_TIME]
    return rows if appends == 3 else [{name: row[name] for name in row if name != ADDED[1]} for row in rows]


def columns_of(schema):
    return [(field.field_id, field.name, str(field.field_type), field.required) for field in schema.fields]


class History(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.table = pyiceberg_table()
        cls.ids = [snapshot.snapshot_id for snapshot in cls.table.snapshots()]

    def test_the_schema_before_and_after_the_column_was_added(self):
        schemas = {id: columns_of(schema) for id, schema in self.table.schemas().items()}
        self.assertEqual(schemas, {0: COLUMNS, 1: [*COLUMNS, ADDED]})
        self.assertEqual(self.table.schema().schema_id, 1)
        self.assertEqual(self.table.metadata.last_column_id, ADDED[0])

    def test_the_snapshots_and_who_came_after_whom(self):
        snapshots = self.table.snapshots()
        self.assertEqual([snapshot.sequence_number for snapshot in snapshots], [1, 2, 3])
        self.assertEqual([snapshot.parent_snapshot_id for snapshot in snapshots], [None, *self.ids[:2]])
        self.assertEqual([snapshot.schema_id for snapshot in snapshots], [0, 0, 1])
        times = [snapshot.timestamp_ms for snapshot in snapshots]
        self.assertEqual(times, sorted(set(times)))
        self.assertEqual([entry.snapshot_id for entry in self.table.history()], self.ids)
        self.assertEqual(self.table.metadata.refs["main"].snapshot_id, self.ids[-1])
        self.assertEqual(self.table.metadata.last_sequence_number, 3)

    def test_what_the_summaries_count(self):
        files = self.table.inspect.files().to_pylist()
        sizes = [file["file_size_in_bytes"] for file in reversed(files)]
        for index, snapshot in enumerate(self.table.snapshots()):
            summary = snapshot.summary
            self.assertEqual(summary.operation.value, "append")
            expected = {
                "added-data-files": 1,
                "added-records": AT_A_TIME,
                "added-files-size": sizes[index],
                "total-data-files": index + 1,
                "total-records": (index + 1) * AT_A_TIME,
                "total-files-size": sum(sizes[: index + 1]),
                "total-delete-files": 0,
                "total-position-deletes": 0,
                "total-equality-deletes": 0,
            }
            self.assertEqual(summary.additional_properties, {key: str(value) for key, value in expected.items()})

    def test_every_snapshot_read_by_PyIceberg(self):
        for appends, id in enumerate(self.ids, start=1):
            rows = self.table.scan(snapshot_id=id).to_arrow().to_pylist()
            self.assertEqual(by_id(rows), rows_then(appends))

    def test_every_snapshot_read_by_DuckDB(self):
        session = duckdb_session()
        for appends, id in enumerate(self.ids, start=1):
            for source in (
                f"lake.{NAMESPACE}.{TABLE} AT (VERSION => {id})",
                f"iceberg_scan('{metadata_location()}', snapshot_from_id => {id})",
            ):
                self.assertEqual(by_id(rows_of(session, f"FROM {source}")), rows_then(appends), source)

    def test_the_snapshots_that_DuckDB_lists(self):
        session = duckdb_session()
        listed = rows_of(session, f"FROM iceberg_snapshots('{metadata_location()}') ORDER BY sequence_number")
        self.assertEqual([row["snapshot_id"] for row in listed], self.ids)

    def test_the_files_that_both_list(self):
        inspect = self.table.inspect
        paths = {file["file_path"] for file in inspect.files().to_pylist()}
        self.assertEqual(len(paths), 3)
        self.assertEqual([entry["status"] for entry in inspect.entries().to_pylist()], [1, 1, 1])
        self.assertEqual(len(inspect.manifests().to_pylist()), 3)
        listed = rows_of(duckdb_session(), f"FROM iceberg_metadata('{metadata_location()}')")
        self.assertEqual({row["file_path"] for row in listed}, paths)
        self.assertEqual({row["record_count"] for row in listed}, {AT_A_TIME})
