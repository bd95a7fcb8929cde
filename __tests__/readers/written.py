"""Makes tables with PyIceberg through the catalog of S3 Tables; prints the rows that each must have."""

import datetime
import decimal
import json
import uuid

import pyarrow
from plain import by_id
from pyiceberg.partitioning import PartitionField, PartitionSpec
from pyiceberg.schema import Schema
from pyiceberg.transforms import IdentityTransform
from pyiceberg.types import (
    BinaryType,
    BooleanType,
    DateType,
    DecimalType,
    DoubleType,
    FixedType,
    FloatType,
    IntegerType,
    ListType,
    LongType,
    MapType,
    NestedField,
    StringType,
    StructType,
    TimestampType,
    TimestamptzType,
    TimeType,
    UUIDType,
)
from subject import NAMESPACE, pyiceberg_catalog

CATALOG = pyiceberg_catalog("s3tables")
UTC = datetime.timezone.utc


def field(id, name, type, required=False):
    return NestedField(id, name, type, required=required)


def make(name, *fields, **options):
    return CATALOG.create_table((NAMESPACE, name), Schema(field(1, "id", LongType(), True), *fields), **options)


def append(table, rows):
    """UUIDs are given to pyarrow as their bytes."""
    as_arrow = [{key: value.bytes if isinstance(value, uuid.UUID) else value for key, value in row.items()} for row in rows]
    table.append(pyarrow.Table.from_pylist(as_arrow, schema=table.schema().as_arrow()))
    # A writer of its own would load the table again.
    return CATALOG.load_table(table.name())


def shown(table, rows):
    """The rows with all columns of the table."""
    names = [column.name for column in table.schema().fields]
    return by_id({name: row.get(name) for name in names} for row in rows)


def types():
    """Every primitive type of format version 2; columns renamed, promoted, dropped, added between the appends."""
    table = make(
        "types",
        field(2, "i", IntegerType()),
        field(3, "f", FloatType()),
        field(4, "d", DoubleType()),
        field(5, "b", BooleanType()),
        field(6, "day", DateType()),
        field(7, "t", TimeType()),
        field(8, "ts", TimestampType()),
        field(9, "tz", TimestamptzType()),
        field(10, "dec9", DecimalType(9, 2)),
        field(11, "dec18", DecimalType(18, 4)),
        field(12, "dec38", DecimalType(38, 10)),
        field(13, "u", UUIDType()),
        field(14, "fx", FixedType(3)),
        field(15, "bin", BinaryType()),
        field(16, "s", StringType()),
        field(17, "gone", StringType()),
        properties={"write.parquet.compression-codec": "zstd"},
    )
    first = {
        "id": 2**63 - 1,
        "i": -(2**31),
        "f": 1.5,
        "d": -0.1,
        "b": True,
        "day": datetime.date(1969, 12, 31),
        "t": datetime.time(23, 59, 59, 999999),
        "ts": datetime.datetime(1, 1, 1),
        "tz": datetime.datetime(2023, 11, 14, 22, 13, 20, 123456, tzinfo=UTC),
        "dec9": decimal.Decimal("-12.30"),
        "dec18": decimal.Decimal("12345678901234.5678"),
        "dec38": decimal.Decimal("-1234567890123456789012345678.0123456789"),
        "u": uuid.UUID("00010203-0405-0607-0809-0a0b0c0d0e0f"),
        "fx": b"\x00\xff\x01",
        "bin": b"\xff\x00",
        "s": "\ufeffäöü 😀",
        "gone": "x",
    }
    table = append(table, [first, {"id": 2**53 + 1, "s": ""}])
    then = shown(table, [first, {"id": 2**53 + 1, "s": ""}])
    table = append(table, [{"id": n, "i": n, "s": f"row {n}" if n % 3 else None} for n in range(100)])
    with table.update_schema() as update:
        update.rename_column("i", "number")
        update.update_column("f", DoubleType())
        update.update_column("dec9", DecimalType(12, 2))
        update.delete_column("gone")
        update.add_column("added", StringType())
    # Apart from the column that is added, which the catalog of S3 Tables wants too.
    with table.update_schema() as update:
        update.update_column("number", LongType())
    last = {"id": 200, "number": 2**40, "f": 0.1, "dec9": decimal.Decimal("1234567890.12"), "added": "new"}
    table = append(table, [last])
    rows = [
        {**first, "number": first["i"]},
        {"id": 2**53 + 1, "s": ""},
        *({"id": n, "number": n, "s": f"row {n}" if n % 3 else None} for n in range(100)),
        last,
    ]
    return {"rows": shown(table, rows), "first": {"id": table.snapshots()[0].snapshot_id, "rows": then}}


