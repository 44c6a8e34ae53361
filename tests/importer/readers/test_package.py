"""Package: parts of archives are read within bounds, and refused beyond them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.readers.package import (
    Package,
    Relationship,
    attribute,
    child,
    children,
    local,
    xml_of,
)
from casebook.importer.readers.source import LIMITS, Limits, Refusal, UnreadableError

from .word_files import archive

SMALL = replace(LIMITS, part_bytes=4000, whole_bytes=6000, members=3, depth=5, elements=20)


def refusal_of(action: Callable[[], object]) -> Refusal:
    with pytest.raises(UnreadableError) as caught:
        action()
    return caught.value.refusal


def package(limits: Limits = LIMITS, **parts: bytes) -> Package:
    return Package(archive({f"{name}.xml": data for name, data in parts.items()}), limits)


def test_parts_are_found_without_regard_to_case_and_slashes() -> None:
    file = Package(archive({"Word/Document.xml": b"<a/>", "x\\y.xml": b"<b/>"}), LIMITS)
    assert file.names == ("Word/Document.xml", "x/y.xml")
    assert [file.has(name) for name in ("/word/document.xml", "X/Y.xml", "z")] == [
        True,
        True,
        False,
    ]
    assert file.read("word/DOCUMENT.xml") == b"<a/>"


def test_a_folder_is_no_part() -> None:
    assert Package(archive({"word/": b"", "word/a.xml": b"<a/>"}), LIMITS).names == ("word/a.xml",)


def test_a_part_whose_name_is_empty_is_no_harm() -> None:
    data = archive({"QQ": b"<a/>", "b.xml": b"<b/>"}).replace(b"QQ", b"\0Q")
    file = Package(data, LIMITS)
    assert (file.names, file.read("b.xml")) == (("", "b.xml"), b"<b/>")


def test_elements_are_named_without_their_namespaces() -> None:
    root = package(a=b'<x:a xmlns:x="urn:x"><x:b x:id="1"/><c/><x:b x:id="2"/></x:a>').xml("a.xml")
    assert [local(one) for one in children(root)] == ["b", "c", "b"]
    assert [attribute(one, "id") for one in children(root, "b")] == ["1", "2"]
    assert attribute(child(root, "c"), "id", "none") == "none"
    assert child(root, "c", "b") is None
    assert attribute(None, "id") == ""


def test_relationships_lead_to_parts() -> None:
    rows = (
        b'<Relationships><Relationship Id="a" Type="http://x/styles" Target="../s.xml"/>'
        b'<Relationship Id="b" Type="http://x/image" Target="/media/%E5%9B%BE.png"/>'
        b'<Relationship Id="c" Type="http://x/hyperlink" Target="http://hidden.example/"'
        b' TargetMode="External"/></Relationships>'
    )
    file = Package(archive({"word/_rels/d.xml.rels": rows}), LIMITS)
    assert file.relationships("word/d.xml") == {
        "a": Relationship("styles", "s.xml", False),
        "b": Relationship("image", "media/图.png", False),
        "c": Relationship("hyperlink", "http://hidden.example/", True),
    }
    assert file.relationships("word/other.xml") == {}


@pytest.mark.parametrize("encoding", ["GBK", "gb2312", "GB18030"])
def test_xml_in_the_encodings_of_china_is_read(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?><a>通报</a>'.encode(encoding)
    assert xml_of(data, LIMITS).text == "通报"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_xml_with_a_mark_of_its_encoding_is_read(encoding: str) -> None:
    assert xml_of("<a>通报</a>".encode(encoding), LIMITS).text == "通报"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", Refusal.BROKEN),
        (b"<a>", Refusal.BROKEN),
        (b"<a/><b/>", Refusal.BROKEN),
        (b'<?xml version="1.0" encoding="unheard"?><a/>', Refusal.BROKEN),
        (b"<!DOCTYPE a><a/>", Refusal.UNSAFE),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', Refusal.UNSAFE),
        ("<!DOCTYPE a><a/>".encode("utf-16"), Refusal.UNSAFE),
        (b"<a>" * 6 + b"</a>" * 6, Refusal.TOO_LONG),
        (b"<a>" + b"<b/>" * 20 + b"</a>", Refusal.TOO_LONG),
    ],
)
def test_xml_that_is_broken_unsafe_or_beyond_the_limits_is_refused(
    data: bytes, refusal: Refusal
) -> None:
    assert refusal_of(lambda: xml_of(data, SMALL)) is refusal


def test_a_start_tag_that_does_not_end_is_refused_before_it_fills_the_memory() -> None:
    data = b"<a " + b" ".join(b'b%d=""' % number for number in range(20_000)) + b"/>"
    limits = replace(LIMITS, part_bytes=8 * 65536)
    assert refusal_of(lambda: xml_of(data, limits)) is Refusal.TOO_LARGE


def test_elements_are_counted_over_all_parts() -> None:
    file = package(SMALL, a=b"<a>" + b"<b/>" * 12 + b"</a>", c=b"<a>" + b"<b/>" * 12 + b"</a>")
    file.xml("a.xml")
    assert refusal_of(lambda: file.xml("c.xml")) is Refusal.TOO_LONG


def test_a_part_beyond_the_limit_is_refused() -> None:
    file = package(SMALL, a=b" " * 4001, b=b" " * 4000)
    assert refusal_of(lambda: file.read("a.xml")) is Refusal.TOO_LARGE
    assert file.read("b.xml") == b" " * 4000


def test_all_parts_together_beyond_the_limit_are_refused() -> None:
    file = package(SMALL, a=b" " * 3500, b=b" " * 3500)
    file.read("a.xml")
    assert refusal_of(lambda: file.read("b.xml")) is Refusal.TOO_LARGE


def test_more_parts_than_the_limit_are_refused() -> None:
    names = dict.fromkeys("abcd", b"")
    assert refusal_of(lambda: Package(archive(names), SMALL)) is Refusal.TOO_LONG


def test_the_stated_size_of_a_part_is_not_believed() -> None:
    data = archive({"a.xml": b" " * 5000})
    stated, lie = (5000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    file = Package(data.replace(stated, lie), SMALL)
    assert refusal_of(lambda: file.read("a.xml")) in (Refusal.TOO_LARGE, Refusal.BROKEN)


def test_an_archive_with_encrypted_parts_is_refused() -> None:
    data = bytearray(archive({"a.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal_of(lambda: Package(bytes(data), LIMITS)) is Refusal.ENCRYPTED


def test_a_part_packed_as_no_office_does_is_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_BZIP2) as made:
        made.writestr("a.xml", "<a/>")
    assert refusal_of(lambda: Package(file.getvalue(), LIMITS).read("a.xml")) is Refusal.BROKEN


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_cut_archive_is_refused(share: float) -> None:
    whole = archive({"a.xml": b"<a/>", "b.xml": b"<b/>"})
    cut = whole[: int(len(whole) * share)]
    assert refusal_of(lambda: Package(cut, LIMITS)) is Refusal.BROKEN


def test_a_missing_part_is_refused() -> None:
    assert refusal_of(lambda: package(a=b"<a/>").read("b.xml")) is Refusal.BROKEN


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 600), st.integers(0, 20), st.binary(max_size=8))
def test_any_damage_is_read_or_refused(at: int, cut: int, put: bytes) -> None:
    whole = archive({"a.xml": b"<a><b/></a>" * 3, "_rels/.rels": b"<r/>"})
    place = at % (len(whole) + 1)
    with suppress(UnreadableError):
        file = Package(whole[:place] + put + whole[place + cut :], LIMITS)
        assert isinstance(file.relationships(""), dict)
        assert all(isinstance(file.read(name), bytes) for name in file.names)
        assert file.xml("a.xml") is not None
