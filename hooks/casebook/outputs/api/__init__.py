"""The data interface: the cases and all lists as JSON, for programs."""

from casebook.outputs.api.files import files

__all__ = ["files"]
