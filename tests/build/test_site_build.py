"""The build: what the cache keeps of one build is never stale in the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from casebook.build import worker_pool
from casebook.build.atomic_swap import atomic_replacement
from casebook.build.build_cache import PREVIOUS
from casebook.build.manifest import ADDRESS, manifest_of, read_manifest
from casebook.build.page_cache import INDEX, PACK
from casebook.build.privacy_scan import PrivacyScan
from casebook.build.release_checks import ReleaseError
from casebook.build.site_build import write_site
from casebook.outputs.context import Output, output_route
from casebook.outputs.registry import OUTPUTS
from casebook.pages.routes import RouteTable
from casebook.render.renderer import Renderer, RenderError

from ..outputs.contexts import small_content
from ..render.renderers import SETTINGS
from ..sites.make import Content
from .plans import plan_of

CASES = tuple(f"2024-0{month}-01-shanxi/0{number}" for month in (7, 8, 9) for number in (1, 2))

Files = dict[str, str]


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = small_content(tmp_path)
    made.page("tips.md", "防范提示", "见[类型](offences/posters.md)。\n")
    for case in CASES:
        made.case(case)
    return made


def published(
    content: Content,
    folder: Path,
    cache: Path | None = None,
    edit_uri: str = "",
    outputs: tuple[str, ...] = (),
) -> Files:
    """The files of a site and the digests of their content."""
    folder.mkdir()
    plan = plan_of(content, outputs, replace(SETTINGS, edit_uri=edit_uri))
    write_site(plan, folder, "site", cache)
    return files_of(folder)


def files_of(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def renewed(content: Content, root: Path, edit_uri: str = "") -> None:
    """Builds the site below `root` once more, as `casebook build` does."""
    cache = root / "cache"
    plan = plan_of(content, OUTPUTS, replace(SETTINGS, edit_uri=edit_uri))
    with atomic_replacement(root / "site", cache / PREVIOUS) as folder:
        write_site(plan, folder, "site", cache)


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was last touched, and its number."""
    found = {path.relative_to(folder).as_posix(): path.stat() for path in folder.rglob("*.*")}
    return {address: (one.st_ctime_ns, one.st_ino) for address, one in found.items()}


