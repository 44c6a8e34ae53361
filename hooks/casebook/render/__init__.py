"""The press: prints the pages of a site, and everything on them, as HTML.

It knows Markdown and Jinja, and not the site's generator.
"""
