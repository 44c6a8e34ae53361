"""Search: the index of all published cases, made after the site and read in the browser."""

from casebook.publish.search.index import MANIFEST, files, search_files

__all__ = ["MANIFEST", "files", "search_files"]
