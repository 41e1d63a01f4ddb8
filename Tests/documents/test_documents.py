"""The document is what the standard wants: a validator has nothing to say, an office program keeps every word, and its pages are those of GB/T 9704."""

import re
import subprocess
import xml.etree.ElementTree as tree
import zipfile

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUTGOING = ["--number", "云园管报〔2023〕3号", "--signer", "主要领导", "--copy", "市统计局", "--copy", "市财政局", "--printer", "综合办公室"]


def paragraphs(path):
    """The text of every paragraph that is not empty, in order, those of tables too."""
    body = tree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    texts = ("".join(t.text or "" for t in p.iter(W + "t")) for p in body.iter(W + "p"))
    return [text for text in texts if text.strip()]


@pytest.mark.parametrize("options", [[], OUTGOING], ids=["draft", "outgoing"])
def test_a_schema_validator_finds_nothing(report, options):
    path = report("valid-" + str(len(options)), *options)
    found = subprocess.run(["openxml-audit", "--max-errors", "0", str(path)], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout
    assert "Errors: 0" in found.stdout


def test_an_office_program_keeps_every_word(report, office):
    path = report("round")
    assert paragraphs(office(path, "docx")) == paragraphs(path)


def test_the_chart_keeps_its_numbers_and_a_workbook_to_edit_them_in(report):
    files = zipfile.ZipFile(report("chart"))
    charts = [name for name in files.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    assert charts
    for name in charts:
        text = files.read(name).decode()
        values = re.findall(r"<c:v>([^<]*)</c:v>", text.split("<c:val>")[1])
        assert values and all(re.fullmatch(r"-?\d+(\.\d+)?", value) for value in values)
        workbook = name.replace("charts/", "embeddings/").replace(".xml", ".xlsx")
        sheet = zipfile.ZipFile(files.open(workbook)).read("xl/worksheets/sheet1.xml").decode()
        assert all(f"<v>{value}</v>" in sheet for value in values)


def test_pages_hold_22_lines_and_are_numbered_as_the_standard_wants(report, office):
    pdf = office(report("pages", *OUTGOING), "pdf")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    numbers = [re.search(r"—\s*(\d+)\s*—", page) for page in pages]
    # Every page of the text has its number; the imprint's page and a blank one before it have none.
    shown = [int(match.group(1)) for match in numbers if match]
    assert shown == list(range(1, len(shown) + 1)) and len(pages) - len(shown) <= 2
    assert "抄送：市统计局，市财政局。" in pages[-1] and "印发" in pages[-1] and len(pages) % 2 == 0
    full = [page for page in pages[1:6] if len([line for line in page.splitlines() if line.strip()]) >= 20]
    assert all(len([line for line in page.splitlines() if line.strip()]) <= 23 for page in full)
    size = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in size


def test_the_program_prints_the_pdf_itself(report):
    assert report("own", kind="pdf").read_bytes().startswith(b"%PDF")


def test_bookmarks_of_the_text_are_what_the_table_of_origins_leads_to(report):
    body = tree.fromstring(zipfile.ZipFile(report("bookmarks")).read("word/document.xml"))
    marks = {mark.get(W + "name") for mark in body.iter(W + "bookmarkStart")}
    links = {link.get(W + "anchor") for link in body.iter(W + "hyperlink") if link.get(W + "anchor")}
    assert links and links <= marks
