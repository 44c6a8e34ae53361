"""The catalogs: their files have the form that the program expects, and no name is missing."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import pytest
import yaml

from casebook.content.file_access import reason_of
from casebook.texts import commands, pages, problems
from casebook.texts.catalog import Catalog, entries

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "hooks/casebook/texts"

CATALOGS = {"commands": commands, "pages": pages, "problems": problems}
ACCESSORS = {"table": dict, "sequence": list}

each_file = pytest.mark.parametrize("file", [f"{name}.yml" for name in CATALOGS])


class Use(NamedTuple):
    """Where a program asks a catalog for a text; of no name where the name is not written there."""

    catalog: str
    name: str
    kind: type
    place: str


def uses_in(source: str, path: str = "x.py") -> Iterator[Use]:
    """Every text that a program asks for by a name of a catalog that it imports."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = {
        alias.asname or alias.name: alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == "casebook.texts"
        for alias in node.names
    }
    # The attribute `table` is no text where it is called.
    named = {id(node.func): node.args for node in nodes if isinstance(node, ast.Call)}
    for node in nodes:
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            continue
        catalog = imported.get(node.value.id)
        if catalog in CATALOGS:
            name, kind = node.attr, str
            if name in ACCESSORS:
                kind = ACCESSORS[name]
                (argument,) = named.get(id(node)) or (None,)
                name = argument.value if isinstance(argument, ast.Constant) else ""
            yield Use(catalog, name, kind, f"{path}:{node.lineno}")


