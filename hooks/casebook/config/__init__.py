"""What mkdocs.yml configures: the site, its organisation, and where the project lies."""
