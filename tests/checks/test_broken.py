"""One broken field hides nothing: the texts of a broken file are judged in the same run."""

from __future__ import annotations

from pathlib import Path

import pytest

from .sites import DATONG, TAIYUAN, copy_sound_site, problems_of, sound

CASE, INDEX, PAGE = f"{TAIYUAN}/02.md", f"{TAIYUAN}/index.md", "docs/about.md"
PHONE = "联系电话13800138000。"
GUILTY = "警方抓获犯罪分子两名。"
BODY = f"{PHONE}\n\n{GUILTY}"


def found(root: Path, path: str, text: str) -> list[tuple[str, int, int]]:
    """The problems of the sound site with this file: their codes, lines and columns."""
    copy_sound_site(root)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode("utf-8"))
    return [(one.code, one.line, one.column) for one in problems_of(root) if one.path == path]


def case(old: str, new: str) -> str:
    """A case with both faults in its body, from line 10 on, and another line in its head."""
    text = sound(CASE, BODY)
    assert old in text
    return text.replace(old, new, 1)


HEADS = {
    "date": ("date: 2024-04-02", "date: 去年", [("date", 3, 7)]),
    "unknown-field": ("date: 2024", "day: 甲\ndate: 2024", [("unknown-field", 3, 1)]),
    "missing-field": ("date: 2024-04-02\n", "", [("missing-field", 1, 1)]),
    "empty-value": ("date: 2024-04-02", "date:", [("empty-value", 3, 6)]),
    "not-in-list": ("offence: 网络谣言", "offence: 网络造谣", [("offence-unknown", 5, 10)]),
    "charge": ("stage", "charge: 造谣罪\nstage", [("charge-unknown", 6, 9)]),
    "quote": ("title: 编", 'title: "编', [("yaml-quote", 2, 8)]),
    "syntax": ("city", "太原\ncity", [("yaml-syntax", 4, 1)]),
    "colon": ("city: ", "city：", [("full-width-colon", 4, 5)]),
    "space": ("city: ", "city:", [("colon-without-space", 4, 5)]),
    "stage colon": ("stage: ", "stage：", [("full-width-colon", 6, 6)]),
    "alias": ("title: 编", "title: *编", [("yaml-alias", 2, 8)]),
    "bracket": ("太原市", "[太原市", [("yaml-bracket", 4, 7)]),
    "tab": ("offence", "figures:\n\t甲: 5台\noffence", [("yaml-tab", 6, 1)]),
    "second": ("city", "...\ncity", [("yaml-second-document", 4, 1)]),
    "control": ("编造停水", "编造\b停水", [("control-character", 2, 10)]),
    "duplicate": ("city", "date: 2024-04-03\ncity", [("duplicate-key", 4, 1)]),
    "comment": ("city", "# 无关的话\ncity: [\ncity", [("yaml-bracket", 5, 7)]),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_broken_head_hides_no_text(name: str, tmp_path: Path) -> None:
    old, new, own = HEADS[name]
    text = case(old, new)
    line = text.split("\n").index(PHONE) + 1
    of_texts = [("mobile-number", line, 5), ("wording-guilt", line + 2, 5)]
    assert found(tmp_path, CASE, text) == sorted([*own, *of_texts], key=lambda one: one[1:])


def test_a_broken_stage_hides_no_person(tmp_path: Path) -> None:
    text = case("stage: 侦破", "stage: 批捕")
    assert found(tmp_path, CASE, text) == [("stage-finer", 6, 8), ("mobile-number", 10, 5)]


def test_a_broken_update_leaves_the_stage_open(tmp_path: Path) -> None:
    text = case("stage: 侦破", "stage: 侦破\nupdates: [{date: 2024-05}]")
    assert found(tmp_path, CASE, text) == [("missing-field", 7, 11), ("mobile-number", 11, 5)]


def test_a_head_that_is_not_closed(tmp_path: Path) -> None:
    text = case("\n---\n\n联系", "\n\n联系")
    assert found(tmp_path, CASE, text) == [
        ("front-matter-open", 1, 1), ("mobile-number", 9, 5), ("wording-guilt", 11, 5)
    ]  # fmt: skip


def test_a_head_that_is_not_opened(tmp_path: Path) -> None:
    text = case("---\ntitle", "title")
    assert found(tmp_path, CASE, text) == [
        ("front-matter-missing", 1, 1), ("mobile-number", 9, 5), ("wording-guilt", 11, 5)
    ]  # fmt: skip


def test_blank_lines_before_the_head(tmp_path: Path) -> None:
    assert found(tmp_path, CASE, f"\n\n{sound(CASE, BODY)}") == [
        ("front-matter-missing", 1, 1), ("mobile-number", 12, 5), ("wording-guilt", 14, 5)
    ]  # fmt: skip


def test_a_text_without_head(tmp_path: Path) -> None:
    text = f"案情如下。\n\n{PHONE}\n"
    assert found(tmp_path, CASE, text) == [("front-matter-missing", 1, 1), ("mobile-number", 3, 5)]


@pytest.mark.parametrize(
    ("line", "column"),
    [("summary: 电话13800138000", 12), ("  电话13800138000", 5), ('title: "电话13800138000', 11),
     ("- 电话13800138000", 5), ("city： 电话13800138000", 9), ("电话13800138000: 甲", 3)],
)  # fmt: skip
def test_a_line_of_a_broken_head(line: str, column: int, tmp_path: Path) -> None:
    text = sound(CASE).replace("summary", f"{line}\nsummary", 1)
    codes = found(tmp_path, CASE, text)
    assert ("mobile-number", 7, column) in codes
    assert len([one for one in codes if one[0] == "mobile-number"]) == 1


def test_a_note_of_a_broken_head(tmp_path: Path) -> None:
    text = case("city", "# 电话13900139000\ncity: [\ncity")
    assert [one for one in found(tmp_path, CASE, text) if one[0].endswith("personal")] == [
        ("note-personal", 4, 5)
    ]


def test_what_is_below_a_repeated_key_is_read(tmp_path: Path) -> None:
    text = sound(CASE).replace("summary: ", f"summary: {PHONE}{'停水消息系编造' * 3}\nsummary: ", 1)
    first, second = text.split("\n")[6:8]
    turned = text.replace(f"{first}\n{second}", f"{second}\n{first}")
    assert found(tmp_path, CASE, text) == [("mobile-number", 7, 14), ("duplicate-key", 8, 1)]
    assert found(tmp_path, CASE, turned) == [("duplicate-key", 8, 1), ("mobile-number", 8, 14)]


def test_what_is_allowed_stays_allowed(tmp_path: Path) -> None:
    allow = "allow: [{code: mobile-number, text: '13800138000', reason: 虚构的号码}]\n"
    text = case("date: 2024-04-02\n", f"date: 去年\n{allow}")
    assert found(tmp_path, CASE, text) == [("date", 3, 7), ("wording-guilt", 13, 5)]
    text = case("date: 2024-04-02\n", f"date: [\n{allow}")
    assert found(tmp_path, CASE, text) == [("yaml-bracket", 3, 7), ("wording-guilt", 13, 5)]


def test_a_case_without_its_bulletin(tmp_path: Path) -> None:
    path = "cases/2024-07-01-yangquan/01.md"
    assert found(tmp_path, path, sound(CASE, BODY)) == [
        ("mobile-number", 10, 5), ("wording-guilt", 12, 5)
    ]  # fmt: skip


def test_a_case_of_a_broken_bulletin(tmp_path: Path) -> None:
    copy_sound_site(tmp_path)
    (tmp_path / CASE).write_text(sound(CASE, BODY), encoding="utf-8")
    (tmp_path / INDEX).write_text(sound(INDEX, GUILTY, expected="两"), encoding="utf-8")
    assert [(one.path, one.code, one.line) for one in problems_of(tmp_path)] == [
        (CASE, "mobile-number", 10), (CASE, "wording-guilt", 12),
        (INDEX, "count", 5), (INDEX, "wording-guilt", 9),
    ]  # fmt: skip


@pytest.mark.parametrize("path", [PAGE, "docs/offences/online-rumor.md", f"{DATONG}/index.md"])
def test_other_files(path: str, tmp_path: Path) -> None:
    text = sound(path, PHONE, unknown="甲")
    codes = [one[0] for one in found(tmp_path, path, text)]
    assert codes == ["unknown-field", "mobile-number"]


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    copy_sound_site(tmp_path)
    for encoding in ("gb18030", "utf-16"):
        (tmp_path / CASE).write_bytes(sound(CASE, BODY).encode(encoding))
        of_texts = [(one.code, one.line) for one in problems_of(tmp_path)]
        assert of_texts == [
            ("file-encoding", 1 if encoding == "utf-16" else 2),
            ("mobile-number", 10), ("wording-guilt", 12),
        ]  # fmt: skip


def test_an_administrative_case_names_nobody(tmp_path: Path) -> None:
    text = sound(CASE, "王某被处以行政拘留。", stage="行政处罚", people="几")
    assert found(tmp_path, CASE, text) == [("count", 8, 9), ("administrative-person", 11, 1)]
