"""The evidence page in a real browser: clicks, filters, the keyboard, print, and no violation of accessibility that axe-core knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefgen.model import Article
from briefgen.pipeline import BuildOptions, assemble_brief, extract_all, review_page
from briefgen.readers import read_article
from briefgen.translation.memory import Memory

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

SEED = Path(__file__).resolve().parents[2] / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"
ENGLISH = """Turkey seeks gas discount

Turkey wants a discount of 25 percent on Russian gas, the Turkish energy minister, Alparslan Bayraktar, said on 3 March 2026.

"We will invest $1.7 billion in storage," he told reporters.
"""
# Without these a browser as root, in a container, does not start, or asks the network for updates.
ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --disable-quic --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1400,900"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two articles, one in each language."""
    folder = tmp_path_factory.mktemp("evidence")
    (folder / "gas.txt").write_text(ENGLISH, encoding="utf-8")
    articles: list[Article] = [read_article(SEED), read_article(folder / "gas.txt", published=date(2026, 3, 4))]
    options = BuildOptions()
    brief = assemble_brief(extract_all(articles, ("RU",)), options, Memory.load(sorted(SEED.parent.glob("*.po"))))
    (folder / "evidence.html").write_bytes(review_page(brief, options, articles, brief_number="0" * 64))
    return folder / "evidence.html"


@pytest.fixture(scope="module")
def driver(needs_tool: Callable[[str], str], needs_package: Callable[[str], None]) -> Iterator[Any]:
    needs_package("selenium")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = needs_tool("chromium")
    for argument in ARGUMENTS.split():
        options.add_argument(argument)
    options.add_argument("--lang=en-GB")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(needs_tool("chromedriver")))
    yield chrome
    chrome.quit()


@pytest.fixture
def browser(driver: Any, page: Path) -> Any:
    """The page freshly opened."""
    driver.get(page.as_uri())
    return driver


def all_of(browser: Any, selector: str) -> list[Any]:
    found: list[Any] = browser.find_elements("css selector", selector)
    return found


def shown(browser: Any) -> list[Any]:
    return [fact for fact in all_of(browser, "#facts > li") if fact.is_displayed()]


def test_the_page_opens_without_a_complaint_or_a_request(browser: Any) -> None:
    assert browser.get_log("browser") == []
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_a_fact_leads_to_its_words_and_words_to_their_fact(browser: Any) -> None:
    fact = next(fact for fact in shown(browser) if "2.6" in fact.text)
    fact.find_element("css selector", ".go").click()
    assert any("2,6 миллиона тонн" in hit.text for hit in all_of(browser, "#text .hit"))
    words = next(part for part in all_of(browser, "#text .f") if part.text == "12 миллиардов евро")
    words.click()
    (current,) = all_of(browser, "#facts > li[aria-current]")
    assert "€12 billion" in current.text.replace("\u00a0", " ")


def test_kinds_doubts_and_languages_filter(browser: Any) -> None:
    from selenium.webdriver.support.select import Select

    everything = len(shown(browser))
    for box in all_of(browser, "input[name=kind]"):
        if box.get_attribute("value") != "q":
            box.click()
    figures = shown(browser)
    assert 0 < len(figures) < everything and all(fact.get_attribute("data-kind") == "q" for fact in figures)
    assert all_of(browser, "#count")[0].text == f"{len(figures)} / {everything}"
    all_of(browser, "#doubtful")[0].click()
    doubtful = len(shown(browser))
    assert 0 < doubtful < len(figures)
    assert all_of(browser, "#count")[0].text == f"{doubtful} / {everything}"
    Select(all_of(browser, "#language")[0]).select_by_value("en")
    assert [fact.get_attribute("data-language") for fact in shown(browser)] == ["en"]
    assert [text.is_displayed() for text in all_of(browser, "article")] == [False, True]


def test_a_search_finds_words_of_a_fact(browser: Any) -> None:
    all_of(browser, "#find")[0].send_keys("yuneman")
    found = shown(browser)
    assert found and all("yuneman" in fact.text.lower() for fact in found)


def test_the_keyboard_is_enough(browser: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    first, second = all_of(browser, ".go")[:2]
    browser.execute_script("arguments[0].focus()", first)
    first.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element == second
    second.send_keys(Keys.ENTER)
    inside = browser.switch_to.active_element
    assert "hit" in inside.get_attribute("class") and inside.get_attribute("role") == "button"
    inside.send_keys(Keys.ENTER)
    assert "go" in browser.switch_to.active_element.get_attribute("class")


def test_the_reader_chooses_the_language(browser: Any) -> None:
    """The browser of the tests asks for English."""
    before = all_of(browser, "h1")[0].text
    all_of(browser, "#reader")[0].click()
    after = all_of(browser, "h1")[0].text
    assert before.startswith("Interests of") and after.startswith("Об интересах")
    assert all_of(browser, "html")[0].get_attribute("lang") == "ru"
    assert all_of(browser, "#text")[0].get_attribute("aria-label") == "Статьи"


@pytest.mark.parametrize("width", [1400, 500])
def test_axe_finds_no_violation(width: int, browser: Any, needs_package: Callable[[str], None]) -> None:
    needs_package("axe_core_python")
    import axe_core_python

    script = Path(str(axe_core_python.__file__)).with_name("axe.min.js").read_text(encoding="utf-8")
    browser.set_window_size(width, 900)
    browser.execute_script(script)
    run = "axe.run().then((found) => arguments[0](found.violations.map((each) => [each.id, each.nodes.length])))"
    assert browser.execute_async_script(run) == []
    browser.set_window_size(1400, 900)


def test_without_a_script_everything_is_shown(browser: Any, page: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.html"
    text = page.read_text(encoding="utf-8")
    bare.write_text(text[: text.index("<script>")] + text[text.index("</script>") + len("</script>") :], encoding="utf-8")
    browser.get(bare.as_uri())
    assert len(shown(browser)) == len(all_of(browser, "#facts > li")) > 0
    assert all(text.is_displayed() for text in all_of(browser, "article"))


def test_on_paper_the_filters_are_gone(browser: Any) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not all_of(browser, "#filters")[0].is_displayed() and len(shown(browser)) > 0
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
