"""Every page that can be reached is whole: it answers, fits, says nothing in the console, and can be used by everybody."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from conftest import enter
from axe_playwright_python.sync_playwright import Axe

MOST_PAGES = 220
PER_SHAPE = 12
PER_ROUTE = 3


def route(path):
    """Which of the site's routes an address takes: names and numbers of records don't count."""
    plain = re.sub(r"\d+", "N", urlsplit(path).path)
    return re.sub(r"^/(registers|indicators|figures|reports)/[^/]+", r"/\1/NAME", plain)


def shape(path):
    """Addresses that differ only in names, numbers and their query's values lead to the same kind of page."""
    keys = {pair.split("=")[0] for pair in urlsplit(path).query.split("&") if pair}
    return route(path) + "?" + ",".join(sorted(keys))


def files(path):
    return "/export" in path or "/files/" in path or re.search(r"\.(docx|txt|json)(\?|$)", path)


@pytest.fixture(scope="session")
def site_map(chromium, base_url):
    """What can be reached from the first page by following links: address → status. Each kind of page is followed a few times."""
    context = chromium.new_context(base_url=base_url)
    enter(context)
    found, waiting, shapes = {}, ["/"], {}
    while waiting and len(found) < MOST_PAGES:
        path = waiting.pop(0)
        if path in found or shapes.get(shape(path), 0) >= PER_SHAPE:
            continue
        shapes[shape(path)] = shapes.get(shape(path), 0) + 1
        response = context.request.get(path)
        found[path] = response.status
        if files(path) or "text/html" not in response.headers["content-type"]:
            continue
        for href in re.findall(r'href="([^"]+)"', response.text()):
            if href.startswith("otpauth:"):
                continue
            target = urlsplit(urljoin(base_url + path, href.replace("&amp;", "&").replace("&#39;", "'")))
            assert target.netloc == urlsplit(base_url).netloc, f"{path} leads elsewhere: {href}"
            address = target.path + ("?" + target.query if target.query else "")
            if "lang=" not in address and address not in found:
                waiting.append(address)
    context.close()
    return found


def kinds(site_map, most=PER_ROUTE):
    """A few addresses of each route."""
    few = {}
    for path in site_map:
        if not files(path) and not path.startswith("/assets/"):
            few.setdefault(route(path), []).append(path)
    return [path for paths in few.values() for path in paths[:most]]


def test_no_link_leads_nowhere(site_map):
    assert len(site_map) > 30
    broken = {path: status for path, status in site_map.items() if status >= 400}
    assert not broken


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_fit_and_are_quiet(tab, site_map, width, language):
    browser = tab(width=width, language=language)
    for path in kinds(site_map):
        page = browser.open(path)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path} is {overflow} px too wide at {width}"
        assert page.locator("main h1").count() >= 1, path
    assert not browser.troubles


# The dark theme is the light one in other colours: one page of each kind tells.
@pytest.mark.parametrize(("scheme", "most"), [("light", PER_ROUTE), ("dark", 1)])
def test_everybody_can_use_them(tab, site_map, scheme, most):
    browser = tab(scheme=scheme)
    found = []
    for path in kinds(site_map, most):
        page = browser.open(path)
        result = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        for violation in result.response["violations"]:
            found.append(f"{path}: {violation['id']}: {[node['target'] for node in violation['nodes'][:3]]}")
    assert not found, "\n".join(found)


def test_the_dark_theme_is_dark(tab):
    def brightness(scheme):
        page = tab(scheme=scheme).open("/")
        return sum(int(part) for part in re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3])

    assert brightness("dark") < 200 < 600 < brightness("light")


def test_first_page_is_small(chromium, base_url):
    context = chromium.new_context(base_url=base_url)
    enter(context)
    total = 0
    for path in ["/", "/assets/yuanbu.css", "/assets/yuanbu.js", "/assets/icon.svg"]:
        total += len(context.request.get(path).body())
    context.close()
    assert total < 100_000
