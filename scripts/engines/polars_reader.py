"""Polars' own reader of Iceberg, which takes no more than the list of files from PyIceberg."""

import polars

from reading import REGION, TABLES, URL, end, pyiceberg_table, rows

print("Polars", polars.__version__)
s3 = {
    "aws_endpoint_url": URL,
    "aws_region": REGION,
    "aws_access_key_id": "sandbox",
    "aws_secret_access_key": "sandbox",
    "aws_allow_http": "true",
}
for name in TABLES:
    for reader in ("native", "pyiceberg"):
        print(reader)
        frame = polars.scan_iceberg(pyiceberg_table(name), reader_override=reader, storage_options=s3)
        rows(name, frame.collect().to_dicts())
end()
