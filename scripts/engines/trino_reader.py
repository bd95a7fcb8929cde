"""Trino reads the tables with its own reader of Parquet, through the catalog."""

import struct
import sys

import trino

from reading import ARN, NAMESPACE, REGION, TABLES, URL, end, filters, rows
from trino_server import HOST, running

LAKE = {
    "connector.name": "iceberg",
    "iceberg.catalog.type": "rest",
    "iceberg.rest-catalog.uri": f"{URL}/iceberg",
    "iceberg.rest-catalog.warehouse": ARN,
    "iceberg.rest-catalog.sigv4-enabled": "true",
    "iceberg.rest-catalog.signing-name": "s3tables",
    "iceberg.rest-catalog.view-endpoints-enabled": "false",
    "fs.native-s3.enabled": "true",
    "s3.endpoint": URL,
    "s3.region": REGION,
    "s3.path-style-access": "true",
    "s3.aws-access-key": "sandbox",
    "s3.aws-secret-key": "sandbox",
}


def pythonic(type_name, value):
    """A real comes as the shortest text that is its own, which as a double would be another number."""
    is_real = type_name == "real" and value is not None
    return struct.unpack("f", struct.pack("f", value))[0] if is_real else value


def answer(query, *values):
    """The rows, and the type of each column."""
    cursor.execute(query, values or None)
    found = cursor.fetchall()
    types = {column.name: column.type_code for column in cursor.description}
    return [{name: pythonic(types[name], value) for name, value in zip(types, row)} for row in found], types


with running(sys.argv[1], int(sys.argv[2]), LAKE) as port:
    cursor = trino.dbapi.connect(HOST, port, "engines", catalog="lake", schema=NAMESPACE).cursor()
    print("Trino", answer("SELECT node_version FROM system.runtime.nodes")[0][0]["node_version"])
    for name in TABLES:
        collected, types = answer(f"SELECT * FROM {name}")
        rows(name, collected)

        def ask(column, sign, value):
            if value is None:
                return answer(f"SELECT id FROM {name} WHERE {column} IS NULL")[0]
            return answer(f"SELECT id FROM {name} WHERE {column} {sign} CAST(? AS {types[column]})", value)[0]

        filters(name, collected, ask)
end()
