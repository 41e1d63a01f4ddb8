"""The sample park's annual report as a document, as `yuanbu report` writes it."""

import os
import pathlib
import subprocess

import pytest


def pytest_addoption(parser):
    parser.addoption("--site", help="the folder of a site with the sample park")
    parser.addoption("--yuanbu", help="the program")


@pytest.fixture(scope="session")
def report(request, tmp_path_factory):
    """Writes the report with the given options; returns the path of the DOCX."""
    folder = tmp_path_factory.mktemp("report")

    def write(name, *options, kind="docx"):
        path = folder / f"{name}.{kind}"
        subprocess.run(
            [request.config.getoption("--yuanbu"), "report", request.config.getoption("--site"), "annual", "--year", "2022",
             "--format", kind, "--out", str(path), *options],
            check=True, capture_output=True)
        return path

    return write


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """Converts a document by LibreOffice into another kind; returns the path of what it made."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(path, kind):
        out = pathlib.Path(path).parent / f"by-office-{kind}"
        out.mkdir(exist_ok=True)
        # Blank pages stay, as on paper.
        target = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}' if kind == "pdf" else kind
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target, "--outdir", str(out), str(path)],
            check=True, capture_output=True, timeout=180, env=dict(os.environ))
        made = out / (pathlib.Path(path).stem + "." + kind)
        assert made.exists(), f"LibreOffice made no {kind}"
        return made

    return convert
