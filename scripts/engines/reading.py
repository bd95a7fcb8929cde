"""The tables to read, as standard input describes them, and how what an engine gives is compared."""

import decimal
import json
import operator
import sys
import uuid

from plain import by_id
from pyiceberg.catalog import load_catalog

GIVEN = json.load(sys.stdin)
URL, REGION, ACCOUNT, BUCKET, NAMESPACE, TABLES = (
    GIVEN[key] for key in ("url", "region", "account", "bucket", "namespace", "tables")
)
ARN = f"arn:aws:s3tables:{REGION}:{ACCOUNT}:bucket/{BUCKET}"
COMPARISONS = {"=": operator.eq, "<=": operator.le, ">=": operator.ge}
failures = []


def pyiceberg_table(name):
    signing = {"sigv4-enabled": "true", "signing-name": "s3tables", "signing-region": REGION}
    rest = {f"rest.{key}": value for key, value in signing.items()}
    s3 = {"access-key-id": "sandbox", "secret-access-key": "sandbox", "region": REGION, "endpoint": URL}
    s3 = {f"s3.{key}": value for key, value in s3.items()}
    catalog = load_catalog("lake", type="rest", uri=f"{URL}/iceberg", warehouse=ARN, **rest, **s3)
    return catalog.load_table((NAMESPACE, name))


def file_at(table, location):
    """The bytes of a file of a table."""
    with table.io.new_input(location).open() as file:
        return file.read()


def expect(what, found, expected):
    """Says what differs first, and goes on."""
    if found == expected:
        print(f"ok   {what}")
        return
    pairs = [(one, other) for one, other in zip(found, expected) if one != other]
    first = pairs[0] if pairs else (len(found), len(expected))
    print(f"NOT  {what}: {first[0]!r} instead of {first[1]!r}")
    failures.append(what)


def rows(name, found):
    """Every value of every row."""
    shown, expected = ([{column: same(column, value) for column, value in row.items()} for row in all]
                       for all in (by_id(found), TABLES[name]))
    expect(f"{name}: every value of {len(expected)} rows", shown, expected)


def filters(name, collected, ask):
    """What filters find, by which an engine skips files. `ask(column, sign, value)` gives rows of ids, of nulls where the
    value is None; the values are the engine's own, as it collected them, so that nothing is converted on the way."""

    def ids(all):
        return sorted(row["id"] for row in all)

    for column in collected[0]:
        found = sorted((row for row in collected if row[column] is not None), key=lambda row: row["id"])
        values = list({str(row[column]): row[column] for row in found}.values())
        # Engines differ in what order UUIDs have.
        signs = ["="] if "uuid" in column else COMPARISONS
        for value in values[:: max(1, len(values) // 4)]:
            for sign in signs:
                expected = ids(row for row in found if COMPARISONS[sign](row[column], value))
                expect(f"{name}: {column} {sign} {value!r:.60}", ids(ask(column, sign, value)), expected)
        nulls = ids(row for row in collected if row[column] is None)
        expect(f"{name}: {column} is null", ids(ask(column, "=", None)), nulls)


def same(column, value):
    """The same for the same value: of UUIDs some engines give the bytes, of decimals some more zeros."""
    if value is None:
        return None
    if "uuid" in column:
        return str(uuid.UUID(value))
    if "decimal" in column or column == "price":
        return format(decimal.Decimal(value).normalize(), "f")
    return value


def end():
    sys.exit(len(failures))
