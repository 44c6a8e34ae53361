"""Reading aloud, with a made-up voice that says a sentence when the test tells it to."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .looking import LEAST_TARGET, broken_rules, low_targets, overflow

CASE = "cases/2024-09-12-taiyuan/01/"

VOICES = """[
  { name: "en", lang: "en-US", localService: true },
  { name: "hk", lang: "zh-HK", localService: true },
  { name: "far", lang: "zh-CN", localService: false },
  { name: "near", lang: "zh_CN", localService: true },
]"""


def synthesis(voices: str = VOICES) -> str:
    """Notes in `spoken` what it is asked to say; `finish()` ends the sentence being said.

    A cancelled utterance ends too, a little later, with an error and an end: browsers do either.
    """
    return f"""
    window.spoken = [];
    window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};
    const fake = new EventTarget();
    Object.assign(fake, {{
      voices: {voices},
      current: null,
      pending: false,
      getVoices() {{ return this.voices.slice(); }},
      speak(utterance) {{
        const {{ text, rate, lang, voice }} = utterance;
        window.spoken.push({{ text, rate, lang, voice: voice.name }});
        this.current = utterance;
      }},
      cancel() {{
        const utterance = this.current;
        this.current = null;
        if (utterance) setTimeout(() => {{ utterance.onerror({{}}); utterance.onend({{}}); }});
      }},
    }});
    Object.defineProperty(fake, "speaking", {{ get: () => fake.current !== null }});
    Object.defineProperty(window, "speechSynthesis", {{ value: fake }});
    window.finish = () => {{
      const utterance = fake.current;
      fake.current = null;
      utterance.onend({{}});
    }};
    """


BAR = """
<div class="read-aloud" hidden data-reads=".reads">
  <button type="button" data-do="play"
    data-play="朗读" data-pause="暂停" data-resume="继续">朗读</button>
  <button type="button" data-do="stop" hidden>停止</button>
  <label hidden>语速<select data-do="pace"><option value="0.8">慢</option>
  <option value="1" selected>正常</option><option value="1.3">快</option></select></label>
</div>
<script type="module" src="../assets/js/read-aloud.js"></script>
"""

TEXT = """
<h1 class="reads">标题</h1>
<p>不读的一段。</p>
<div class="reads">
  <p>第一句，有<b>重</b>点。“第二句！”他说；
  第三句没有句号</p>
  <ul><li>一项</li><li>另一项<button>按钮</button></li></ul>
  <p hidden>藏起来的。</p><p class="no-read">不朗读的。</p><p aria-hidden="true">看不见的。</p>
  <p>甲<br>乙</p>
  <p>……</p>
  <details><summary>收着</summary><p>折叠的。</p></details>
  <details open><summary>打开</summary><p>展开的。</p></details>
  <div class="reads"><p>套在里面。</p></div>
