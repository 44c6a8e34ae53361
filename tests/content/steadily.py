"""How properties are tested: on the same inputs every time, whatever else the machine does."""

from __future__ import annotations

from hypothesis import HealthCheck, settings


def steadily(examples: int = 100) -> settings:
    """The settings for a property tried on so many inputs."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
