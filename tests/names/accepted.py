"""What is found in ordinary texts: names in them, and known false alarms with the reason."""

from __future__ import annotations

TRUE_NAMES = (
    # Reporters, whose names in the texts at hand are invented
    "周启铭", "吴一帆", "郑文静", "林帆", "何建文", "陈立诚",
    # Masks that keep a character of the given name
    "王某飞", "赖某华", "柯某锋", "杨某翔", "郑某领", "梁某海", "迟某伟", "李某刚",
)  # fmt: skip
"""A finding that holds one of these is no false alarm."""

FALSE_ALARMS: dict[tuple[str, str], str] = {}
"""The reason by the file and the words found."""
