"""The data interface: the cases and all lists as JSON, for programs."""

from casebook.outputs.api.json_files import ROUTES, files

__all__ = ["ROUTES", "files"]
