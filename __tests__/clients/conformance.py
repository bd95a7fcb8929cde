"""Every operation that the sandbox has, through boto3, each answer and each error held against botocore's model."""

import base64
import json
import time
import unittest

from model import check_json
from support import ACCOUNT, SCHEMA, client, clients, fresh_bucket, fresh_table, key_of

POWER_USER = "arn:aws:iam::aws:policy/PowerUserAccess"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/reader"
POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3tables:GetTable", "Resource": "*"}]}
TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "lakeformation.amazonaws.com"}, "Action": "sts:AssumeRole"}
    ],
}


class Conformance(unittest.TestCase):
    def setUp(self):
        self.model, (self.s3tables, self.s3, self.glue, self.lf, self.iam, self.sts) = clients()

    def tearDown(self):
        self.assertEqual(self.model.problems, [])

    def test_table_buckets(self):
        s3tables, arn = self.s3tables, fresh_bucket(self.s3tables, "conform-buckets", tags={"team": "data"})
        at = {"tableBucketARN": arn}
        self.assertEqual(s3tables.get_table_bucket(**at)["ownerAccountId"], ACCOUNT)
        self.assertIn("conform-buckets", [one["name"] for one in s3tables.list_table_buckets()["tableBuckets"]])
        s3tables.put_table_bucket_policy(**at, resourcePolicy=json.dumps(bucket_policy(arn)))
        self.assertEqual(json.loads(s3tables.get_table_bucket_policy(**at)["resourcePolicy"]), bucket_policy(arn))
        s3tables.delete_table_bucket_policy(**at)
        s3tables.put_table_bucket_encryption(**at, encryptionConfiguration={"sseAlgorithm": "AES256"})
        self.assertEqual(
            s3tables.get_table_bucket_encryption(**at)["encryptionConfiguration"], {"sseAlgorithm": "AES256"}
        )
        s3tables.delete_table_bucket_encryption(**at)
        wanted = {"storageClass": "INTELLIGENT_TIERING"}
        s3tables.put_table_bucket_storage_class(**at, storageClassConfiguration=wanted)
        self.assertEqual(s3tables.get_table_bucket_storage_class(**at)["storageClassConfiguration"], wanted)
        kind = "icebergUnreferencedFileRemoval"
        days = {kind: {"unreferencedDays": 4, "nonCurrentDays": 9}}
        value = {"status": "enabled", "settings": days}
        s3tables.put_table_bucket_maintenance_configuration(**at, type=kind, value=value)
        read = s3tables.get_table_bucket_maintenance_configuration(**at)["configuration"]
        self.assertEqual(read, {kind: value})
        s3tables.put_table_bucket_metrics_configuration(**at)
        self.assertTrue(s3tables.get_table_bucket_metrics_configuration(**at)["id"])
        s3tables.delete_table_bucket_metrics_configuration(**at)
        dates = {"partitionedPrefix": {"partitionDateSource": "EventTime"}}
        logging = {"loggingEnabled": {"targetBucket": "logs", "targetPrefix": "a/", "targetObjectKeyFormat": dates}}
        s3tables.put_table_bucket_logging(**at, tableBucketLoggingStatus=logging)
        self.assertEqual(s3tables.get_table_bucket_logging(**at)["tableBucketLoggingStatus"], logging)
        s3tables.put_table_bucket_logging(**at, tableBucketLoggingStatus={})
        self.assertEqual(s3tables.get_table_bucket_logging(**at)["tableBucketLoggingStatus"], {})
        s3tables.tag_resource(resourceArn=arn, tags={"env": "dev", "cost centre": "4/2"})
        s3tables.untag_resource(resourceArn=arn, tagKeys=["team", "cost centre"])
        self.assertEqual(s3tables.list_tags_for_resource(resourceArn=arn)["tags"], {"env": "dev"})
        s3tables.delete_table_bucket(**at)

    def test_namespaces_and_tables(self):
        s3tables, arn = self.s3tables, fresh_bucket(self.s3tables, "conform-tables")
        at = {"tableBucketARN": arn, "namespace": "sales"}
        made = s3tables.create_namespace(tableBucketARN=arn, namespace=["sales"])
        self.assertEqual(made["namespace"], ["sales"])
        self.assertEqual(s3tables.get_namespace(**at)["namespace"], ["sales"])
        self.assertEqual(len(s3tables.list_namespaces(tableBucketARN=arn)["namespaces"]), 1)
        table = {**at, "name": "orders"}
        made = s3tables.create_table(**table, format="ICEBERG", metadata=SCHEMA, tags={"team": "data"})
        read = s3tables.get_table(**table)
        self.assertEqual(read, {**read, **pick(made, "tableARN", "versionToken"), "type": "customer"})
        self.assertEqual(len(s3tables.list_tables(**at)["tables"]), 1)
        where = s3tables.get_table_metadata_location(**table)
        self.assertEqual(where["metadataLocation"], read["metadataLocation"])
        s3tables.put_table_policy(**table, resourcePolicy=json.dumps(table_policy(made["tableARN"])))
        self.assertEqual(json.loads(s3tables.get_table_policy(**table)["resourcePolicy"])["Version"], "2012-10-17")
        s3tables.delete_table_policy(**table)
        self.assertEqual(s3tables.get_table_encryption(**table)["encryptionConfiguration"]["sseAlgorithm"], "AES256")
        storage = s3tables.get_table_storage_class(**table)["storageClassConfiguration"]
        self.assertEqual(storage, {"storageClass": "STANDARD"})
        value = {"status": "enabled", "settings": {"icebergCompaction": {"targetFileSizeMB": 128}}}
        s3tables.put_table_maintenance_configuration(**table, type="icebergCompaction", value=value)
        settings = s3tables.get_table_maintenance_configuration(**table)["configuration"]
        self.assertEqual(settings["icebergCompaction"]["settings"]["icebergCompaction"]["targetFileSizeMB"], 128)
        self.assertEqual(
            set(s3tables.get_table_maintenance_job_status(**table)["status"]),
            {"icebergCompaction", "icebergSnapshotManagement", "icebergUnreferencedFileRemoval"},
        )
        s3tables.rename_table(**table, newName="purchases", versionToken=made["versionToken"])
        table["name"] = "purchases"
        token = s3tables.get_table(**table)["versionToken"]
        updated = s3tables.update_table_metadata_location(
            **table, versionToken=token, metadataLocation=where["metadataLocation"]
        )
        self.assertNotEqual(updated["versionToken"], token)
        s3tables.delete_table(**table, versionToken=updated["versionToken"])
        s3tables.delete_namespace(**at)

    def test_objects(self):
        s3, table = self.s3, fresh_table(self.s3tables, "conform-objects")
        bucket, key = key_of(table["metadataLocation"])
        self.assertEqual(s3.list_buckets()["Buckets"], [])
        read = s3.get_object(Bucket=bucket, Key=key)
        self.assertEqual(json.loads(read["Body"].read())["location"], table["warehouseLocation"])
        s3.put_object(
            Bucket=bucket, Key="data/a b+c.txt", Body=b"text", ContentType="text/plain", Metadata={"by": "test"}
        )
        head = s3.head_object(Bucket=bucket, Key="data/a b+c.txt", ChecksumMode="ENABLED")
        self.assertEqual((head["ContentLength"], head["Metadata"]), (4, {"by": "test"}))
        at = {"Bucket": bucket, "Key": "data/parts"}
        upload = s3.create_multipart_upload(**at, ChecksumAlgorithm="CRC32")["UploadId"]
        part = s3.upload_part(**at, UploadId=upload, PartNumber=1, Body=b"part", ChecksumAlgorithm="CRC32")
        parts = s3.list_parts(**at, UploadId=upload)["Parts"]
        self.assertEqual([one["Size"] for one in parts], [4])
        named = [{"PartNumber": 1, **pick(part, "ETag", "ChecksumCRC32")}]
        s3.complete_multipart_upload(**at, UploadId=upload, MultipartUpload={"Parts": named})
        upload = s3.create_multipart_upload(**at)["UploadId"]
        s3.abort_multipart_upload(**at, UploadId=upload)

    def test_glue_catalogs(self):
        glue = self.glue
        arn = fresh_table(self.s3tables, "conform-glue")["tableARN"].split("/table/")[0]
        glue.create_catalog(Name="s3tablescatalog", CatalogInput=federated(arn), Tags={"team": "data"})
        glue.update_catalog(CatalogId="s3tablescatalog", CatalogInput={**federated(arn), "Description": "tables"})
        catalog = glue.get_catalog(CatalogId="s3tablescatalog")["Catalog"]
        self.assertEqual(catalog["FederatedCatalog"]["ConnectionName"], "aws:s3tables")
        found = glue.get_catalogs(Recursive=True, IncludeRoot=True)["CatalogList"]
        child = f"{ACCOUNT}:s3tablescatalog/conform-glue"
        self.assertIn(child, [one["CatalogId"] for one in found])
        glue.get_catalog(CatalogId=child)
        glue.create_database(CatalogId=child, DatabaseInput={"Name": "other"})
        names = [one["Name"] for one in glue.get_databases(CatalogId=child)["DatabaseList"]]
        self.assertEqual(names, ["other", "sales"])
        tables = glue.get_tables(CatalogId=child, DatabaseName="sales")["TableList"]
        self.assertEqual([one["Name"] for one in tables], ["orders"])
        glue.get_table(CatalogId=child, DatabaseName="sales", Name="orders")
        glue.delete_table(CatalogId=child, DatabaseName="sales", Name="orders")
        glue.delete_database(CatalogId=child, Name="other")
        glue.delete_catalog(CatalogId="s3tablescatalog")

    def test_glue_databases_and_tables(self):
        glue = self.glue
        wanted = {"Name": "plain", "Description": "a\nb", "Parameters": {"a": "b"}, "LocationUri": "s3://bucket/plain"}
        glue.create_database(DatabaseInput=wanted, Tags={"env": "dev"})
        read = glue.get_database(Name="plain")["Database"]
        self.assertEqual(read, {**read, **wanted, "CatalogId": ACCOUNT})
        glue.update_database(Name="plain", DatabaseInput={"Name": "plain"})
        arn = f"arn:aws:glue:us-east-1:{ACCOUNT}:database/plain"
        glue.tag_resource(ResourceArn=arn, TagsToAdd={"team": "data"})
        glue.untag_resource(ResourceArn=arn, TagsToRemove=["env"])
        self.assertEqual(glue.get_tags(ResourceArn=arn)["Tags"], {"team": "data"})
        table = {
            "Name": "events",
            "TableType": "EXTERNAL_TABLE",
            "StorageDescriptor": {"Columns": [{"Name": "id", "Type": "bigint"}], "Location": "s3://bucket/events"},
        }
        glue.create_table(DatabaseName="plain", TableInput=table)
        glue.update_table(DatabaseName="plain", TableInput={**table, "Description": "events"}, VersionId="0")
        read = glue.get_table(DatabaseName="plain", Name="events")["Table"]
        self.assertEqual(read, {**read, **table, "VersionId": "1"})
        self.assertEqual(len(glue.get_tables(DatabaseName="plain", NextToken="")["TableList"]), 1)
        indexes = glue.get_partition_indexes(DatabaseName="plain", TableName="events")
        self.assertEqual(indexes["PartitionIndexDescriptorList"], [])
        glue.delete_table(DatabaseName="plain", Name="events")
        glue.delete_database(Name="plain")

    def test_lake_formation_settings_and_resources(self):
        lf = self.lf
        before = lf.get_data_lake_settings()["DataLakeSettings"]
        admin = {"DataLakePrincipalIdentifier": f"arn:aws:iam::{ACCOUNT}:root"}
        lf.put_data_lake_settings(DataLakeSettings={**before, "DataLakeAdmins": [admin]})
        self.assertEqual(lf.get_data_lake_settings()["DataLakeSettings"], {**before, "DataLakeAdmins": [admin]})
        self.assertIn(ACCOUNT, lf.get_data_lake_principal()["Identity"])
        at = {"ResourceArn": f"arn:aws:s3tables:us-east-1:{ACCOUNT}:bucket/*"}
        lf.register_resource(**at, RoleArn=ROLE, WithFederation=True, WithPrivilegedAccess=True)
        info = lf.describe_resource(**at)["ResourceInfo"]
        self.assertEqual((info["WithFederation"], info["WithPrivilegedAccess"]), (True, True))
        lf.update_resource(**at, RoleArn=ROLE + "2")
        self.assertEqual([one["RoleArn"] for one in lf.list_resources()["ResourceInfoList"]], [ROLE + "2"])
        lf.deregister_resource(**at)

    def test_lake_formation_permissions(self):
        lf = self.lf
        self.glue.create_database(DatabaseInput={"Name": "granted"})
        who, on = {"DataLakePrincipalIdentifier": ROLE}, {"Database": {"Name": "granted"}}
        what = {"Principal": who, "Resource": on, "Permissions": ["DESCRIBE", "ALTER"]}
        lf.grant_permissions(**what, PermissionsWithGrantOption=["DESCRIBE"])
        listed = lf.list_permissions(Resource=on)["PrincipalResourcePermissions"]
        mine = [one for one in listed if one["Principal"] == who]
        self.assertEqual(mine[0]["PermissionsWithGrantOption"], ["DESCRIBE"])
        lf.revoke_permissions(**what, PermissionsWithGrantOption=["DESCRIBE"])
        entries = [{"Id": "1", **what}, {"Id": "2", **what, "Resource": {"Database": {"Name": "absent"}}}]
        failed = lf.batch_grant_permissions(Entries=entries)["Failures"]
        self.assertEqual(
            [(one["RequestEntry"]["Id"], one["Error"]["ErrorCode"]) for one in failed],
            [("2", "EntityNotFoundException")],
        )
        self.assertEqual(lf.batch_revoke_permissions(Entries=entries[:1])["Failures"], [])
        self.glue.delete_database(Name="granted")

    def test_roles(self):
        iam, name = self.iam, "S3TablesRoleForLakeFormation"
        made = iam.create_role(
            RoleName=name,
            Path="/service-role/",
            AssumeRolePolicyDocument=json.dumps(TRUST),
            Description="tables",
            PermissionsBoundary="arn:aws:iam::aws:policy/PowerUserAccess",
            Tags=[{"Key": "team", "Value": "data"}],
        )["Role"]
        self.assertEqual(made["Arn"], f"arn:aws:iam::{ACCOUNT}:role/service-role/{name}")
        self.assertEqual(iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"], TRUST)
        self.assertEqual([one["RoleName"] for one in iam.list_roles(PathPrefix="/service-role/")["Roles"]], [name])
        iam.update_assume_role_policy(RoleName=name, PolicyDocument=json.dumps(TRUST))
        iam.tag_role(RoleName=name, Tags=[{"Key": "env", "Value": "dev"}])
        iam.untag_role(RoleName=name, TagKeys=["team"])
        self.assertEqual(iam.list_role_tags(RoleName=name)["Tags"], [{"Key": "env", "Value": "dev"}])
        iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=json.dumps(POLICY))
        self.assertEqual(iam.get_role_policy(RoleName=name, PolicyName="inline")["PolicyDocument"], POLICY)
        self.assertEqual(iam.list_role_policies(RoleName=name)["PolicyNames"], ["inline"])
        iam.delete_role_policy(RoleName=name, PolicyName="inline")
        managed = "arn:aws:iam::aws:policy/service-role/AmazonS3TablesLakeFormationServiceRole"
        iam.attach_role_policy(RoleName=name, PolicyArn=managed)
        attached = iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
        self.assertEqual([one["PolicyArn"] for one in attached], [managed])
        iam.detach_role_policy(RoleName=name, PolicyArn=managed)
        self.assertEqual(iam.list_instance_profiles_for_role(RoleName=name)["InstanceProfiles"], [])
        iam.delete_role(RoleName=name)

    def test_boundaries(self):
        iam, at = self.iam, {"RoleName": "bounded"}
        iam.create_role(**at, AssumeRolePolicyDocument=json.dumps(TRUST))
        iam.put_role_permissions_boundary(**at, PermissionsBoundary=POWER_USER)
        bounded = iam.get_role(**at)["Role"]["PermissionsBoundary"]
        self.assertEqual(bounded["PermissionsBoundaryArn"], POWER_USER)
        iam.delete_role_permissions_boundary(**at)
        iam.delete_role(**at)

    def test_users(self):
        iam, at = self.iam, {"UserName": "ann"}
        made = iam.create_user(**at, Path="/team/", Tags=[{"Key": "team", "Value": "data"}])["User"]
        self.assertEqual(made["Arn"], f"arn:aws:iam::{ACCOUNT}:user/team/ann")
        self.assertEqual(iam.get_user(**at)["User"]["Tags"], [{"Key": "team", "Value": "data"}])
        self.assertEqual([one["UserName"] for one in iam.list_users(PathPrefix="/team/")["Users"]], ["ann"])
        iam.tag_user(**at, Tags=[{"Key": "env", "Value": "dev"}])
        iam.untag_user(**at, TagKeys=["team"])
        self.assertEqual(iam.list_user_tags(**at)["Tags"], [{"Key": "env", "Value": "dev"}])
        iam.put_user_policy(**at, PolicyName="inline", PolicyDocument=json.dumps(POLICY))
        self.assertEqual(iam.get_user_policy(**at, PolicyName="inline")["PolicyDocument"], POLICY)
        self.assertEqual(iam.list_user_policies(**at)["PolicyNames"], ["inline"])
        iam.delete_user_policy(**at, PolicyName="inline")
        iam.attach_user_policy(**at, PolicyArn=POWER_USER)
        attached = iam.list_attached_user_policies(**at)["AttachedPolicies"]
        self.assertEqual([one["PolicyArn"] for one in attached], [POWER_USER])
        iam.detach_user_policy(**at, PolicyArn=POWER_USER)
        iam.put_user_permissions_boundary(**at, PermissionsBoundary=POWER_USER)
        iam.delete_user_permissions_boundary(**at)
        key = iam.create_access_key(**at)["AccessKey"]
        who = client("sts", aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
        self.assertEqual(who.get_caller_identity()["Arn"], made["Arn"])
        iam.update_access_key(**at, AccessKeyId=key["AccessKeyId"], Status="Inactive")
        self.assertEqual([one["Status"] for one in iam.list_access_keys(**at)["AccessKeyMetadata"]], ["Inactive"])
        iam.delete_access_key(**at, AccessKeyId=key["AccessKeyId"])
        iam.delete_user(**at)

    def test_managed_policies(self):
        iam = self.iam
        made = iam.create_policy(PolicyName="tables", PolicyDocument=json.dumps(POLICY), Description="reads")["Policy"]
        at = {"PolicyArn": made["Arn"]}
        self.assertEqual(iam.get_policy(**at)["Policy"]["Description"], "reads")
        self.assertEqual([one["PolicyName"] for one in iam.list_policies(Scope="Local")["Policies"]], ["tables"])
        second = iam.create_policy_version(**at, PolicyDocument=json.dumps(POLICY))["PolicyVersion"]
        self.assertFalse(second["IsDefaultVersion"])
        self.assertEqual(iam.get_policy_version(**at, VersionId="v2")["PolicyVersion"]["Document"], POLICY)
        iam.set_default_policy_version(**at, VersionId="v2")
        versions = iam.list_policy_versions(**at)["Versions"]
        self.assertEqual([one["VersionId"] for one in versions if one["IsDefaultVersion"]], ["v2"])
        iam.delete_policy_version(**at, VersionId="v1")
        iam.delete_policy(**at)

    def test_simulation(self):
        iam, at = self.iam, {"RoleName": "simulated"}
        arn = iam.create_role(**at, AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
        iam.put_role_policy(**at, PolicyName="inline", PolicyDocument=json.dumps(POLICY))
        results = iam.simulate_principal_policy(
            PolicySourceArn=arn, ActionNames=["s3tables:GetTable", "s3tables:DeleteTable"], ResourceArns=["*"]
        )["EvaluationResults"]
        self.assertEqual([one["EvalDecision"] for one in results], ["allowed", "implicitDeny"])
        self.assertEqual([one["SourcePolicyType"] for one in results[0]["MatchedStatements"]], ["role"])

    def test_taking_on_a_role(self):
        name, trust = "taken", trusting({"AWS": ACCOUNT}, "sts:AssumeRole")
        arn = self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        taken = self.sts.assume_role(RoleArn=arn, RoleSessionName="run", DurationSeconds=900)
        self.assertEqual(who(taken["Credentials"]), f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/run")

    def test_taking_on_a_role_with_a_token(self):
        iam, issuer = self.iam, "token.actions.githubusercontent.com"
        made = iam.create_open_id_connect_provider(Url="https://" + issuer, ClientIDList=["sts.amazonaws.com"])
        at = {"OpenIDConnectProviderArn": made["OpenIDConnectProviderArn"]}
        self.assertEqual(iam.get_open_id_connect_provider(**at)["Url"], issuer)
        listed = iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
        self.assertEqual([one["Arn"] for one in listed], list(at.values()))
        trust = trusting({"Federated": list(at.values())}, "sts:AssumeRoleWithWebIdentity")
        arn = iam.create_role(RoleName="federated", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        claims = {"iss": "https://" + issuer, "aud": "sts.amazonaws.com", "sub": "repo:acme/lake:ref:refs/heads/main"}
        taken = self.sts.assume_role_with_web_identity(
            RoleArn=arn, RoleSessionName="run", WebIdentityToken=token({**claims, "exp": int(time.time()) + 600})
        )
        self.assertEqual(taken["SubjectFromWebIdentityToken"], claims["sub"])
        self.assertEqual(who(taken["Credentials"]), f"arn:aws:sts::{ACCOUNT}:assumed-role/federated/run")
        iam.delete_open_id_connect_provider(**at)

    def test_a_difference_is_noticed(self):
        shape = self.s3tables.meta.service_model.operation_model("GetTableBucket").output_shape
        right = self.s3tables.get_table_bucket(tableBucketARN=fresh_bucket(self.s3tables, "conform-model"))
        right = {name: right[name] for name in shape.members} | {"createdAt": "2026-11-22T20:00:00Z"}
        self.assertEqual(list(check_json(shape, right, "", "unixTimestamp")), [])
        for wrong in (
            {"createdAt": 1795381992},
            {"ownerAccountId": "1"},
            {"type": "theirs"},
            {"name": ["conform-model"]},
            {"Name": "conform-model"},
            {"arn": "conform-model"},
        ):
            with self.subTest(wrong):
                self.assertEqual(len(list(check_json(shape, right | wrong, "", "unixTimestamp"))), 1)
        del right["arn"]
        self.assertEqual(list(check_json(shape, right, "", "unixTimestamp")), [".arn is missing"])

    def test_who_calls(self):
        self.assertEqual(self.sts.get_caller_identity()["Account"], ACCOUNT)
        self.assertEqual(self.iam.get_user()["User"]["Arn"], self.sts.get_caller_identity()["Arn"])


def trusting(principal, action):
    statement = {"Effect": "Allow", "Principal": principal, "Action": action}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def token(claims):
    """A token that nobody signed: without the keys of its issuer the sandbox believes it."""
    parts = [json.dumps(part).encode() for part in ({"alg": "RS256", "kid": "one"}, claims)] + [b"signature"]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def who(credentials):
    sts = client(
        "sts",
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
    return sts.get_caller_identity()["Arn"]


def federated(bucket_arn):
    everyone = [{"Principal": {"DataLakePrincipalIdentifier": "IAM_ALLOWED_PRINCIPALS"}, "Permissions": ["ALL"]}]
    return {
        "FederatedCatalog": {"Identifier": bucket_arn.rsplit("/", 1)[0] + "/*", "ConnectionName": "aws:s3tables"},
        "CreateDatabaseDefaultPermissions": everyone,
        "CreateTableDefaultPermissions": everyone,
        "AllowFullTableExternalDataAccess": "True",
    }


def bucket_policy(arn):
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": ROLE}, "Action": "s3tables:ListTables", "Resource": arn}
        ],
    }


def table_policy(arn):
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": ROLE}, "Action": "s3tables:GetTableData", "Resource": arn}
        ],
    }


def pick(members, *names):
    return {name: members[name] for name in names}
