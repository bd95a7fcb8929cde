"""What the stories share: boto3 clients that hold each answer against the model, and things to try them on."""

import boto3
from botocore.config import Config

from model import Model

ACCOUNT = "123456789012"
SCHEMA = {
    "iceberg": {
        "schema": {"fields": [{"name": "id", "type": "long", "required": True}, {"name": "name", "type": "string"}]}
    }
}
# One attempt: what the sandbox refuses is to be seen, not retried.
CONFIG = Config(retries={"total_max_attempts": 1})


def clients():
    """The model's listener, and the clients of S3 Tables, S3, Glue, Lake Formation, IAM and STS."""
    model = Model()
    names = ("s3tables", "s3", "glue", "lakeformation", "iam", "sts")
    return model, [model.listen(client(name)) for name in names]


_session = boto3.session.Session()


def client(name, signature_version=None, parameter_validation=True, **credentials):
    settings = Config(signature_version=signature_version, parameter_validation=parameter_validation)
    config = CONFIG.merge(settings)
    return _session.client(name, config=config, **credentials)


def fresh_bucket(s3tables, name, **more):
    """Makes a table bucket; gives its ARN."""
    return s3tables.create_table_bucket(name=name, **more)["arn"]


def fresh_table(s3tables, bucket, namespace="sales", name="orders"):
    """Makes a bucket, a namespace and a table; gives what GetTable says of it."""
    at = {"tableBucketARN": fresh_bucket(s3tables, bucket), "namespace": namespace, "name": name}
    s3tables.create_namespace(tableBucketARN=at["tableBucketARN"], namespace=[namespace])
    s3tables.create_table(**at, format="ICEBERG", metadata=SCHEMA)
    return s3tables.get_table(**at)


def key_of(location):
    """Bucket and key of an `s3://` location."""
    bucket, _, key = location.removeprefix("s3://").partition("/")
    return bucket, key
