"""The documents tell the truth: links, commands and the worked example."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from casebook.checks.gate import ALLOWABLE
from casebook.cli import main
from casebook.commands.parser import parser
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.model import CaseFields
from casebook.content.problem import Problem, in_order
from casebook.editor import draft_notes
from casebook.editor.fixes import fixed_files
from casebook.editor.report import check_summary
from casebook.importer.document import Unseen
from casebook.texts import commands as texts
from casebook.texts.messages import MESSAGES

from .checks.sites import inspect

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


def tables(document: Path, heading: str) -> list[list[list[str]]]:
    """The rows of the tables that have a column of this heading, each as what its cells say."""
    found: list[list[list[str]]] = []
    before = ""
    for token in tokens(document):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and before in ("th_open", "td_open"):
            found[-1][-1].append(token.content)
        before = token.type
    return [rows for first, *rows in found if heading in first]


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


def test_two_commands_come_first() -> None:
    """What a newcomer types: two commands, then the preview."""
    first, then, *_ = fences(ROOT / "README.md", "sh")
    assert re.findall(r"^make ([a-z-]+)", first, re.MULTILINE) == ["site", "test"]
    assert re.findall(r"^make ([a-z-]+)", then, re.MULTILINE) == ["serve"]
    assert f"make test     # {help_of('test')}" in first


def help_of(target: str) -> str:
    """What the Makefile says that a target does."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (said,) = re.findall(rf"^{target}:.*## (.*)$", makefile, re.MULTILINE)
    return str(said)


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


@documents
def test_every_emphasis_ends(document: Path) -> None:
    """After a punctuation mark and before a letter two stars end nothing."""
    for token in tokens(document):
        assert token.type != "text" or "**" not in token.content, token.content


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


def inspected(root: Path, files: dict[str, str]) -> tuple[Library, tuple[Problem, ...]]:
    """These cases beside the real offence pages, and their problems."""
    shutil.copytree(ROOT / "docs", root / "docs", dirs_exist_ok=True)
    shutil.rmtree(root / "cases", ignore_errors=True)
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    folders = Folders(cases=root / "cases", docs=root / "docs", root=root)
    library, problems = load(folders)
    assert library.bulletins or problems
    return library, in_order([*problems, *inspect(library, TODAY, folders)])


def report(root: Path, files: dict[str, str]) -> list[str]:
    """What `make check` says of these cases."""
    return [str(problem) for problem in inspected(root, files)[1]]


FOLDER = "cases/2025-03-18-taiyuan"


def test_worked_example_is_sound(tmp_path: Path) -> None:
    files = example()
    assert list(files) == [f"{FOLDER}/index.md", f"{FOLDER}/01.md", f"{FOLDER}/02.md"]
    assert report(tmp_path, files) == []


GROUP = "docs/offences/personal-info.md"
CARDS = re.compile(r"^quiz:\n(?: .*\n)+", re.MULTILINE)


def lines_to_add() -> list[str]:
    """What the handbook says to add to front matter: blocks, and single lines in a table."""
    (table,) = tables(CONTRIBUTING, "加一行")
    return [*fences(CONTRIBUTING, "yaml"), *(f"{row[1].strip('`')}\n" for row in table)]


@pytest.mark.parametrize("lines", lines_to_add(), ids=lambda text: text.split(":")[0])
def test_lines_to_add_are_sound(lines: str, tmp_path: Path) -> None:
    files, path = example(), f"{FOLDER}/01.md"
    added = yaml.safe_load(lines)
    (key, *_) = added
    if key == "source_kind":
        path = f"{FOLDER}/index.md"
    elif key == "omitted":
        path = f"{FOLDER}/index.md"
        del files[f"{FOLDER}/02.md"]
    elif key == "quiz":
        path = GROUP
        files[path], times = CARDS.subn("", (ROOT / path).read_text(encoding="utf-8"))
        assert times == 1
    elif key == "allow":
        files[path] += f"\n{sentence_with(added['allow'][0]['text'])}\n"
    files[path] = files[path].replace("---\n", f"---\n{lines}", 1)
    assert report(tmp_path, files) == []


def sentence_with(words: str) -> str:
    """The sentence that the handbook gives as an example of a false alarm."""
    inline = [token.content for token in tokens(CONTRIBUTING) if token.type == "code_inline"]
    return next(text for text in inline if words in text)


def test_false_alarm_is_one_and_is_listed_once_allowed(tmp_path: Path) -> None:
    (lines,) = (text for text in fences(CONTRIBUTING, "yaml") if text.startswith("allow:"))
    (allowance,) = yaml.safe_load(lines)["allow"]
    files, path = example(), f"{FOLDER}/01.md"
    files[path] += f"\n{sentence_with(allowance['text'])}\n"
    (alarm,) = report(tmp_path, files)
    assert alarm.endswith(f"[{allowance['code']}]")
    files[path] = files[path].replace("---\n", f"---\n{lines}", 1)
    library, problems = inspected(tmp_path, files)
    assert f"{check_summary(problems, library)}\n" in fences(CONTRIBUTING, "text")


