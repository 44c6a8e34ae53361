"""Small sites for the tests of reading: a few files in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.problem import Problem, in_order

SUMMARY = "为测试而写的一句话摘要，字数不多也不少。"

BULLETIN = {
    "title": "某地公布典型案例",
    "publisher": "某地公安局",
    "published": "2024-09-12",
    "expected": "1",
    "province": "山西省",
}
CASE = {
    "title": "王某某测试案",
    "date": "2024-04",
    "city": "太原市",
    "offence": "网络测试",
    "stage": "侦破",
    "summary": SUMMARY,
}
OFFENCE = {"title": "网络测试", "order": "1", "icon": "material/test", "summary": SUMMARY}
PAGE = {"title": "关于"}
SEARCH = {"title": "检索"}


def written(defaults: dict[str, str], changes: dict[str, str | None], body: str = "") -> str:
    """A Markdown file whose front matter has these values; a change to None drops the key."""
    values = {key: value for key, value in {**defaults, **changes}.items() if value is not None}
    lines = [f"{key}: {value}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", "", body])


def case_text(body: str = "案情。\n", /, **changes: str | None) -> str:
    """A valid case with some keys changed."""
    return written(CASE, changes, body)


def bulletin_text(**changes: str | None) -> str:
    """A valid bulletin with some keys changed."""
    return written(BULLETIN, changes, "导语。\n")


def offence_text(**changes: str | None) -> str:
    """A valid offence page with some keys changed."""
    return written(OFFENCE, changes, "说明。\n")


def page_text(**changes: str | None) -> str:
    """A valid hand-written page with some keys changed."""
    return written(PAGE, changes, "正文。\n")


@dataclass(frozen=True)
class SmallSite:
    """The folders of a site below a root, filled file by file."""

    root: Path

    @property
    def folders(self) -> Folders:
        """Where its content lies."""
        return Folders(cases=self.root / "cases", docs=self.root / "docs", root=self.root)

    def path(self, relative: str) -> Path:
        """A path below the root, whose folder exists from now on."""
        path = self.root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write(self, relative: str, content: str | bytes = "") -> Path:
        """Writes one file."""
        path = self.path(relative)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def bulletin(self, bulletin_id: str, **changes: str | None) -> None:
        """Writes the `index.md` of a bulletin."""
        self.write(f"cases/{bulletin_id}/index.md", bulletin_text(**changes))

    def case(self, case_id: str, **changes: str | None) -> None:
        """Writes a case."""
        self.write(f"cases/{case_id}.md", case_text(**changes))

    def offence(self, slug: str, **changes: str | None) -> None:
        """Writes the page of an offence group."""
        self.write(f"docs/offences/{slug}.md", offence_text(**changes))

    def load(self) -> tuple[Library, list[str]]:
        """The library and the printed problems in order."""
        library, problems = load(self.folders)
        return library, [str(problem) for problem in in_order(problems)]

    def problems(self) -> tuple[Problem, ...]:
        """The problems in order."""
        return in_order(load(self.folders)[1])

    def library(self) -> Library:
        """The library of a site that has no problems."""
        library, problems = self.load()
        assert problems == []
        return library


def small_site(root: Path) -> SmallSite:
    """A site with one bulletin, one case and one offence group."""
    site = SmallSite(root)
    site.bulletin("2024-09-12-taiyuan")
    site.case("2024-09-12-taiyuan/01")
    site.offence("testing")
    return site