@pytest.fixture(autouse=True)
def one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """All tasks run in this process, where a test can observe them."""
    monkeypatch.setattr(worker_pool, "worker_count", lambda: 1)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the rendered pages, collected while they are rendered."""
    addresses: list[str] = []
    original = Renderer.render_page

    def counted(self, page):
        addresses.append(page.address)
        return original(self, page)

    monkeypatch.setattr(Renderer, "render_page", counted)
    return addresses


# The page cache


def test_a_second_build_renders_nothing_again(content, tmp_path, rendered):
    clean = published(content, tmp_path / "clean")
    first = published(content, tmp_path / "first", tmp_path / "cache")
    rendered.clear()
    second = published(content, tmp_path / "second", tmp_path / "cache")
    assert clean == first == second
    assert rendered == []


def test_one_edit_renders_what_shows_it(content, tmp_path, rendered):
    published(content, tmp_path / "first", tmp_path / "cache")
    content.case(CASES[0], date="2024-05", title="涉嫌改过标题一案")
    rendered.clear()
    second = published(content, tmp_path / "second", tmp_path / "cache")
    again = {*rendered}
    assert f"cases/{CASES[0]}/" in again
    assert "tips/" not in again
    assert second == published(content, tmp_path / "clean")


def test_other_inputs_render_everything(content, tmp_path, rendered):
    first = published(content, tmp_path / "first", tmp_path / "cache")
    rendered.clear()
    published(content, tmp_path / "second", tmp_path / "cache", edit_uri="2")
    assert len(rendered) == sum(path.endswith("index.html") for path in first)


def edits(content: Content, random: Random) -> dict[str, Callable[[], object]]:
    """What editors do."""
    there = sorted(content.cases.glob("2024-*/[0-9]*.md"))
    one = random.choice(there)
    case = f"{one.parent.name}/{one.stem}"
    word = random.choice("甲乙丙丁")
    bulletin = one.parent.name
    return {
        "title": lambda: content.case(case, title=f"涉嫌改过标题{word}一案"),
        "text": lambda: content.case(case, f"## 案情\n\n据通报，这里改成了{word}。\n"),
        "link": lambda: content.case(case, "## 案情\n\n见[类型](../../offences/hacking.md)。\n"),
        "place": lambda: content.case(case, city=random.choice(("大同市", "长治市"))),
        "day": lambda: content.case(case, date=random.choice(("2024-03", "2023-12-09"))),
        "group": lambda: content.case(case, offence="网络黑客"),
        "draft": lambda: content.case(case, status="draft"),
        "withdraw": lambda: content.case(
            case, status="withdrawn", withdrawn={"date": "2025-01-02", "reason": "事实有误"}
        ),
        "new": lambda: content.case(f"{bulletin}/{random.randint(3, 9):02}"),
        "delete": lambda: len(there) > 2 and one.unlink(),
        "rename": lambda: one.rename(one.with_name(f"{random.randint(10, 19)}.md")),
        "bulletin": lambda: content.bulletin(bulletin, title=f"改过名的通报{word}"),
        "group page": lambda: content.offence(
            "posters", "网络水军", order=2, body=f"## 防范提示\n\n- 提示{word}。\n"
        ),
        "page": lambda: content.page("tips.md", f"防范提示{word}"),
        "new page": lambda: content.page(f"events/{random.choice('ab')}.md", f"活动{word}"),
        "picture": lambda: (one.parent / "图.png").write_bytes(word.encode()),
    }


@pytest.mark.parametrize("seed", range(3))
def test_any_edits_give_what_a_clean_build_gives(content, tmp_path, seed):
    """The result after each of many edits is that of a build without a cache."""
    random = Random(seed)
    for step in range(10):
        name, edit = random.choice(list(edits(content, random).items()))
        edit()
        kept = published(content, tmp_path / f"kept{step}", tmp_path / "cache")
        assert kept == published(content, tmp_path / f"clean{step}"), (seed, step, name)


@pytest.mark.parametrize("seed", range(3))
def test_any_edits_in_a_previous_output_give_what_a_clean_build_gives(content, tmp_path, seed):
    """As above, with all outputs, where every build reuses the output before the last."""
    random = Random(seed)
    for step in range(8):
        name, edit = random.choice(list(edits(content, random).items()))
        edit()
        renewed(content, tmp_path)
        clean = published(content, tmp_path / f"clean{step}", outputs=OUTPUTS)
        assert files_of(tmp_path / "site") == clean, (seed, step, name)


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the scanned files, collected while they are scanned."""
    addresses: list[str] = []
    original = PrivacyScan.problems

    def counted(self, route, path, content):
        addresses.append(path)
        return original(self, route, path, content)

    monkeypatch.setattr(PrivacyScan, "problems", counted)
    return addresses


def test_unchanged_previous_output_is_neither_scanned_nor_written(content, tmp_path, scanned):
    for number in range(3):
        content.case(CASES[0], title=f"涉嫌改过{number}次标题一案")
        renewed(content, tmp_path)
    scanned.clear()
    before = stamps(tmp_path / "cache" / PREVIOUS)
    renewed(content, tmp_path)
    after = stamps(tmp_path / "site")
    written = {address for address in after if after[address] != before.get(address)}
    assert scanned == []
    assert f"cases/{CASES[0]}/index.html" in written
    assert "tips/index.html" in after.keys() - written
    assert f"api/v1/cases/{CASES[2]}.json" in after.keys() - written


def test_edits_of_the_previous_output_change_nothing(content, tmp_path):
    for _ in range(2):
        renewed(content, tmp_path)
    previous, clean = tmp_path / "cache" / PREVIOUS, files_of(tmp_path / "site")
    (previous / "index.html").write_text("别人的", encoding="utf-8")
    (previous / "cases.csv").unlink()
    (previous / "tips/index.html").unlink()
    (previous / "tips/index.html").mkdir()
    (previous / "foreign").mkdir()
    (previous / "foreign/a.html").write_text("别人的", encoding="utf-8")
    renewed(content, tmp_path)
    assert files_of(tmp_path / "site") == clean