</div>
"""


def button(page: Page, name: str):
    return page.locator(".read-aloud").get_by_role("button", name=name)


def spoken(page: Page) -> list[str]:
    return [one["text"] for one in page.evaluate("window.spoken")]


def highlighted(page: Page) -> str | None:
    return page.evaluate("[...(CSS.highlights.get('reading') || [])].map(String).join() || null")


def say_all(page: Page) -> list[str]:
    button(page, "朗读").click()
    while page.evaluate("speechSynthesis.speaking"):
        page.evaluate("finish()")
    return spoken(page)


def test_without_a_chinese_voice_nothing_is_offered(open_page):
    page = open_page(CASE, before=synthesis("[{ name: 'en', lang: 'en-US' }]"))
    page.wait_for_load_state()
    expect(page.locator(".read-aloud")).to_be_hidden()


def test_without_synthesis_nothing_is_offered(open_page):
    page = open_page(CASE, before="delete window.speechSynthesis")
    page.wait_for_load_state()
    expect(page.locator(".read-aloud")).to_be_hidden()


def test_voices_may_come_late(open_page):
    page = open_page(CASE, before=synthesis("[]"))
    page.evaluate(f"speechSynthesis.voices = {VOICES}")
    page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    expect(page.locator(".read-aloud")).to_be_visible()


def test_a_case_is_read_from_its_title_to_its_end(open_page):
    page = open_page(CASE, before=synthesis())
    said = say_all(page)
    assert said[0].startswith(page.locator("h1").inner_text()[:20])
    whole = page.locator(".text").inner_text()
    assert "".join(said[-1].split()).endswith("".join(whole.split())[-6:])
    assert max(map(len, said)) <= 60
    expect(button(page, "朗读")).to_be_visible()
    expect(button(page, "停止")).to_be_hidden()
    assert highlighted(page) is None


def test_sentences_come_in_order_and_what_is_not_text_is_left_out(open_page):
    page = open_page("small/", html=BAR + TEXT, before=synthesis())
    assert say_all(page) == [
        "标题",
        "第一句，有重点。",
        "“第二句！”",
        "他说；",
        "第三句没有句号",
        "一项",
        "另一项",
        "甲",
        "乙",
        "收着",
        "打开",
        "展开的。",
        "套在里面。",
    ]


def test_a_long_sentence_is_cut_at_its_commas(open_page):
    text = "，".join(["一二三四五六七八九"] * 8) + "。"
    page = open_page("small/", html=f"{BAR}<p class=reads>{text}</p>", before=synthesis())
    said = say_all(page)
    assert "".join(said) == text
    assert [len(part) for part in said] == [60, 20]


def test_the_near_voice_of_the_mainland_speaks(open_page):
    page = open_page(CASE, before=synthesis())
    button(page, "朗读").click()
    (first,) = page.evaluate("window.spoken")
    assert (first["voice"], first["lang"], first["rate"]) == ("near", "zh-CN", 1)


def test_the_sentence_being_read_is_marked(open_page):
    page = open_page("small/", html=BAR + TEXT, before=synthesis())
    button(page, "朗读").click()
    page.evaluate("finish()")
    assert highlighted(page) == "第一句，有重点。"
    page.evaluate("finish()")
    assert highlighted(page) == "“第二句！”"


def test_the_buttons_are_fit_for_everybody(open_page):
    page = open_page(CASE, before=synthesis())
    button(page, "朗读").click()
    assert [broken_rules(page), low_targets(page, LEAST_TARGET), overflow(page)] == [[], [], []]


def test_browsers_without_highlights_mark_the_paragraph(open_page):
    page = open_page("small/", html=BAR + TEXT, before=synthesis() + "delete window.Highlight;")
    button(page, "朗读").click()
    page.evaluate("finish()")
    assert page.locator(".is-read").inner_text().startswith("第一句")
    button(page, "停止").click()
    assert page.locator(".is-read").count() == 0


def test_the_sentence_being_read_is_in_sight(open_page):
    page = open_page(CASE, before=synthesis())
    button(page, "朗读").click()
    while page.evaluate("speechSynthesis.speaking"):
        place = page.evaluate(
            "[...CSS.highlights.get('reading')][0].getBoundingClientRect().toJSON()"
        )
        assert place["top"] >= 0
        assert place["bottom"] <= page.viewport_size["height"]
        page.evaluate("finish()")


def test_pause_keeps_the_sentence(open_page):
    page = open_page("small/", html=BAR + TEXT, before=synthesis())
    button(page, "朗读").click()
    page.evaluate("finish()")
    button(page, "暂停").click()
    page.wait_for_timeout(50)
    expect(button(page, "继续")).to_be_visible()
    button(page, "继续").click()
    page.evaluate("finish()")
    assert spoken(page) == ["标题", "第一句，有重点。", "第一句，有重点。", "“第二句！”"]


def test_stop_starts_anew(open_page):
    page = open_page("small/", html=BAR + TEXT, before=synthesis())
    button(page, "朗读").click()
    page.evaluate("finish()")
    button(page, "停止").click()
    page.wait_for_timeout(50)
    assert highlighted(page) is None
    expect(button(page, "停止")).to_be_hidden()
    expect(button(page, "朗读")).to_be_focused()
    button(page, "朗读").click()
    assert spoken(page) == ["标题", "第一句，有重点。", "标题"]


def test_escape_and_leaving_stop(open_page):
    page = open_page(CASE, before=synthesis())
    for stop in ("keydown", "pagehide"):
        button(page, "朗读").click()
        event = {
            "keydown": "document.body.dispatchEvent("
            "new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))",
            "pagehide": "dispatchEvent(new PageTransitionEvent('pagehide'))",
        }[stop]
        page.evaluate(event)
        assert not page.evaluate("speechSynthesis.speaking")
        expect(button(page, "朗读")).to_be_visible()


def test_a_voice_that_fails_can_be_asked_again(open_page):
    page = open_page("small/", html=BAR + TEXT, before=synthesis())
    button(page, "朗读").click()
    page.evaluate("speechSynthesis.current.onerror({ error: 'synthesis-failed' })")
    button(page, "继续").click()
    assert spoken(page) == ["标题", "标题"]


def test_the_pace_changes_with_the_next_sentence_and_is_kept(open_page):
    page = open_page(CASE, before=synthesis())
    button(page, "朗读").click()
    page.get_by_label("语速").select_option("快")
    page.evaluate("finish()")
    assert [one["rate"] for one in page.evaluate("window.spoken")] == [1, 1.3]
    page.reload()
    button(page, "朗读").click()
    assert page.evaluate("window.spoken[0].rate") == 1.3


def test_an_unknown_pace_in_the_storage_is_ignored(open_page):
    page = open_page(CASE, before=synthesis() + "localStorage.setItem('casebook-pace', '1000');")
    button(page, "朗读").click()
    assert page.evaluate("window.spoken[0].rate") == 1
