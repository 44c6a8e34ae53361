"""The MkDocs adapter: the only package that imports MkDocs.

MkDocs provides the configuration and the nav, and serves the preview. It renders no page and copies
no file. In `mkdocs build` an error aborts before MkDocs changes its output; in `mkdocs serve`
problem pages replace broken pages, because after an exception there the browser never gets a
response.
"""
