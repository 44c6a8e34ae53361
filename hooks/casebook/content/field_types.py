"""The types of front matter fields: which texts are valid and the values they are parsed to.

Each type rejects with a PydanticCustomError whose type is a code of the message table and whose
context fills the message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from casebook.content import json_shapes
from casebook.content.amount import Amount
from casebook.content.calendar import CHINA
from casebook.content.front_matter import INVISIBLE
from casebook.content.memoize import memoized
from casebook.content.partial_date import PartialDate
from casebook.content.place_texts import district_values, zone_values
from casebook.content.problem import nearest
from casebook.content.web_address import flaw_of
from casebook.content.written_date import date_advice
from casebook.places.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, gazetteer
from casebook.places.history import history
from casebook.places.resolution import cities_with_district
from casebook.places.zones import zones
from casebook.texts import problems as texts

Choice = TypeVar("Choice", bound=StrEnum)

CASE_ID = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(?:-[a-z0-9]+)*/[0-9]{2,}"
BULLETIN_ID = CASE_ID.partition("/")[0]
TITLE_ENDING = "案(?:（[^（）]+）)?$"
"""A case's title ends with 案, or with 案 and a remark in brackets."""
SLUG = r"(?!page$)[a-z0-9]+(?:-[a-z0-9]+)*"


MAX_CASES = 1000
"""More cases than any bulletin has; a larger number is a typing error."""


class Status(StrEnum):
    """The publication status of a case."""

    PUBLISHED = "published"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


class SourceKind(StrEnum):
    """What the text is that a bulletin's cases are taken from."""

    BULLETIN = "通报"
    """The unit's own publication."""
    REPORT = "媒体报道"
    """A medium's report of the bulletin."""
    REPOST = "转载"
    """A copy, by somebody else, of a bulletin or of a report."""


def flaw(code: str, **found: object) -> PydanticCustomError:
    """The error of an invalid value under a code of the message table."""
    return PydanticCustomError(code, code, found)


def not_in_list(
    found: str, allowed: Sequence[str], near: Sequence[str] | None = None
) -> PydanticCustomError:
    """The error of a text that is none of the values of a closed list.

    What it suggests is one of `near`, or of all values if that is None.
    """
    close = nearest(found, allowed if near is None else near)
    return flaw("not-in-list", found=found, nearest=close, allowed="、".join(allowed))


def text(value: object) -> str:
    """A text with normalized white space; rejects lists, mappings and invisible characters.

    In double quotes YAML allows any character as an escape, as `\\x07`.
    """
    if not isinstance(value, str):
        raise flaw("not-text", shape=texts.LIST if isinstance(value, list) else texts.MAPPING)
    if hidden := INVISIBLE.search(value):
        raise flaw("control-character", found=f"U+{ord(hidden[0]):04X}")
    return " ".join(value.split())


def of_length(least: int, most: int) -> Callable[[object], str]:
    """A validator of texts of `least` to `most` characters."""

    def check(value: object) -> str:
        written = text(value)
        if not least <= len(written) <= most:
            raise flaw("text-length", least=least, most=most, length=len(written))
        return written

    return check


