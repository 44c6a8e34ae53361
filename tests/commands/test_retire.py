"""`casebook retire`: what it writes, what it leaves to editors, and files it cannot change."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from casebook.cli import main
from casebook.content.hidden_folders import PREFIX

from ..checks.sites import DATONG, TAIYUAN, sound

FIRST, SECOND, OTHER = f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md", f"{DATONG}/01.md"
RULES = "docs/corrections.md"
HEAD = "---\ntitle: 更正与撤回\nretention:\n"
WITHDRAW = "  - {stage: [移送起诉, 侦破], years: 2, action: 撤回}\n"
MASK = "  - {stage: 刑事拘留, years: 2, action: 隐去}\n"

STATUS = ("status: withdrawn",)
WHEN = ("withdrawn:", "  date: 2026-11-22", "  reason: 已到保留期限（通报发布满2年）")
RETIRED = "已撤回 {} 起案例。请再运行 casebook check。\n"
TO_MASK = (
    "要由编辑处理的 1 项：\n"
    f"  2026-06-01  {OTHER}  李某涉嫌买卖账号案：隐去关于人的内容，再写上下次的复核日期（review_on）"
    "（刑事拘留满 2 年隐去）\n"
)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-22T04:00:00+00:00"):
        yield


@pytest.fixture
def retired(project: Path) -> Path:
    """The sound site, of which two cases are to be withdrawn and one is to be masked."""
    (project / RULES).write_text(f"{HEAD}{WITHDRAW}{MASK}---\n", encoding="utf-8")
    return project


def shown(path: str, *lines: str) -> str:
    return "\n".join([f"{path}：", *(f"+{line}" for line in lines)]) + "\n"


def lengthened(path: str, *lines: str) -> str:
    """The sound file with these lines at the end of its front matter."""
    head, text = sound(path).removeprefix("---\n").split("---\n", 1)
    return f"---\n{head}" + "".join(f"{line}\n" for line in lines) + f"---\n{text}"


def read(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode()


BOTH = shown(FIRST, *STATUS, *WHEN) + shown(SECOND, *STATUS, *WHEN)


def test_what_is_due_is_written_and_the_rest_is_listed(
    retired: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retire"]) == 0
    assert capsys.readouterr() == (BOTH + RETIRED.format(2) + TO_MASK, "")
    for path in (FIRST, SECOND):
        assert read(retired, path) == lengthened(path, *STATUS, *WHEN)
    assert read(retired, OTHER) == sound(OTHER)


def test_a_second_time_there_is_nothing_to_write(
    retired: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["retire"])
    before = {path: read(retired, path) for path in (FIRST, SECOND, OTHER)}
    capsys.readouterr()
    assert main(["retire"]) == 0
    assert capsys.readouterr() == ("没有到期要撤回的案例。\n" + TO_MASK, "")
    assert {path: read(retired, path) for path in before} == before


def test_what_was_written_passes_the_check(
    retired: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (retired / RULES).write_text(f"{HEAD}{WITHDRAW}---\n", encoding="utf-8")
    main(["retire"])
    capsys.readouterr()
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "检查了 2 期通报、3 起案例：没有发现问题。\n")


def test_a_dry_run_changes_nothing(retired: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["retire", "--dry-run"]) == 0
    said = "会撤回 2 起案例（现在什么都没有写）。\n"
    assert capsys.readouterr() == (BOTH + said + TO_MASK, "")
    assert read(retired, FIRST) == sound(FIRST)
    assert read(retired, SECOND) == sound(SECOND)


@pytest.mark.parametrize("rules", ["", f"{HEAD}---\n"], ids=["no page", "no rules"])
def test_without_rules_nothing_is_due(
    rules: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if rules:
        (project / RULES).write_text(rules.replace("retention:\n", ""), encoding="utf-8")
    assert main(["retire"]) == 0
    assert capsys.readouterr() == ("没有到期要撤回的案例。\n", "")


@pytest.mark.parametrize(
    ("published", "count"), [("2024-11-22", 2), ("2024-11-23", 0)], ids=["on the day", "before"]
)
def test_a_case_is_withdrawn_on_the_day_it_is_due(
    published: str, count: int, retired: Path
) -> None:
    index = f"{TAIYUAN}/index.md"
    (retired / index).write_text(sound(index, published=published), encoding="utf-8")
    main(["retire"])
    texts = [read(retired, path) for path in (FIRST, SECOND)]
    assert sum("status: withdrawn" in text for text in texts) == count


# How files are written


def written(root: Path, text: str) -> str:
    """The second case after its withdrawal, from this text."""
    (root / SECOND).write_bytes(text.encode())
    assert main(["retire"]) == 0
    return read(root, SECOND)


def test_a_written_status_is_replaced_at_its_place(retired: Path) -> None:
    before = lengthened(SECOND, "status: published  # 核对过", "# 附记", "aliases: []")
    after = lengthened(SECOND, "status: withdrawn  # 核对过", "# 附记", "aliases: []", *WHEN)
    assert written(retired, before) == after


@pytest.mark.parametrize(
    "status",
    ["status: {}", "status: '{}'", 'status: "{}"', "status:\n  {}", "'status': {} # published"],
)
def test_ways_to_write_a_status(status: str, retired: Path) -> None:
    before = lengthened(SECOND, status.format("published"))
    assert written(retired, before) == lengthened(SECOND, status.format("withdrawn"), *WHEN)


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte order mark"])
def test_line_breaks_and_byte_order_mark_stay(line_break: str, mark: str, retired: Path) -> None:
    before = mark + sound(SECOND).replace("\n", line_break)
    after = mark + lengthened(SECOND, *STATUS, *WHEN).replace("\n", line_break)
    assert written(retired, before) == after


@pytest.mark.parametrize(
    "last",
    [
        ("agency: |", "  某市公安局"),
        ("agency: >+", "  某市公安局", ""),
        ("figures: {扣押设备: 3台,", "  扣押手机: 2部}"),
        ("allow:", "- code: mobile-number", "  text: 停水", "  reason: 不是号码"),
        ("agency: 某市公安局", "", "# 附记", "  # 又一条"),
    ],
    ids=["block", "kept block", "flow", "list", "comments"],
)
def test_whatever_stands_last_stays(last: tuple[str, ...], retired: Path) -> None:
    before, after = lengthened(SECOND, *last), lengthened(SECOND, *last, *STATUS, *WHEN)
    assert written(retired, before) == after


def test_an_indented_front_matter_is_lengthened_as_it_is(retired: Path) -> None:
    def indented(text: str) -> str:
        _, head, body = text.split("---\n", 2)
        lines = "".join(f"  {line}\n" for line in head.splitlines())
        return f"---\n{lines}---\n{body}"

    after = indented(lengthened(SECOND, *STATUS, *WHEN))
    assert written(retired, indented(sound(SECOND))) == after


def test_a_withdrawal_that_an_editor_wrote_is_kept(retired: Path) -> None:
    own = "withdrawn: {date: 2026-11-20, reason: 当事人要求}"
    assert written(retired, lengthened(SECOND, own)) == lengthened(SECOND, own, *STATUS)


@pytest.mark.parametrize(
    "change",
    [
        lambda head: "{" + ", ".join(head.replace("停水", "断水").splitlines()) + "}\n",
        lambda head: head + 'status: "publ\\x69shed"\n',
        lambda head: head + "status:\n",
        lambda head: head + "stage: 侦破\n",
    ],
    ids=["flow", "escape", "empty", "repeated key"],
)
def test_what_cannot_be_edited_safely_is_left_to_the_editor(
    change, retired: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, head, body = sound(SECOND).split("---\n", 2)
    before = f"---\n{change(head)}---\n{body}"
    (retired / SECOND).write_text(before, encoding="utf-8")
    assert main(["retire"]) == 1
    out, err = capsys.readouterr()
    assert err == (
        f"{SECOND} 没有撤回：文件头有错误，或写法特别，程序不敢改。请由编辑撤回；文件保持原样。\n"
    )
    assert out.startswith(shown(FIRST, *STATUS, *WHEN) + RETIRED.format(1))
    assert "要由编辑处理的 2 项：\n" in out
    assert read(retired, SECOND) == before


def test_a_file_that_cannot_be_read_is_named(
    retired: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (retired / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    assert main(["retire"]) == 1
    said = f"{SECOND} 读不出来，不知道是否到期。请先运行 casebook check 并改正。\n"
    assert capsys.readouterr() == (
        shown(FIRST, *STATUS, *WHEN) + RETIRED.format(1) + TO_MASK,
        said,
    )


@pytest.mark.parametrize("flaw", ["retention: 是\n", "title: 重复\n"])
def test_rules_with_an_error_withdraw_nothing(
    flaw: str, retired: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (retired / RULES).write_text(f"{HEAD}{WITHDRAW}{flaw}---\n", encoding="utf-8")
    assert main(["retire"]) == 2
    said = f"{RULES} 里有错误，不知道保留期限。请先运行 casebook check 并改正。\n"
    assert capsys.readouterr() == ("", said)
    assert read(retired, FIRST) == sound(FIRST)


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_withdrawn(
    retired: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    original = Path.open

    def full(path: Path, mode: str = "r", **settings: object) -> object:
        if path.name == "02.md" and mode == "xb":
            raise OSError(28, "No space left on device")
        return original(path, mode, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    assert main(["retire"]) == 1
    assert capsys.readouterr().err == f"{SECOND} 写不进去：磁盘已满。文件保持原样。\n"
    assert read(retired, FIRST) == lengthened(FIRST, *STATUS, *WHEN)
    assert read(retired, SECOND) == sound(SECOND)


@pytest.mark.parametrize("step", ["open", "replace"])
def test_a_run_that_is_killed_leaves_whole_files_and_the_next_completes_it(
    step: str, retired: Path
) -> None:
    """A child ends at once, as if killed, while it writes the second of two files."""
    child = os.fork()
    if child == 0:
        original = getattr(Path, step)

        def killed(path: Path, *given: object, **settings: object) -> object:
            if path.name == "02.md" and PREFIX in str(path):
                os._exit(9)
            return original(path, *given, **settings)

        setattr(Path, step, killed)
        main(["retire"])
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert read(retired, FIRST) == lengthened(FIRST, *STATUS, *WHEN)
    assert read(retired, SECOND) == sound(SECOND)
    assert main(["retire"]) == 0
    assert read(retired, SECOND) == lengthened(SECOND, *STATUS, *WHEN)
    names = sorted(path.name for path in (retired / TAIYUAN).iterdir())
    assert names == ["01.md", "02.md", "index.md"]
