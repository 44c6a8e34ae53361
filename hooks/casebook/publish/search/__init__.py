"""Search: the index of all published cases, made after the site and read in the browser."""

from casebook.publish.search.index import MANIFEST, search_files, write

__all__ = ["MANIFEST", "search_files", "write"]
