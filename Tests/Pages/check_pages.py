"""Opens pages that `hearsay page` made in headless Chromium and holds them to what is promised of them.

    check_pages.py PAGE.html … [--shots FOLDER]

No message on the console, nothing fetched, all links within the page lead somewhere, tables are sorted by the keyboard
alone, answers are hidden until asked for, a phone need not be scrolled sideways, print and dark are readable, and axe finds
nothing. A page whose name starts with `hostile` is made of an attack: nothing of it may run.
"""

import argparse
import pathlib
import sys

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
DESKTOP = {"width": 1100, "height": 900}
PHONE = {"width": 360, "height": 740}

failures = []


def expect(holds, page, what):
    if not holds:
        failures.append(f"{page.stem}: {what}")


def open_page(browser, path, **options):
    """The page, and what its console says and what it asks the network for."""
    context = browser.new_context(**options)
    tab = context.new_page()
    said = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    tab.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else said.append(request.url))
    tab.goto(path.resolve().as_uri())
    return tab, said


def check_links(tab, path):
    broken = tab.evaluate(
        """() => [...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href"))
             .filter(h => h.startsWith("#") ? !document.getElementById(h.slice(1)) : !/^https?:/.test(h))"""
    )
    expect(not broken, path, f"links that lead nowhere: {broken[:5]}")
    repeated = tab.evaluate(
        """() => { const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
             return ids.filter((id, place) => ids.indexOf(id) !== place) }"""
    )
    expect(not repeated, path, f"places of one name: {repeated[:5]}")
    bare = tab.evaluate(
        """() => [...document.querySelectorAll("table.sortable td:not(.missing)")].filter(td => !td.querySelector("a")).length"""
    )
    cells = tab.evaluate("""() => document.querySelectorAll("table.sortable td:not(.missing)").length""")
    return bare, cells


def check_words(tab, path):
    """A cell leads to a sentence in which words are marked."""
    if not tab.query_selector("table.sortable td a"):
        return
    link = tab.locator("table.sortable tbody tr:first-child td a >> visible=true").first
    link.focus()
    tab.keyboard.press("Enter")
    target = tab.evaluate("""() => { const t = document.getElementById(location.hash.slice(1));
        return t && (t.closest("li, section") || t).querySelectorAll("mark, a").length }""")
    expect(target, path, "a cell leads to no marked words")


def check_sorting(tab, path):
    """The first table of several rows is sorted by Tab and Enter alone, both ways and back."""
    tables = tab.locator("table.sortable")
    for place in range(tables.count()):
        table = tables.nth(place)
        if table.locator("tbody tr").count() < 3 or not table.is_visible():
            continue
        column = """t => [...t.tBodies[0].rows].map(r => r.cells[0].textContent)"""
        before = table.evaluate(column)
        head = table.locator("th").first
        head.locator("button").focus()
        tab.keyboard.press("Enter")
        up = table.evaluate(column)
        expect(head.get_attribute("aria-sort") == "ascending", path, "sorting is not told")
        expect("ascending" in tab.locator("#status").text_content(), path, "sorting is not said aloud")
        tab.keyboard.press("Space")
        down = table.evaluate(column)
        expect(head.get_attribute("aria-sort") == "descending", path, "sorting down is not told")
        tab.keyboard.press("Enter")
        expect(table.evaluate(column) == before, path, "the order of the answer does not come back")
        expect(sorted(up) == sorted(before), path, "sorting loses rows")
        distinct = len(set(before)) > 1
        expect(not distinct or up != down, path, "sorting changes nothing")
        return
    expect(False, path, "there is no table to sort")


def check_answers(tab, path):
    answers = tab.locator("details")
    if answers.count() == 0:
        return
    expect(not tab.evaluate("""() => document.querySelector("details").open"""), path, "an answer is not hidden")
    switch = tab.locator("#answers")
    expect(switch.is_visible(), path, "there is no switch for the answers")
    switch.focus()
    tab.keyboard.press("Enter")
    shown = tab.evaluate("""() => [...document.querySelectorAll("details")].every(d => d.open)""")
    expect(shown and switch.get_attribute("aria-pressed") == "true", path, "the switch does not show the answers")


def check_pictures(tab, path):
    silent = tab.evaluate(
        """() => [...document.querySelectorAll("svg")].filter(s => s.getAttribute("role") !== "img"
             || !s.querySelector("title")?.textContent || !s.querySelector("desc")?.textContent).length"""
    )
    expect(silent == 0, path, "a picture has no words")


def check_access(tab, path, mode):
    found = Axe().run(tab)["violations"]
    for violation in found:
        places = "; ".join(node["html"][:120] for node in violation["nodes"][:2])
        expect(False, path, f"axe, {mode}: {violation['id']}: {violation['help']}: {places}")


def check(browser, path, shots):
    def shoot(tab, name, height=0):
        if not shots:
            return
        width = tab.viewport_size["width"]
        whole = tab.evaluate("() => document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, whole)}
        options = {"full_page": True, "clip": clip} if height else {}
        tab.screenshot(path=shots / f"{path.stem}-{name}.png", **options)

    for scheme in ("light", "dark"):
        tab, said = open_page(browser, path, viewport=DESKTOP, color_scheme=scheme)
        shoot(tab, scheme, height=3000)
        if scheme == "light":
            bare, cells = check_links(tab, path)
            expect(cells > 0 and bare * 4 < cells, path, f"{bare} of {cells} cells lead to no words")
            check_pictures(tab, path)
            check_sorting(tab, path)
            check_answers(tab, path)
            shoot(tab, "answers", height=3000)
            check_words(tab, path)
            shoot(tab, "words")
            check_access(tab, path, "light, answers shown")
            tab.emulate_media(media="print")
            expect(tab.locator("nav").count() == 0 or not tab.locator("nav").is_visible(), path, "print shows the contents")
        else:
            check_access(tab, path, "dark")
        expect(not said, path, f"the console or the network: {said[:5]}")
        if path.stem.startswith("hostile"):
            scripts = tab.evaluate("""() => document.querySelectorAll("script, img, iframe, object").length""")
            handlers = tab.evaluate(
                """() => [...document.querySelectorAll("*")].some(e => [...e.attributes].some(a => a.name.startsWith("on")))"""
            )
            expect(scripts == 1 and not handlers, path, "markup of an article has become markup of the page")
        tab.context.close()
    tab, said = open_page(browser, path, viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=2)
    wide = tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    expect(wide <= 0, path, f"a phone has to be scrolled sideways by {wide} pixels")
    shoot(tab, "phone", height=3000)
    expect(not said, path, f"the console or the network on a phone: {said[:5]}")
    tab.context.close()
    if shots:
        tab, _ = open_page(browser, path, viewport=DESKTOP)
        tab.pdf(path=shots / f"{path.stem}.pdf", format="A4")
        tab.context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path, help="a folder for pictures of the pages")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for path in options.pages:
            check(browser, path, options.shots)
        browser.close()
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(options.pages)} pages, {len(failures)} faults")
    sys.exit(1 if failures else 0)


main()
