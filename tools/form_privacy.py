"""The personal data in the issue form 报送案例: it is refused before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from urllib.parse import unquote_to_bytes

from tools.form import PUBLISHER, SLUG, TEXT, URL, Form, FormError

from casebook.checks.published_names import found_in_name
from casebook.checks.redaction import redacted
from casebook.content.media.entries import decoded
from casebook.content.media.plain import mark_of
from casebook.content.problem import Problem
from casebook.names.personal_data import personal_data

TITLE, DRAFT = "议题标题", "整理成的草稿"
MOST = 20
"""Findings that a comment lists."""

PERSONAL = """\
表单里有不能公开的个人信息，什么都没有写入：

{found}

请在表单里照上面的提示改好。不是姓名的词，请维护本站的人写进 cases/words.txt，再保存一次表单。
这个议题所有人都能看到，改好以后旧的内容还留在编辑记录里：请点“edited”（已编辑），逐个打开改好以前的版本，
选“Delete revision from history”（从历史记录中删除）。"""
LINE = "“{field}”第 {line} 行：{message}{hint}"
MORE = "另有 {count} 处。"


def ensure_impersonal(form: Form, title: str, words: frozenset[str]) -> None:
    """Raises FormError where a field of the form, or the title of its issue, is on a person."""
    address = decoded(unquote_to_bytes(form.url)).translate(_SPACES)
    texts = {TITLE: title, PUBLISHER: form.publisher, URL: address, TEXT: form.text}
    found = [one for field, text in texts.items() for one in _problems(field, text, words)]
    found += (Problem.of(one.code, SLUG, found="") for one in found_in_name(form.slug, words))
    _refuse(found)


_SPACES = dict.fromkeys(map(ord, "/?&=#_-+"), " ")


def ensure_impersonal_drafts(files: Mapping[str, str], words: frozenset[str]) -> None:
    """Raises FormError where a draft, notes for the editor included, is on a person."""
    _refuse(one for text in files.values() for one in _problems(DRAFT, text, words))


def _problems(field: str, text: str, words: frozenset[str]) -> Iterator[Problem]:
    """The errors of the rules on persons; what may be an ordinary word is left to the editors."""
    for finding in personal_data(text, words):
        mark = mark_of(text, finding.start)
        problem = Problem.of(finding.code, field, mark, "", **finding.found)
        if problem.is_error:
            yield redacted(problem)


def _refuse(found: Iterable[Problem]) -> None:
    """Raises FormError with the problems, each once, if there are any."""
    listed = [*dict.fromkeys(map(_line, found))]
    if listed:
        more = [MORE.format(count=len(listed) - MOST)] if len(listed) > MOST else []
        raise FormError(PERSONAL.format(found="\n".join([*islice(listed, MOST), *more])))


def _line(one: Problem) -> str:
    return LINE.format(field=one.path, line=one.line, message=one.message, hint=one.hint)
