"""Links to other sites: each tells readers that it leaves this site.

Applied to finished pages, so that it holds for templates, configuration and Markdown alike.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from casebook.texts import pages as texts

_LINK = re.compile(r'<a (?P<head>[^>]*?)href="(?P<url>https?://[^"]*)"(?P<tail>[^>]*)>', re.ASCII)
_REL = re.compile(r' ?rel="([^"]*)"')


def mark_external_links(html: str, host: str | None) -> str:
    """The page with a note in every link to another host than `host`, and `rel="noopener"`.

    `html` is what the templates and the sanitizer write: attributes in double quotes, no `>` in
    them, and no link within a link.
    """
    parts = []
    end = 0
    for link in _LINK.finditer(html):
        close = html.find("</a>", link.end())
        if close < 0 or _host_of(link["url"]) == host:
            continue
        parts += [html[end : link.start()], _opening(link), html[link.end() : close]]
        parts.append(f'<span class="leaves">{texts.LEAVING}</span>')
        end = close
    return "".join((*parts, html[end:])) if parts else html


def _host_of(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _opening(link: re.Match[str]) -> str:
    """The opening tag, its other link types kept."""
    others = f"{link['head']} {link['tail']}"
    types = dict.fromkeys((*" ".join(_REL.findall(others)).split(), "noopener"))
    head, tail = (_REL.sub("", link[part]).rstrip() for part in ("head", "tail"))
    head = f"{head} " if head else ""
    return f'<a {head}href="{link["url"]}"{tail} rel="{" ".join(types)}">'