def nested():
    """Structs, lists and maps; a field added to a struct."""
    table = make(
        "nested",
        field(2, "place", StructType(field(3, "city", StringType()), field(4, "zip", DecimalType(9, 1)))),
        field(5, "tags", ListType(6, StringType(), element_required=False)),
        field(7, "counts", MapType(8, StringType(), 9, LongType(), value_required=False)),
        field(10, "points", ListType(11, StructType(field(12, "x", LongType()), field(13, "on", DateType())))),
    )
    # PyIceberg writes a list of structs that is null as an empty one, so there is none here.
    rows = [
        {
            "id": 1,
            "place": {"city": "Bern", "zip": decimal.Decimal("3000.5")},
            "tags": ["a", None, ""],
            "counts": [("one", 2**60), ("none", None)],
            "points": [{"x": 1, "on": datetime.date(1970, 1, 2)}, {"x": None, "on": None}],
        },
        {"id": 2, "place": None, "tags": [], "counts": [], "points": []},
        {"id": 3, "place": {"city": None, "zip": None}, "tags": None, "counts": None, "points": []},
    ]
    table = append(table, rows)
    with table.update_schema() as update:
        update.add_column(("place", "country"), StringType())
    new = {"id": 4, "place": {"city": "Wien", "zip": None, "country": "AT"}, "tags": ["b"], "points": []}
    table = append(table, [new])
    for row in rows:
        if row["place"] is not None:
            row["place"]["country"] = None
    return {"rows": shown(table, [*rows, new])}


def partitioned():
    """A file for each day and kind."""
    parts = [PartitionField(3, 1000, IdentityTransform(), "day"), PartitionField(2, 1001, IdentityTransform(), "kind")]
    columns = (field(2, "kind", StringType()), field(3, "day", DateType()))
    table = make("partitioned", *columns, partition_spec=PartitionSpec(*parts))
    start = datetime.date(1969, 12, 31)
    rows = [
        {"id": n, "kind": [None, "x", "y"][n % 3], "day": start + datetime.timedelta(days=n // 7) if n % 5 else None}
        for n in range(20)
    ]
    table = append(append(table, rows[:10]), rows[10:])
    return {"rows": shown(table, rows)}


def deleted():
    """Rows that were deleted and replaced, which writes files anew and marks the old ones as deleted."""
    table = make("deleted", field(2, "word", StringType()))
    for start in (0, 10, 20):
        table = append(table, [{"id": n, "word": f"w{n}"} for n in range(start, start + 10)])
    table.delete("id >= 5 and id < 12")
    table.delete("id >= 20")
    table.upsert(
        pyarrow.Table.from_pylist([{"id": 1, "word": "one"}, {"id": 50, "word": "new"}], schema=table.schema().as_arrow()),
        join_cols=["id"],
    )
    words = {n: f"w{n}" for n in [*range(5), *range(12, 20)]} | {1: "one", 50: "new"}
    return {"rows": shown(table, [{"id": n, "word": word} for n, word in words.items()])}


print(json.dumps({make.__name__: make() for make in (types, nested, partitioned, deleted)}))
