"""Diagnosis: why a build failed, in words that name the place to look at."""

from __future__ import annotations

from pathlib import Path

from casebook.render.renderer import RenderError
from casebook.texts import commands as texts


def diagnosis(failed: RenderError, root: Path) -> str:
    """What is wrong and where: in a template or program of the project, or elsewhere.

    `root` is the folder of the project.
    """
    # Jinja names all folders that it searched.
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
