"""Whatever an editor does to a file, the check answers with problems and nothing else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.pages.site import build_site

from .sites import BASE, DATONG, TAIYUAN, copy_sound_site, library_of, problems_of

FILES = [
    f"{TAIYUAN}/index.md",
    f"{TAIYUAN}/02.md",
    f"{DATONG}/01.md",
    "docs/offences/personal-info.md",
]
SLIPS = [
    "", "：", ": ", "\n", "- ", "[", "]", "{", "}", '"', "'", "#", "\t", "null", "2024", "案",
    "某", "王某", "draft", "withdrawn", "全省", "全国", "index", "../", "https://", "<b>", "---\n",
    "\x00", "999999999",
]  # fmt: skip

slip = st.tuples(
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 12),
    st.sampled_from(SLIPS) | st.text(max_size=4),
)


def damaged(text: str, slips: list[tuple[float, int, str]]) -> str:
    """The text with some of its characters replaced, at places given as shares of its length."""
    for share, length, written in slips:
        at = int(share * len(text))
        text = text[:at] + written + text[at + length :]
    return text


@settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(path=st.sampled_from(FILES), slips=st.lists(slip, min_size=1, max_size=5))
def test_a_damaged_file_gives_problems_and_a_site(
    path: str, slips: list[tuple[float, int, str]], tmp_path: Path
) -> None:
    copy_sound_site(tmp_path)
    text = damaged((BASE / path).read_text(encoding="utf-8"), slips)
    (tmp_path / path).write_bytes(text.encode("utf-8", "surrogatepass"))
    for problem in problems_of(tmp_path):
        lines = len((tmp_path / problem.path).read_bytes().splitlines())
        assert 1 <= problem.line <= max(1, lines)
    # The preview shows what is left, however little.
    assert build_site(library_of(tmp_path), with_drafts=True).pages
