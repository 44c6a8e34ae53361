"""Small made-up content: files of a few cases, offence groups and pages, written for one test."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load

ROOT = Path(__file__).parents[2]

BULLETIN = "2024-09-01-shanxi"

Charges = Iterable[tuple[str, str]]
"""Names and slugs."""


class Content:
    """The files of a small corpus below a folder: `cases/` and, where a test wants them, `docs/`.

    A bulletin is written with its first case, and its `expected` follows the number of files.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.cases = root / "cases"
        self.docs = root / "docs"
        self._bulletins: dict[str, dict[str, object]] = {}
        self.cases.mkdir(parents=True, exist_ok=True)

    def bulletin(self, bulletin_id: str = BULLETIN, **fields: object) -> Path:
        """Writes a bulletin, or changes the fields of one; `province` is 山西省 unless told."""
        known = self._bulletins.setdefault(
            bulletin_id,
            {
                "title": f"{bulletin_id}涉网典型案例通报",
                "publisher": "某地公安机关",
                "published": bulletin_id[:10],
                "province": "山西省",
            },
        )
        known |= fields
        path = self.cases / bulletin_id / "index.md"
        path.parent.mkdir(exist_ok=True)
        files = sum(1 for _ in path.parent.glob("[0-9]*.md"))
        omitted = known.get("omitted", ())
        assert isinstance(omitted, Iterable)
        expected = files + len(list(omitted))
        return write(path, {"expected": expected or 1, **known}, "通报的导语。\n")

    def case(self, case_id: str, body: str | None = None, **fields: object) -> Path:
        """Writes a case; without `fields` it lies in 太原市 in May 2024, in the group 网络水军."""
        bulletin_id, _, number = case_id.partition("/")
        known: dict[str, object] = {
            "title": f"涉嫌有偿刷量控评{bulletin_id}第{number}起案",
            "date": "2024-05",
            "city": "太原市",
            "offence": "网络水军",
            "stage": "刑事拘留",
            "summary": "有人涉嫌在网上有偿点赞和评论，公安机关查明后依法办理了此案。",
        }
        path = self.cases / bulletin_id / f"{number}.md"
        path.parent.mkdir(exist_ok=True)
        write(path, known | fields, body or f"## 案情\n\n据通报，这是{case_id}的案情。\n")
        self.bulletin(bulletin_id)
        return path

    def remove(self, case_id: str) -> None:
        """Deletes a case's file."""
        bulletin_id, _, number = case_id.partition("/")
        (self.cases / bulletin_id / f"{number}.md").unlink()
        self.bulletin(bulletin_id)

    def offence(
        self,
        slug: str,
        title: str,
        charges: Charges = (),
        order: int = 1,
        body: str = "",
        **more: object,
    ) -> Path:
        """Writes the page of an offence group."""
        fields: dict[str, object] = {
            "title": title,
            "order": order,
            "icon": "material/account",
            "summary": f"{title}是这组测试文件里的一个类型，这里只作一句简单的说明。",
            "charges": [
                {"name": name, "slug": charge_slug, "article": "第一条"}
                for name, charge_slug in charges
            ],
        }
        path = self.docs / "offences" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        return write(path, fields | more, body or "## 这是什么\n\n一个类型。\n")

    def page(self, uri: str, title: str, body: str = "一段文字。\n", **fields: object) -> Path:
        """Writes a hand-written page."""
        path = self.docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        return write(path, {"title": title, **fields}, body)

    def library(self) -> Library:
        """What `load` makes of the files; with the project's own docs where the test wrote none."""
        docs = self.docs if self.docs.is_dir() else ROOT / "docs"
        found, problems = load(Folders(cases=self.cases, docs=docs, root=self.root))
        assert [str(problem) for problem in problems] == []
        return found


def write(path: Path, fields: Mapping[str, object], body: str) -> Path:
    """Writes a Markdown file with front matter, leaving out empty fields."""
    present = {name: value for name, value in fields.items() if value not in (None, (), [])}
    head = yaml.safe_dump(present, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(f"---\n{head}---\n\n{body}", encoding="utf-8")
    return path


OFFICIAL = {
    "official": "true",
    "name": "某市公安局网络安全保卫支队",
    "contact": "某市某路1号",
    "site_code": "1400000000",
    "icp": "某ICP备00000000号",
    "police_record": "某公网安备 00000000000000号",
    "corrections": "https://www.example.gov.cn/jiucuo/",
}
"""The organisation of an official site, whole and invented."""
RULES = re.compile(r"^retention:\n(?: .*\n)+", re.MULTILINE)


def copy_project(root: Path) -> Path:
    """A copy of what the site is built from, with an empty cases folder.

    It has no retention rules, for what these report depends on the day.
    """
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("overrides", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    hooks = root / "hooks"  # the package beside the file that mkdocs.yml names is installed
    hooks.mkdir()
    shutil.copy(ROOT / "hooks/mkdocs_hooks.py", hooks)
    page = root / "docs/corrections.md"
    text, times = RULES.subn("", page.read_text(encoding="utf-8"))
    assert times == 1
    page.write_text(text, encoding="utf-8")
    return root


def state_times(root: Path) -> None:
    """Writes into the events of a copied project when the site published them."""
    for path in (root / "docs/events").glob("2*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("---\n", "---\nsite_published: 2024-09-13 09:00\n", 1), "utf-8"
        )


CITIES = ("太原市", "大同市", "长治市", "运城市", "晋城市")


def many_cases(root: Path, count: int) -> Content:
    """`count` cases of one group in bulletins of ten, spread over the same cities and months.

    Every text has the same length, so that only the number of cases differs between two corpora.
    """
    content = Content(root)
    for index in range(count):
        bulletin, number = divmod(index, 10)
        bulletin_id = f"{2020 + bulletin // 12}-{bulletin % 12 + 1:02}-28-shanxi"
        content.case(
            f"{bulletin_id}/{number + 1:02}",
            title=f"涉嫌在网上实施违法行为第{index:04}号案",
            date=f"2019-{index % 12 + 1:02}",
            city=CITIES[index % len(CITIES)],
        )
    return content
