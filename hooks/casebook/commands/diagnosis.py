"""Diagnosis: the message of a failed rendering, with its position."""

from __future__ import annotations

from pathlib import Path

from casebook.render.renderer import RenderError
from casebook.texts import commands as texts


def diagnosis(failed: RenderError, root: Path) -> str:
    """The message of a rendering error, with the last position in the project at `root`, if any."""
    # Jinja appends all folders that it searched.
    error = failed.error.partition(" in search paths")[0].rstrip(".")
    own = [
        (path.relative_to(root), line)
        for name, line in failed.frames
        if (path := Path(name)).is_relative_to(root) and "site-packages" not in path.parts
    ]
    if not own:
        found = texts.PROGRAM_FAILED.format(error=error)
    else:
        path, line = own[-1]
        text = texts.TEMPLATE_AT_FAULT if path.suffix == ".html" else texts.PROGRAM_AT_FAULT
        found = text.format(path=path.as_posix(), line=line, error=error)
    page = [texts.PAGE_AT_FAULT.format(page=failed.page)] if failed.page else []
    return "\n".join([found, *page])