MISTAKES = [
    ("01.md", "city: 太原市", "city: 太原"),
    ("01.md", "stage: 刑事拘留", "stage: 刑拘"),
    ("01.md", "people: 3", "people: 3人"),
    ("02.md", "网络谣言案", "网络谣言"),
    ("02.md", "date: ", "date："),
    ("index.md", "expected: 2", "expected: 3"),
    ("01.md", "犯罪嫌疑人张某某", "犯罪嫌疑人张三"),
    ("01.md", "犯罪嫌疑人张某某", "犯罪分子张某某"),
    ("01.md", "获利20余万元。\n\n", "获利20余万元，联系电话13800138000。\n\n"),
    ("01.md", "3名犯罪嫌疑人被刑事拘留", "3名犯罪嫌疑人已被移送起诉"),
    ("01.md", "用来注册网店账号", "用来注册网店帐号"),
    ("01.md", "身份信息，用来", "身份信息,用来"),
    ("01.md", "people: 3\n", "people: 3\nallow: [{code: bank-card, text: 略, reason: 略}]\n"),
    ("02.md", "据通报，有人", "据通报，王某"),
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
    assert "".join(explained).splitlines() == found


# What CONTRIBUTING.md says of the commands and the checks


def options_of(one: argparse.ArgumentParser) -> Iterator[str]:
    """The options of a parser and of the commands below it."""
    for action in one._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from options_of(below)


def commands() -> list[str]:
    """The commands of casebook that the handbook tells editors to type."""
    kinds = ("code_inline", "fence")
    typed = [
        line
        for token in tokens(CONTRIBUTING)
        if token.type in kinds and token.info in ("", "sh")
        for line in token.content.splitlines()
    ]
    return [line for line in typed if line.startswith("casebook ")]


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_commands_can_be_typed(command: str) -> None:
    parser().parse_args(shlex.split(command)[1:])


def test_every_command_of_the_desk_is_explained() -> None:
    named = {command.split()[1] for command in commands()}
    assert named >= {"import", "new", "check", "fix", "status"}


def test_options_exist() -> None:
    inline = [token.content for token in tokens(CONTRIBUTING) if token.type == "code_inline"]
    named = {text.split()[0] for text in inline if text.startswith("--") and text != "---"}
    assert named
    assert named <= set(options_of(parser()))


def test_codes_are_those_of_the_checks() -> None:
    rows = [row for table in tables(CONTRIBUTING, "放行") for row in table]
    codes = [row[0].strip("`") for row in rows]
    assert len(set(codes)) == len(codes)
    assert set(codes) >= set(ALLOWABLE)
    for code, (*_, weight, allowed) in zip(codes, rows, strict=True):
        message = MESSAGES[code]
        assert weight == ("提醒" if message.is_warning else "错误"), code
        assert allowed == ("可以" if message.can_be_allowed else "不可以"), code


def test_notes_of_drafts_are_the_real_ones() -> None:
    (table,) = tables(CONTRIBUTING, "提示")
    assert [row[0].strip("`").removeprefix("# ") for row in table] == [
        draft_notes.UNCERTAIN.format(sentence="……"),
        draft_notes.SUMMARY,
        draft_notes.OPEN[CaseFields]["stage"],
        draft_notes.COUNT.format(announced=10, found=9),
        texts.LEFT_OUT_NOTE,
    ]


def test_what_is_mended_is_mended_so(tmp_path: Path) -> None:
    (table,) = tables(CONTRIBUTING, "改成")
    files, path = example(), f"{FOLDER}/01.md"
    before, after = (
        "\n\n".join(cell.strip("`") for cell in column) for column in zip(*table, strict=True)
    )
    text = files[path]
    files[path] = f"{text}\n{before}\n"
    (fixed,) = fixed_files(inspected(tmp_path, files)[0])
    assert fixed.new == f"{text}\n{after}\n"


BULLETIN = ROOT / "tests/importer/bulletins/heading-anli-hanzi-colon.txt"


def test_refusals_of_an_import_are_the_real_ones(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(BULLETIN, project / "通报.txt")
    Image.new("RGB", (9, 9)).save(project / "扫描件.png")
    taken = project / "cases/2024-08-01-zhejiang/index.md"
    taken.parent.mkdir()
    taken.touch()
    published = ["--published", "2024-08-01"]
    address = "https://gaj.example.gov.cn/a/1.html"
    for arguments in (["通报.txt"], ["扫描件.png"], ["通报.txt", *published], [address]):
        assert main(["import", *arguments]) == 2
    assert capsys.readouterr().err in fences(CONTRIBUTING, "text")


def test_keys_of_the_json_of_an_import_are_the_real_ones(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(BULLETIN, project / "通报.txt")
    assert main(["import", "通报.txt", "--dry-run", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (table,) = tables(CONTRIBUTING, "键")
    told = {name: set(re.findall("`(.+?)`", words)) for name, words in table}
    assert set(re.findall("`(.+?)`", " ".join(told))) == {*found, "facts"}
    assert told["`bulletin`"] == {*found["bulletin"]}
    assert told["`cases`"] <= {*found["cases"][0]}
    facts = found["cases"][0]["facts"].values()
    assert told["`cases`里的`facts`"] - {"uncertain"} == {key for one in facts for key in one}
    assert told["`left_out`"] == {key for one in found["left_out"] for key in one}
    assert told["`unseen`"] == {*Unseen}


PICTURES = sorted((ROOT / ".github/pictures").iterdir())
MOST_BYTES, WIDEST = 200_000, 1200
ANEW = "run: python -m tools.handbook_pictures"


def test_pictures_of_the_handbook_are_all_there_and_none_is_left_over() -> None:
    images = [token for token in tokens(CONTRIBUTING) if token.type == "image"]
    named = [ROOT / str(image.attrs["src"]) for image in images]
    assert sorted(named) == PICTURES, ANEW
    for image in images:
        assert re.search("[一-鿿]{8}", image.content), "says in Chinese what it shows"


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_of_the_handbook_is_a_small_png_and_nothing_else(path: Path) -> None:
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == "PNG"
        assert 600 <= picture.width <= WIDEST
        assert 200 <= picture.height <= WIDEST
        assert picture.info == {}, ANEW
