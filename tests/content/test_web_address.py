"""Web addresses: which texts are those of public pages over https."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content import web_address
from casebook.content.web_address import flaw_of
from casebook.texts import problems as texts

from .steadily import steadily


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "HTTPS://Example.ORG/A",
        "https://www.example.gov.cn/art/2024/5/13/art_1_2.html?a=1&b=2#c",
        "https://example.org:8443/",
        "https://example.org:65535/",
        "https://例子.中国/通报",
        "https://xn--fsqu00a.xn--fiqs8s/",
        "https://a_b.example.org/",
        "https://example.org/%E9%80%9A%E6%8A%A5",
        "https://example.org/@user",
        "https://example.org/?to=a@b",
        "https://example.org/#@evil.example/",
        "https://1.example.org/",
    ],
)
def test_public_pages(address: str) -> None:
    assert flaw_of(address) == ""


FLAWS = {
    "none": [
        "", "甲", "example.org", "www.example.org/a", "//example.org/", "ftp://example.org/",
        "https://", "https:///a", "https:example.org", "https:/example.org", "https：//example.org",
        "https://[::1", "javascript:alert(1)", "见 https://example.org/", "mailto:a@example.org",
        "https://gov.cn＠evil.example/",
    ],
    "http": ["http://example.org/", "HTTP://example.org", "http://www.example.gov.cn/a?b"],
    "user": [
        "https://gov.cn@evil.example/", "https://gov.cn:443@evil.example/",
        "https://a:b@evil.example/", "https://@evil.example/", "https://gov.cn\\@evil.example/",
        "https://gov.cn;@evil.example/", "http://gov.cn@evil.example/",
        "https://gov.cn%2F@evil.example/",
    ],
    "characters": [
        "https://example.org/a b", "https://example.org/\\a", "https://example.org\\evil.example/",
        "https://example.org/\x07", "https://example.org/\t", "https://exa\u200bmple.org/",
        "https://example.org/\u202eoge", "https://example.org/%0d%0aSet-Cookie:a",
        "https://example.org/%00", "https://example.org/%7F", "https://example.org/\u3000",
    ],
    "port": [
        "https://example.org:99999/", "https://example.org:65536/", "https://example.org:0/",
        "https://example.org:/", "https://example.org:a/", "https://example.org:-1/",
        "https://https://example.org/",
    ],
    "host": [
        "https://localhost/", "https://127.0.0.1/", "https://10.0.0.1:8080/", "https://2130706433/",
        "https://0x7f.1/", "https://1.2.3/", "https://[::1]/", "https://example/",
        "https://example..org/", "https://.example.org/", "https://example.org./",
        "https://-a.example.org/", "https://a-.example.org/", "https://www.example.local/",
        "https://oa.example.intranet/", "https://exаmple.org/", "https://xn--exmple-4nf.org/",
        "https://xn--\uff5e.org/", "https://%67ov.cn/", "https://a$b.example.org/",
        f"https://{'a' * 64}.org/", "https://:80/",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "address"), [(kind, address) for kind, all_ in FLAWS.items() for address in all_]
)
def test_flaws(kind: str, address: str) -> None:
    assert flaw_of(address) == kind


def test_a_long_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_address, "MAX_LENGTH", 21)
    assert flaw_of("https://example.org/a") == ""
    assert flaw_of("https://example.org/ab") == "long"


PIECES = [
    "https", "http", ":", "/", "//", "@", ".", "a.cn", "gov.cn", "\\", "%", "%00", "%zz", "[", "]",
    "?", "#", "1", "65536", "xn--", "甲", "＠", "\x00", "\u200b",
]  # fmt: skip


@steadily(300)
@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_any_text_has_no_flaw_or_one_with_texts(text: str) -> None:
    kind = flaw_of(text)
    assert not kind or (
        kind in texts.table("ADDRESS_FLAWS") and kind in texts.table("ADDRESS_HINTS")
    )
