"""`casebook nginx`: prints the nginx configuration of the site."""

from __future__ import annotations

import argparse
import sys

from casebook.build.route_plan import finished_routes
from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.config.mkdocs_yml import read_mkdocs_yml
from casebook.config.project import Project
from casebook.config.site_config import SiteConfig, site_url_problems
from casebook.content.loader import load
from casebook.deploy.nginx_config import Server, UnwritableError, configuration
from casebook.outputs.registry import all_outputs
from casebook.pages.site import plan_site
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Prints the configuration; a value that cannot be quoted is refused with MISUSED."""
    if (options.certificate is None) != (options.key is None):
        print(texts.NGINX_HALF, file=sys.stderr)
        return MISUSED
    project = Project.here()
    head = SiteConfig.of(read_mkdocs_yml(project.config, project.config.name))
    if flaws := list(site_url_problems(head, project.config.name)):
        print(flaws[0], file=sys.stderr)
        return FOUND
    library, problems = load(project.folders)
    if any(problem.is_error for problem in problems):
        print(texts.NGINX_BROKEN, file=sys.stderr)
        return FOUND
    server = Server(
        site=options.site_dir or project.site,
        name=options.server_name or "",
        certificate=options.certificate,
        key=options.key,
        has_brotli=not options.no_brotli,
    )
    try:
        routes = finished_routes(all_outputs())
        found = configuration(server, head, routes, plan_site(library).redirects)
    except UnwritableError as error:
        print(texts.table("NGINX_REFUSED")[error.reason].format(value=error.value), file=sys.stderr)
        return MISUSED
    sys.stdout.write(found)
    return OK
