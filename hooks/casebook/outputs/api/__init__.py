"""The data interface: the cases and all lists as JSON, for programs."""

from casebook.outputs.api.files import ROUTES, files

__all__ = ["ROUTES", "files"]
