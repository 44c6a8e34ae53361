"""What a command tells the shell that called it."""

from __future__ import annotations

OK, FOUND, MISUSED = 0, 1, 2
"""Nothing wrong; errors in the content; the command cannot be carried out."""

INTERRUPTED = 130
"""Somebody pressed Ctrl+C: 128 and the number of the signal, as shells say it."""

ENDED = 143
"""The system asked the command to end, with SIGTERM."""
