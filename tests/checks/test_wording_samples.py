"""What the rules on wording find in bulletins as they were printed.

All of it was read: each is a slip of the printed text, or, where the table says so, a habit of
newspapers that does no harm there. The texts themselves are not kept in the repository.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from casebook.checks.gate import RULES
from casebook.checks.passages import Passages

from .test_wording import CASE, content_of

FOLDER = Path(__file__).parents[3] / "shared" / "bulletins"

EXPECTED = {
    # Half-width brackets in four places; bylines set with spaces.
    "2024-09-12-taiyuan": {"wording-punctuation": 4, "wording-space": 5},
    # 案例一: to 案例十: and a comma, and the brackets of a link's words; a time after the source.
    "2025-02-10-shanxi": {"wording-punctuation": 12, "wording-space": 1},
    # 犯……罪 of a case judged in the first instance; a postal code. 犯罪分子 twice, but general.
    "sample-01": {"wording-guilt": 1, "wording-space": 1},
    # The postal code again.
    "sample-03": {"wording-space": 1},
    # Corner brackets and spaces of the account's own footer.
    "sample-08": {"wording-punctuation": 1, "wording-space": 2},
    # A newspaper that sets half-width commas throughout; one space after 我省, one in a byline.
    "sample-11": {"wording-punctuation": 32, "wording-space": 2},
}


def render_page(name: str) -> str:
    file = FOLDER / f"{name}.txt"
    if not file.exists():
        pytest.skip(f"no {file.name} beside the repository: the bulletins are not kept in it")
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXPECTED)
def test_the_findings_in_a_printed_bulletin(name: str) -> None:
    text, content = render_page(name), content_of(CASE, "")
    found = Counter(one.code for rule in RULES for one in rule(content, text))
    wording = {code: count for code, count in found.items() if code.startswith("wording-")}
    assert wording == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_no_word_is_found_wrong_in_a_printed_bulletin(name: str) -> None:
    text, content = render_page(name), content_of(CASE, "")
    found = [one for rule in RULES for one in rule(content, text)]
    assert [one for one in found if one.code in ("wording-word", "wording-look-alike")] == []


SLIPS = (
    "太原市公安局,破案.", "破案!", "破案! 甲", "时间:两年", "，  你好 ，世界", "出租ＡＢＣ１２３号",
    "其中,第1条;第2条?", "App,登录", "2024,登录", "案例一:马某", "2025年2月10日,据", "甲/乙:丙",
    "甲: 乙", "甲, 乙", "“甲” 乙", "甲 “乙” 丙", "甲.", "甲.乙", "甲?乙", "甲 （乙） 丙", "甲 、乙",
    "- 甲,乙", "| 甲 ，| 乙 |", "App “甲”", "访问example.com,查看",
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_what_a_linter_mends_is_found_too(slip: str) -> None:
    """AutoCorrect is looked at for a second opinion: whatever it mends, a rule objects to."""
    autocorrect = pytest.importorskip("autocorrect_py")
    autocorrect.load_config(
        '{"rules": {"space-word": 0, "space-punctuation": 0, "space-bracket": 0, "space-dash": 0,'
        ' "space-backticks": 0, "space-dollar": 0, "fullwidth": 1, "halfwidth-word": 1,'
        ' "halfwidth-punctuation": 0, "no-space-fullwidth": 1, "no-space-fullwidth-quote": 1}}'
    )
    expected = autocorrect.format(slip)
    assert expected != slip
    content = content_of(CASE, slip)
    text = Passages.of(content.document).text
    body = len(text) - len(content.document.body)
    found = sorted(
        (one for rule in RULES for one in rule(content, text) if one.code.startswith("wording-")),
        key=lambda one: -one.start,
    )
    mended_slip = slip
    for one in found:
        right = one.found["expected"] if one.replacement is None else one.replacement
        mended_slip = mended_slip[: one.start - body] + str(right) + mended_slip[one.end - body :]
    assert mended_slip == expected.replace("第1条;", "第1条；")