def test_a_previous_output_of_other_inputs_is_scanned_again(content, tmp_path, scanned):
    for edit_uri in ("1", "1", "2"):
        scanned.clear()
        renewed(content, tmp_path, edit_uri)
    assert {path for path in files_of(tmp_path / "site") if path.endswith(".html")} <= {*scanned}


@pytest.mark.parametrize("damage", ["cut", "changed", "gone", "index"])
def test_a_damaged_page_cache_is_no_harm(content, tmp_path, damage):
    cache = tmp_path / "cache"
    clean = published(content, tmp_path / "first", cache)
    for pack in cache.glob(f"*{PACK}"):
        if damage == "cut":
            pack.write_bytes(pack.read_bytes()[:999])
        elif damage == "changed":
            pack.write_bytes(pack.read_bytes().replace("案".encode(), "暗".encode()))
        elif damage == "gone":
            pack.unlink()
        else:
            (cache / INDEX).write_text("{}", encoding="utf-8")
    assert published(content, tmp_path / "second", cache) == clean


# The whole


def test_all_files_are_listed(content, tmp_path):
    files = published(content, tmp_path / "site", outputs=OUTPUTS)
    listed = read_manifest((tmp_path / "site" / ADDRESS).read_bytes())
    assert {entry.path for entry in listed.files} == files.keys() - {ADDRESS}
    assert listed == manifest_of(tmp_path / "site")
    assert {"404.html", "index.html", "feed.xml", "search/index.json", "cases.csv"} <= files.keys()


def test_a_copied_file_is_scanned_and_listed(content, tmp_path):
    (content.docs / "a.txt").write_text("电话13800138000", encoding="utf-8")
    with pytest.raises(ReleaseError) as refused:
        published(content, tmp_path / "site")
    assert [str(problem.path) for problem in refused.value.problems] == ["site/a.txt"]


def test_a_file_of_an_output_without_a_route_is_not_published(content, tmp_path):
    def files(context):
        yield "unplanned.txt", b""

    plan = plan_of(content)
    more = Output("more", RouteTable(()), files)
    (tmp_path / "site").mkdir()
    with pytest.raises(RenderError, match=r"unplanned\.txt"):
        write_site(replace(plan, outputs=(more,)), tmp_path / "site", "site", None)
    assert not (tmp_path / "site/unplanned.txt").exists()


def test_a_file_that_is_written_twice_is_not_published(content, tmp_path):
    """Of two patterns no rule can tell whether they meet; the files they stand for can."""
    plan = plan_of(content)
    files = [("a/b.txt", b"one"), ("a/b.txt", b"other")]
    route = output_route("a/*", "text/plain")
    more = Output("more", RouteTable((route,)), lambda context: iter(files))
    with pytest.raises(ReleaseError) as refused:
        write_site(replace(plan, outputs=(more,)), tmp_path / "site", "site", None)
    assert [str(problem) for problem in refused.value.problems] == [
        "mkdocs.yml:1:1: 网址“a/b.txt”有两个来源：程序生成的文件 和 程序生成的文件。"
        "一个网址只能有一个来源：请给自己写的文件改名，或移到别的文件夹。"
    ]


def test_a_page_with_personal_data_is_not_cached(content, tmp_path):
    """What must not be published today may be allowed tomorrow, and is scanned again."""
    content.case(CASES[0], "## 案情\n\n据通报，联系电话13800138000。\n")
    for number in range(2):
        with pytest.raises(ReleaseError) as refused:
            published(content, tmp_path / str(number), tmp_path / "cache")
        assert {problem.path for problem in refused.value.problems} == {
            f"site/cases/{CASES[0]}/index.html"
        }


def test_an_allowance_lets_a_cached_page_be_scanned_again(content, tmp_path, rendered):
    published(content, tmp_path / "first", tmp_path / "cache")
    allow = [{"code": "mobile-number", "text": "13800138000", "reason": "单位公布的电话"}]
    content.page("about.md", "关于", allow=allow)
    rendered.clear()
    published(content, tmp_path / "second", tmp_path / "cache")
    assert f"cases/{CASES[1]}/" in rendered
