"""Rendering: the pages of a site as HTML, from Markdown and Jinja templates, without MkDocs."""
