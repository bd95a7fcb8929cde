"""Filters give the rows that they should: a reader skips files by the bounds and counts in our manifests, so a wrong one
would hide rows."""

import operator
import unittest

from plain import by_id
from pyiceberg import expressions as iceberg
from subject import NAMESPACE, ROWS, TABLE, duckdb_session, pyiceberg_table, rows_of

OPERATORS = {
    "=": (operator.eq, iceberg.EqualTo),
    "<=": (operator.le, iceberg.LessThanOrEqual),
    ">=": (operator.ge, iceberg.GreaterThanOrEqual),
}
IDS = [row["id"] for row in ROWS]


def ids(rows):
    return [row["id"] for row in by_id(rows)]


def samples(rows, column):
    """The least, the middle and the greatest value of a column that is to be compared."""
    values = sorted(row[column] for row in rows if row[column] is not None and row[column] == row[column])
    return sorted({values[0], values[len(values) // 2], values[-1]})


class Filters(unittest.TestCase):
    maxDiff = 1000

    @classmethod
    def setUpClass(cls):
        cls.table = pyiceberg_table()
        scanned = cls.table.scan().to_arrow()
        # As Python's own values, which can be compared; that they are right is tested with the rows.
        cls.rows = scanned.to_pylist()
        cls.columns = scanned.column_names
        # pyarrow does not compare UUIDs, and so PyIceberg cannot either.
        cls.comparable = [column.name for column in cls.table.schema().fields if str(column.field_type) != "uuid"]
        cls.session = duckdb_session()

    def expected(self, column, test):
        return ids(row for row in self.rows if row[column] is not None and test(row[column]))

    def each_comparison(self, columns):
        for column in columns:
            for value in samples(self.rows, column):
                for sign, (test, expression) in OPERATORS.items():
                    yield column, sign, expression, value, self.expected(column, lambda found: test(found, value))

    def test_PyIceberg_comparing_with_a_value(self):
        for column, sign, expression, value, expected in self.each_comparison(self.comparable):
            found = self.table.scan(row_filter=expression(column, value), selected_fields=("id",)).to_arrow()
            self.assertEqual(ids(found.to_pylist()), expected, (column, sign, value))

    def test_PyIceberg_asking_for_nulls(self):
        for column in self.comparable:
            nulls = ids(row for row in self.rows if row[column] is None)
            others = [id for id in IDS if id not in set(nulls)]
            for expression, expected in ((iceberg.IsNull(column), nulls), (iceberg.NotNull(column), others)):
                found = self.table.scan(row_filter=expression, selected_fields=("id",)).to_arrow()
                self.assertEqual(ids(found.to_pylist()), expected, expression)

    def test_PyIceberg_asking_for_the_beginning_of_a_text(self):
        texts = [column for column in self.comparable if isinstance(samples(self.rows, column)[0], str)]
        self.assertNotEqual(texts, [])
        for column in texts:
            for text in samples(self.rows, column):
                for start in {text[:1], text[:5], text} - {""}:
                    found = self.table.scan(row_filter=iceberg.StartsWith(column, start), selected_fields=("id",))
                    expected = self.expected(column, lambda value: value.startswith(start))
                    self.assertEqual(ids(found.to_arrow().to_pylist()), expected, (column, start))

    def test_DuckDB_comparing_with_a_value(self):
        for column, sign, _, value, expected in self.each_comparison(self.columns):
            query = f'SELECT id FROM lake.{NAMESPACE}.{TABLE} WHERE "{column}" {sign} $1'
            found = self.session.execute(query, [value]).to_arrow_table().to_pylist()
            self.assertEqual(ids(found), expected, (column, sign, value))

    def test_DuckDB_asking_for_nulls(self):
        for column in self.columns:
            expected = ids(row for row in self.rows if row[column] is None)
            query = f'SELECT id FROM lake.{NAMESPACE}.{TABLE} WHERE "{column}" IS NULL'
            self.assertEqual(ids(rows_of(self.session, query)), expected, column)

    def test_files_that_cannot_match_are_skipped(self):
        """So the statistics are used: each file has ids of its own."""
        for id in IDS[:: len(IDS) // 9]:
            files = list(self.table.scan(row_filter=iceberg.EqualTo("id", id)).plan_files())
            self.assertEqual(len(files), 1)
