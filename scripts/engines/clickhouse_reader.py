"""ClickHouse, inside Python, reads a copy of the tables' files: it asks AWS itself for buckets of tables, whatever endpoint
it is given."""

import os
import tempfile

import chdb

from reading import TABLES, end, file_at, pyiceberg_table, rows


def copied(table, folder):
    """The current state of a table, as files under the folder."""
    snapshot = table.current_snapshot()
    manifests = [manifest.manifest_path for manifest in snapshot.manifests(table.io)]
    files = [task.file.file_path for task in table.scan().plan_files()]
    for location in [table.metadata_location, snapshot.manifest_list, *manifests, *files]:
        path = os.path.join(folder, location.removeprefix(f"{table.location()}/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(file_at(table, location))
    return folder


def texts(column, value):
    is_text = isinstance(value, bytes) and column not in ("a_binary", "a_fixed_3", "a_uuid")
    return value.decode() if is_text else value


print("ClickHouse", chdb.engine_version)
for name in TABLES:
    # It reads no files but those in the folder that it runs in.
    with tempfile.TemporaryDirectory(dir=".") as folder:
        # Its texts are bytes, which need not be UTF-8.
        settings = "SETTINGS output_format_arrow_string_as_string = 0"
        query = f"SELECT * FROM icebergLocal('{copied(pyiceberg_table(name), folder)}/') {settings}"
        found = chdb.query(query, "ArrowTable").to_pylist()
        rows(name, [{column: texts(column, value) for column, value in row.items()} for row in found])
end()
