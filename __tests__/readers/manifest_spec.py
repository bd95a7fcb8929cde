"""Manifest lists and manifests, read with fastavro, hold what the table spec demands of format version 2 ("Manifests",
"Manifest Lists", "Appendix A: Avro", "Appendix D")."""

import datetime
import decimal
import io
import json
import struct
import unittest

import fastavro
import pyarrow.parquet
from pyiceberg.table import StaticTable
from subject import ROWS, S3, metadata_location, object_at

REQUIRED, OPTIONAL = True, False
MAP, LIST = "map", "list"

# By id: name, type, whether it is required. Lists and maps name the ids and types of what is in them.
MANIFEST_FILE = {
    500: ("manifest_path", "string", REQUIRED),
    501: ("manifest_length", "long", REQUIRED),
    502: ("partition_spec_id", "int", REQUIRED),
    517: ("content", "int", REQUIRED),
    515: ("sequence_number", "long", REQUIRED),
    516: ("min_sequence_number", "long", REQUIRED),
    503: ("added_snapshot_id", "long", REQUIRED),
    504: ("added_files_count", "int", REQUIRED),
    505: ("existing_files_count", "int", REQUIRED),
    506: ("deleted_files_count", "int", REQUIRED),
    512: ("added_rows_count", "long", REQUIRED),
    513: ("existing_rows_count", "long", REQUIRED),
    514: ("deleted_rows_count", "long", REQUIRED),
    507: ("partitions", (LIST, 508, "record"), OPTIONAL),
    519: ("key_metadata", "bytes", OPTIONAL),
}
FIELD_SUMMARY = {
    509: ("contains_null", "boolean", REQUIRED),
    518: ("contains_nan", "boolean", OPTIONAL),
    510: ("lower_bound", "bytes", OPTIONAL),
    511: ("upper_bound", "bytes", OPTIONAL),
}
MANIFEST_ENTRY = {
    0: ("status", "int", REQUIRED),
    1: ("snapshot_id", "long", OPTIONAL),
    3: ("sequence_number", "long", OPTIONAL),
    4: ("file_sequence_number", "long", OPTIONAL),
    2: ("data_file", "record", REQUIRED),
}
DATA_FILE = {
    134: ("content", "int", REQUIRED),
    100: ("file_path", "string", REQUIRED),
    101: ("file_format", "string", REQUIRED),
    102: ("partition", "record", REQUIRED),
    103: ("record_count", "long", REQUIRED),
    104: ("file_size_in_bytes", "long", REQUIRED),
    108: ("column_sizes", (MAP, 117, "int", 118, "long"), OPTIONAL),
    109: ("value_counts", (MAP, 119, "int", 120, "long"), OPTIONAL),
    110: ("null_value_counts", (MAP, 121, "int", 122, "long"), OPTIONAL),
    137: ("nan_value_counts", (MAP, 138, "int", 139, "long"), OPTIONAL),
    125: ("lower_bounds", (MAP, 126, "int", 127, "bytes"), OPTIONAL),
    128: ("upper_bounds", (MAP, 129, "int", 130, "bytes"), OPTIONAL),
    131: ("key_metadata", "bytes", OPTIONAL),
    132: ("split_offsets", (LIST, 133, "long"), OPTIONAL),
    135: ("equality_ids", (LIST, 136, "int"), OPTIONAL),
    140: ("sort_order_id", "int", OPTIONAL),
    143: ("referenced_data_file", "string", OPTIONAL),
}
AT_A_TIME = len(ROWS) // 3
MICRO = datetime.timedelta(microseconds=1)


class AvroFile:
    """A file's schema, header and records."""

    def __init__(self, location):
        self.length = len(content := object_at(location))
        reader = fastavro.reader(io.BytesIO(content))
        self.schema, self.header = json.loads(reader.metadata["avro.schema"]), reader.metadata
        self.records = list(reader)


def shape(avro):
    """The type of a field as the tables above write it."""
    if not isinstance(avro, dict):
        return avro
    if avro["type"] == "array" and avro.get("logicalType") == "map":
        key, value = avro["items"]["fields"]
        assert (key["name"], value["name"]) == ("key", "value")
        return (MAP, key["field-id"], shape(key["type"]), value["field-id"], shape(value["type"]))
    if avro["type"] == "array":
        return (LIST, avro["element-id"], shape(avro["items"]))
    return avro["type"]


def part(record, name):
    """The type of a field of a record, without the null that an optional one may be."""
    [avro] = [field["type"] for field in record["fields"] if field["name"] == name]
    return avro[1] if isinstance(avro, list) else avro


