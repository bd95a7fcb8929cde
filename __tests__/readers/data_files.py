"""The data files, read with pyarrow, are Parquet as the table spec wants it ("Appendix A: Parquet")."""

import io
import unittest

import pyarrow
import pyarrow.parquet
from plain import by_id
from subject import ROWS, object_at, pyiceberg_table

# By name: field id, physical type, logical type, as pyarrow writes them.
COLUMNS = {
    "id": (1, "INT64", "None"),
    "name": (2, "BYTE_ARRAY", "String"),
    "ratio": (3, "DOUBLE", "None"),
    "active": (4, "BOOLEAN", "None"),
    "day": (5, "INT32", "Date"),
    "seen_at": (6, "INT64", "Timestamp(isAdjustedToUTC=true, timeUnit=microseconds"),
    "price": (7, "INT64", "Decimal(precision=12, scale=2)"),
    "comment": (8, "BYTE_ARRAY", "String"),
}
AT_A_TIME = len(ROWS) // 3


class DataFiles(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        files = sorted(pyiceberg_table().inspect.entries().to_pylist(), key=lambda entry: entry["sequence_number"])
        cls.files = [
            pyarrow.parquet.ParquetFile(io.BytesIO(object_at(entry["data_file"]["file_path"]))) for entry in files
        ]

    def test_the_columns_their_ids_and_their_types(self):
        for index, file in enumerate(self.files):
            names = list(COLUMNS)[: 8 if index == 2 else 7]
            self.assertEqual(file.schema.names, names)
            ids = {field.name: int(field.metadata[b"PARQUET:field_id"]) for field in file.schema_arrow}
            self.assertEqual(ids, {name: COLUMNS[name][0] for name in names})
            for position, name in enumerate(names):
                column = file.schema.column(position)
                _, physical, logical = COLUMNS[name]
                self.assertEqual(column.physical_type, physical)
                self.assertTrue(str(column.logical_type).startswith(logical), (name, str(column.logical_type)))
                # A required column has no definition level, an optional one has one.
                self.assertEqual(column.max_definition_level, 0 if name == "id" else 1)

    def test_the_rows_of_each_append_in_a_file_of_their_own(self):
        for index, file in enumerate(self.files):
            rows = ROWS[index * AT_A_TIME : (index + 1) * AT_A_TIME]
            expected = [{name: row[name] for name in file.schema.names} for row in rows]
            self.assertEqual(by_id(file.read().to_pylist()), expected)

    def test_the_statistics_inside_the_files(self):
        """Parquet's own, by which readers skip row groups."""
        for file in self.files:
            for group in range(file.metadata.num_row_groups):
                table = file.read_row_group(group)
                for position, name in enumerate(file.schema.names):
                    statistics = file.metadata.row_group(group).column(position).statistics
                    values = [value for value in table.column(name).to_pylist() if value is not None]
                    self.assertEqual(statistics.null_count, table.num_rows - len(values), name)
                    # Texts may be cut.
                    self.assertLessEqual(statistics.min, min(values), name)
                    self.assertGreaterEqual(statistics.max, max(values), name)
                    if not isinstance(values[0], str):
                        self.assertEqual((statistics.min, statistics.max), (min(values), max(values)), name)
