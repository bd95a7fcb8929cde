"""The metadata file, read as JSON, holds what the table spec demands of format version 2 ("Table Metadata Fields")."""

import json
import re
import unittest

from pyiceberg.table.metadata import TableMetadataUtil
from subject import metadata_location, object_at

REQUIRED = {
    "format-version",
    "table-uuid",
    "location",
    "last-sequence-number",
    "last-updated-ms",
    "last-column-id",
    "schemas",
    "current-schema-id",
    "partition-specs",
    "default-spec-id",
    "last-partition-id",
    "sort-orders",
    "default-sort-order-id",
}
OPTIONAL = {
    "properties",
    "current-snapshot-id",
    "snapshots",
    "snapshot-log",
    "metadata-log",
    "refs",
    "statistics",
    "partition-statistics",
}
SNAPSHOT = {"snapshot-id", "sequence-number", "timestamp-ms", "manifest-list", "summary", "schema-id"}
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def read(location):
    return json.loads(object_at(location))


class MetadataSpec(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.location = metadata_location()
        cls.metadata = read(cls.location)

    def test_all_required_members_and_no_unknown_one(self):
        self.assertEqual(REQUIRED - self.metadata.keys(), set())
        self.assertEqual(self.metadata.keys() - REQUIRED - OPTIONAL, set())
        self.assertEqual(self.metadata["format-version"], 2)
        self.assertRegex(self.metadata["table-uuid"], f"^{UUID}$")

    def test_the_ids_that_point_at_something(self):
        for key, current, own in (
            ("schemas", "current-schema-id", "schema-id"),
            ("partition-specs", "default-spec-id", "spec-id"),
            ("sort-orders", "default-sort-order-id", "order-id"),
            ("snapshots", "current-snapshot-id", "snapshot-id"),
        ):
            ids = [item[own] for item in self.metadata[key]]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertIn(self.metadata[current], ids)
        self.assertEqual(self.metadata["refs"]["main"]["snapshot-id"], self.metadata["current-snapshot-id"])
        self.assertEqual(self.metadata["refs"]["main"]["type"], "branch")

    def test_a_table_without_partitions_and_order(self):
        self.assertEqual(self.metadata["partition-specs"], [{"spec-id": 0, "fields": []}])
        self.assertEqual(self.metadata["sort-orders"], [{"order-id": 0, "fields": []}])
        self.assertEqual(self.metadata["last-partition-id"], 999)

    def test_snapshots_with_their_required_members(self):
        for snapshot in self.metadata["snapshots"]:
            self.assertEqual(snapshot.keys() - {"parent-snapshot-id"}, SNAPSHOT)
            self.assertTrue(0 < snapshot["snapshot-id"] < 2**63)
            self.assertTrue(all(isinstance(value, str) for value in snapshot["summary"].values()))
            self.assertIn("operation", snapshot["summary"])
        # The first has no parent: the member is omitted.
        self.assertNotIn("parent-snapshot-id", self.metadata["snapshots"][0])

    def test_a_log_of_every_change_of_the_current_snapshot(self):
        snapshots = [(item["snapshot-id"], item["timestamp-ms"]) for item in self.metadata["snapshots"]]
        log = [(entry["snapshot-id"], entry["timestamp-ms"]) for entry in self.metadata["snapshot-log"]]
        self.assertEqual(log, snapshots)
        self.assertGreaterEqual(self.metadata["last-updated-ms"], log[-1][1])

    def test_a_log_of_every_metadata_file_before_it(self):
        log = self.metadata["metadata-log"]
        versions = [file_version(entry["metadata-file"]) for entry in log]
        self.assertEqual([*versions, file_version(self.location)], list(range(5)))
        for entry in log:
            before = read(entry["metadata-file"])
            self.assertEqual(before["last-updated-ms"], entry["timestamp-ms"])
            self.assertEqual(before["table-uuid"], self.metadata["table-uuid"])
            self.assertLessEqual(before["last-sequence-number"], self.metadata["last-sequence-number"])

    def test_what_PyIceberg_reads_of_every_version(self):
        for location in [*(entry["metadata-file"] for entry in self.metadata["metadata-log"]), self.location]:
            parsed = TableMetadataUtil.parse_obj(read(location))
            self.assertEqual(str(parsed.table_uuid), self.metadata["table-uuid"])


def file_version(location):
    return int(re.search(rf"/metadata/(\d{{5}})-{UUID}\.metadata\.json$", location)[1])
