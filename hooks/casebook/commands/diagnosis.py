"""Diagnosis: what the site's generator said as it gave up, in words that say where to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from casebook.texts import commands as texts

_TRACEBACK = "Traceback (most recent call last):"
_FRAME = re.compile(r'^ +File "([^"]+)", line ([0-9]+)', re.MULTILINE)
_RAISED = re.compile(r"^(?!Traceback)([A-Za-z_][\w.]*)(?:: (.*))?$", re.MULTILINE)
_SETTING = re.compile(r"^(?:ERROR|WARNING) +- +Config value '([^']+)': (.*)$", re.MULTILINE)
_UNREAD = re.compile(
    r"^Error: .*configuration file: (.*)\n +in \"[^\"]+\", line ([0-9]+), column ([0-9]+)",
    re.MULTILINE,
)
_IDLE = re.compile(r"^(?:INFO +-.*|Aborted with .*|)\n?", re.MULTILINE)
"""What says nothing of the fault: progress, the last line, and empty lines."""
_KNOWN = {
    "Unrecognised configuration name": texts.SETTING_UNKNOWN,
    "Required configuration not provided": texts.SETTING_MISSING,
}


def diagnosis(said: str, config: Path, page: str | None = None) -> str:
    """What is wrong and where, from what a generator printed; all it warned of if that is unclear.

    `config` is the configuration that it read; its folder is the project's. `page` is the source
    of the page that was being drawn.
    """
    if _TRACEBACK in said:
        place = [texts.PAGE_AT_FAULT.format(page=page)] if page else []
        return "\n".join([_of_traceback(said, config.parent), *place])
    found = [*_unread(said, config), *_settings(said, config)]
    return "\n".join(found) or _IDLE.sub("", said).strip()


def _of_traceback(said: str, root: Path) -> str:
    """Where in the project an exception arose: in a template, which people write, or elsewhere."""
    trace = said[said.rindex(_TRACEBACK) :]
    raised = list(_RAISED.finditer(trace))
    error = (raised[-1][2] or raised[-1][1]) if raised else trace.strip().split("\n")[-1]
    error = error.partition(" in search paths")[0].rstrip(".")
    own = [
        (path.relative_to(root), line)
        for name, line in _FRAME.findall(trace)
        if (path := Path(name)).is_relative_to(root) and "site-packages" not in path.parts
    ]
    if not own:
        return texts.PROGRAM_FAILED.format(error=error)
    path, line = own[-1]
    form = texts.TEMPLATE_AT_FAULT if path.suffix == ".html" else texts.PROGRAM_AT_FAULT
    return form.format(path=path.as_posix(), line=line, error=error)


def _unread(said: str, config: Path) -> Iterator[str]:
    """What of the configuration the generator could not read."""
    for reason, line, column in _UNREAD.findall(said):
        place = f"{config.name}:{line}:{column}"
        yield texts.SETTING_REFUSED.format(place=place, name="", reason=reason)


def _settings(said: str, config: Path) -> Iterator[str]:
    """The settings that the generator does not accept, with their lines in the file."""
    for name, reason in _SETTING.findall(said):
        form = next((text for words, text in _KNOWN.items() if words in reason), None)
        place = f"{config.name}:{_line_of(name, config)}:1"
        yield (form or texts.SETTING_REFUSED).format(place=place, name=f"“{name}”", reason=reason)


def _line_of(name: str, config: Path) -> int:
    """The line that sets a value; the first where none does."""
    lines = config.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{name}:")), 1)