def matching(pattern: str, code: str) -> Callable[[object], str]:
    """A validator of texts that match a pattern as a whole; rejects with `code`."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: object) -> str:
        written = text(value)
        if not compiled.fullmatch(written):
            raise flaw(code, found=written)
        return written

    return check


def choice(values: type[Choice]) -> Callable[[object], Choice]:
    """A validator of texts that are values of an enum."""

    def check(value: object) -> Choice:
        written = text(value)
        if written not in tuple(values):
            raise not_in_list(written, tuple(values))
        return values(written)

    return check


def as_list(value: object) -> object:
    """A single text as a list of one, for fields that allow a text or a list."""
    return [value] if isinstance(value, str) else value


def _full_date(value: object) -> date:
    written = text(value)
    try:
        parsed = PartialDate.parse(written)
    except ValueError:
        raise flaw("date", found=written, expected=date_advice(written, is_full=True)) from None
    if parsed.day is None:
        advice = date_advice(written, is_full=True)
        raise flaw("date-not-full", found=written, expected=advice)
    return parsed.first_day


def _minute(value: object) -> datetime:
    written = text(value)
    try:
        if not re.fullmatch(MINUTE, written, re.ASCII):
            raise ValueError(written)
        return datetime.fromisoformat(written).replace(tzinfo=CHINA)
    except ValueError:
        raise flaw("minute", found=written) from None


MINUTE = r"(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"


def _partial_date(value: object) -> PartialDate:
    written = text(value)
    try:
        return PartialDate.parse(written)
    except ValueError:
        raise flaw("date", found=written, expected=date_advice(written)) from None


def _amount(value: object) -> Amount:
    written = text(value)
    try:
        return Amount.parse(written)
    except ValueError:
        raise flaw("amount", found=written) from None


def _count(value: object) -> int:
    written = text(value)
    if not re.fullmatch(r"[1-9][0-9]{0,8}", written, re.ASCII):
        raise flaw("count", found=written)
    return int(written)


def _total(value: object) -> int:
    number = _count(value)
    if number > MAX_CASES:
        raise flaw("total-large", found=number, most=MAX_CASES)
    return number


def https(value: object) -> str:
    """The address of a public page over https."""
    written = text(value)
    if kind := flaw_of(written):
        raise flaw(
            "address",
            found=written,
            detail=texts.table("ADDRESS_FLAWS")[kind],
            expected=texts.table("ADDRESS_HINTS")[kind],
        )
    return written


def _province(value: object) -> str:
    return _listed(value, (*gazetteer().province_names, WHOLE_COUNTRY), "province-unknown")


def _city(value: object) -> str:
    written = text(value)
    if gazetteer().city(written) or written == WHOLE_PROVINCE:
        return written
    named = zones().named(written)
    if not named and written in history().city_names:
        return written
    # 两江新区 is a zone by its name, and a district today.
    if cities := cities_with_district(written):
        raise flaw("city-district", found=written, **district_values(written, cities))
    if named:
        raise flaw("city-zone", found=written, **zone_values(named))
    return _listed(written, gazetteer().city_names, "city-unknown")


def _listed(value: object, names: tuple[str, ...], code: str) -> str:
    written = text(value)
    if written not in names:
        raise flaw(code, found=written, nearest=nearest(written, names))
    return written


def _synonym(value: object) -> str:
    written = of_length(2, 30)(value)
    if "，" in written:
        raise flaw("full-width-comma", found=written)
    return written


def _former_address(value: object) -> str:
    written = text(value)
    address = written if written.endswith("/") else f"{written}/"
    if not re.fullmatch(_FORMER_ADDRESS, address) or "." in address.split("/")[-2]:
        raise flaw("former-address", found=written)
    return address


_FORMER_ADDRESS = r"(?:(?!\.{1,2}/)[^\s/\\?#%:<>]+/)+"


Text = Annotated[str, BeforeValidator(memoized(of_length(1, 200))), json_shapes.scalar(1, 200)]
LongText = Annotated[str, BeforeValidator(of_length(1, 400)), json_shapes.scalar(1, 400)]
FigureLabel = Annotated[str, BeforeValidator(memoized(of_length(1, 20))), json_shapes.string(1, 20)]
Label = Annotated[str, BeforeValidator(memoized(of_length(1, 12))), json_shapes.scalar(1, 12)]
Summary = Annotated[str, BeforeValidator(of_length(20, 120)), json_shapes.string(20, 120)]
Title = Annotated[str, BeforeValidator(of_length(4, 60)), json_shapes.string(4, 60)]
Synonym = Annotated[str, BeforeValidator(_synonym), json_shapes.scalar(2, 30, "^[^，]*$")]
FullDate = Annotated[date, PlainValidator(memoized(_full_date)), json_shapes.DAY]
Minute = Annotated[datetime, PlainValidator(_minute), json_shapes.MINUTE]
Partial = Annotated[PartialDate, PlainValidator(memoized(_partial_date)), json_shapes.PARTIAL]
Money = Annotated[Amount, PlainValidator(memoized(_amount)), json_shapes.MONEY]
Count = Annotated[int, PlainValidator(memoized(_count)), json_shapes.COUNT]
Total = Annotated[int, PlainValidator(memoized(_total)), json_shapes.COUNT]
Https = Annotated[str, BeforeValidator(https), json_shapes.HTTPS]
CaseId = Annotated[
    str, BeforeValidator(matching(CASE_ID, "case-id")), json_shapes.string_matching(f"^{CASE_ID}$")
]
BulletinId = Annotated[
    str,
    BeforeValidator(matching(BULLETIN_ID, "bulletin-id")),
    json_shapes.string_matching(f"^{BULLETIN_ID}$"),
]
Slug = Annotated[str, BeforeValidator(matching(SLUG, "slug")), json_shapes.scalar_matching(SLUG)]
FormerAddress = Annotated[str, BeforeValidator(_former_address), json_shapes.scalar(1, 200)]
Province = Annotated[str, BeforeValidator(memoized(_province)), json_shapes.PROVINCE]
City = Annotated[str, BeforeValidator(memoized(_city)), json_shapes.CITY]
"""A city of today or a former one; which names are valid depends on the date of the case."""
StatusName = Annotated[Status, BeforeValidator(memoized(choice(Status)))]
SourceKindName = Annotated[SourceKind, BeforeValidator(choice(SourceKind))]
