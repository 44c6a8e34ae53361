"""`casebook addresses`: compares a finished site with the URL ledger, and records new addresses."""

from __future__ import annotations

import argparse
from pathlib import Path

from casebook.build.manifest import ADDRESS as MANIFEST
from casebook.build.manifest import files_in
from casebook.build.route_plan import finished_routes
from casebook.commands.exit_codes import FOUND, OK
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.commands.rewriting import rewrite, rewriting_refusal
from casebook.config.project import Project
from casebook.content.file_access import read_text
from casebook.content.problem import Problem
from casebook.content.url_ledger import LEDGER, UrlLedger, ledger_text, lost_addresses, parse_ledger
from casebook.outputs.registry import all_outputs
from casebook.texts import commands as texts


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Prints new and lost addresses; with `record` appends the new ones to the ledger."""
    project = Project.here()
    site = options.site_dir or project.site
    if not (site / MANIFEST).is_file():
        raise RefusedError(texts.NO_SITE.format(folder=site))
    path = project.folders.cases / LEDGER
    ledger = _ledger(path, project.folders.shown(path))
    routes = finished_routes(all_outputs())
    found = routes.lasting(address for _, address in files_in(site))
    new = [address for address in found if address not in ledger.lines]
    lost = lost_addresses(ledger, found)
    print("\n".join([*(f"+ {address}" for address in new), *map(str, lost)]) or texts.ALL_KNOWN)
    if options.record and new:
        try:
            rewrite(path, ledger_text([*ledger.lines, *new]))
        except OSError as error:
            raise RefusedError(rewriting_refusal(path, error)) from None
        print(texts.RECORDED.format(path=ledger.path, count=len(new)))
    return FOUND if lost else OK


def _ledger(path: Path, shown: str) -> UrlLedger:
    """The ledger in a file; empty if there is no file. Raises RefusedError for a malformed one."""
    if not path.exists():
        return UrlLedger(shown)
    text = read_text(path, shown)
    ledger, problems = (None, [text]) if isinstance(text, Problem) else parse_ledger(text, shown)
    if ledger is None or problems:
        raise RefusedError("\n".join(map(str, problems)))
    return ledger
