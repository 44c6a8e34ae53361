"""The command line: parse, call, print, exit code."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from casebook.calendar import today_in_china
from casebook.checks import inspect
from casebook.content.library import Library
from casebook.content.loading import load
from casebook.content.problem import Problem, in_order
from casebook.field_tables import filled_in
from casebook.pages.site import build
from casebook.project import Project
from casebook.publish.folder import BusyError, replacing
from casebook.report import Format, closing, render

OK, FOUND, MISUSED = 0, 1, 2
"""Exit codes: nothing wrong; errors in the content; the command itself cannot be carried out."""

GENERATORS = ("mkdocs", "properdocs")


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough; Python would complain while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISUSED


def check(options: argparse.Namespace) -> int:
    """Prints the problems of all files, or of those named, and says whether an error stands."""
    project = Project.here()
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(f"找不到：{'、'.join(map(str, missing))}", file=sys.stderr)
        return MISUSED
    library, problems = _inspected(project)
    if options.paths:
        problems = tuple(_of_paths(problems, options.paths, project.root))
    form = Format(options.format or ("github" if os.environ.get("GITHUB_ACTIONS") else "text"))
    if report := render(problems, form):
        print(report)
    print(closing(problems, len(library.cases), len(library.bulletins)), file=sys.stderr)
    return FOUND if any(problem.is_error for problem in problems) else OK


def build_site(options: argparse.Namespace) -> int:
    """Checks all content and builds the site; the last good one stays until then."""
    project = Project.here()
    library, problems = _inspected(project)
    if problems:
        print(render(problems, Format.TEXT))
    if any(problem.is_error for problem in problems):
        print(closing(problems, len(library.cases), len(library.bulletins)), file=sys.stderr)
        print("没有生成网站，原有的网站保持不变。", file=sys.stderr)
        return FOUND
    target = (options.site_dir or project.site).absolute()
    try:
        with replacing(target) as folder:
            _generate(project, folder, options.generator)
            pages = sum(1 for _ in folder.rglob("*.html"))
    except BusyError:
        print(f"另一次生成正在写入 {target}，请等它结束后再试。", file=sys.stderr)
        return MISUSED
    except subprocess.CalledProcessError:
        print("生成中断，原有的网站保持不变。", file=sys.stderr)
        return FOUND
    site = build(library)
    print(
        f"网站已生成到 {target.name}/：{len(site.cases)} 起案例，{len(site.cities)} 个城市，"
        f"{len(site.offences)} 个类型，{pages} 个页面。"
    )
    return OK


def fields(options: argparse.Namespace) -> int:
    """Writes the field tables of a Markdown file anew from the models."""
    if not options.file.is_file():
        print(f"找不到：{options.file}", file=sys.stderr)
        return MISUSED
    text = options.file.read_text(encoding="utf-8")
    options.file.write_text(filled_in(text), encoding="utf-8")
    return OK


def _inspected(project: Project) -> tuple[Library, tuple[Problem, ...]]:
    library, problems = load(project.folders)
    return library, in_order([*problems, *inspect(library, today_in_china())])


def _of_paths(problems: Iterable[Problem], paths: Iterable[Path], root: Path) -> Iterable[Problem]:
    """The problems of the named files and of files in the named folders."""
    wanted = [path.resolve() for path in paths]
    for problem in problems:
        place = (root / problem.path).resolve()
        if any(place.is_relative_to(path) for path in wanted):
            yield problem


def _generate(project: Project, folder: Path, generator: str) -> None:
    command = [sys.executable, "-m", generator, "build", "--strict"]
    command += ["--config-file", str(project.config), "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    # Not quiet: at that level warnings are not even counted, and strict means nothing.
    run = subprocess.run(
        command,
        cwd=project.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if run.returncode:
        print(run.stdout.decode(errors="replace"), file=sys.stderr)
        raise subprocess.CalledProcessError(run.returncode, command)


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        for pattern, text in _MISUSES:
            if match := pattern.search(message):
                self.exit(MISUSED, f"{self.format_usage()}{text.format(*match.groups())}\n")
        self.exit(MISUSED, f"{self.format_usage()}命令写得不对。\n")


_MISUSES = (
    (re.compile("arguments are required: (.*)"), "缺少：{0}"),
    (re.compile(r"invalid choice: (.*) \(choose from (.*)\)"), "没有 {0}，可选：{1}"),
    (re.compile("unrecognized arguments: (.*)"), "不认识：{0}"),
    (re.compile("argument (.*): expected"), "{0} 后面缺少内容"),
)
"""What argparse says in English, and the same in Chinese."""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="casebook", description="把典型案例通报做成网站。")
    commands = parser.add_subparsers(
        title="命令", required=True, metavar="命令", parser_class=_Parser
    )

    checking = commands.add_parser("check", help="检查案例、通报和页面")
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="文件", help="只报告这些文件或文件夹的问题"
    )
    checking.add_argument(
        "--format", choices=[form.value for form in Format], help="报告的形式，默认 text"
    )
    checking.set_defaults(command=check)

    building = commands.add_parser("build", help="检查并生成网站")
    building.add_argument("--site-dir", type=Path, metavar="文件夹", help="网站放在哪里，默认 site")
    building.add_argument(
        "--generator", choices=GENERATORS, default=GENERATORS[0], help="用哪个生成器，默认 mkdocs"
    )
    building.set_defaults(command=build_site)

    tables = commands.add_parser("fields", help="更新编辑手册里的字段表")
    tables.add_argument("file", type=Path, metavar="文件", help="含有字段表标记的 Markdown 文件")
    tables.set_defaults(command=fields)
    return parser


if __name__ == "__main__":
    sys.exit(main())
