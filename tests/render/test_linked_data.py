"""Linked data, whole: the way to a page and, for texts with a source, the article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urljoin

import pytest

from casebook.content.calendar import CHINA
from casebook.content.model import BulletinFields
from casebook.pages.page import CASES, HOME, Article, SitePage
from casebook.render.linked_data import linked_data
from casebook.schema.term_keys import Key

SITE = "https://www.example.gov.cn/anli/"
BULLETIN = Key("cases/2024-09-01-shanxi/", "一次通报")
SOURCE = BulletinFields.model_validate(
    {
        "title": "一次通报",
        "publisher": "某市公安局",
        "published": "2024-09-01",
        "expected": "1",
        "province": "山西省",
    }
)
TIME = datetime(2024, 9, 3, 10, 30, tzinfo=CHINA)
ARTICLE = Article(TIME, "某市公安局", SOURCE)


def page(article: Article | None = None, breadcrumbs: tuple[Key, ...] = ()) -> SitePage:
    return SitePage(
        address="cases/2024-09-01-shanxi/01/",
        template="case.html",
        title="某某案",
        summary="一句话。",
        breadcrumbs=breadcrumbs,
        article=article,
        picture="assets/share/posters.png",
    )


def absolute(address: str) -> str:
    return urljoin(SITE, address)


def relative(address: str) -> str:
    return f"../../../{address}"


NEWS = {
    "@type": "NewsArticle",
    "headline": "某某案",
    "description": "一句话。",
    "datePublished": "2024-09-03T10:30:00+08:00",
    "inLanguage": "zh-CN",
    "isAccessibleForFree": True,
    "mainEntityOfPage": f"{SITE}cases/2024-09-01-shanxi/01/",
    "image": [f"{SITE}assets/share/posters.png"],
    "isBasedOn": {
        "@type": "CreativeWork",
        "publisher": {"@type": "Organization", "name": "某市公安局"},
        "datePublished": "2024-09-01",
    },
}


def test_a_page_without_way_and_source_has_none():
    assert linked_data(page(), absolute, "某局") is None


def test_the_way_to_a_page():
    assert linked_data(page(breadcrumbs=(HOME, CASES, BULLETIN)), absolute, None) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "首页", "item": SITE},
                    {"@type": "ListItem", "position": 2, "name": "案例", "item": f"{SITE}cases/"},
                    {
                        "@type": "ListItem",
                        "position": 3,
                        "name": "一次通报",
                        "item": f"{SITE}cases/2024-09-01-shanxi/",
                    },
                    {
                        "@type": "ListItem",
                        "position": 4,
                        "name": "某某案",
                        "item": f"{SITE}cases/2024-09-01-shanxi/01/",
                    },
                ],
            }
        ],
    }


def test_a_text_with_a_source():
    assert linked_data(page(ARTICLE), absolute, None) == {
        "@context": "https://schema.org",
        "@graph": [NEWS],
    }


def test_a_text_that_was_changed_and_has_keywords_and_a_publisher():
    article = Article(TIME, "某市公安局", SOURCE, date(2025, 1, 2), ("网络水军", "太原市"))
    found = linked_data(page(article), absolute, "某市网信办")
    assert found == {
        "@context": "https://schema.org",
        "@graph": [
            NEWS
            | {
                "dateModified": "2025-01-02",
                "keywords": ["网络水军", "太原市"],
                "publisher": {"@type": "Organization", "name": "某市网信办"},
            }
        ],
    }


def test_without_the_sites_address_all_addresses_are_relative():
    found = linked_data(page(ARTICLE, breadcrumbs=(HOME,)), relative, None)
    assert found == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "首页", "item": "../../../"},
                    {
                        "@type": "ListItem",
                        "position": 2,
                        "name": "某某案",
                        "item": "../../../cases/2024-09-01-shanxi/01/",
                    },
                ],
            },
            NEWS
            | {
                "mainEntityOfPage": "../../../cases/2024-09-01-shanxi/01/",
                "image": ["../../../assets/share/posters.png"],
            },
        ],
    }


def article_of(**source: object) -> dict[str, object]:
    """The article of a text based on a bulletin with these fields besides."""
    fields = BulletinFields.model_validate(
        {**SOURCE.model_dump(include={"title", "publisher", "province"}),
         "published": "2024-09-01", "expected": "1", **source}
    )  # fmt: skip
    found = linked_data(page(Article(None, "某处", fields)), absolute, None)
    assert found is not None
    (news,) = found["@graph"]
    assert isinstance(news, dict)
    return news


def test_a_text_whose_publication_here_is_not_known_has_no_day_of_it():
    assert "datePublished" not in article_of()


def test_a_report_has_no_day_and_only_a_medium_that_is_named():
    police = {"@type": "Organization", "name": "某市公安局"}
    basis = {"@type": "CreativeWork", "publisher": police}
    assert article_of(source_kind="媒体报道", source_title="我市通报")["isBasedOn"] == {
        "@type": "NewsArticle",
        "headline": "我市通报",
        "isBasedOn": basis,
    }
    assert article_of(source_kind="媒体报道", medium="城市晚报")["isBasedOn"] == {
        "@type": "NewsArticle",
        "publisher": {"@type": "Organization", "name": "城市晚报"},
        "isBasedOn": basis,
    }


@pytest.mark.parametrize(
    ("medium", "publisher"),
    [
        ("法治网", {"publisher": {"@type": "Organization", "name": "法治网"}}),
        ("某网站", {}),
        ("一个微信公众号", {}),
    ],
)
def test_a_repost_has_its_own_day_and_what_it_was_taken_from(medium, publisher):
    found = article_of(
        source_kind="转载",
        medium=medium,
        reposted_from="公安部网安局",
        source_title="十起案例",
        source_url="https://example.org/1",
    )
    assert found["isBasedOn"] == {
        "@type": "Article",
        "headline": "十起案例",
        **publisher,
        "datePublished": "2024-09-01",
        "url": "https://example.org/1",
        "isBasedOn": {
            "@type": "CreativeWork",
            "publisher": {"@type": "Organization", "name": "公安部网安局"},
        },
    }


def test_a_source_that_is_no_bulletin_is_not_made_one():
    found = linked_data(replace(page(), article=Article(None, "某日的报道")), absolute, None)
    assert found is not None
    assert "isBasedOn" not in found["@graph"][-1]
