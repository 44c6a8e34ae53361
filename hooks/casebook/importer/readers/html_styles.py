"""Styles: which rules of the style sheets of a page apply to an element.

Rules for a screen with selectors of names, classes, ids and attributes, each within or directly
in another; rules with pseudo-classes or for a state are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4.element import Tag

from casebook.importer.readers.html_declarations import declarations
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


@dataclass(frozen=True, slots=True)
class _Compound:
    """A part of a selector that describes one element."""

    name: str
    identity: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...]
    """Name, operator and value of each."""

    def matches(self, tag: Tag) -> bool:
        """Whether the element is such a one."""
        if self.name and self.name != tag.name:
            return False
        if self.identity and tag.get("id") != self.identity:
            return False
        if self.classes and not self.classes.issubset(classes_of(tag)):
            return False
        return all(_has(tag, *attribute) for attribute in self.attributes)


@dataclass(frozen=True, slots=True)
class _Rule:
    compounds: tuple[_Compound, ...]
    """The element itself first, then what it is in."""
    is_direct: tuple[bool, ...]
    """Whether each of the others is the parent of the one before."""
    specificity: tuple[int, int, int, int]
    """The counts of ids, of classes and attributes, and of names, and the place in the sheets."""
    values: dict[str, str]


def classes_of(tag: Tag) -> list[str]:
    """The classes of an element."""
    found = tag.get("class")
    return found.split() if isinstance(found, str) else list(found or ())


class StyleSheets:
    """The style sheets of a page."""

    def __init__(self, sheets: Sequence[str], limits: Limits) -> None:
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        self._depth = limits.depth
        self._left = limits.blocks * _TRIALS
        for number, (selectors, body) in enumerate(_blocks("\n".join(sheets))):
            values = declarations(body)
            for selector in selectors.split(",") if values else ():
                if rule := _rule(selector.strip(), values, number):
                    self._by_key[_key(rule.compounds[0])].append(rule)

    def style_of(self, tag: Tag) -> dict[str, str]:
        """The values that hold for an element: of its `style`, else of the rule that counts most.

        Raises UnreadableError (TOO_LONG) if a page has too many rules for its elements.
        """
        inline = tag.get("style")
        own = declarations(inline) if isinstance(inline, str) else {}
        rules = [rule for rule in self._candidates(tag) if self._applies(rule, tag)]
        if not rules:
            return {name: value.rstrip("!") for name, value in own.items()}
        rules.sort(key=lambda rule: rule.specificity)
        values: dict[str, str] = {}
        for layer in (*(rule.values for rule in rules), own):
            for name, value in layer.items():
                if value.endswith("!") or not values.get(name, "").endswith("!"):
                    values[name] = value
        return {name: value.rstrip("!") for name, value in values.items()}

    def _candidates(self, tag: Tag) -> Iterator[_Rule]:
        keys = [f".{one}" for one in classes_of(tag)] + [tag.name, ""]
        if isinstance(identity := tag.get("id"), str):
            keys.append(f"#{identity}")
        for key in keys:
            yield from self._by_key.get(key, ())

    def _applies(self, rule: _Rule, tag: Tag) -> bool:
        if not self._matches(rule.compounds[0], tag):
            return False
        element: Tag | None = tag
        for compound, is_direct in zip(rule.compounds[1:], rule.is_direct, strict=True):
            around = _around(element, 1 if is_direct else self._depth) if element else ()
            element = next((one for one in around if self._matches(compound, one)), None)
            if element is None:
                return False
        return True

    def _matches(self, compound: _Compound, tag: Tag) -> bool:
        self._left -= 1
        if self._left < 0:
            raise UnreadableError(Refusal.TOO_LONG)
        return compound.matches(tag)


_TRIALS = 20
"""Trials of a rule on an element for each block that a document may have."""
_COMMENT = re.compile(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*(?:\*/|\Z)|<!--|-->")
_SEEN_GROUP = re.compile(
    r"@(?:supports|layer|media\s+(?:only\s+)?(?:all|screen)\s*$)", re.IGNORECASE
)
_COMPOUND = re.compile(r"""(\*|[a-zA-Z][\w-]*+)?((?:[.#](?:\\.|[\w-])+|\[[^\]]*+\])*)""")
_PART = re.compile(
    r"""([.#])((?:\\.|[\w-])+)|\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*["']?([^"'\]]*)["']?\s*)?\]"""
)


def _around(tag: Tag, most: int) -> Iterator[Tag]:
    parent = tag.parent
    while parent is not None and most > 0:
        yield parent
        parent, most = parent.parent, most - 1


def _key(compound: _Compound) -> str:
    """Under what an element looks for the rules that may be for it."""
    if compound.identity:
        return f"#{compound.identity}"
    return f".{min(compound.classes)}" if compound.classes else compound.name


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of each rule that holds on any screen."""
    css = _COMMENT.sub(" ", css)
    begin, groups = 0, [True]
    prelude = ""
    is_rule = False
    for sign in re.finditer("[{};]", css):
        text = css[begin : sign.start()]
        if sign[0] == "{":
            prelude, is_rule = text.strip(), not text.strip().startswith("@")
            groups.append(groups[-1] and (is_rule or bool(_SEEN_GROUP.match(prelude))))
        elif sign[0] == "}":
            if is_rule and groups[-1]:
                yield prelude, text
            is_rule = False
            if len(groups) > 1:
                groups.pop()
        elif is_rule:
            continue
        begin = sign.end()


def _rule(selector: str, values: dict[str, str], number: int) -> _Rule | None:
    """The rule of a selector; None if it has parts that are not understood."""
    if len(selector) > _LONGEST or re.search(r"[+~:&|]", re.sub(r"\[[^\]]*\]|\\.", "", selector)):
        return None
    compounds: list[_Compound] = []
    is_direct: list[bool] = []
    for piece in re.findall(r">|(?:\[[^\]]*\]|[^\s>\[])+", selector):
        if piece == ">":
            if not is_direct:
                return None
            is_direct[-1] = True
            continue
        compound = _compound(piece)
        if compound is None:
            return None
        compounds.append(compound)
        is_direct.append(False)
    if not compounds or is_direct[-1]:
        return None
    ids = sum(bool(one.identity) for one in compounds)
    marks = sum(len(one.classes) + len(one.attributes) for one in compounds)
    names = sum(bool(one.name) for one in compounds)
    order = (ids, marks, names, number)
    return _Rule(tuple(reversed(compounds)), tuple(reversed(is_direct[:-1])), order, values)


_LONGEST = 300
"""Characters of the longest selector that is read."""


def _compound(text: str) -> _Compound | None:
    match = _COMPOUND.fullmatch(text)
    if match is None:
        return None
    identity, classes, attributes = "", set(), []
    for kind, name, attribute, operator, value in _PART.findall(match[2]):
        plain = re.sub(r"\\(.)", r"\1", name)
        if kind == "#":
            identity = plain
        elif kind == ".":
            classes.add(plain)
        else:
            attributes.append((attribute.lower(), operator, value))
    name = "" if match[1] in (None, "*") else match[1].lower()
    return _Compound(name, identity, frozenset(classes), tuple(attributes))


def _has(tag: Tag, name: str, operator: str, value: str) -> bool:
    found = tag.get(name)
    if found is None:
        return False
    text = found if isinstance(found, str) else " ".join(found)
    match operator:
        case "":
            return True
        case "~=":
            return value in text.split()
        case "^=":
            return bool(value) and text.startswith(value)
        case "$=":
            return bool(value) and text.endswith(value)
        case "*=":
            return bool(value) and value in text
        case _:
            return text == value