def uses(*folders: str) -> list[Use]:
    return [
        use
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path != Path(__file__)
        for use in uses_in(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
    ]


def test_uses_are_seen() -> None:
    source = """
from casebook.texts import commands as texts, pages
from casebook.texts.messages import MESSAGES
print(texts.NOT_BUILT.format(), texts.table("FLAWS")["extra"], other.HOME, MESSAGES.x)
pages.sequence("COLUMNS"), pages.table(name), pages.table
"""
    assert sorted(uses_in(source)) == [
        Use("commands", "FLAWS", dict, "x.py:4"),
        Use("commands", "NOT_BUILT", str, "x.py:4"),
        Use("pages", "", dict, "x.py:5"),
        Use("pages", "", dict, "x.py:5"),
        Use("pages", "COLUMNS", list, "x.py:5"),
    ]


def test_no_text_is_missing() -> None:
    found = uses("hooks", "tools", "tests")
    assert len(found) > 200
    missing = [
        f"{use.place}: {use.catalog}.yml has no {use.kind.__name__} {use.name}"
        for use in found
        if not isinstance(entries(f"{use.catalog}.yml").get(use.name), use.kind)
    ]
    assert missing == []


def test_every_text_is_used() -> None:
    used = {(use.catalog, use.name) for use in uses("hooks", "tools")}
    used.add(("problems", "MESSAGES"))
    unused = [
        f"{catalog}.yml: {name}"
        for catalog in CATALOGS
        for name in entries(f"{catalog}.yml")
        if (catalog, name) not in used
    ]
    assert unused == []


def repeated_keys(text: str) -> list[str]:
    """The keys that a mapping of a YAML text has twice, each with its line."""
    found, nodes = [], [yaml.compose(text, yaml.SafeLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            found += [
                f"{key.start_mark.line + 1}: {key.value}"
                for number, (key, _) in enumerate(node.value)
                if key.value in keys[:number]
            ]
            nodes += [value for _, value in node.value]
    return found


def test_repeated_keys_are_seen() -> None:
    assert repeated_keys("A: a\nB:\n  c: d\n  c: e\nA: f\n") == ["5: A", "4: c"]


@pytest.mark.parametrize("file", [f"{name}.yml" for name in (*CATALOGS, "fields", "records")])
def test_no_key_is_repeated(file: str) -> None:
    assert repeated_keys((FOLDER / file).read_text(encoding="utf-8")) == []


def texts_in(name: str, value: Any) -> Iterator[tuple[str, object]]:
    """Each text of an entry with where it is."""
    if isinstance(value, dict):
        for key, one in value.items():
            # YAML takes `no` for a value of its own unless it is in quotation marks.
            yield f"{name}.{key}", one if isinstance(key, str) else None
    elif isinstance(value, list):
        yield from ((f"{name}.{number}", one) for number, one in enumerate(value))
    else:
        yield name, value


def form_faults(found: dict[str, Any]) -> list[str]:
    """What of a catalog is not a text, or cannot be filled."""
    faults = [
        f"{name}: not a name" for name in found if not re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name)
    ]
    for name, value in found.items():
        for place, text in texts_in(name, value):
            if not isinstance(text, str) or not text:
                faults.append(f"{place}: not a text")
                continue
            try:
                list(Formatter().parse(text))
            except ValueError as error:
                faults.append(f"{place}: {error}")
    return faults


def message_faults(messages: dict[str, Any]) -> list[str]:
    """What of the message table is unknown, missing or not of its type."""
    return [
        f"{code}: {fault}" for code, about in messages.items() for fault in faults_of_message(about)
    ]


def faults_of_message(about: Any) -> Iterator[str]:
    if not isinstance(about, dict):
        yield "not a mapping"
        return
    for key in ("text", "hint"):
        if not isinstance(about.get(key), str) or not about[key]:
            yield f"{key} is not a text"
    for key in about.keys() - {"text", "hint"}:
        if key not in ("warning", "can_be_allowed", "refused_when_official"):
            yield f"{key} is unknown"
        elif about[key] is not True:
            yield f"{key} is not true"
    if "refused_when_official" in about and "warning" not in about:
        yield "an error stops every build"


def test_faults_of_form_are_seen() -> None:
    found = yaml.safe_load("A: 1\nb: 甲\nC: [乙, '']\nD: {e: '{丙', no: 丁}\nE_F: '{x}'\n")
    assert form_faults(found) == [
        "b: not a name",
        "A: not a text",
        "C.1: not a text",
        "D.e: expected '}' before end of string",
        "D.False: not a text",
    ]


def test_faults_of_messages_are_seen() -> None:
    messages = {
        "a": {"text": "甲", "hint": "乙", "warning": True, "can_be_allowed": True},
        "b": {"text": "甲", "warnin": True},
        "c": {"text": 1, "hint": "乙", "warning": "no"},
        "d": "甲",
        "e": {"text": "甲", "hint": "乙", "refused_when_official": True},
    }
    assert message_faults(messages) == [
        "b: hint is not a text",
        "b: warnin is unknown",
        "c: text is not a text",
        "c: warning is not true",
        "d: not a mapping",
        "e: an error stops every build",
    ]


@each_file
def test_a_catalog_holds_texts(file: str) -> None:
    found = dict(entries(file))
    messages = found.pop("MESSAGES", {})
    assert bool(messages) == (file == "problems.yml")
    assert form_faults(found) == []
    assert message_faults(messages) == []


@pytest.mark.parametrize(
    ("catalog", "names"),
    [
        (commands, ("SCHEMA_TITLES", "SCHEMA_DESCRIPTIONS")),
        (commands, ("SNIPPET_NAMES", "SNIPPET_PINYIN", "SNIPPET_DESCRIPTIONS", "SNIPPET_BODY")),
        (commands, ("TASK_HEADINGS", "TASK_LINES")),
        (problems, ("PREVIEWS", "PREVIEW_HINTS")),
        (problems, ("OTHER_KINDS", "OTHER_ENDINGS")),
    ],
)
def test_tables_that_belong_together_have_the_same_keys(
    catalog: Catalog, names: tuple[str, ...]
) -> None:
    first, *others = (list(catalog.table(name)) for name in names)
    assert others == [first] * len(others)


def test_no_ending_has_two_kinds() -> None:
    endings = " ".join(problems.table("OTHER_ENDINGS").values()).split()
    assert len(set(endings)) == len(endings)


def test_reasons_of_the_system_are_given_by_number() -> None:
    table = problems.table("SYSTEM_REASONS")
    assert {name: reason_of(OSError(getattr(errno, name), "")) for name in table} == table
    assert reason_of(OSError(99999, "")) == "系统错误 99999"


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        (lambda: commands.NO_SUCH_TEXT, "str"),
        (lambda: commands.table("NO_SUCH_TEXT"), "dict"),
        (lambda: commands.sequence("NO_SUCH_TEXT"), "list"),
    ],
)
def test_an_unknown_name_is_refused_with_its_file(wanted: Any, kind: str) -> None:
    with pytest.raises(AttributeError) as refused:
        wanted()
    assert str(refused.value) == f"commands.yml has no {kind} of the name NO_SUCH_TEXT"


def test_a_table_is_no_text() -> None:
    with pytest.raises(AttributeError):
        _ = commands.FLAWS
    with pytest.raises(AttributeError):
        commands.table("NOT_BUILT")


def test_names_of_python_are_no_texts() -> None:
    """A copy asks for such names before the catalog has its file."""
    with pytest.raises(AttributeError):
        _ = Catalog.__new__(Catalog).__wrapped__
