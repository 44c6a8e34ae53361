"""Document transfer: what is sent arrives, and nothing else is taken for a document."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.document import Block, Cell, Document, Note, Picture, Role, Unseen
from casebook.importer.document_transfer import (
    BrokenTransferError,
    receive,
    send,
    send_missing,
    send_refusal,
)
from casebook.importer.readers.source import LIMITS, Refusal, UnreadableError

texts, counts = st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 10**9)
cells = st.none() | st.builds(Cell, counts, counts, counts)
blocks = st.builds(Block, texts, texts, st.sampled_from(Role), counts, st.booleans(), cells)
pictures = st.builds(Picture, texts, st.none() | st.binary(), texts)
documents = st.builds(
    Document,
    st.lists(blocks).map(tuple),
    st.dictionaries(texts, texts),
    st.dictionaries(st.sampled_from(Unseen), counts),
    st.lists(st.sampled_from(Note)).map(tuple),
    st.lists(pictures).map(tuple),
    st.lists(texts).map(tuple),
)
SMALL = Document(
    (Block("甲", "表1第1行第1列", Role.CELL, 0, True, Cell(1, 1, 1)),),
    {"title": "乙"},
    {Unseen.STRUCK: 3},
    (Note.TABLES,),
    (Picture("图1.png", b"\n12", "第1段"),),
    ("丙.xlsx",),
)


def sent(send: Callable[..., None], value: object) -> bytes:
    stream = io.BytesIO()
    send(stream, value)
    return stream.getvalue()


@given(documents)
def test_a_document_arrives_as_it_was(document: Document) -> None:
    assert receive(io.BytesIO(sent(send, document)), LIMITS) == document


def test_half_a_character_arrives_as_a_question_mark() -> None:
    found = receive(io.BytesIO(sent(send, Document((Block("a\ud800", "第1行"),)))), LIMITS)
    assert found.blocks == (Block("a?", "第1行"),)


@pytest.mark.parametrize("refusal", Refusal)
def test_a_refusal_arrives(refusal: Refusal) -> None:
    with pytest.raises(UnreadableError) as raised:
        receive(io.BytesIO(sent(send_refusal, refusal)), LIMITS)
    assert raised.value.refusal is refusal


def test_a_missing_module_is_named() -> None:
    with pytest.raises(ModuleNotFoundError) as raised:
        receive(io.BytesIO(sent(send_missing, "pypdfium2")), LIMITS)
    assert raised.value.name == "pypdfium2"


@pytest.mark.parametrize("length", range(len(sent(send, SMALL))))
def test_a_document_that_is_cut_off_is_none(length: int) -> None:
    with pytest.raises(BrokenTransferError):
        receive(io.BytesIO(sent(send, SMALL)[:length]), LIMITS)


@pytest.mark.parametrize("limit", [10, 300])
def test_a_document_beyond_the_limits_is_none(limit: int) -> None:
    document = replace(SMALL, pictures=(Picture("图1.png", bytes(400), "第1段"),))
    with pytest.raises(BrokenTransferError):
        receive(io.BytesIO(sent(send, document)), replace(LIMITS, whole_bytes=limit))


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container in a JSON value with each of its keys."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    return [
        pair
        for key in keys
        for pair in [
            (value, key),
            *(places(value[key]) if isinstance(value[key], dict | list) else ()),
        ]
    ]


JSON_LINE, _, REST = sent(send, SMALL).partition(b"\n")


@pytest.mark.parametrize("number", range(len(places(json.loads(JSON_LINE)))))
@pytest.mark.parametrize("other", [-1, 1.5, "x", [], [[]], {}, {"x": []}, True, None])
def test_a_value_of_another_type_is_no_document(number: int, other: object) -> None:
    value = json.loads(JSON_LINE)
    container, key = places(value)[number]
    container[key] = other
    try:
        found = receive(io.BytesIO(json.dumps(value).encode() + b"\n" + REST), LIMITS)
    except BrokenTransferError:
        return
    assert json.loads(sent(send, found).partition(b"\n")[0]) == value


@pytest.mark.parametrize(
    "line", [b"", b"{}\n", b"null\n", b"[" * 101 + b"\n", b"\xff\n", b'{"refusal": "x"}\n']
)
def test_what_is_no_document(line: bytes) -> None:
    with pytest.raises(BrokenTransferError):
        receive(io.BytesIO(line), LIMITS)
