"""Names in pinyin: what of a file name or slug is a person, and what never is. All are invented."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from casebook.names.pinyin import pinyin_names
from casebook.places.gazetteer import gazetteer

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("2025-03-01-zhangjianguo", "zhangjianguo"),
        ("taozhigang", "taozhigang"),
        ("zhang-jianguo", "zhang-jianguo"),
        ("zhang_jian_guo", "zhang_jian_guo"),
        ("zhang.jian.guo", "zhang.jian.guo"),
        ("Zhang Jianguo", "Zhang Jianguo"),
        ("ZhangJianguo", "ZhangJianguo"),
        ("ZHANG-JIANGUO", "ZHANG-JIANGUO"),
        ("zhāngjiànguó", "zhāngjiànguó"),
        ("jianguo-zhang", "jianguo-zhang"),
        ("Jianguo Zhang", "Jianguo Zhang"),
        ("ouyangjianguo", "ouyangjianguo"),
        ("ouyang-jianguo", "ouyang-jianguo"),
        ("lü-jianguo", "lü-jianguo"),
        ("zhangwei", "zhangwei"),
        ("zhang-wei", "zhang-wei"),
        ("ZhangWei", "ZhangWei"),
        ("chenxiaoming2", "chenxiaoming"),
        ("img_zhangjianguo", "zhangjianguo"),
        ("IMG20250301zhangjianguo", "zhangjianguo"),
        ("zhangjianguophoto", "zhangjianguo"),
        ("xianyirenzhangjianguo", "zhangjianguo"),
        ("xianyiren-liuzhiqiang", "liuzhiqiang"),
        ("suspect_linzhihua", "linzhihua"),
        ("zhapian-zhangjianguo-an", "zhangjianguo"),
        ("2025-zhang-jian-guo", "zhang-jian-guo"),
    ],
)
def test_a_person_in_a_slug(slug: str, name: str) -> None:
    assert [slug[start:end] for start, end in pinyin_names(slug)] == [name]


def test_two_persons_in_a_slug() -> None:
    slug = "zhangjianguo-he-liuzhiqiang"
    found = [slug[start:end] for start, end in pinyin_names(slug)]
    assert found == ["zhangjianguo", "liuzhiqiang"]


@pytest.mark.parametrize(
    "slug",
    [
        "anquan wangluo zhapian shuijun gongan fangzha wangan fanzha fangzhapian jiaotongju",
        "gonganju jingwangxingdong wangluoanquan gaoxin lianxi fujian zhangcheng zhoubao",
        "wang-luo-an-quan fan-zha-xuan-chuan liu-cheng-tu gao-xiao huang-jin",
        "china lane dance sheng hacking online-rumor changelog song-list long-run can-do",
        "paid-posters covert-filming campus-day min.js lunr.min zh_CN hong-kong ping-pong",
        "2024-09-12-xinghualing-park 2025-02-10-shanxi wanbolin-park xiaodian gonganbu quanguo",
        "01-tokens index favicon read-aloud normalize postings matcher yield share telecom-fraud",
        "13800138000 0f3a9c2b1d4e a1b2c3 img_0001 dsc-2031 v1.2.3",
    ],
)
def test_no_person_in_a_slug(slug: str) -> None:
    assert {one: pinyin_names(one) for one in slug.split() if pinyin_names(one)} == {}


def test_no_place_is_a_person() -> None:
    assert [slug for slug in sorted(gazetteer().slug_words) if pinyin_names(slug)] == []


def test_no_file_of_the_project_is_a_person() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = listed.stdout.decode().split("\0")
    words = {word for path in paths if "/bad/" not in path for word in re.split("/", path)}
    assert [word for word in sorted(words) if pinyin_names(word)] == []


@pytest.mark.parametrize("slug", ["", "-", "a" * 5000, "zhang" * 2000, "ā" * 300, "é💡张建国"])
def test_any_name_can_be_read(slug: str) -> None:
    assert all(0 <= start < end <= len(slug) for start, end in pinyin_names(slug))
