"""Holds every answer against botocore's model of the service. botocore itself believes whatever comes."""

import json
import re
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

# Every service answers with these, whatever its model says (Common Error Types of each API reference).
COMMON_ERRORS = {
    "AccessDeniedException",
    "UnknownOperationException",
    "ValidationException",
    "SerializationException",
    "UnrecognizedClientException",
    "InvalidSignatureException",
}
# The HTTP headers and the ids of an answer, which no model has.
TRANSPORT = re.compile(
    r"^(connection|content-.*|date|keep-alive|transfer-encoding|x-amzn-requestid|x-amzn-errortype|x-amz-request-id|x-amz-id-2)$"
)
KINDS = {"string": str, "boolean": bool, "integer": int, "long": int, "map": dict, "list": list, "structure": dict}


class Model:
    """Listens to a botocore client, and collects how the answers differ from the model."""

    def __init__(self):
        self.problems = []

    def listen(self, client):
        client.meta.events.register("before-parse.*.*", self.check)
        return client

    def check(self, operation_model, response_dict, **_):
        status = response_dict["status_code"]
        look = self.check_error if status >= 300 else self.check_answer
        for problem in look(operation_model, response_dict):
            self.problems.append(f"{operation_model.name}: {problem}")

    def check_error(self, operation, response):
        protocol = operation.service_model.protocol
        if protocol in ("query", "rest-xml"):
            return
        headers, body = response["headers"], response["body"]
        code = headers.get("x-amzn-errortype", "")
        modelled = {shape.name: shape for shape in operation.error_shapes}
        if code not in modelled:
            if code not in COMMON_ERRORS:
                yield f"{code} is no error of this operation"
            return
        default = 400 if protocol == "json" else 500
        wanted = modelled[code].metadata.get("error", {}).get("httpStatusCode", default)
        # Lake Formation's model names no statuses; its client errors are 400s.
        if operation.service_model.service_name != "lakeformation" and response["status_code"] != wanted:
            yield f"{code} has the status {response['status_code']}, not {wanted}"
        if not json.loads(body).get("message"):
            yield f"{code} says nothing"

    def check_answer(self, operation, response):
        status, wanted = response["status_code"], operation.http.get("responseCode", 200)
        if status != wanted and not (status == 206 and operation.name == "GetObject"):
            yield f"status {status}, not {wanted}"
        protocol = operation.service_model.protocol
        shape = operation.output_shape
        if protocol == "query":
            yield from check_query(operation, response)
        elif protocol == "rest-xml":
            yield from check_headers(shape, response["headers"])
            if response["body"] and not operation.has_streaming_output:
                root = ElementTree.fromstring(response["body"])
                yield from check_xml(shape, root, "", payload_of(shape))
        elif shape is None or not shape.members:
            if response["body"] not in (b"", b"{}"):
                yield f"a body that the model does not have: {response['body']}"
        else:
            times = "unixTimestamp"
            yield from check_json(shape, json.loads(response["body"]), "", times)


def check_json(shape, value, place, times):
    """Compares a JSON value with a shape. Gives sentences."""
    kind = shape.type_name
    if kind == "timestamp":
        yield from check_time(value, shape.serialization.get("timestampFormat", times), place)
        return
    wanted = KINDS.get(kind)
    if wanted and (not isinstance(value, wanted) or (wanted is int and isinstance(value, bool))):
        yield f"{place} is {value!r}, not a {kind}"
    elif kind == "structure":
        for name in value.keys() - names_of(shape).keys():
            yield f"{place}.{name} is not in the model"
        for name in set(shape.required_members) - {one for key, one in names_of(shape).items() if key in value}:
            yield f"{place}.{name} is missing"
        for name, member in names_of(shape).items():
            if name in value:
                yield from check_json(shape.members[member], value[name], f"{place}.{name}", times)
    elif kind == "list":
        yield from check_size(shape, len(value), place)
        for at, item in enumerate(value):
            yield from check_json(shape.member, item, f"{place}[{at}]", times)
    elif kind == "map":
        for key, item in value.items():
            yield from check_json(shape.key, key, f"{place} key", times)
            yield from check_json(shape.value, item, f"{place}.{key}", times)
    else:
        yield from check_scalar(shape, value, place)


