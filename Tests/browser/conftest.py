"""A real Chromium, the machine's own, for every test."""

import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


class Tab:
    """A page that remembers what went wrong in it."""

    def __init__(self, page, base):
        self.page, self.base, self.troubles = page, base, []
        page.on("console", lambda message: message.type in ("error", "warning") and self.troubles.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: self.failed(request))

    def failed(self, request):
        """A live line ends with the page that listens."""
        if not request.url.endswith("/work/live"):
            self.troubles.append(f"{request.url}: {request.failure}")

    def open(self, path):
        response = self.page.goto(self.base + path)
        assert response.status < 400, f"{path}: {response.status}"
        return self.page


def enter(context, post="leader"):
    """Takes up a post of the sample park in a context of the browser."""
    response = context.request.post("/sign-in/trial", form={"post": post, "_form": ""}, max_redirects=0)
    assert response.status == 303, f"{post}: {response.status}"


@pytest.fixture
def tab(chromium, base_url):
    """Opens tabs: tab(width=390, scheme="dark", script=False)."""
    contexts = []

    def make(width=1440, scheme="light", script=True, language="zh", post="leader"):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script, base_url=base_url, reduced_motion="reduce"
        )
        context.add_cookies([{"name": "lang", "value": language, "url": base_url}])
        contexts.append(context)
        if post:
            enter(context, post)
        return Tab(context.new_page(), base_url)

    yield make
    for context in contexts:
        context.close()
