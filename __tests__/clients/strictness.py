"""What the model forbids, the sandbox refuses: each request of the conformance story is sent once more for each way to
break a constraint of the model in it, by a client that checks nothing itself."""

import copy
import re
import unittest
from unittest import mock

from botocore import xform_name
from botocore.exceptions import ClientError

import conformance
from model import python_pattern
from support import client, clients

REFUSALS = {
    "BadRequestException",
    "InvalidInputException",
    "SerializationException",
    "ValidationError",
    "ValidationException",
}
# Read entry by entry; an entry that is bad is a failure in an answer of 200.
BATCHES = ("BatchGrantPermissions", "BatchRevokePermissions")
GONE = object()


class Breaker:
    """Sends broken variants of a request, just before the request itself is sent."""

    def __init__(self):
        self.sent = set()
        self.accepted = []
        self.clients = {}

    def listen(self, service):
        service.meta.events.register("before-parameter-build.*.*", self.break_request)

    def break_request(self, params, model, **_):
        service = model.service_model.service_name
        if service == "s3" or model.name in BATCHES:
            return
        for path, value in variants(model.input_shape, params):
            # The path of a URL without one of its labels is another operation's.
            in_path = model.input_shape.members[path[0]].serialization.get("location") == "uri"
            if (model.name, path, repr(value)) in self.sent or (in_path and value in ("", GONE)):
                continue
            self.sent.add((model.name, path, repr(value)))
            self.send(service, model.name, path, changed(params, path, value))

    def send(self, service, name, path, params):
        if service not in self.clients:
            self.clients[service] = client(service, parameter_validation=False)
        try:
            getattr(self.clients[service], xform_name(name))(**params)
            self.accepted.append((name, path, "accepted"))
        except ClientError as error:
            if error.response["Error"]["Code"] not in REFUSALS:
                self.accepted.append((name, path, error.response["Error"]["Code"]))


class Strictness(unittest.TestCase):
    def test_what_the_model_forbids_is_refused(self):
        breaker = Breaker()

        def broken_clients():
            model, services = clients()
            for service in services:
                breaker.listen(service)
            return model, services

        with mock.patch.object(conformance, "clients", broken_clients):
            result = unittest.defaultTestLoader.loadTestsFromModule(conformance).run(unittest.TestResult())
        self.assertEqual([text for _, text in result.failures + result.errors], [])
        self.assertEqual(breaker.accepted, [])
        self.assertGreater(len(breaker.sent), 300)


def variants(shape, value, path=()):
    """Places in a request, and what the model does not allow there."""
    kind, rules = shape.type_name, shape.metadata
    if kind == "structure":
        yield from ((path + (name,), GONE) for name in shape.required_members if name in value)
        for name in value:
            yield from variants(shape.members[name], value[name], path + (name,))
    elif kind == "list":
        if value and rules.get("max", 1000) < 100:
            yield path, value * (rules["max"] + 1)
        if rules.get("min"):
            yield path, []
        for at, item in enumerate(value):
            yield from variants(shape.member, item, path + (at,))
    elif kind == "map":
        for key in value:
            yield from variants(shape.value, value[key], path + (key,))
    elif kind in ("integer", "long"):
        yield from ((path, rules[bound] + step) for bound, step in (("min", -1), ("max", 1)) if bound in rules)
        yield path, "text"
    elif kind == "boolean":
        yield path, "maybe"
    elif kind == "string":
        yield from ((path, text) for text in bad_texts(shape))


def bad_texts(shape):
    rules = shape.metadata
    if getattr(shape, "enum", None):
        yield "NONE_OF_THESE"
    # What is longer does not fit into a URL.
    if rules.get("max", 100_000) < 30_000:
        yield "a" * (rules["max"] + 1)
    if rules.get("min"):
        yield ""
    if "pattern" in rules:
        pattern = re.compile(python_pattern(rules["pattern"]))
        yield from [text for text in ("\x01!", "a b*%", "Upper-x.y/") if not pattern.fullmatch(text)][:1]


def changed(params, path, value):
    params = copy.deepcopy(params)
    inner = params
    for step in path[:-1]:
        inner = inner[step]
    if value is GONE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return params