def check_xml(shape, element, place, skip=()):
    """Compares an XML element with a shape. Gives sentences."""
    kind = shape.type_name
    if kind == "structure":
        names = names_of(shape)
        found = [tag_of(child) for child in element]
        for name in set(found) - names.keys():
            yield f"{place}.{name} is not in the model"
        missing = {member for name, member in names.items() if name not in found}
        for name in set(shape.required_members) & missing - set(skip):
            yield f"{place}.{name} is missing"
        for child in element:
            if tag_of(child) in names:
                member = shape.members[names[tag_of(child)]]
                # A flattened list has no element of its own: each child is an item.
                inner = member.member if member.serialization.get("flattened") else member
                yield from check_xml(inner, child, f"{place}.{tag_of(child)}")
    elif kind == "list":
        wanted = shape.member.serialization.get("name", "member")
        for child in element:
            if tag_of(child) != wanted:
                yield f"{place} has an item {tag_of(child)}, not {wanted}"
            yield from check_xml(shape.member, child, f"{place}[]")
    else:
        yield from check_text(shape, element.text or "", place)


def check_query(operation, response):
    root = ElementTree.fromstring(response["body"])
    parts = {tag_of(child): child for child in root}
    if tag_of(root) != f"{operation.name}Response" or "ResponseMetadata" not in parts:
        yield f"the answer is a {tag_of(root)}"
    wrapper = operation.output_shape and operation.output_shape.serialization.get("resultWrapper")
    if set(parts) - {"ResponseMetadata", wrapper}:
        yield f"unknown parts: {set(parts)}"
    if wrapper and operation.output_shape.members:
        yield from check_xml(operation.output_shape, parts[wrapper], "")


def check_headers(shape, headers):
    members = {one.serialization["name"].lower(): one for one in shape.members.values() if is_header(one)}
    for name in headers:
        meta = name.lower().startswith("x-amz-meta-")
        if name.lower() not in members and not meta and not TRANSPORT.match(name.lower()):
            yield f"the header {name} is not in the model"
        elif name.lower() in members:
            yield from check_text(members[name.lower()], headers[name], name, "rfc822")


def check_text(shape, text, place, times="iso8601"):
    """A value that is text on the wire, whatever it is in the model."""
    kind = shape.type_name
    if kind == "timestamp":
        yield from check_time(text, shape.serialization.get("timestampFormat", times), place)
    elif kind == "boolean" and text not in ("true", "false"):
        yield f"{place} is {text}, not a boolean"
    elif kind in ("integer", "long"):
        if re.fullmatch(r"-?\d+", text):
            yield from check_scalar(shape, int(text), place)
        else:
            yield f"{place} is {text}, not a number"
    else:
        yield from check_scalar(shape, text, place)


def check_scalar(shape, value, place):
    enum, pattern = getattr(shape, "enum", None), shape.metadata.get("pattern")
    if enum and value not in enum:
        yield f"{place} is {value!r}, none of {enum}"
    if pattern and isinstance(value, str) and not re.fullmatch(python_pattern(pattern), value):
        yield f"{place} is {value!r}, which does not match {pattern}"
    yield from check_size(shape, value if isinstance(value, (int, float)) else len(value), place)


def check_size(shape, size, place):
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if (low is not None and size < low) or (high is not None and size > high):
        yield f"{place} has the size {size}, out of {low} to {high}"


def check_time(value, form, place):
    try:
        if form == "unixTimestamp":
            if isinstance(value, (bool, str)):
                raise ValueError
            time = datetime.fromtimestamp(value, timezone.utc)
        elif form == "iso8601":
            time = datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ" if "." in value else "%Y-%m-%dT%H:%M:%SZ")
        else:
            time = parsedate_to_datetime(value)
        # Milliseconds for seconds would be far off; the sandbox's user is as old as the epoch.
        if not 1970 <= time.year < 2100:
            raise ValueError
    except (TypeError, ValueError, OverflowError):
        yield f"{place} is {value!r}, no time of the form {form}"


def names_of(shape):
    """The members in the body, by their names on the wire."""
    return {
        one.serialization.get("name", name): name
        for name, one in shape.members.items()
        if not one.serialization.get("location")
    }


def payload_of(shape):
    return [name for name, one in shape.members.items() if one.serialization.get("location")]


def is_header(shape):
    return shape.serialization.get("location") == "header"


def tag_of(element):
    return element.tag.split("}")[-1]


def python_pattern(pattern):
    """A pattern in Java's dialect as Python has it: surrogate pairs are one character here, `\\p{...}` is not there."""
    pattern = pattern.replace(r"\uD800\uDC00-\uDBFF\uDFFF", "\U00010000-\U0010ffff")
    pattern = pattern.replace(r"\u10000-\u10FFFF", "\U00010000-\U0010ffff")
    return (
        pattern.replace(r"\p{L}", r"\w")
        .replace(r"\p{Z}", r"\s")
        .replace(r"\p{N}", r"\d")
        .replace(r"\p{P}", r"!-/:-@[-`{-~")
    )
