"""The files of the data interface:

api/v1/index.json                        the files and counts
api/v1/cases.json                        all cases without texts, and the withdrawn ones
api/v1/cases/2024-09-12-taiyuan/01.json  one case with its text, or its withdrawal or new id
api/v1/recent.json, bulletins.json, cities.json, offences.json
api/v1/openapi.json                      the OpenAPI document
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter

from casebook.content.contents import Case
from casebook.outputs.api.case_serializer import CaseSerializer
from casebook.outputs.api.list_serializer import ListSerializer
from casebook.outputs.api.openapi import description
from casebook.outputs.context import BuildContext, output_route
from casebook.pages.data import DATA
from casebook.pages.page import File
from casebook.pages.paragraphs import paragraphs
from casebook.pages.routes import Caching
from casebook.schema import list_records
from casebook.schema.case_laws import laws_of
from casebook.schema.endpoints import CASE, FOLDER, RESOURCES, SELF, VERSION
from casebook.schema.part_records import ApiModel, CaseLawRecord
from casebook.texts import pages as texts

ROUTES = (output_route("api/*.json", "application/json", Caching.MINUTES, is_lasting=True),)


def files(context: BuildContext) -> Iterator[File]:
    """All files of the interface, without drafts."""
    serializer = CaseSerializer(context.library, context.site, context.site_config.absolute(""))
    lists = ListSerializer(serializer)
    cases = serializer.site.cases
    shorts = [_json(serializer.short_record(case)) for case in cases]
    yield _file("index.json", _index(context, serializer, lists))
    yield FOLDER + "cases.json", _with_cases(lists.empty_list(), shorts)
    for case, short in zip(cases, shorts, strict=True):
        yield FOLDER + _path(case.id), _in_full(short, case)
    for case in serializer.site.withdrawn:
        yield _file(_path(case.id), serializer.withdrawn_record(case))
    for moved in serializer.moved_records:
        yield _file(_path(moved.id), moved)
    yield _file("recent.json", lists.recent())
    yield _file("bulletins.json", lists.bulletins())
    yield _file("cities.json", lists.cities())
    yield _file("offences.json", lists.offences())
    whole = json.dumps(description(context.site_config), ensure_ascii=False, separators=(",", ":"))
    yield FOLDER + SELF, whole.encode()


def _file(path: str, content: ApiModel) -> File:
    return FOLDER + path, _json(content)


def _json(content: ApiModel) -> bytes:
    return content.model_dump_json().encode()


def _in_full(short: bytes, case: Case) -> bytes:
    """The record of a case with its laws and text, appended to the short record as the last keys.

    So a case is serialized once for its own file and for the list of all, in half the time.
    """
    laws = _LAWS.dump_json(_LAWS.validate_python(laws_of(case).laws, from_attributes=True))
    text = _TEXT.dump_json(tuple(paragraphs(case.body)))
    return short.removesuffix(b"}") + b',"laws":' + laws + b',"text":' + text + b"}"


_LAWS = TypeAdapter(tuple[CaseLawRecord, ...])
_TEXT = TypeAdapter(tuple[str, ...])


def _with_cases(empty: ApiModel, shorts: Iterable[bytes]) -> bytes:
    """The list of all cases, from the empty list and the serialized short records."""
    head, key, rest = _json(empty).partition(b'"cases":[')
    return head + key + b",".join(shorts) + rest


def _path(case_id: str) -> str:
    bulletin, _, number = case_id.partition("/")
    return CASE.format(bulletin=bulletin, number=number)


def _index(
    context: BuildContext, serializer: CaseSerializer, lists: ListSerializer
) -> list_records.Index:
    site_config, site = context.site_config, serializer.site
    return list_records.Index(
        version=VERSION,
        name=site_config.name,
        description=site_config.description,
        url=site_config.absolute(""),
        documentation=DATA.address,
        latest=max((one.fields.published for one in site.bulletins), default=None),
        counts=lists.counts(),
        files=tuple(
            list_records.DataFile(title=title, address=address, url=site_config.absolute(address))
            for address, title in _files()
        ),
    )


def _files() -> Iterator[tuple[str, str]]:
    """The addresses and titles of all files for programs: interface, tables and feeds."""
    yield from ((one.address, one.title) for one in RESOURCES)
    yield from texts.table("DATA_TABLES").items()
    yield from texts.table("DATA_FEEDS").items()
