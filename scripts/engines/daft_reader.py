"""Daft's own reader of Iceberg, which takes no more than the list of files from PyIceberg."""

import daft
from daft.io import IOConfig, S3Config

from reading import REGION, TABLES, URL, end, pyiceberg_table, rows

print("Daft", daft.__version__)
s3 = S3Config(endpoint_url=URL, region_name=REGION, key_id="sandbox", access_key="sandbox", use_ssl=False)
for name in TABLES:
    frame = daft.read_iceberg(pyiceberg_table(name), io_config=IOConfig(s3=s3))
    rows(name, frame.to_pylist())
end()
