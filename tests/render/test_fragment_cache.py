"""Standing type: set once for the same values, and never for others."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from casebook.render.fragment_cache import FragmentCache

TEMPLATES = {
    "partials/casebook/part.html": "{{ count() }}:{{ value }}:{{ page is defined }};",
    "partials/casebook/other.html": "other",
}


def standing() -> FragmentCache:
    env = Environment(loader=DictLoader(TEMPLATES), autoescape=True)
    numbers = iter(range(100))
    env.globals["count"] = lambda: next(numbers)
    return FragmentCache(env)


def test_a_part_is_set_once_for_the_same_values() -> None:
    part = standing()
    assert [part("part", value="甲"), part("part", value="乙"), part("part", value="甲")] == [
        "0:甲:False;",
        "1:乙:False;",
        "0:甲:False;",
    ]
    assert part("other", value="甲") == "other"


def test_parts_of_many_things_follow_each_other() -> None:
    part = standing()
    part("part", value="<乙>")
    assert part.each("part", "value", ["甲", "<乙>"]) == "1:甲:False;0:&lt;乙&gt;:False;"
    assert part.each("part", "value", []) == ""
