"""The exit codes of commands."""

from __future__ import annotations

OK, FOUND, MISUSED = 0, 1, 2
"""No errors; errors in the content; the command cannot be executed."""

INTERRUPTED = 130
"""Ctrl+C: 128 and the number of SIGINT, the convention of shells."""

ENDED = 143
"""SIGTERM: 128 and its number."""
