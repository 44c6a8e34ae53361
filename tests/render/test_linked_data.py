"""Linked data, whole: the way to a page and, for texts with a source, the article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

from casebook.pages.page import CASES, HOME, Article, SitePage
from casebook.render.linked_data import linked_data
from casebook.schema.term_keys import Key

SITE = "https://www.example.gov.cn/anli/"
BULLETIN = Key("cases/2024-09-01-shanxi/", "一次通报")
ARTICLE = Article(date(2024, 9, 1), "某市公安局", "某市公安局")


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
    "datePublished": "2024-09-01",
    "inLanguage": "zh-CN",
    "isAccessibleForFree": True,
    "mainEntityOfPage": f"{SITE}cases/2024-09-01-shanxi/01/",
    "image": [f"{SITE}assets/share/posters.png"],
    "sourceOrganization": {"@type": "Organization", "name": "某市公安局"},
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
    article = Article(
        date(2024, 9, 1), "某市公安局", "某市公安局", date(2025, 1, 2), ("网络水军", "太原市")
    )
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


def test_a_source_that_is_no_organisation_is_not_called_one():
    article = Article(date(2024, 9, 12), "某日同版刊登的报道")
    found = linked_data(replace(page(), article=article), absolute, None)
    assert "sourceOrganization" not in found["@graph"][-1]
