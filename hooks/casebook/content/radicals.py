"""Radicals: signs of dictionaries that PDF readers output instead of the characters they look like.

Unicode normalizes most of them; these have no normalization, or a traditional one.
"""

from __future__ import annotations

RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾⾒⾙⾞⾧⾨⾭⾱⾴⾵⾶⾺⿂⿃⿄⿆⿈⿌⿑⿒⿓⿔",
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户见贝车长门青韦页风飞马鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""The simplified character of each such radical."""
