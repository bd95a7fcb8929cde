"""What emulators of AWS get wrong: a test for each thing that a sandbox of S3 Tables must get right."""

import json
import unittest
import urllib.error
import urllib.request

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from support import ACCOUNT, SCHEMA, clients, fresh_bucket, fresh_table, key_of

WHO = {"DataLakePrincipalIdentifier": f"arn:aws:iam::{ACCOUNT}:role/analyst"}


class Checklist(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.model, (cls.s3tables, cls.s3, cls.glue, cls.lf, cls.iam, cls.sts) = clients()

    def tearDown(self):
        self.assertEqual(self.model.problems, [])
        for bucket in self.s3tables.list_table_buckets()["tableBuckets"]:
            self.empty(bucket["arn"])
            self.s3tables.delete_table_bucket(tableBucketARN=bucket["arn"])

    def test_bucket_names_that_aws_refuses(self):
        taken = ["xn--a", "sthree-a", "amzn-s3-demo-a", "aws-foo", "a-s3alias", "a--ol-s3", "a--x-s3", "x--table-s3"]
        for name in ["Upper", "under_score", "a.b", "-ab", "ab-", "a" * 64, *taken]:
            with self.subTest(name):
                self.refused("BadRequestException", self.s3tables.create_table_bucket, name=name)
        fresh_bucket(self.s3tables, "a" * 63)

    def test_namespace_and_table_names_that_aws_refuses(self):
        arn = fresh_bucket(self.s3tables, "names")
        for name in ["Upper", "has-hyphen", "a.b", "_a", "ä", "a b", "a" * 256]:
            with self.subTest(name):
                self.refused(
                    "BadRequestException", self.s3tables.create_namespace, tableBucketARN=arn, namespace=[name]
                )
        self.refused("BadRequestException", self.s3tables.create_namespace, tableBucketARN=arn, namespace=["aws_foo"])
        self.s3tables.create_namespace(tableBucketARN=arn, namespace=["a" * 255])
        for name in ["Upper", "has-hyphen", "a.b", "_a", "a" * 256]:
            with self.subTest(name):
                self.refused("BadRequestException", self.create, arn, "a" * 255, name)
        self.create(arn, "a" * 255, "b" * 255)

    def test_namespaces_of_two_levels(self):
        arn = fresh_bucket(self.s3tables, "levels")
        self.refused("BadRequestException", self.s3tables.create_namespace, tableBucketARN=arn, namespace=["a", "b"])
        self.assertEqual(self.s3tables.list_namespaces(tableBucketARN=arn)["namespaces"], [])

    def test_formats_and_types_that_iceberg_does_not_have(self):
        arn = fresh_bucket(self.s3tables, "types")
        self.s3tables.create_namespace(tableBucketARN=arn, namespace=["sales"])
        self.refused("BadRequestException", self.create, arn, "sales", "orders", format="HUDI")
        for kind in ["varchar", "number", "int64", "decimal(39,2)", "fixed[0]", ""]:
            with self.subTest(kind):
                schema = {"iceberg": {"schema": {"fields": [{"name": "a", "type": kind}]}}}
                self.refused("BadRequestException", self.create, arn, "sales", "orders", metadata=schema)
        self.assertEqual(self.s3tables.list_tables(tableBucketARN=arn)["tables"], [])

    def test_what_is_not_empty_is_not_deleted(self):
        arn = fresh_table(self.s3tables, "full")["tableARN"].split("/table/")[0]
        self.refused("ConflictException", self.s3tables.delete_namespace, tableBucketARN=arn, namespace="sales")
        code = self.refused(None, self.s3tables.delete_table_bucket, tableBucketARN=arn)
        # The model has both for this; reports differ.
        self.assertIn(code, ("BadRequestException", "ConflictException"))
        self.s3tables.delete_table(tableBucketARN=arn, namespace="sales", name="orders")
        self.refused(None, self.s3tables.delete_table_bucket, tableBucketARN=arn)
        self.s3tables.delete_namespace(tableBucketARN=arn, namespace="sales")

    def test_a_table_with_a_schema_has_its_metadata_file(self):
        table = fresh_table(self.s3tables, "metadata")
        bucket, key = key_of(table["metadataLocation"])
        metadata = json.loads(self.s3.get_object(Bucket=bucket, Key=key)["Body"].read())
        self.assertEqual(metadata["location"], table["warehouseLocation"])
        fields = metadata["schemas"][0]["fields"]
        self.assertEqual(
            [(one["name"], one["type"], one["required"]) for one in fields],
            [
                ("id", "long", True),
                ("name", "string", False),
            ],
        )

    def test_a_table_without_a_schema_has_no_metadata_location(self):
        arn = fresh_table(self.s3tables, "without")["tableARN"].split("/table/")[0]
        at = {"tableBucketARN": arn, "namespace": "sales", "name": "bare"}
        self.s3tables.create_table(**at, format="ICEBERG")
        self.assertNotIn("metadataLocation", self.s3tables.get_table(**at))
        self.assertNotIn("metadataLocation", self.s3tables.get_table_metadata_location(**at))

    def test_a_second_create_leaves_the_table_as_it_is(self):
        table = fresh_table(self.s3tables, "twice")
        arn = table["tableARN"].split("/table/")[0]
        self.refused("ConflictException", self.create, arn, "sales", "orders")
        self.assertEqual(told(self.s3tables.get_table(tableArn=table["tableARN"])), told(table))

    def test_the_same_name_in_two_namespaces_is_two_tables(self):
        table = fresh_table(self.s3tables, "same")
        arn = table["tableARN"].split("/table/")[0]
        self.s3tables.create_namespace(tableBucketARN=arn, namespace=["other"])
        other = self.create(arn, "other", "orders")
        self.assertNotEqual(other["tableARN"], table["tableARN"])
        for one in (other, table):
            self.assertRegex(one["tableARN"], "/table/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")

    def test_version_tokens(self):
        table, at = self.a_table("tokens")
        again = self.s3tables.get_table_metadata_location(**at)
        self.assertEqual(again["versionToken"], table["versionToken"])
        location = self.next_metadata(table)
        move = self.s3tables.update_table_metadata_location
        moved = move(**at, versionToken=table["versionToken"], metadataLocation=location)
        self.assertNotEqual(moved["versionToken"], table["versionToken"])
        stale = {"versionToken": table["versionToken"], "metadataLocation": table["metadataLocation"]}
        self.refused("ConflictException", move, **at, **stale)
        self.refused("ConflictException", self.s3tables.delete_table, **at, versionToken=table["versionToken"])
        stale = {"newName": "new", "versionToken": table["versionToken"]}
        self.refused("ConflictException", self.s3tables.rename_table, **at, **stale)
        self.assertEqual(self.s3tables.get_table(**at)["metadataLocation"], location)

    def test_metadata_stays_in_the_warehouse(self):
        table, at = self.a_table("warehouse")
        inside = table["warehouseLocation"]
        for location in [
            "s3://elsewhere/metadata/1.metadata.json",
            f"{inside}x/metadata/1.metadata.json",
            f"{inside}/metadata/1.json",
            f"{inside}/metadata/absent.metadata.json",
        ]:
            with self.subTest(location):
                move = {"versionToken": table["versionToken"], "metadataLocation": location}
                self.refused("BadRequestException", self.s3tables.update_table_metadata_location, **at, **move)
        self.assertEqual(self.s3tables.get_table(**at)["versionToken"], table["versionToken"])

    def test_what_a_commit_answers(self):
        table, at = self.a_table("answer")
        location = self.next_metadata(table)
        move = {"versionToken": table["versionToken"], "metadataLocation": location}
        answer = self.s3tables.update_table_metadata_location(**at, **move)
        self.assertEqual(
            told(answer),
            {
                "name": "orders",
                "tableARN": table["tableARN"],
                "namespace": ["sales"],
                "versionToken": answer["versionToken"],
                "metadataLocation": location,
            },
        )

    def test_a_policy_that_is_not_there(self):
        table, at = self.a_table("policy")
        arn = at["tableBucketARN"]
        for operation, members in [
            (self.s3tables.get_table_bucket_policy, {"tableBucketARN": arn}),
            (self.s3tables.delete_table_bucket_policy, {"tableBucketARN": arn}),
            (self.s3tables.get_table_policy, at),
        ]:
            self.refused("NotFoundException", operation, **members)

    def test_a_table_by_its_arn(self):
        table, at = self.a_table("by-arn")
        self.assertEqual(told(self.s3tables.get_table(tableArn=table["tableARN"])), told(table))
        by_name = f"{at['tableBucketARN']}/table/sales/orders"
        self.refused("BadRequestException", self.s3tables.get_table, tableArn=by_name)

    def test_lists_have_pages_and_know_their_tokens(self):
        arn = fresh_bucket(self.s3tables, "pages")
        for name in ("a", "b", "c"):
            self.s3tables.create_namespace(tableBucketARN=arn, namespace=[name])
        first = self.s3tables.list_namespaces(tableBucketARN=arn, maxNamespaces=2)
        self.assertEqual([one["namespace"] for one in first["namespaces"]], [["a"], ["b"]])
        at = {"tableBucketARN": arn, "continuationToken": first["continuationToken"]}
        last = self.s3tables.list_namespaces(**at)
        self.assertEqual([one["namespace"] for one in last["namespaces"]], [["c"]])
        self.assertNotIn("continuationToken", last)
        for token in ("bad", first["continuationToken"][:-1], "0"):
            at["continuationToken"] = token
            self.refused("BadRequestException", self.s3tables.list_namespaces, **at)

    def test_the_warehouse_bucket_has_no_list_and_no_delete(self):
        table, _ = self.a_table("no-list")
        bucket, key = key_of(table["metadataLocation"])
        self.refused("MethodNotAllowed", self.s3.list_objects_v2, Bucket=bucket)
        self.refused("MethodNotAllowed", self.s3.delete_object, Bucket=bucket, Key=key)

    def test_the_warehouse_bucket_keeps_what_is_there(self):
        table, _ = self.a_table("if-none-match")
        bucket, key = key_of(table["metadataLocation"])
        put = {"Bucket": bucket, "Key": key, "Body": b"{}", "IfNoneMatch": "*"}
        self.refused("PreconditionFailed", self.s3.put_object, **put)
        self.assertNotEqual(self.s3.get_object(Bucket=bucket, Key=key)["Body"].read(), b"{}")

    def test_revoking_what_was_never_granted(self):
        change = self.governed("never")
        error = self.refused("InvalidInputException", self.lf.revoke_permissions, whole=True, **change)
        self.assertIn("No permissions revoked. Grantee", error["Message"])

    def test_revoking_what_was_granted_twice(self):
        change = self.governed("repeated")
        self.lf.grant_permissions(**change)
        self.lf.grant_permissions(**change)
        self.assertEqual(self.of_analyst(change), [["DESCRIBE"]])
        self.lf.revoke_permissions(**change)
        self.assertEqual(self.of_analyst(change), [])

    def test_registrations_keep_their_options(self):
        arn = f"arn:aws:s3tables:us-east-1:{ACCOUNT}:bucket/*"
        role = WHO["DataLakePrincipalIdentifier"]
        options = {"WithFederation": True, "WithPrivilegedAccess": True, "HybridAccessEnabled": False}
        self.lf.register_resource(ResourceArn=arn, RoleArn=role, **options)
        info = self.lf.describe_resource(ResourceArn=arn)["ResourceInfo"]
        self.assertEqual(info, {**info, **options, "RoleArn": role})
        self.lf.deregister_resource(ResourceArn=arn)

    def test_permissions_have_pages(self):
        for name in ("one", "two", "three"):
            self.lf.grant_permissions(**self.governed(name))
        first = self.lf.list_permissions(ResourceType="DATABASE", MaxResults=2)
        self.assertEqual(len(first["PrincipalResourcePermissions"]), 2)
        then = self.lf.list_permissions(ResourceType="DATABASE", MaxResults=2, NextToken=first["NextToken"])
        for one in then["PrincipalResourcePermissions"]:
            self.assertNotIn(one, first["PrincipalResourcePermissions"])

    def test_a_principal_is_asked_for_on_something(self):
        error = self.refused("InvalidInputException", self.lf.list_permissions, whole=True, Principal=WHO)
        self.assertEqual(error["Message"], "Resource is mandatory if Principal is set in the input")

    def test_principals_and_permissions_that_do_not_exist(self):
        change = self.governed("strict")
        session = f"arn:aws:sts::{ACCOUNT}:assumed-role/analyst/me"
        for who in ("analyst", "*", session, f"arn:aws:iam::{ACCOUNT}:group/all", "arn:aws:iam::1:role/analyst"):
            with self.subTest(who):
                principal = {"Principal": {"DataLakePrincipalIdentifier": who}}
                self.refused("InvalidInputException", self.lf.grant_permissions, **{**change, **principal})
        for permissions in (["READ"], ["SELECT"], ["describe"], []):
            with self.subTest(permissions):
                wrong = {**change, "Permissions": permissions}
                self.refused("InvalidInputException", self.lf.grant_permissions, **wrong)

    def test_operations_that_are_not_there_answer_as_aws_does(self):
        bucket = f"arn:aws:s3tables:us-east-1:{ACCOUNT}:bucket/any"
        calls = [
            (self.s3tables.get_table_replication, {"tableArn": f"{bucket}/table/1"}, "GetTableReplication"),
            (self.glue.get_crawlers, {}, "GetCrawlers"),
            (self.lf.list_data_cells_filter, {}, "ListDataCellsFilter"),
            (self.iam.list_groups, {}, "ListGroups"),
        ]
        for operation, members, name in calls:
            error = self.refused("UnknownOperationException", operation, whole=True, **members)
            self.assertIn(name, error["Message"])

    def test_how_errors_look_on_the_wire(self):
        arn = f"arn%3Aaws%3As3tables%3Aus-east-1%3A{ACCOUNT}%3Abucket%2Fabsent"
        answer = self.raw("s3tables", "GET", f"/buckets/{arn}")
        self.assertEqual((answer.status, answer.headers["x-amzn-errortype"]), (404, "NotFoundException"))
        self.assertEqual(json.load(answer), {"message": "The specified bucket does not exist."})
        target = {"x-amz-target": "AWSGlue.GetDatabase", "content-type": "application/x-amz-json-1.1"}
        for answer in (
            self.raw("glue", "POST", "/", {"Name": "absent"}, target),
            self.raw("lakeformation", "POST", "/DescribeResource", {"ResourceArn": "arn:aws:s3:::absent"}),
        ):
            body = json.load(answer)
            self.assertEqual((answer.status, body["__type"]), (400, "EntityNotFoundException"))
            self.assertTrue(body["message"])

    def test_table_buckets_are_catalogs_and_namespaces_databases(self):
        arn = self.a_table("federated")[1]["tableBucketARN"]
        federation = {"Identifier": arn.replace("federated", "*"), "ConnectionName": "aws:s3tables"}
        self.glue.create_catalog(Name="s3tablescatalog", CatalogInput={"FederatedCatalog": federation})
        catalog = self.glue.get_catalog(CatalogId="s3tablescatalog")["Catalog"]
        self.assertEqual(catalog["FederatedCatalog"], federation)
        children = self.glue.get_catalogs(ParentCatalogId="s3tablescatalog")["CatalogList"]
        child = f"{ACCOUNT}:s3tablescatalog/federated"
        self.assertEqual([one["CatalogId"] for one in children], [child])
        databases = self.glue.get_databases(CatalogId=child)["DatabaseList"]
        self.assertEqual([one["Name"] for one in databases], ["sales"])
        columns = self.glue.get_table(CatalogId=child, DatabaseName="sales", Name="orders")["Table"][
            "StorageDescriptor"
        ]
        self.assertEqual(
            [(one["Name"], one["Type"]) for one in columns["Columns"]], [("id", "bigint"), ("name", "string")]
        )
        self.glue.delete_catalog(CatalogId="s3tablescatalog")

    def a_table(self, bucket):
        table = fresh_table(self.s3tables, bucket)
        arn = table["tableARN"].split("/table/")[0]
        return table, {"tableBucketARN": arn, "namespace": "sales", "name": "orders"}

    def create(self, arn, namespace, name, **more):
        members = {"format": "ICEBERG", "metadata": SCHEMA, **more}
        return self.s3tables.create_table(tableBucketARN=arn, namespace=namespace, name=name, **members)

    def next_metadata(self, table):
        """Writes the table's metadata once more, under another name; gives its location."""
        bucket, key = key_of(table["metadataLocation"])
        body = self.s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        self.s3.put_object(Bucket=bucket, Key="metadata/00001-next.metadata.json", Body=body)
        return f"{table['warehouseLocation']}/metadata/00001-next.metadata.json"

    def governed(self, database):
        """A database, and a change of a role's permission on it."""
        self.glue.create_database(DatabaseInput={"Name": database})
        self.addCleanup(self.glue.delete_database, Name=database)
        return {"Principal": WHO, "Resource": {"Database": {"Name": database}}, "Permissions": ["DESCRIBE"]}

    def of_analyst(self, change):
        listed = self.lf.list_permissions(Resource=change["Resource"])["PrincipalResourcePermissions"]
        return [one["Permissions"] for one in listed if one["Principal"] == WHO]

    def empty(self, arn):
        at = {"tableBucketARN": arn}
        for table in self.s3tables.list_tables(**at)["tables"]:
            self.s3tables.delete_table(**at, namespace=table["namespace"][0], name=table["name"])
        for namespace in self.s3tables.list_namespaces(**at)["namespaces"]:
            self.s3tables.delete_namespace(**at, namespace=namespace["namespace"][0])

    def refused(self, code, operation, *args, whole=False, **members):
        """The code of the error, or the whole of it. It is `code`, where one is given."""
        with self.assertRaises(ClientError) as caught:
            operation(*args, **members)
        error = caught.exception.response["Error"]
        if code is not None:
            self.assertEqual(error["Code"], code)
        return error if whole else error["Code"]

    def raw(self, service, method, path, body=None, headers=None):
        """A signed call that no client reads first."""
        data = None if body is None else json.dumps(body).encode()
        url = self.s3tables.meta.endpoint_url + path
        request = AWSRequest(method, url, headers or {}, data)
        SigV4Auth(Credentials("sandbox", "sandbox"), service, "us-east-1").add_auth(request)
        try:
            return urllib.request.urlopen(urllib.request.Request(url, data, dict(request.headers), method=method))
        except urllib.error.HTTPError as error:
            self.addCleanup(error.close)
            return error


def told(answer):
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}
