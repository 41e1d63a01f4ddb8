"""People write the book in the browser: with the keyboard, on a phone, with a paste from Excel, and without losing what they typed."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

FORMS = ["/registers/hazard/new", "/registers/hazard/12", "/registers/hazard/12/void", "/registers/accreditation/new"]


def faults(page):
    return [f"{found['id']}: {found['nodes'][0]['html'][:160]}" for found in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_forms(tab, width, scheme):
    opened = tab(width=width, scheme=scheme, post="safety_officer")
    for path in FORMS:
        if path.startswith("/registers/accreditation"):
            continue
        page = opened.open(path)
        for fold in page.locator("details.step, details.later").all():
            fold.locator("summary").first.click()
        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {width}"
    assert opened.troubles == []


def test_an_inspector_enters_a_hazard_finds_the_firm_by_its_initials_and_takes_it_back(tab):
    opened = tab(width=390, post="safety_officer")
    page = opened.open("/registers/hazard/new")
    firm = page.get_by_role("combobox", name=re.compile("^企业"))
    firm.press_sequentially("qcly", delay=20)
    page.get_by_role("option").first.wait_for()
    firm.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]").inner_text()
    firm.press("Enter")
    assert firm.input_value() == chosen
    page.get_by_label(re.compile("^隐患")).fill("配电柜前堆放杂物")
    page.get_by_label(re.compile("^发现日期")).fill("2022-12-20")
    page.get_by_label(re.compile("^级别")).select_option("一般事故隐患")
    page.get_by_role("button", name="保存").click()
    page.wait_for_url(re.compile(r"/registers/hazard/\d+\?done="))
    assert chosen in page.locator("h1").inner_text()
    assert page.get_by_text("已登记").first.is_visible()
    page.get_by_role("button", name="撤销").click()
    page.wait_for_load_state()
    assert page.get_by_text("已作废，不计入任何指标").is_visible()
    assert opened.troubles == []


def test_what_was_typed_and_not_saved_is_offered_again(tab):
    opened = tab(post="safety_officer")
    page = opened.open("/registers/hazard/new")
    page.get_by_label(re.compile("^隐患")).fill("灭火器失效")
    page.wait_for_function("Object.keys(localStorage).some((key) => key.startsWith('draft:'))")
    page = opened.open("/registers/hazard/new")
    assert page.get_by_label(re.compile("^隐患")).input_value() == ""
    page.get_by_role("button", name="恢复草稿").click()
    assert page.get_by_label(re.compile("^隐患")).input_value() == "灭火器失效"
    # Signing out leaves nothing behind on the machine.
    page.get_by_role("button", name="退出").click()
    page.wait_for_load_state()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length") == 0
    assert opened.troubles == []


def test_rows_take_a_paste_from_a_spreadsheet(tab):
    opened = tab(post="general_office")
    page = opened.open("/registers/document/new")
    table = page.locator("table[data-rows]").first
    columns = table.locator("thead th").count()
    before = table.locator("tbody tr").count()
    lines = "\n".join("\t".join(f"{row}-{column}" for column in range(columns)) for row in range(before + 2))
    first = table.locator("tbody tr:first-child td:first-child").locator("input, select")
    first.focus()
    first.evaluate(
        """(box, text) => { const data = new DataTransfer(); data.setData('text/plain', text);
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""",
        lines,
    )
    assert table.locator("tbody tr").count() == before + 2
    texts = table.locator("tbody input").evaluate_all("boxes => boxes.filter((box) => /^\\d+-\\d+$/.test(box.value)).length")
    assert texts == table.locator("tbody input").count()
    assert opened.troubles == []


def test_a_form_can_be_filled_without_scripts(tab):
    opened = tab(script=False, post="safety_officer")
    page = opened.open("/registers/hazard/new")
    page.get_by_label(re.compile("^企业 ")).fill("青峦铝型材有限公司")
    page.get_by_label(re.compile("^隐患")).fill("安全出口上锁")
    page.get_by_label(re.compile("^发现日期")).fill("2022-12-21")
    page.get_by_role("button", name="保存").click()
    alert = page.get_by_role("alert")
    assert "级别" in alert.inner_text()
    assert page.get_by_label(re.compile("^隐患")).input_value() == "安全出口上锁"
    page.get_by_label(re.compile("^级别")).select_option("一般事故隐患")
    page.get_by_role("button", name="保存").click()
    page.wait_for_url(re.compile(r"/registers/hazard/\d+\?done="))
