"""The configuration in mkdocs.yml (site, organisation) and the folders of the project."""
