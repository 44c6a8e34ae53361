"""Links to other sites: each has the note, whatever wrote it, and nothing else changes."""

from __future__ import annotations

import pytest

from casebook.render.external_links import mark_external_links

HOST = "www.example.gov.cn"
NOTE = '<span class="leaves">（离开本站）</span>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p><a href="https://example.org/1">原文</a>。</p>',
            f'<p><a href="https://example.org/1" rel="noopener">原文{NOTE}</a>。</p>',
        ),
        (
            '<a class="b" href="https://example.org" rel="edit" title="甲"><b>一</b><i>二</i></a>',
            '<a class="b" href="https://example.org" title="甲" rel="edit noopener"><b>一</b>'
            f"<i>二</i>{NOTE}</a>",
        ),
        (
            '<a rel="noopener" href="http://example.org/">甲</a><a href="https://b.example/">乙</a>',
            f'<a href="http://example.org/" rel="noopener">甲{NOTE}</a>'
            f'<a href="https://b.example/" rel="noopener">乙{NOTE}</a>',
        ),
        (
            '<a href="https://[::1">甲</a>',
            f'<a href="https://[::1" rel="noopener">甲{NOTE}</a>',
        ),
    ],
)
def test_a_link_to_another_site_has_the_note(html, expected):
    assert mark_external_links(html, HOST) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../tips/">甲</a>',
        '<a href="#main">甲</a>',
        '<a href="tel:110">110</a>',
        '<a href="mailto:a@example.org">甲</a>',
        '<a href="https://www.example.gov.cn/jiucuo/">找错</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<p>&lt;a href="https://example.org/"&gt;</p>',
        '<a href="https://example.org/">没有结束',
    ],
)
def test_other_links_stay(html):
    assert mark_external_links(html, HOST) == html


def test_a_site_without_an_address_takes_every_host_for_another():
    assert NOTE in mark_external_links('<a href="https://www.example.gov.cn/">甲</a>', None)
