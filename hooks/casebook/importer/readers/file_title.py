"""Title of a file: what its properties say, if that reads like a title."""

from __future__ import annotations

import re

from casebook.importer.document import tidy

_FEWEST = 4
"""Chinese characters of a title."""
_NO_TITLE = re.compile(
    r"Microsoft|\.(?:docx?|wps|pdf|pptx?|xlsx?|ofd)\b|^(?:文档|未命名|幻灯片|无标题|新建)"
)


def title_hints(title: str) -> dict[str, str]:
    """The hint `title` for a title in Chinese; none for the name of a file or a template."""
    title = tidy(title)
    is_chinese = len(re.findall("[一-鿿]", title)) >= _FEWEST
    return {"title": title} if is_chinese and not _NO_TITLE.search(title) else {}
