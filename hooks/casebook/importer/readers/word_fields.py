"""Fields of Word: what is seen of them, which is their result and never their instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from casebook.importer.readers.numerals import circled
from casebook.importer.readers.package import attribute, child, children, local
from casebook.importer.readers.word_styles import is_on, whole_number
from casebook.importer.readers.word_symbols import symbol


class Fields:
    """The fields that are open at a place of a story; they may go over several paragraphs."""

    def __init__(self, endless: frozenset[int]) -> None:
        self._endless = endless
        self._open: list[_Field] = []

    @property
    def is_showing(self) -> bool:
        """Whether the place is in no instruction."""
        return all(one.is_result for one in self._open)

    def mark(self, element: Element) -> str:
        """Passes a `w:fldChar`; the text that an ending field shows without having a result."""
        kind = attribute(element, "fldCharType")
        if kind == "begin" and id(element) not in self._endless:
            self._open.append(_Field(child(element, "ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].is_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            if not ended.is_said:
                return shown("".join(ended.code), ended.form)
        return ""

    def instruct(self, code: str) -> None:
        """Passes a part of an instruction."""
        if self._open and not self._open[-1].is_result:
            self._open[-1].code.append(code)

    def said(self) -> None:
        """Notes that text of the result was read."""
        for one in self._open:
            one.is_said = True


@dataclass(slots=True)
class _Field:
    form: Element | None
    code: list[str] = field(default_factory=list)
    is_result: bool = False
    is_said: bool = False


def endless(root: Element) -> frozenset[int]:
    """The identities of marks of fields that never end, which would hide all the text behind."""
    began: list[int] = []
    for one in root.iter():
        if local(one) != "fldChar":
            continue
        kind = attribute(one, "fldCharType")
        if kind == "begin":
            began.append(id(one))
        elif kind == "end" and began:
            began.pop()
    return frozenset(began)


def shown(code: str, form: Element | None = None) -> str:
    """What a field without a result shows by its instruction and its form data; often nothing."""
    name, _, rest = code.strip().partition(" ")
    match name.upper():
        case "EQ":
            return overstruck(code)
        case "MACROBUTTON" | "GOTOBUTTON":
            return rest.strip().partition(" ")[2]
        case "SYMBOL":
            return _symbol(rest)
        case "FORMCHECKBOX":
            box = child(form, "checkBox")
            checked = child(box, "checked")
            return "☒" if is_on(checked if checked is not None else child(box, "default")) else "☐"
        case "FORMDROPDOWN":
            return _chosen(child(form, "ddList"))
    return ""


def overstruck(code: str) -> str:
    r"""The base of characters that an EQ field sets over each other, as a pinyin guide does.

    Empty for other formulas. `EQ \o\ac(○,1)` is ①.
    """
    code = code.strip()
    found = re.search(r"\\o(?:\s*\\a[a-z])?\s*\(", code, re.IGNORECASE)
    if not found or not re.match(r"eq\b", code, re.IGNORECASE) or not code.endswith(")"):
        return ""
    over, _, base = re.sub("[，;；]", ",", code[found.end() : -1]).rpartition(",")
    base = base.strip()
    if re.search("[○◯〇]", over) and re.fullmatch("[0-9]{1,2}", base):
        return circled(int(base))
    return base


def _symbol(rest: str) -> str:
    code = re.match(r"\s*(0x[0-9a-f]{1,6}|[0-9]{1,7})", rest, re.IGNORECASE)
    if not code:
        return ""
    font = re.search(r'\\f\s*"?([^"\\]+)', rest)
    return symbol(
        font[1].strip() if font else "", int(code[1], 0 if "x" in code[1].lower() else 10)
    )


def _chosen(choices: Element | None) -> str:
    entries = [attribute(one, "val") for one in children(choices, "listEntry")]
    result = child(choices, "result")
    stated = attribute(result if result is not None else child(choices, "default"), "val")
    number = whole_number(stated, 0)
    return entries[number] if 0 <= number < len(entries) else ""
