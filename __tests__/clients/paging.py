"""Every list in pages of two, by boto3's paginators where it has them."""

import unittest

from botocore.exceptions import ClientError

from support import ACCOUNT, clients, fresh_bucket, fresh_table, key_of

NAMES = [f"item_{number}" for number in range(5)]


class Paging(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.model, (cls.s3tables, cls.s3, cls.glue, cls.lf, cls.iam, _) = clients()

    def tearDown(self):
        self.assertEqual(self.model.problems, [])

    def test_table_buckets(self):
        wanted = [f"paging-{number}" for number in range(5)]
        for name in reversed(wanted):
            fresh_bucket(self.s3tables, name)
        pages = self.pages(self.s3tables, "list_table_buckets", "tableBuckets", prefix="paging-")
        self.assertEqual([[one["name"] for one in page] for page in pages], in_twos(wanted))
        self.bad_token(self.s3tables.list_table_buckets, continuationToken="none")

    def test_namespaces(self):
        arn = fresh_bucket(self.s3tables, "with-namespaces")
        for name in reversed(NAMES):
            self.s3tables.create_namespace(tableBucketARN=arn, namespace=[name])
        pages = self.pages(self.s3tables, "list_namespaces", "namespaces", tableBucketARN=arn)
        self.assertEqual([[one["namespace"][0] for one in page] for page in pages], in_twos(NAMES))
        self.bad_token(self.s3tables.list_namespaces, tableBucketARN=arn, continuationToken="none")

    def test_tables(self):
        arn = fresh_table(self.s3tables, "with-tables", "first", NAMES[0])["tableARN"].split("/table/")[0]
        self.s3tables.create_namespace(tableBucketARN=arn, namespace=["second"])
        for name in NAMES[1:]:
            self.s3tables.create_table(tableBucketARN=arn, namespace="second", name=name, format="ICEBERG")
        of_all = self.pages(self.s3tables, "list_tables", "tables", tableBucketARN=arn)
        self.assertEqual([[one["name"] for one in page] for page in of_all], in_twos(NAMES))
        of_one = self.pages(self.s3tables, "list_tables", "tables", tableBucketARN=arn, namespace="second")
        self.assertEqual([[one["name"] for one in page] for page in of_one], in_twos(NAMES[1:]))
        token = self.s3tables.list_tables(tableBucketARN=arn, maxTables=2)["continuationToken"]
        self.bad_token(self.s3tables.list_tables, tableBucketARN=arn, namespace="second", continuationToken=token)

    def test_glue_databases_and_tables(self):
        for name in NAMES:
            self.glue.create_database(DatabaseInput={"Name": name})
            self.glue.create_table(DatabaseName=NAMES[0], TableInput={"Name": name})
        of_databases = self.pages(self.glue, "get_databases", "DatabaseList")
        self.assertEqual([[one["Name"] for one in page] for page in of_databases], in_twos(NAMES))
        of_tables = self.pages(self.glue, "get_tables", "TableList", DatabaseName=NAMES[0])
        self.assertEqual([[one["Name"] for one in page] for page in of_tables], in_twos(NAMES))
        self.bad_token(self.glue.get_tables, DatabaseName=NAMES[0], NextToken="none")

    def test_glue_catalogs(self):
        for name in NAMES:
            self.glue.create_catalog(Name=name, CatalogInput={})
        pages = [[one["Name"] for one in page] for page in self.pages(self.glue, "get_catalogs", "CatalogList")]
        self.assertEqual(pages, in_twos(NAMES))
        for name in NAMES:
            self.glue.delete_catalog(CatalogId=name)

    def test_permissions(self):
        self.glue.create_database(DatabaseInput={"Name": "granted"})
        on = {"Database": {"Name": "granted"}}
        for name in NAMES:
            who = {"DataLakePrincipalIdentifier": f"arn:aws:iam::{ACCOUNT}:role/{name}"}
            self.lf.grant_permissions(Principal=who, Resource=on, Permissions=["DESCRIBE"])
        whole = self.lf.list_permissions(Resource=on)["PrincipalResourcePermissions"]
        self.assertGreaterEqual(len(whole), len(NAMES))
        pages = self.pages(self.lf, "list_permissions", "PrincipalResourcePermissions", Resource=on)
        self.assertEqual(pages, in_twos(whole))
        self.bad_token(self.lf.list_permissions, NextToken="none")

    def test_registered_resources(self):
        wanted = [f"arn:aws:s3:::bucket/{name}" for name in NAMES]
        for arn in wanted:
            self.lf.register_resource(ResourceArn=arn, UseServiceLinkedRole=True)
        pages = self.pages(self.lf, "list_resources", "ResourceInfoList")
        self.assertEqual([[one["ResourceArn"] for one in page] for page in pages], in_twos(wanted))

    def test_roles_their_policies_and_tags(self):
        trust = (
            '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}'
        )
        inline = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'
        for name in NAMES:
            self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)
            self.iam.tag_role(RoleName=NAMES[0], Tags=[{"Key": name, "Value": ""}])
            self.iam.put_role_policy(RoleName=NAMES[0], PolicyName=name, PolicyDocument=inline)
            self.iam.attach_role_policy(RoleName=NAMES[0], PolicyArn=f"arn:aws:iam::aws:policy/{name}")
        at = {"RoleName": NAMES[0]}
        roles = self.pages(self.iam, "list_roles", "Roles")
        self.assertEqual([[one["RoleName"] for one in page] for page in roles], in_twos(NAMES))
        tags = self.pages(self.iam, "list_role_tags", "Tags", **at)
        self.assertEqual([[one["Key"] for one in page] for page in tags], in_twos(NAMES))
        self.assertEqual(self.pages(self.iam, "list_role_policies", "PolicyNames", **at), in_twos(NAMES))
        attached = self.pages(self.iam, "list_attached_role_policies", "AttachedPolicies", **at)
        self.assertEqual([[one["PolicyName"] for one in page] for page in attached], in_twos(NAMES))

    def test_managed_policies_and_simulations(self):
        document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3tables:*","Resource":"*"}}'
        for name in NAMES:
            arn = self.iam.create_policy(PolicyName=name, PolicyDocument=document)["Policy"]["Arn"]
            self.iam.create_policy_version(PolicyArn=arn, PolicyDocument=document)
            self.iam.create_user(UserName=name)
        policies = self.pages(self.iam, "list_policies", "Policies", Scope="Local")
        self.assertEqual([[one["PolicyName"] for one in page] for page in policies], in_twos(NAMES))
        users = self.pages(self.iam, "list_users", "Users")
        self.assertEqual([one["UserName"] for page in users for one in page], NAMES + ["sandbox"])
        user = {"PolicySourceArn": f"arn:aws:iam::{ACCOUNT}:user/{NAMES[0]}"}
        actions = [f"s3tables:{name.replace('_', '')}" for name in NAMES]
        at = {**user, "ActionNames": actions}
        results = self.pages(self.iam, "simulate_principal_policy", "EvaluationResults", **at)
        self.assertEqual([[one["EvalActionName"] for one in page] for page in results], in_twos(actions))

    def test_parts(self):
        bucket, _ = key_of(fresh_table(self.s3tables, "with-parts")["metadataLocation"])
        at = {"Bucket": bucket, "Key": "parts"}
        at["UploadId"] = self.s3.create_multipart_upload(**at)["UploadId"]
        for number in range(1, 6):
            self.s3.upload_part(**at, PartNumber=number, Body=b"part")
        pages = self.pages(self.s3, "list_parts", "Parts", **at)
        self.assertEqual([[one["PartNumber"] for one in page] for page in pages], in_twos([1, 2, 3, 4, 5]))

    def pages(self, client, operation, member, **request):
        if client.can_paginate(operation):
            paginator = client.get_paginator(operation)
            return [page[member] for page in paginator.paginate(**request, PaginationConfig={"PageSize": 2})]
        pages, token = [], {}
        while token is not None:
            page = getattr(client, operation)(**request, **token, MaxResults=2)
            pages.append(page[member])
            token = {"NextToken": page["NextToken"]} if "NextToken" in page else None
        return pages

    def bad_token(self, operation, **request):
        with self.assertRaises(ClientError) as caught:
            operation(**request)
        self.assertEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], 400)


def in_twos(items):
    return [items[at : at + 2] for at in range(0, len(items), 2)]
