"""The documents tell the truth: links, commands and the worked example."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from casebook.checks import inspect
from casebook.cli import main
from casebook.content.files import Folders
from casebook.content.loading import load
from casebook.content.problem import in_order

ROOT = Path(__file__).parents[1]
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
CHINESE = [ROOT / "README.md", CONTRIBUTING, ROOT / "CHANGELOG.md"]
DOCUMENTS = [*CHINESE, ROOT / "HACKING.md"]

TODAY = date(2025, 12, 31)
"""The day on which the worked example is checked."""

_GENERATED = re.compile(r"<!-- fields: .*?<!-- end -->", re.DOTALL)
"""A field table; its texts belong to the models."""

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def tokens(document: Path) -> Iterator[Token]:
    """The tokens of a document."""
    return parsed(document.read_text(encoding="utf-8"))


def parsed(text: str) -> Iterator[Token]:
    """The tokens of a Markdown text in order, those inside paragraphs among them."""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token
        yield from token.children or ()


def code(document: Path) -> str:
    """All code of a document, inline and in blocks."""
    kinds = ("code_inline", "code_block", "fence")
    return "\n".join(token.content for token in tokens(document) if token.type in kinds)


def fences(document: Path, language: str) -> list[str]:
    return [
        token.content
        for token in tokens(document)
        if token.type == "fence" and token.info == language
    ]


def anchors(document: Path) -> set[str]:
    """The anchors that a code host gives to the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in headings}


@documents
def test_links_lead_somewhere(document: Path) -> None:
    targets = [
        str(token.attrs.get("href") or token.attrs.get("src"))
        for token in tokens(document)
        if token.type in ("link_open", "image")
    ]
    for target in targets:
        parts = urlsplit(target)
        if not parts.scheme:
            file = document.parent / unquote(parts.path) if parts.path else document
            assert file.exists(), f"{document.name} links to {target}"
            if parts.fragment:
                assert unquote(parts.fragment) in anchors(file), target


@documents
def test_make_targets_exist(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)", code(document))) <= targets


@documents
def test_commands_exist(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = re.findall(r"\bcasebook ((?:[a-z]+ \| )*[a-z]+)", code(document))
    for command in {name for names in named for name in names.split(" | ")}:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0, f"{document.name} names casebook {command}"
    capsys.readouterr()


@pytest.mark.parametrize("document", CHINESE, ids=lambda path: path.name)
def test_chinese_is_typeset(document: Path) -> None:
    """No spaces by hand between Han and Latin, and full-width punctuation after Han."""
    for token in parsed(_GENERATED.sub("", document.read_text(encoding="utf-8"))):
        text = token.content if token.type == "text" else ""
        slip = re.search(r"[一-鿿] +\w|\w +[一-鿿]|[一-鿿][,;:?!()]|[一-鿿] +$", text)
        assert slip is None, f"{document.name}: “{slip and slip[0]}” in {text}"


# The worked example of CONTRIBUTING.md


def example() -> dict[str, str]:
    """The files of the worked example, each a block below the line that ends in its path."""
    files: dict[str, str] = {}
    path = ""
    for token in tokens(CONTRIBUTING):
        if token.type == "inline" and (found := re.search(r"文件`(.+)`：$", token.content)):
            path = found[1]
        elif token.type == "fence" and token.info == "markdown":
            files[path] = token.content
    return files


def report(root: Path, files: dict[str, str]) -> list[str]:
    """What `make check` says of these cases beside the real offence pages."""
    shutil.copytree(ROOT / "docs", root / "docs", dirs_exist_ok=True)
    shutil.rmtree(root / "cases", ignore_errors=True)
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    library, problems = load(Folders(cases=root / "cases", docs=root / "docs", root=root))
    assert library.bulletins or problems
    return [str(problem) for problem in in_order([*problems, *inspect(library, TODAY)])]


FOLDER = "cases/2025-03-18-taiyuan"


def test_worked_example_is_sound(tmp_path: Path) -> None:
    files = example()
    assert list(files) == [f"{FOLDER}/index.md", f"{FOLDER}/01.md", f"{FOLDER}/02.md"]
    assert report(tmp_path, files) == []


GROUP = "docs/offences/personal-info.md"
CARDS = re.compile(r"^quiz:\n(?: .*\n)+", re.MULTILINE)


@pytest.mark.parametrize("lines", fences(CONTRIBUTING, "yaml"), ids=lambda text: text.split(":")[0])
def test_lines_to_add_are_sound(lines: str, tmp_path: Path) -> None:
    files, path = example(), f"{FOLDER}/01.md"
    (key, *_) = yaml.safe_load(lines)
    if key == "omitted":
        path = f"{FOLDER}/index.md"
        del files[f"{FOLDER}/02.md"]
    elif key == "quiz":
        path = GROUP
        files[path], times = CARDS.subn("", (ROOT / path).read_text(encoding="utf-8"))
        assert times == 1
    files[path] = files[path].replace("---\n", f"---\n{lines}", 1)
    assert report(tmp_path, files) == []


MISTAKES = [
    ("01.md", "city: 太原市", "city: 太原"),
    ("01.md", "stage: 刑事拘留", "stage: 刑拘"),
    ("01.md", "people: 3", "people: 3人"),
    ("01.md", "犯罪嫌疑人张某某", "犯罪嫌疑人张三"),
    ("02.md", "date: ", "date："),
    ("index.md", "expected: 2", "expected: 3"),
]
"""The mistakes in the worked example behind the lines that CONTRIBUTING.md explains."""


def test_explained_errors_are_the_real_ones(tmp_path: Path) -> None:
    found: list[str] = []
    for name, right, wrong in MISTAKES:
        files = example()
        path = f"{FOLDER}/{name}"
        assert right in files[path]
        files[path] = files[path].replace(right, wrong, 1)
        found += report(tmp_path, files)
    explained = [text for text in fences(CONTRIBUTING, "text") if text.startswith(f"{FOLDER}/")]
    assert [text.splitlines() for text in explained] == [found]
