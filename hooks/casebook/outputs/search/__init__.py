"""Search: the index of all published cases, made after the site and read in the browser."""

from casebook.outputs.search.index import ROUTES, files, search_files

__all__ = ["ROUTES", "files", "search_files"]
