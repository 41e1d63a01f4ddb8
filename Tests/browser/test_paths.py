"""What people come to do: open a number down to the record and its story, by mouse, by keyboard and without JavaScript."""

import re

from playwright.sync_api import expect


def test_figure_to_rows_to_record_to_story(tab):
    browser = tab()
    page = browser.open("/")
    page.locator(".headline a.figure").first.click()
    expect(page).to_have_url(re.compile(r"/indicators/\w+\?period=\d{4}"))
    page.locator("main .number a.figure").first.click()
    expect(page).to_have_url(re.compile(r"#rows$"))
    rows = page.locator("section", has=page.locator("#rows")).locator("table tbody tr")
    assert rows.count() > 0
    rows.first.locator("td.lead a").click()
    expect(page).to_have_url(re.compile(r"/registers/\w+/\d+$"))
    expect(page.locator("#history")).to_be_visible()
    story = page.locator("ol.story li")
    assert story.count() >= 1
    story.last.locator("a").click()
    expect(page).to_have_url(re.compile(r"asof=\d+$"))
    expect(page.locator(".note")).to_be_visible()
    assert not browser.troubles


def test_the_same_by_keyboard(tab):
    page = tab().open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.headline a.figure')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/indicators/"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=12"))


def test_without_javascript(tab):
    page = tab(script=False).open("/registers")
    page.locator(".cards a").first.click()
    expect(page).to_have_url(re.compile(r"/registers/\w+$"))
    page.locator(".find input").fill("0")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=0"))


def test_filters_stand_in_the_address_and_can_be_dropped(tab):
    page = tab().open("/registers/enterprise")
    whole = page.locator(".bar .soft").inner_text()
    page.locator(".facet a").first.click()
    expect(page.locator(".chip")).to_have_count(1)
    filtered = page.url
    page.locator("thead a").first.click()
    assert "sort=" in page.url
    expect(page.locator("th[aria-sort]")).to_have_count(1)
    page.goto(filtered)
    page.locator(".chip").click()
    assert page.locator(".bar .soft").inner_text() == whole


def test_columns_can_be_chosen(tab):
    page = tab().open("/registers/enterprise")
    before = page.locator("thead th").count()
    page.locator(".columns summary").click()
    page.locator(".columns input:checked").nth(1).uncheck()
    page.locator(".columns button").click()
    assert "columns=" in page.url
    assert page.locator("thead th").count() == before - 1


def test_language_switch_stays(tab):
    page = tab().open("/registers")
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Reports", exact=True).click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh-CN"


def test_report_figures_open_and_files_come(tab, chromium, base_url):
    page = tab().open("/reports")
    page.locator("main .periods a").first.click()
    expect(page.locator("article.page")).to_be_visible()
    page.locator("article.page a.figure").first.click()
    expect(page).to_have_url(re.compile(r"/indicators/\w+\?period="))
    page.go_back()
    for label, start in [("下载 Word", b"PK"), ("JSON", b"{")]:
        with page.expect_download() as download:
            page.get_by_role("link", name=label, exact=True).click()
        with open(download.value.path(), "rb") as file:
            assert file.read(2).startswith(start)


def test_a_phone_shows_cards_and_the_menu_at_the_thumb(tab):
    page = tab(width=390).open("/registers/enterprise")
    assert page.evaluate("getComputedStyle(document.querySelector('tbody tr')).display") == "block"
    box = page.locator(".rail").bounding_box()
    assert box["y"] + box["height"] >= 899
    page.locator(".fold > summary").click()
    expect(page.locator(".facet a").first).to_be_visible()
