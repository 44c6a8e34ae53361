"""All texts for people, from the data files beside: of commands, of pages, and of problems."""

from casebook.texts.catalog import Catalog

commands = Catalog("commands.yml")
pages = Catalog("pages.yml")
problems = Catalog("problems.yml")