def pairs(entries):
    return {entry["key"]: entry["value"] for entry in entries}


def single_value(type, value):
    """What a bound stands for (spec, "Binary single-value serialization"), as a reader gives values of that type."""
    numbers = {"long": "<q", "double": "<d", "date": "<i", "timestamptz": "<q"}
    if type in numbers:
        [number] = struct.unpack(numbers[type], value)
        return number
    if type == "boolean":
        return {b"\0": False, b"\1": True}[value]
    if type == "string":
        return value.decode("utf-8")
    scale = int(type.removesuffix(")").split(",")[1])
    unscaled = int.from_bytes(value, "big", signed=True)
    shortest = (unscaled if unscaled >= 0 else ~unscaled).bit_length() // 8 + 1
    assert len(value) == shortest, "a decimal has the fewest bytes that hold it"
    return decimal.Decimal(unscaled).scaleb(-scale)


def comparable(type, value):
    return decimal.Decimal(value) if type.startswith("decimal") else value


class ManifestSpec(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.metadata = json.loads(object_at(metadata_location()))
        cls.snapshots = cls.metadata["snapshots"]
        cls.lists = [AvroFile(snapshot["manifest-list"]) for snapshot in cls.snapshots]
        # The manifest that each append added.
        cls.added = [
            next(entry for entry in file.records if entry["added_snapshot_id"] == snapshot["snapshot-id"])
            for file, snapshot in zip(cls.lists, cls.snapshots, strict=True)
        ]
        cls.manifests = [AvroFile(entry["manifest_path"]) for entry in cls.added]
        cls.schemas = {schema["schema-id"]: schema for schema in cls.metadata["schemas"]}

    def each_data_file(self):
        """Each data file with its rows and its columns by id: name and type."""
        for index, manifest in enumerate(self.manifests):
            [entry] = manifest.records
            fields = self.schemas[self.snapshots[index]["schema-id"]]["fields"]
            columns = {field["id"]: (field["name"], field["type"]) for field in fields}
            yield entry["data_file"], ROWS[index * AT_A_TIME : (index + 1) * AT_A_TIME], columns

    def check_fields(self, record, wanted):
        self.assertEqual(record["type"], "record")
        for field in record["fields"]:
            self.assertIn(field["field-id"], wanted, f"{field['name']} is not to be written in version 2")
            name, type, required = wanted[field["field-id"]]
            self.assertEqual(field["name"], name)
            if required:
                self.assertEqual(shape(field["type"]), type, name)
                continue
            null, avro = field["type"]
            self.assertEqual((null, shape(avro)), ("null", type), name)
            self.assertIsNone(field.get("default", "none at all"), f"the default of {name} is null")
        missing = {id for id, (*_, required) in wanted.items() if required} - {f["field-id"] for f in record["fields"]}
        self.assertEqual(missing, set())

    def test_the_schema_of_a_manifest_list(self):
        for file in self.lists:
            self.check_fields(file.schema, MANIFEST_FILE)
            self.check_fields(part(file.schema, "partitions")["items"], FIELD_SUMMARY)

    def test_the_schema_of_a_manifest(self):
        for file in self.manifests:
            self.check_fields(file.schema, MANIFEST_ENTRY)
            data_file = part(file.schema, "data_file")
            self.check_fields(data_file, DATA_FILE)
            self.assertEqual(part(data_file, "partition")["fields"], [])

    def test_the_header_of_a_manifest_list(self):
        for file, snapshot in zip(self.lists, self.snapshots, strict=True):
            wanted = {
                "format-version": "2",
                "snapshot-id": str(snapshot["snapshot-id"]),
                "parent-snapshot-id": str(snapshot.get("parent-snapshot-id", "null")),
                "sequence-number": str(snapshot["sequence-number"]),
            }
            self.assertEqual({key: file.header.get(key) for key in wanted}, wanted)

    def test_the_header_of_a_manifest(self):
        for file, snapshot in zip(self.manifests, self.snapshots, strict=True):
            wanted = {
                "schema-id": str(snapshot["schema-id"]),
                "partition-spec": "[]",
                "partition-spec-id": "0",
                "format-version": "2",
                "content": "data",
            }
            self.assertEqual({key: file.header.get(key) for key in wanted}, wanted)
            self.assertEqual(json.loads(file.header["schema"]), self.schemas[snapshot["schema-id"]])

    def test_each_manifest_list_has_the_manifests_before_it_unchanged(self):
        for before, after in zip(self.lists, self.lists[1:], strict=False):
            kept = [entry for entry in after.records if entry in before.records]
            self.assertEqual(len(kept), len(before.records))
            self.assertEqual(len(after.records), len(before.records) + 1)
        self.assertEqual(len(self.lists[0].records), 1)

    def test_what_a_manifest_list_says_of_a_manifest(self):
        specs = {spec["spec-id"]: spec["fields"] for spec in self.metadata["partition-specs"]}
        for entry, manifest, snapshot in zip(self.added, self.manifests, self.snapshots, strict=True):
            self.assertEqual(entry["manifest_length"], manifest.length)
            self.assertEqual(entry["content"], 0)
            self.assertEqual(entry["sequence_number"], snapshot["sequence-number"])
            self.assertEqual(entry["min_sequence_number"], snapshot["sequence-number"])
            counts = [entry[f"{what}_files_count"] for what in ("added", "existing", "deleted")]
            self.assertEqual(counts, [1, 0, 0])
            counts = [entry[f"{what}_rows_count"] for what in ("added", "existing", "deleted")]
            self.assertEqual(counts, [AT_A_TIME, 0, 0])
            # One summary for each partition field, of which there is none.
            self.assertEqual(len(entry["partitions"] or []), len(specs[entry["partition_spec_id"]]))
            self.assertIsNone(entry["key_metadata"])

    def test_an_entry_that_inherits_its_sequence_numbers(self):
        for manifest, snapshot in zip(self.manifests, self.snapshots, strict=True):
            [entry] = manifest.records
            self.assertEqual(entry["status"], 1)
            self.assertIn(entry["snapshot_id"], (None, snapshot["snapshot-id"]))
            self.assertIsNone(entry["sequence_number"])
            self.assertIsNone(entry["file_sequence_number"])
        # And so PyIceberg sees those of the snapshots.
        entries = StaticTable.from_metadata(metadata_location(), S3).inspect.entries().to_pylist()
        self.assertEqual(sorted(entry["sequence_number"] for entry in entries), [1, 2, 3])

    def test_a_data_file_as_it_is(self):
        for file, rows, _ in self.each_data_file():
            content = object_at(file["file_path"])
            parquet = pyarrow.parquet.ParquetFile(io.BytesIO(content)).metadata
            self.assertEqual(file["content"], 0)
            self.assertEqual(file["file_format"].lower(), "parquet")
            self.assertEqual(file["partition"], {})
            self.assertEqual(file["file_size_in_bytes"], len(content))
            self.assertEqual(file["record_count"], len(rows))
            self.assertEqual(parquet.num_rows, len(rows))
            groups = [parquet.row_group(index) for index in range(parquet.num_row_groups)]
            self.assertEqual(file["split_offsets"], [start(group) for group in groups])
            sizes = {
                index + 1: sum(group.column(index).total_compressed_size for group in groups)
                for index in range(parquet.num_columns)
            }
            self.assertEqual(pairs(file["column_sizes"]), sizes)
            self.assertEqual(file["sort_order_id"], 0)
            self.assertIsNone(file["equality_ids"])
            self.assertIsNone(file["key_metadata"])

    def test_how_many_values_and_nulls_a_column_has(self):
        for file, rows, columns in self.each_data_file():
            self.assertEqual(pairs(file["value_counts"]), {id: len(rows) for id in columns})
            nulls = {id: sum(row[name] is None for row in rows) for id, (name, _) in columns.items()}
            self.assertEqual(pairs(file["null_value_counts"]), nulls)
            nans = {id: 0 for id, (_, type) in columns.items() if type == "double"}
            self.assertEqual(pairs(file["nan_value_counts"]), nans)

    def test_the_bounds_of_a_column(self):
        for file, rows, columns in self.each_data_file():
            lower, upper = pairs(file["lower_bounds"]), pairs(file["upper_bounds"])
            self.assertEqual((lower.keys(), upper.keys()), (columns.keys(), columns.keys()))
            for id, (name, type) in columns.items():
                values = [comparable(type, row[name]) for row in rows if row[name] is not None]
                least, greatest = single_value(type, lower[id]), single_value(type, upper[id])
                if type == "string":
                    # Texts may be cut, and are compared as their bytes are, which is how Python compares them.
                    self.assertTrue(least <= min(values) and max(values) <= greatest, name)
                    self.assertTrue(len(least) <= 16 and len(greatest) <= 16, name)
                else:
                    self.assertEqual((least, greatest), (min(values), max(values)), name)


def start(group):
    """Where a row group begins: at the first page of its first column."""
    column = group.column(0)
    return column.dictionary_page_offset or column.data_page_offset
