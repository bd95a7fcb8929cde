"""The warehouse bucket under boto3: streams, checksums, parts, ranges, conditions, URLs; and what it lacks."""

import base64
import hashlib
import io
import re
import unittest
import urllib.error
import urllib.request
from types import SimpleNamespace
from unittest import mock

from boto3.s3.transfer import TransferConfig
from botocore.exceptions import ClientError

from support import client, clients, fresh_table, key_of

LARGE = bytes(range(256)) * 4 * 1024 * 20
ALGORITHMS = [
    *["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512"],
    *["XXHASH64", "XXHASH3", "XXHASH128"],
]


class Objects(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.model, (cls.s3tables, cls.s3, *_) = clients()
        cls.table = fresh_table(cls.s3tables, "objects")
        cls.bucket, cls.metadata = key_of(cls.table["metadataLocation"])

    def tearDown(self):
        self.assertEqual(self.model.problems, [])

    def test_a_body_with_a_checksum_of_each_algorithm(self):
        for algorithm in ALGORITHMS:
            with self.subTest(algorithm):
                put = self.s3.put_object(**self.at(algorithm), Body=b"checked", ChecksumAlgorithm=algorithm)
                # Reading with the mode on, botocore computes the checksum again and raises where it differs.
                read = self.s3.get_object(**self.at(algorithm), ChecksumMode="ENABLED")
                self.assertEqual(read["Body"].read(), b"checked")
                name = f"Checksum{algorithm}"
                self.assertEqual((read[name], read["ChecksumType"]), (put[name], "FULL_OBJECT"))

    def test_a_stream_in_chunks_with_a_trailing_checksum(self):
        # boto3 sends chunks over https alone, which the sandbox does not speak.
        secure = mock.patch("botocore.httpchecksum.urlparse", lambda _: SimpleNamespace(scheme="https"))
        sent = []
        self.s3.meta.events.register("before-send.s3.PutObject", lambda request, **_: sent.append(request), "spy")
        for algorithm in ALGORITHMS:
            with self.subTest(algorithm), secure:
                body = LARGE[: 3 * 1024 * 1024 + 1]
                self.s3.put_object(**self.at("chunks"), Body=io.BytesIO(body), ChecksumAlgorithm=algorithm)
                self.assertEqual(sent[-1].headers["x-amz-content-sha256"], b"STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                read = self.s3.get_object(**self.at("chunks"), ChecksumMode="ENABLED")
                self.assertEqual(read["Body"].read(), body)
                self.assertIn(f"Checksum{algorithm}", read)
                self.assertNotIn("ContentEncoding", read)
        self.s3.meta.events.unregister("before-send.s3.PutObject", unique_id="spy")

    def test_twenty_megabytes_in_parts(self):
        self.s3.upload_fileobj(io.BytesIO(LARGE), **self.at("large"))
        head = self.s3.head_object(**self.at("large"))
        self.assertEqual(head["ContentLength"], len(LARGE))
        self.assertRegex(head["ETag"], '^"[0-9a-f]{32}-3"$')
        back = io.BytesIO()
        self.s3.download_fileobj(**self.at("large"), Fileobj=back)
        self.assertEqual(hashlib.md5(back.getvalue()).digest(), hashlib.md5(LARGE).digest())

    def test_parts_with_a_checksum_of_the_whole(self):
        extra = {"ChecksumAlgorithm": "CRC64NVME"}
        config = TransferConfig(multipart_threshold=5 * 1024 * 1024, multipart_chunksize=5 * 1024 * 1024)
        self.s3.upload_fileobj(
            io.BytesIO(LARGE[: 11 * 1024 * 1024]), **self.at("whole"), ExtraArgs=extra, Config=config
        )
        read = self.s3.get_object(**self.at("whole"), ChecksumMode="ENABLED")
        self.assertEqual(len(read["Body"].read()), 11 * 1024 * 1024)
        self.assertEqual(read["ChecksumType"], "FULL_OBJECT")

    def test_a_small_part_before_the_last(self):
        upload = {**self.at("small"), "UploadId": self.s3.create_multipart_upload(**self.at("small"))["UploadId"]}
        parts = [
            {"PartNumber": number, "ETag": self.s3.upload_part(**upload, PartNumber=number, Body=b"part")["ETag"]}
            for number in (1, 2)
        ]
        self.refused(
            400, "EntityTooSmall", self.s3.complete_multipart_upload, **upload, MultipartUpload={"Parts": parts}
        )
        self.s3.abort_multipart_upload(**upload)
        self.refused(404, "NoSuchUpload", self.s3.list_parts, **upload)

    def test_ranges(self):
        self.s3.put_object(**self.at("range"), Body=b"0123456789")
        for asked, body, content_range in [
            ("bytes=2-4", b"234", "bytes 2-4/10"),
            ("bytes=-3", b"789", "bytes 7-9/10"),
            ("bytes=8-99", b"89", "bytes 8-9/10"),
        ]:
            with self.subTest(asked):
                read = self.s3.get_object(**self.at("range"), Range=asked)
                self.assertEqual((read["Body"].read(), read["ContentRange"]), (body, content_range))
                self.assertEqual(read["ResponseMetadata"]["HTTPStatusCode"], 206)
        self.refused(416, "InvalidRange", self.s3.get_object, **self.at("range"), Range="bytes=10-")

    def test_conditions(self):
        put = self.s3.put_object(**self.at("once"), Body=b"1", IfNoneMatch="*")
        self.refused(412, "PreconditionFailed", self.s3.put_object, **self.at("once"), Body=b"2", IfNoneMatch="*")
        self.s3.put_object(**self.at("once"), Body=b"3", IfMatch=put["ETag"])
        self.refused(412, "PreconditionFailed", self.s3.put_object, **self.at("once"), Body=b"4", IfMatch=put["ETag"])
        read = self.s3.get_object(**self.at("once"))
        self.assertEqual(read["Body"].read(), b"3")
        self.refused(304, "304", self.s3.get_object, **self.at("once"), IfNoneMatch=read["ETag"])
        self.refused(412, "PreconditionFailed", self.s3.get_object, **self.at("once"), IfMatch=put["ETag"])
        self.refused(404, "404", self.s3.head_object, **self.at("absent"))

    def test_a_body_that_was_damaged(self):
        wrong = base64.b64encode(hashlib.md5(b"other").digest()).decode()
        self.refused(400, "BadDigest", self.s3.put_object, **self.at("bad"), Body=b"body", ContentMD5=wrong)
        wrong = base64.b64encode(hashlib.sha256(b"other").digest()).decode()
        self.refused(400, "BadDigest", self.s3.put_object, **self.at("bad"), Body=b"body", ChecksumSHA256=wrong)
        self.refused(404, "NoSuchKey", self.s3.get_object, **self.at("bad"))

    def test_no_list_no_delete_no_copy(self):
        key, bucket = self.at(self.metadata), {"Bucket": self.bucket}
        for operation, members in [
            (self.s3.list_objects_v2, bucket),
            (self.s3.list_objects, bucket),
            (self.s3.list_multipart_uploads, bucket),
            (self.s3.delete_object, key),
            (self.s3.delete_objects, {**bucket, "Delete": {"Objects": [{"Key": self.metadata}]}}),
            (self.s3.copy_object, {**self.at("copy"), "CopySource": key}),
            (self.s3.get_object_tagging, key),
            (self.s3.put_object_tagging, {**key, "Tagging": {"TagSet": []}}),
            (self.s3.get_object_acl, key),
            (self.s3.delete_bucket, bucket),
        ]:
            with self.subTest(operation.__name__):
                self.refused(405, "MethodNotAllowed", operation, **members)
        self.assertEqual(self.s3.head_object(**key)["ResponseMetadata"]["HTTPStatusCode"], 200)

    def test_a_presigned_url(self):
        # Without being told, boto3 signs URLs of us-east-1 as S3 did before version 4, which is refused.
        old = self.presigned(self.s3)
        self.assertEqual(self.failure_of(old), (400, "InvalidRequest"))
        url = self.presigned(client("s3", signature_version="s3v4"))
        with urllib.request.urlopen(url) as answer:
            self.assertIn(self.table["warehouseLocation"], answer.read().decode())
        for spoilt in (url.replace("00000-", "00001-"), url.replace("X-Amz-Expires=60", "X-Amz-Expires=61")):
            self.assertNotEqual(spoilt, url)
            self.assertEqual(self.failure_of(spoilt), (403, "SignatureDoesNotMatch"))

    def test_keys_with_strange_characters(self):
        for key in ("data/a b", "data/ä=ö&ü", "data/1+1?#%25", "data//double", "data/~.-_!'()*"):
            with self.subTest(key):
                self.s3.put_object(**self.at(key), Body=key.encode())
                self.assertEqual(self.s3.get_object(**self.at(key))["Body"].read().decode(), key)

    def presigned(self, s3):
        return s3.generate_presigned_url("get_object", Params=self.at(self.metadata), ExpiresIn=60)

    def failure_of(self, url):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(url)
        with caught.exception as error:
            return error.code, re.search("<Code>(.*)</Code>", error.read().decode())[1]

    def at(self, key):
        return {"Bucket": self.bucket, "Key": key}

    def refused(self, status, code, operation, **members):
        with self.assertRaises(ClientError) as caught:
            operation(**members)
        response = caught.exception.response
        self.assertEqual((response["ResponseMetadata"]["HTTPStatusCode"], response["Error"]["Code"]), (status, code))
