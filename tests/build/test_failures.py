"""What goes wrong around a build: it is said in plain words, and the published site stays."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from casebook.cli import main

from ..checks.sites import TAIYUAN
from ..sites.building import CASEBOOK, BuiltSite, digest, environment, run_build
from ..sites.make import BULLETIN, ROOT, Content, copy_project

PATIENCE = 60
"""Seconds in which everything here must have ended; what waits for ever would not."""

BLOCK = 4096
"""Bytes that a file in memory takes at least."""


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """Ends a test that hangs, as one would that opens a pipe."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(3 * PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = Content(tmp_path_factory.mktemp("cases"))
    content.case(f"{BULLETIN}/01")
    return content.cases


def old_site(folder: Path) -> Path:
    """A folder that stands for the site of an earlier build."""
    (folder / "deep").mkdir(parents=True)
    (folder / "index.html").write_text("<h1>旧的网站</h1>", encoding="utf-8")
    (folder / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    (folder / "deep/old.bin").write_bytes(bytes(range(256)))
    return folder


def left_beside(site: Path) -> list[str]:
    """What stands beside a site, but for the lock."""
    return sorted(
        path.name for path in site.parent.iterdir() if path.name not in (site.name, ".site.lock")
    )


Refuses = Callable[[Path], str]


@pytest.fixture
def refuses(
    cases: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Refuses:
    """A build into a folder that ends before its generator begins; gives what is said then."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CASEBOOK_CASES", str(cases))

    def build(site: Path) -> str:
        assert main(["build", "--site-dir", str(site)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        return said.err

    return build


# A full disk


@dataclass
class Disk:
    """A file system of its own, in memory."""

    folder: Path

    @property
    def used(self) -> int:
        found = os.statvfs(self.folder)
        return (found.f_blocks - found.f_bfree) * found.f_frsize


Mounted = Callable[[str], Disk]


@pytest.fixture(scope="module")
def mounted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mounted]:
    """Mounts disks with such options; they go when the tests of this file have ended."""
    disks: list[Path] = []

    def mount(options: str) -> Disk:
        folder = tmp_path_factory.mktemp("disk")
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("不能在这里挂载磁盘 / this user may not mount a disk")
        disks.append(folder)
        return Disk(folder)

    yield mount
    for folder in disks:
        subprocess.run(["umount", folder], check=True)


@dataclass
class Sizes:
    """What the files of a site take on such a disk."""

    whole: int
    outputs: int
    """Of those written beside the pages."""


@pytest.fixture(scope="module")
def sizes(mounted: Mounted, cases: Path) -> Sizes:
    """Found by a build on a large disk, whose folder for passing files is full."""
    full = mounted("size=4k")
    (full.folder / "filling").write_bytes(bytes(BLOCK))
    disk = mounted("size=64m")
    run = run_build(disk.folder / "site", cases=cases, TMPDIR=str(full.folder))
    assert run.returncode == 0, run.stdout + run.stderr
    first = (disk.folder / "site/feed.xml").stat().st_mtime_ns
    files = [path.stat() for path in (disk.folder / "site").rglob("*") if path.is_file()]
    return Sizes(
        whole=disk.used,
        outputs=sum(
            -(-file.st_size // BLOCK) * BLOCK for file in files if file.st_mtime_ns > first
        ),
    )


@pytest.mark.parametrize("moment", ["generator", "outputs", "manifest"])
def test_a_full_disk_leaves_the_old_site(mounted, cases, sizes, moment):
    enough_for = {
        "generator": sizes.whole // 4,
        "outputs": sizes.whole - sizes.outputs // 2,
        "manifest": sizes.whole,  # the old site takes three blocks of it
    }
    disk = mounted(f"size={enough_for[moment] // 1024}k")
    site = old_site(disk.folder / "site")
    before, used = digest(site), disk.used
    run = run_build(site, cases=cases)
    assert (run.returncode, run.stdout, run.stderr) == (
        2,
        "",
        f"网站没有写进 {site}：磁盘已满。原有的网站保持不变。\n",
    )
    assert digest(site) == before
    assert left_beside(site) == []
    assert disk.used == used


@pytest.mark.parametrize(
    ("options", "reason"),
    [("size=64k,nr_inodes=6", "磁盘已满"), ("size=64k", "磁盘是只读的")],
    ids=["no room for the lock", "read-only"],
)
def test_a_disk_that_takes_nothing(mounted, refuses, options, reason):
    disk = mounted(options)
    site = old_site(disk.folder / "site")
    before = digest(site)
    if "inodes" not in options:
        subprocess.run(["mount", "-o", "remount,ro", disk.folder], check=True)
    assert refuses(site) == f"网站没有写进 {site}：{reason}。原有的网站保持不变。\n"
    assert digest(site) == before
    assert left_beside(site) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path, refuses):
    site = old_site(tmp_path / "site")
    tmp_path.chmod(0o555)
    said = refuses(site)
    tmp_path.chmod(0o755)
    assert said == f"网站没有写进 {site}：没有权限。原有的网站保持不变。\n"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("file", "是文件，不是文件夹"), ("loop", "是绕成圈的快捷方式")],
)
def test_a_target_that_is_no_folder(tmp_path, refuses, name, reason):
    (tmp_path / "file").write_text("甲", encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    site = tmp_path / name
    assert refuses(site) == f"{site} {reason}，网站不能放在那里。请换一个文件夹。\n"


# Builds that meet, and builds that are asked to end


def start(site: Path, cases: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [CASEBOOK, "build", "--site-dir", site],
        cwd=ROOT,
        env=environment(CASEBOOK_CASES=str(cases)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def until_generating(process: subprocess.Popen[str], site: Path) -> None:
    """Waits until the generator has begun to write."""
    end = time.monotonic() + PATIENCE
    while not any(site.parent.glob(".site-new-*/*")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.01)


def test_two_builds_of_one_folder_and_one_of_another_at_once(tmp_path, cases):
    site, other = old_site(tmp_path / "site"), tmp_path / "other/site"
    first = start(site, cases)
    until_generating(first, site)
    os.killpg(first.pid, signal.SIGSTOP)  # so that it cannot be done before the second comes
    second, third = start(site, cases), start(other, cases)
    try:
        said = second.communicate(timeout=PATIENCE)
    finally:
        os.killpg(first.pid, signal.SIGCONT)
    assert said == ("", f"另一次生成正在写入 {site}，请等它结束后再试。\n")
    assert second.returncode == 2
    for process in (first, third):
        assert process.communicate(timeout=2 * PATIENCE)[1] == ""
        assert process.returncode == 0
    assert digest(site) == digest(other)
    assert left_beside(site) == ["other"]
    assert "404.html" in BuiltSite(site).pages


@pytest.mark.parametrize(
    ("number", "to_group", "code", "said"),
    [
        (signal.SIGINT, True, 130, "已中断。\n"),
        (signal.SIGTERM, False, 143, "已按系统的要求结束。\n"),
    ],
    ids=["Ctrl+C", "SIGTERM"],
)
@pytest.mark.usefixtures("interruptible")
def test_a_build_asked_to_end_sweeps_up(tmp_path, cases, number, to_group, code, said):
    """A terminal sends Ctrl+C to the generator too; a system sends SIGTERM to the command alone."""
    site = old_site(tmp_path / "site")
    before = digest(site)
    process = start(site, cases)
    until_generating(process, site)
    (os.killpg if to_group else os.kill)(process.pid, number)
    assert process.communicate(timeout=PATIENCE) == ("", said)
    assert process.returncode == code
    assert digest(site) == before
    assert left_beside(site) == []
    with pytest.raises(ProcessLookupError):  # its generator has ended too
        os.killpg(process.pid, 0)


def test_a_mistake_in_a_template_is_named(tmp_path, cases):
    project = copy_project(tmp_path / "project")
    template = project / "overrides/case.html"
    lines = len(template.read_text(encoding="utf-8").splitlines())
    with template.open("a", encoding="utf-8") as file:
        file.write("{% if site_page }\n")
    site = old_site(tmp_path / "site")
    before = digest(site)
    run = run_build(site, cases=cases, root=project)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        f"模板 overrides/case.html 第 {lines + 1} 行有错误：unexpected '}}'。"
        "请改正这个模板，或请维护人员恢复。\n"
        f"当时正在生成的页面：cases/{BULLETIN}/01.md\n"
        "生成中断，原有的网站保持不变。\n"
    )
    assert digest(site) == before


# Content that is no content, whatever command reads it

CASE = f"{TAIYUAN}/02.md"
Fault = Callable[[Path], None]
FAULTS: dict[str, tuple[Fault, str]] = {}
"""What is done to a sound site, and how the only line of its report begins."""


def fault(line: str) -> Callable[[Fault], Fault]:
    def note(done: Fault) -> Fault:
        FAULTS[done.__name__] = (done, line)
        return done

    return note


def in_place_of_case(root: Path) -> Path:
    (root / CASE).unlink()
    return root / CASE


PIPE = "文件读不出来：它是管道或设备，不是普通的文件。"


@fault(f"{CASE}:1:1: {PIPE}")
def a_pipe(root: Path) -> None:
    os.mkfifo(in_place_of_case(root))


@fault(f"{TAIYUAN}/hall.png:1:1: {PIPE}")
def a_pipe_as_a_picture(root: Path) -> None:
    os.mkfifo(root / TAIYUAN / "hall.png")


@fault(f"docs/extra.css:1:1: {PIPE}")
def a_pipe_beside_the_pages(root: Path) -> None:
    os.mkfifo(root / "docs/extra.css")


@fault(f"cases/addresses.txt:1:1: {PIPE}")
def a_pipe_as_the_ledger(root: Path) -> None:
    os.mkfifo(root / "cases/addresses.txt")


@fault(f"{CASE}:1:1: {PIPE}")
def a_socket(root: Path) -> None:
    path, here = in_place_of_case(root), Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


@fault(f"{CASE}:1:1: {PIPE}")
def a_device_without_end(root: Path) -> None:
    in_place_of_case(root).symlink_to("/dev/zero")


@fault(f"{CASE}:1:1: 文件读不出来：快捷方式绕成了圈。")
def a_link_to_itself(root: Path) -> None:
    in_place_of_case(root).symlink_to("02.md")


@fault("cases:1:1: 这里应是文件夹，却是一个文件，或是失效的快捷方式。")
def a_loop_instead_of_all_cases(root: Path) -> None:
    shutil.rmtree(root / "cases")
    (root / "cases").symlink_to("cases")


@fault(f"{CASE}:1:1: 文件不是 UTF-8 编码。")
def another_encoding(root: Path) -> None:
    path = root / CASE
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


@fault(f"{CASE}:13:1: 这里有一个看不见的字符（U+0000）。")
def bytes_of_nothing(root: Path) -> None:
    with (root / CASE).open("ab") as file:
        file.write(bytes(1000))


@fault(f"{CASE}:1:1: 文件有 200 KB，太大了。")
def one_byte_too_many(root: Path) -> None:
    with (root / CASE).open("ab") as file:
        file.truncate(200_001)


@fault(f"{CASE}:2:17: 缩进或括号的层数超过 8 层。")
def nine_brackets(root: Path) -> None:
    at_head(root, "related: [[[[[[[[[\n")


@fault(f"{CASE}:2:4: 这里有文件头不能用的引用符号")
def values_used_again(root: Path) -> None:
    at_head(root, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")


@fault(f"{CASE}:1002:8: “文件头”超过 1000 项。")
def one_key_too_many(root: Path) -> None:
    at_head(root, "".join(f"k{number:04}: x\n" for number in range(1001)))


@fault(f"{CASE}:1003:3: 曾用编号（aliases）超过 1000 项。")
def one_item_too_many(root: Path) -> None:
    ids = "".join(f"- 2024/{number:04}\n" for number in range(1001))
    at_head(root, f"aliases:\n{ids}")


@fault("docs/" + "d/" * 19 + "d:1:1: 文件读不出来：文件夹一个套一个，层数太多。")
def one_folder_too_deep(root: Path) -> None:
    (root / "docs" / "/".join("d" * 21)).mkdir(parents=True)


def at_head(root: Path, lines: str) -> None:
    text = (root / CASE).read_text(encoding="utf-8")
    (root / CASE).write_text(text.replace("---\n", f"---\n{lines}", 1), encoding="utf-8")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_line_and_no_command_breaks(name, project, capsys, monkeypatch):
    done, line = FAULTS[name]
    done(project)
    assert main(["check"]) == 1
    said = capsys.readouterr()
    (only,) = said.out.splitlines()
    assert only.startswith(line)
    assert main(["check", "cases"]) in (0, 1, 2)
    assert main(["status"]) == 0
    (project / "通报.txt").write_text("某地公安机关公布典型案例\n\n正文。\n", encoding="utf-8")
    assert main(["import", "通报.txt"]) == 2
    assert capsys.readouterr().err.endswith("也可以用 casebook new 逐个新建。\n")


def test_output_that_cannot_be_written_is_no_traceback(tmp_path, cases):
    if not Path("/dev/full").exists():
        pytest.skip("没有 /dev/full / this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [CASEBOOK, "status"],
            cwd=ROOT,
            env=environment(CASEBOOK_CASES=str(cases)),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    assert (run.returncode, run.stderr) == (2, "没有完成：磁盘已满。\n")
