"""The date in China, where the bulletins are published, wherever the build runs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def today_in_china() -> date:
    """Today's date in China; a build in UTC would call this morning's bulletin a future one."""
    return datetime.now(UTC).astimezone(CHINA).date()
