"""People write the book in the browser: with the keyboard, on a phone, with a paste from Excel, and without losing what they typed."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

FORMS = ["/registers/hazard/new", "/registers/hazard/12", "/registers/hazard/12/void", "/registers/hazard/12/moves/reopen", "/registers/hazard/import"]


def faults(page):
    return [f"{found['id']}: {found['nodes'][0]['html'][:160]}" for found in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_the_forms(tab, width, scheme):
    opened = tab(width=width, scheme=scheme, post="safety_officer")
    for path in FORMS:
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
    firm.press_sequentially("cthnt", delay=20)
    page.locator(".suggestions [role=option]").first.wait_for()
    firm.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]").inner_text()
    firm.press("Enter")
    assert firm.input_value() == chosen
    page.locator("input[name='f.inspection']").fill("川泰混凝土有限公司 2021-02-03 安全巡查")
    page.get_by_label(re.compile("^隐患")).fill("配电柜前堆放杂物")
    page.get_by_label(re.compile("^发现日期")).fill("2022-12-20")
    page.get_by_label(re.compile("^级别")).select_option("一般事故隐患")
    page.get_by_role("button", name="保存").click()
    assert page.get_by_role("alert").all_inner_texts() == []
    page.wait_for_url(re.compile(r"/registers/hazard/\d+\?done="), timeout=5000)
    assert chosen in page.locator("h1").inner_text()
    assert page.get_by_text("已登记").first.is_visible()
    page.get_by_role("button", name="撤销").click()
    page.wait_for_load_state()
    assert page.get_by_text("已作废，不计入任何指标").is_visible()
    # A suggestion that was still on its way when the form was sent is nobody's trouble.
    assert [trouble for trouble in opened.troubles if "/suggest?" not in trouble] == []


def test_what_was_typed_and_not_saved_is_offered_again(tab):
    opened = tab(post="safety_officer")
    page = opened.open("/registers/hazard/new")
    page.get_by_label(re.compile("^隐患")).fill("灭火器失效")
    page.wait_for_timeout(700)  # a draft is kept once the typing rests
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
    page.get_by_label(re.compile("^企业 ")).fill("川泰混凝土有限公司")
    page.locator("input[name='f.inspection']").fill("川泰混凝土有限公司 2021-02-03 安全巡查")
    page.get_by_label(re.compile("^隐患")).fill("安全出口上锁")
    page.get_by_label(re.compile("^发现日期")).fill("2022-12-21")
    page.get_by_role("button", name="保存").click()
    alert = page.get_by_role("alert")
    assert "级别" in alert.inner_text()
    assert page.get_by_label(re.compile("^隐患")).input_value() == "安全出口上锁"
    page.get_by_label(re.compile("^级别")).select_option("一般事故隐患")
    page.get_by_role("button", name="保存").click()
    assert page.get_by_role("alert").all_inner_texts() == []
    page.wait_for_url(re.compile(r"/registers/hazard/\d+\?done="), timeout=5000)


def test_a_clerk_brings_in_a_table_with_faults_and_mends_it(tab):
    opened = tab(width=390, post="economy_office")
    page = opened.open("/registers/enterprise/3")
    name = page.locator("h1").inner_text()
    code = re.search(r"\b[0-9A-Z]{18}\b", page.locator("main").inner_text()).group()
    page = opened.open("/registers/enterprise/import")
    head = "企业名称,统一社会信用代码,简称\n"

    def send(text):
        page.locator("input[type=file]").set_input_files({"name": "企业.csv", "mimeType": "text/csv", "buffer": text.encode("utf-8-sig")})
        page.get_by_role("button", name="检查").click()
        page.wait_for_load_state()

    wrong = "X" if code[-1] != "X" else "Y"
    send(f"{head}{name},{code[:-1]}{wrong},试简\n")
    assert "退回 1 行" in page.get_by_role("status").inner_text()
    assert "第 2 行" in page.locator("main").inner_text()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^下载退回的")).click()
    assert download.value.suggested_filename == "企业-退回.xlsx"
    page = opened.open("/registers/enterprise/import")
    send(f"{head}{name},{code},试简\n")
    page.get_by_role("button", name="导入 1 行").click()
    page.wait_for_load_state()
    assert "更新 1 条" in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="撤销这次导入…").click()
    page.get_by_role("button", name="撤销", exact=True).click()
    page.wait_for_load_state()
    assert "试简" not in opened.open("/registers/enterprise/3").locator("dl").first.inner_text()
