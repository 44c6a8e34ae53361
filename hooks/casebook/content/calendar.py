"""The date in China, where the bulletins are published, regardless of the build's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def today_in_china() -> date:
    """Today's date in China; by the date in UTC this morning's bulletin would be in the future."""
    return datetime.now(UTC).astimezone(CHINA).date()
