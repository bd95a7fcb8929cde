"""Values of any reader as the JSON that `plain.ts` makes of the rows that were written."""

import datetime
import decimal
import math
import uuid

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
MICRO = datetime.timedelta(microseconds=1)


def plain(value):
    """Dates are days, times and timestamps are microseconds, decimals are text with all digits of their scale."""
    if isinstance(value, float):
        if math.isfinite(value):
            return "-0" if value == 0 and math.copysign(1, value) < 0 else value
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, datetime.datetime):
        return (value.replace(tzinfo=value.tzinfo or datetime.timezone.utc) - EPOCH) // MICRO
    if isinstance(value, datetime.date):
        return (value - EPOCH.date()).days
    if isinstance(value, datetime.time):
        return datetime.timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond
        ) // MICRO
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def by_id(rows):
    """Rows in the order of their ids: a table has none of its own."""
    return sorted((plain(row) for row in rows), key=lambda row: row["id"])
