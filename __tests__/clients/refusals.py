"""What the sandbox refuses reaches boto3 as the exception that the model names."""

import unittest

from botocore.exceptions import ClientError

from support import ACCOUNT, SCHEMA, client, clients, fresh_bucket, fresh_table, key_of

ROLE = f"arn:aws:iam::{ACCOUNT}:role/reader"
TRUST = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}'


class Refusals(unittest.TestCase):
    def setUp(self):
        self.model, (self.s3tables, self.s3, self.glue, self.lf, self.iam, self.sts) = clients()

    def tearDown(self):
        self.assertEqual(self.model.problems, [])

    def test_s3_tables(self):
        s3tables, errors = self.s3tables, self.s3tables.exceptions
        arn = fresh_bucket(s3tables, "refusals")
        at = {"tableBucketARN": arn, "namespace": "sales"}
        s3tables.create_namespace(tableBucketARN=arn, namespace=["sales"])
        s3tables.create_table(**at, name="orders", format="ICEBERG", metadata=SCHEMA)
        absent = arn.replace("refusals", "absent")
        cases = [
            (errors.NotFoundException, 404, s3tables.get_table_bucket, {"tableBucketARN": absent}),
            (errors.NotFoundException, 404, s3tables.get_namespace, {**at, "namespace": "absent"}),
            (errors.NotFoundException, 404, s3tables.get_table, {**at, "name": "absent"}),
            (errors.NotFoundException, 404, s3tables.get_table_bucket_policy, {"tableBucketARN": arn}),
            (errors.NotFoundException, 404, s3tables.get_table_policy, {**at, "name": "orders"}),
            (errors.NotFoundException, 404, s3tables.delete_table_bucket, {"tableBucketARN": absent}),
            (errors.ConflictException, 409, s3tables.create_table_bucket, {"name": "refusals"}),
            (errors.ConflictException, 409, s3tables.create_namespace, {"tableBucketARN": arn, "namespace": ["sales"]}),
            (errors.ConflictException, 409, s3tables.create_table, {**at, "name": "orders", "format": "ICEBERG"}),
            (errors.ConflictException, 409, s3tables.delete_namespace, at),
            (errors.ConflictException, 409, s3tables.delete_table, {**at, "name": "orders", "versionToken": "stale"}),
            (errors.BadRequestException, 400, s3tables.create_table_bucket, {"name": "has_underscore"}),
            (
                errors.ForbiddenException,
                403,
                s3tables.delete_table_bucket,
                {"tableBucketARN": arn.replace(ACCOUNT, "2" * 12)},
            ),
        ]
        for error, status, operation, members in cases:
            with self.subTest(operation=operation.__name__, members=members):
                self.refused(error, status, operation, members)

    def test_glue(self):
        glue, errors = self.glue, self.glue.exceptions
        glue.create_database(DatabaseInput={"Name": "refusals"})
        glue.create_table(DatabaseName="refusals", TableInput={"Name": "there"})
        federation = {"Identifier": f"arn:aws:s3tables:us-east-1:{ACCOUNT}:bucket/*", "ConnectionName": "aws:s3tables"}
        glue.create_catalog(Name="s3tablescatalog", CatalogInput={"FederatedCatalog": federation})
        stale = {"DatabaseName": "refusals", "TableInput": {"Name": "there"}, "VersionId": "7"}
        another = {"Name": "another", "CatalogInput": {"FederatedCatalog": federation}}
        child = f"{ACCOUNT}:s3tablescatalog/absent"
        cases = [
            (errors.EntityNotFoundException, 400, glue.get_database, {"Name": "absent"}),
            (errors.EntityNotFoundException, 400, glue.get_databases, {"CatalogId": child}),
            (errors.EntityNotFoundException, 400, glue.get_catalog, {"CatalogId": "absent"}),
            (errors.AlreadyExistsException, 400, glue.create_database, {"DatabaseInput": {"Name": "Refusals"}}),
            (errors.AlreadyExistsException, 400, glue.create_catalog, {**another, "Name": "s3tablescatalog"}),
            (errors.FederatedResourceAlreadyExistsException, 400, glue.create_catalog, another),
            (errors.ConcurrentModificationException, 400, glue.update_table, stale),
            (errors.InvalidInputException, 400, glue.get_databases, {"NextToken": "none"}),
        ]
        for error, status, operation, members in cases:
            with self.subTest(operation=operation.__name__, members=members):
                self.refused(error, status, operation, members)
        glue.delete_catalog(CatalogId="s3tablescatalog")

    def test_lake_formation(self):
        lf, errors = self.lf, self.lf.exceptions
        self.glue.create_database(DatabaseInput={"Name": "governed"})
        on = {"Database": {"Name": "governed"}}
        change = {"Principal": {"DataLakePrincipalIdentifier": ROLE}, "Resource": on, "Permissions": ["DESCRIBE"]}
        arn = f"arn:aws:s3tables:us-east-1:{ACCOUNT}:bucket/*"
        lf.register_resource(ResourceArn=arn, RoleArn=ROLE)
        federated = {**change, "CatalogId": f"{ACCOUNT}:s3tablescatalog/b"}
        cases = [
            (errors.EntityNotFoundException, 400, lf.describe_resource, {"ResourceArn": "arn:aws:s3:::absent"}),
            (
                errors.EntityNotFoundException,
                400,
                lf.grant_permissions,
                {**change, "Resource": {"Database": {"Name": "no"}}},
            ),
            (errors.AlreadyExistsException, 400, lf.register_resource, {"ResourceArn": arn, "RoleArn": ROLE}),
            (errors.InvalidInputException, 400, lf.revoke_permissions, change),
            (errors.InvalidInputException, 400, lf.grant_permissions, federated),
            (errors.AccessDeniedException, 400, lf.get_data_lake_settings, {"CatalogId": "2" * 12}),
        ]
        for error, status, operation, members in cases:
            with self.subTest(operation=operation.__name__, members=members):
                self.refused(error, status, operation, members)
        lf.deregister_resource(ResourceArn=arn)

    def test_iam(self):
        iam, errors = self.iam, self.iam.exceptions
        role = {"RoleName": "refusals", "AssumeRolePolicyDocument": TRUST}
        iam.create_role(**role)
        inline = {"RoleName": "refusals", "PolicyName": "inline", "PolicyDocument": "{}"}
        iam.attach_role_policy(RoleName="refusals", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
        twice = [{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}]
        cases = [
            (errors.NoSuchEntityException, 404, iam.get_role, {"RoleName": "absent"}),
            (errors.NoSuchEntityException, 404, iam.get_role_policy, {"RoleName": "refusals", "PolicyName": "absent"}),
            (errors.EntityAlreadyExistsException, 409, iam.create_role, role),
            (errors.DeleteConflictException, 409, iam.delete_role, {"RoleName": "refusals"}),
            (errors.MalformedPolicyDocumentException, 400, iam.put_role_policy, inline),
            (errors.InvalidInputException, 400, iam.tag_role, {"RoleName": "refusals", "Tags": twice}),
        ]
        for error, status, operation, members in cases:
            with self.subTest(operation=operation.__name__, members=members):
                self.refused(error, status, operation, members)

    def test_s3(self):
        s3, errors = self.s3, self.s3.exceptions
        bucket, key = key_of(fresh_table(self.s3tables, "refusals-s3")["metadataLocation"])
        part = {"Bucket": bucket, "Key": key, "UploadId": "absent", "PartNumber": 1, "Body": b""}
        cases = [
            (errors.NoSuchKey, 404, s3.get_object, {"Bucket": bucket, "Key": "absent"}),
            (errors.NoSuchBucket, 404, s3.get_object, {"Bucket": "absent--table-s3", "Key": key}),
            (errors.NoSuchUpload, 404, s3.upload_part, part),
        ]
        for error, status, operation, members in cases:
            with self.subTest(operation=operation.__name__, members=members):
                self.refused(error, status, operation, members)

    def test_operations_that_are_not_there_are_named(self):
        table = f"arn:aws:s3tables:us-east-1:{ACCOUNT}:bucket/any/table/1"
        cases = [
            ("GetTableReplication", self.s3tables.get_table_replication, {"tableArn": table}),
            ("GetJobs", self.glue.get_jobs, {}),
            ("ListLFTags", self.lf.list_lf_tags, {}),
            ("ListGroups", self.iam.list_groups, {}),
            ("GetSessionToken", self.sts.get_session_token, {}),
            ("ListQueues", client("sqs").list_queues, {}),
        ]
        for name, operation, members in cases:
            with self.subTest(name), self.assertRaises(ClientError) as caught:
                operation(**members)
            self.assertIn("UnknownOperation", caught.exception.response["Error"]["Code"])
            wanted = "the service sqs" if name == "ListQueues" else name
            self.assertIn(wanted, caught.exception.response["Error"]["Message"])

    def test_a_wrong_secret(self):
        codes = self.codes_with(aws_secret_access_key="wrong")
        mismatch, query = (403, "InvalidSignatureException"), (403, "SignatureDoesNotMatch")
        self.assertEqual(codes, [mismatch, query, (400, "InvalidSignatureException"), mismatch, query, query])

    def test_an_unknown_access_key(self):
        codes = self.codes_with(aws_access_key_id="AKIAUNKNOWN")
        unknown, query = (403, "UnrecognizedClientException"), (403, "InvalidClientTokenId")
        wanted = [unknown, (403, "InvalidAccessKeyId"), (400, "UnrecognizedClientException"), unknown, query, query]
        self.assertEqual(codes, wanted)

    def codes_with(self, **credentials):
        """Status and code of a call to S3 Tables, S3, Glue, Lake Formation, IAM and STS with these credentials."""
        keys = {"aws_access_key_id": "sandbox", "aws_secret_access_key": "sandbox", **credentials}
        calls = [
            lambda: client("s3tables", **keys).list_table_buckets(),
            lambda: client("s3", **keys).get_object(Bucket="any--table-s3", Key="any"),
            lambda: client("glue", **keys).get_databases(),
            lambda: client("lakeformation", **keys).get_data_lake_settings(),
            lambda: client("iam", **keys).list_roles(),
            lambda: client("sts", **keys).get_caller_identity(),
        ]
        return [self.code_of(call) for call in calls]

    def code_of(self, call):
        with self.assertRaises(ClientError) as caught:
            call()
        response = caught.exception.response
        return response["ResponseMetadata"]["HTTPStatusCode"], response["Error"]["Code"]

    def refused(self, error, status, operation, members):
        with self.assertRaises(error) as caught:
            operation(**members)
        response = caught.exception.response
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], status)
        self.assertTrue(response["Error"]["Message"])
        self.assertTrue(response["ResponseMetadata"]["RequestId"])
