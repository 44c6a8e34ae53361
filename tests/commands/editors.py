"""The commands that editors type, who install requirements/desk.txt and no site generator."""

EDITORS_COMMANDS = ("check", "importing", "new", "fix", "status", "schema", "fields", "changes")
"""Their modules."""
