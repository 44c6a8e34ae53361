"""Search: the index of all published cases, which the scripts of the search page load."""

from casebook.outputs.search.index import ROUTES, files, search_files

__all__ = ["ROUTES", "files", "search_files"]
