"""The pictures of CONTRIBUTING.md: screenshots of a terminal and of the preview.

Run `.venv/bin/python -m tools.handbook_pictures` from the root after a change to the messages of
commands or the styles of the site, review the pictures, and commit them. It needs what `make test`
installs, Chromium and the font Noto Sans Mono CJK. Terminals show the output of real commands in a
temporary project; the bulletin and the cases are fictitious.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from docx import Document
from jinja2 import Environment
from PIL import Image
from playwright.sync_api import Browser
from tests.site.test_serve import free_port
from tests.sites.building import CASEBOOK, environment
from tests.sites.make import copy_project
from tests.test_documents import FOLDER, example
from tools.pictures import has_font, replace_all, steady_browser

ROOT = Path(__file__).parents[1]
TARGET = ROOT / ".github" / "pictures"
BULLETIN = ROOT / "tests/importer/bulletins/heading-anli-hanzi-colon.txt"
NAME, PUBLISHED = "通报.docx", "2024-08-01"
DRAFT = f"cases/{PUBLISHED}-zhejiang/01.md"

WIDTH, HEIGHT = 1000, 810
"""Of the browser's window, in pixels."""
COLOURS = 96
DEADLINE = 60
"""Seconds until the preview must answer."""

FONT = "Noto Sans Mono CJK SC"
NO_FONT = f"没有找到字体“{FONT}”。请先安装 fonts-noto-cjk，再重新运行。"
NO_PREVIEW = "预览没有启动。"

SLIPS = {
    f"{FOLDER}/01.md": (
        ("犯罪嫌疑人张某某、李某以", "犯罪分子张某某、李某军以"),
        ("再加价转卖，涉嫌", "再加价转卖，买家留的电话是13800138000，涉嫌"),
        ("3名犯罪嫌疑人被刑事拘留", "3名犯罪嫌疑人已被移送起诉"),
    ),
    f"{FOLDER}/02.md": (("stage: 行政处罚", "stage: 行政拘留"),),
}
"""Errors in the worked example, for the picture of a check."""
TYPING = {
    f"{FOLDER}/01.md": (
        ("用来注册网店账号", "用来登陆平台，注册 20 多个网店帐号"),
        ("再加价转卖，涉嫌", "再加价转卖,涉嫌"),
    ),
    f"{FOLDER}/02.md": (("公安机关及时澄清，并", "公安机关及时澄清,并"),),
}
"""Typing errors in it, for the picture of `casebook fix`."""
PERSONS = {
    f"{FOLDER}/02.md": (
        ("据通报，有人", "据通报，王某（32岁）"),
        ("并依法作出行政处罚", "并依法将其刑事拘留"),
    ),
}
"""What an administrative case must not contain, for the picture of a problem page."""

_CODE = re.compile(r"((?:\[[a-z-]+\])?)\n")
"""The code at the end of a problem, which must not be wrapped."""
_TERMINAL = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body { margin: 0 }
main { box-sizing: border-box; width: 1120px; padding: 28px 32px; color: #e8eaed;
  background: #1f2430; font: 22px/1.6 "{{ font }}", monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; line-break: strict; text-autospace: no-autospace;
  text-spacing-trim: space-all }
p { min-height: 1.6em; margin: 0; padding-left: 2ch; text-indent: -2ch }
b { color: #ffd479 }
span { white-space: pre }
</style><main><p><b>$ {{ command }}</b></p>
{%- for words, code in lines %}<p>{{ words }}<span>{{ code }}</span></p>{% endfor -%}
</main></html>"""
"""A terminal of 96 columns; longer lines wrap with an indent."""


@contextmanager
def project() -> Iterator[Path]:
    """Yields a temporary project."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "project")
        (root / "cases").mkdir(exist_ok=True)
        yield root


def write_bulletin(root: Path) -> None:
    """Writes the bulletin as a .docx file."""
    document = Document()
    for line in BULLETIN.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(root / NAME))


def write_example(root: Path, wrong: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Writes the worked example of CONTRIBUTING.md with errors; exits if one does not apply."""
    for path, text in example().items():
        for old, new in wrong.get(path, ()):
            if old not in text:
                sys.exit(f"{path}：找不到“{old}”")
            text = text.replace(old, new, 1)
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def command_output(root: Path, *arguments: str) -> tuple[str, str]:
    """The command line of a command, and its output."""
    ran = subprocess.run(
        [CASEBOOK, *arguments],
        cwd=root,
        env=environment(PYTHONUNBUFFERED="1", GITHUB_ACTIONS=""),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return " ".join(["casebook", *arguments]), ran.stdout


def terminals() -> Iterator[tuple[str, str, str]]:
    """The name, command line and output of each terminal picture."""
    with project() as root:
        write_bulletin(root)
        yield "import", *command_output(root, "import", NAME, "--published", PUBLISHED)
    for name, wrong, arguments in (
        ("check", SLIPS, ("check",)),
        ("fix", TYPING, ("fix", "--dry-run")),
    ):
        with project() as root:
            write_example(root, wrong)
            yield name, *command_output(root, *arguments)


def terminal_picture(browser: Browser, command: str, command_output: str) -> bytes:
    """A screenshot of a terminal as PNG."""
    page = browser.new_page(viewport={"width": 1120, "height": 200})
    lines = [_CODE.split(f"{line}\n")[:2] for line in command_output.splitlines()]
    template = Environment(autoescape=True).from_string(_TERMINAL)
    page.set_content(template.render(command=command, lines=lines, font=FONT))
    screenshot = page.locator("main").screenshot()
    page.close()
    return screenshot


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """Yields the address of a running preview of a project."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait(address)
        yield address
    finally:
        process.kill()
        process.wait()


def _wait(address: str) -> None:
    for _ in range(DEADLINE * 2):
        try:
            with urlopen(address, timeout=DEADLINE):
                return
        except (URLError, ConnectionError):
            time.sleep(0.5)
    sys.exit(NO_PREVIEW)


def preview_pictures(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Screenshots of the page of a draft, and of the problem page of a case with errors."""
    with project() as root:
        write_bulletin(root)
        command_output(root, "import", NAME, "--published", PUBLISHED)
        index = (root / DRAFT).with_name("index.md")
        index.write_text(
            index.read_text(encoding="utf-8") + "\n公安机关通报5起典型案例。\n", "utf-8"
        )
        write_example(root, PERSONS)
        with preview(root) as address:
            for name, path in (("draft", DRAFT), ("problems", f"{FOLDER}/02.md")):
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                page.goto(address + path.removesuffix(".md") + "/")
                yield name, page.screenshot()
                page.close()


def reduced(screenshot: bytes) -> bytes:
    """The picture as a palette PNG without metadata."""
    picture = Image.open(BytesIO(screenshot)).convert("RGB")
    small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    small.info.clear()
    file = BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def main() -> None:
    """Renders all pictures, and removes all others."""
    if not has_font(FONT):
        sys.exit(NO_FONT)
    with steady_browser() as browser:
        pictures = {name: terminal_picture(browser, *shown) for name, *shown in terminals()}
        pictures |= dict(preview_pictures(browser))
    replace_all(TARGET, {name: reduced(shown) for name, shown in pictures.items()})


if __name__ == "__main__":
    main()
