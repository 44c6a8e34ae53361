"""That a look at a page finds what is wrong with it: a look that finds nothing proves nothing."""

from __future__ import annotations

from .looking import broken_rules, lost_focus, low_targets, overflow

PAGE = """
<title>一页</title></head><body><main><h1>标题</h1>
<p>一句话里的<a href="#a">链接</a>。</p>
<p><a href="#b">单独的链接</a></p>
<button id="button">按钮</button>
<p id="wide">很长</p>
</main></body></html>
"""


def change(page, script: str) -> None:
    page.evaluate(f"() => {{ {script} }}")


def test_broken_rules(open_page):
    page = open_page("small/", html=PAGE)
    assert broken_rules(page) == []
    change(page, "document.querySelector('p').style.color = '#bbb';")
    change(page, "document.getElementById('button').textContent = '';")
    assert {line.partition(":")[0] for line in broken_rules(page)} == {
        "button-name",
        "color-contrast",
    }
    assert {line.partition(":")[0] for line in broken_rules(page, ["color-contrast"])} == {
        "color-contrast"
    }


def test_overflow(open_page):
    page = open_page("small/", html=PAGE, phone=False)
    assert overflow(page) == []
    change(page, "document.getElementById('wide').style.width = '2000px';")
    (width, element) = overflow(page)
    assert width.endswith("px wide")
    assert element == "p.- “很长”"


def test_low_targets(open_page):
    """The link in the sentence is none of them."""
    page = open_page("small/", html=PAGE)
    found = [line.partition(" is ")[0] for line in low_targets(page, 44)]
    assert found == ["a.- “单独的链接”", "button.- “按钮”"]
    change(page, "document.getElementById('button').style.height = '44px';")
    assert len(low_targets(page, 44)) == 1


def test_lost_focus(open_page):
    page = open_page("small/", html=PAGE, phone=False)
    assert lost_focus(page) == []
    change(page, "document.getElementById('button').style.outline = 'none';")
    assert lost_focus(page) == ["button.- “按钮” shows no focus"]


def test_focus_under_a_bar(open_page):
    page = open_page("small/", html=PAGE, phone=False)
    change(
        page,
        """
        const bar = document.createElement("div");
        Object.assign(bar.style, { position: "fixed", inset: "0 0 auto", height: "150px" });
        document.body.append(bar);
        """,
    )
    assert "a.- “链接” is under something" in lost_focus(page)


def test_focus_out_of_order_or_reach(open_page):
    page = open_page("small/", html=PAGE, phone=False)
    change(page, "document.getElementById('button').tabIndex = 1;")
    assert lost_focus(page)[0].startswith("out of order")
    page.reload()
    change(page, "document.getElementById('button').tabIndex = -1;")
    assert lost_focus(page) == ["button.- “按钮” is not reached"]


def test_noise_is_heard(open_page, heard):
    """A style that the policy forbids, an error, and a request to somebody else."""
    page = open_page("small/", html=PAGE.replace("<h1>", '<h1 style="color: red">'))
    assert "Content Security Policy" in heard.console[0]
    with page.expect_event("pageerror"):  # the page could be left before it is thrown
        page.evaluate("setTimeout(() => { throw new Error('broken'); })")
    page.route("**/elsewhere/", lambda route: route.fulfill(body=""))
    page.goto("https://cases.invalid/elsewhere/")
    assert heard.errors == ["broken"]
    assert heard.foreign == ["https://cases.invalid/elsewhere/"]
    heard.forget()
