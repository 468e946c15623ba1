"""What script/check-pages looks for in one page."""
import contextlib
import pathlib

from axe_playwright_python.sync_playwright import Axe

PROBES = (pathlib.Path(__file__).parent / "pages.js").read_text(encoding="utf-8")
DESKTOP, PHONE, PAPER = 1280, 375, 688  # paper: A4 less its margins, in pixels of CSS
HARD_LIMIT, GOAL = 1_000_000, 150_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextlib.contextmanager
def opened(browser, path, script=True):
    """A page of a fresh browser without network, and the list that its misdeeds are added to."""
    context = browser.new_context(viewport={"width": DESKTOP, "height": 900}, java_script_enabled=script, offline=True)
    page = context.new_page()
    faults = []
    page.on("console", lambda message: faults.append(f"the console says: {message.text[:200]}"))
    page.on("pageerror", lambda error: faults.append(f"the script fails: {str(error)[:200]}"))
    address = path.as_uri()
    page.on("request", lambda request: request.url != address and faults.append(f"asks for {request.url[:120]}"))
    page.goto(address)
    page.evaluate(PROBES)
    try:
        yield page, faults
    finally:
        context.close()


def check(browser, path):
    """Faults of a page, and remarks that are none."""
    faults, notes = [], []
    size = path.stat().st_size
    if size > HARD_LIMIT:
        faults.append(f"{size:,} bytes are more than {HARD_LIMIT:,}; fold nothing, but show less")
    elif size > GOAL:
        notes.append(f"note: {size:,} bytes; most pages keep below {GOAL:,}")
    for script in (True, False):
        with opened(browser, path, script) as (page, found):
            for width in (DESKTOP, PHONE):
                for scheme in ("light", "dark"):
                    page.set_viewport_size({"width": width, "height": 900})
                    page.emulate_media(color_scheme=scheme)
                    look(page, path, found, width, scheme, script)
                    kind = f"{width} px, {scheme}{'' if script else ', no JavaScript'}"
                    faults += [f"{kind}: {fault}" for fault in found]
                    found.clear()
            if not script:
                page.set_viewport_size({"width": PAPER, "height": 900})
                page.emulate_media(media="print", color_scheme="dark")
                faults += [f"print: {fault}" for fault in page.evaluate("probes.paper()") + found]
    return merged(faults), notes


def look(page, path, found, width, scheme, script):
    """Everything that can be said of one way to open a page."""
    page.evaluate("probes.fromTheStart()")
    found += page.evaluate("probes.overflow()")
    found += page.evaluate("probes.structure()")
    if not script:
        if scheme == "light":
            walk(page, found)
        return
    found += page.evaluate("probes.chartContrast()")
    for violation in Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]:
        places = [node["target"][0] for node in violation["nodes"]]
        reason = (violation["nodes"][0].get("failureSummary") or "").split("\n")[-1].strip()
        found.append(f"axe {violation['id']}: {violation['help']}; {len(places)} times, first {places[0]}: {reason}")
    if scheme == "light":
        for href in page.evaluate("probes.relativeLinks()"):
            if not (path.parent / href.split("#")[0].split("?")[0]).exists():
                found.append(f"a link leads to {href}, which is not there")
        walk(page, found)
        if width == DESKTOP:
            use(page, found)


def walk(page, found):
    """Goes through the page by the tabulator key: every control must be reached, and its focus seen."""
    controls = page.evaluate("probes.focusable()")
    reached, before = set(), None
    # A field for a date has several stops.
    for _ in range(len(controls) + 5 + 4 * len(page.query_selector_all("input[type=date]"))):
        page.keyboard.press("Tab")
        at = page.evaluate("probes.focused()")
        if at["number"] in reached and at["number"] != before:
            break
        before = at["number"]
        if at["number"] >= 0:
            reached.add(at["number"])
            if not at["ring"] or at["opacity"] == "0":
                found.append(f"its focus cannot be seen: {at['name']}")
    found += [f"the keyboard does not reach {name}" for number, name in enumerate(controls) if number not in reached][:5]


def use(page, found):
    """Uses charts and tables by the keyboard."""
    for plot in page.query_selector_all(".chart .plot"):
        if not plot.is_visible() or not plot.query_selector(".ch, rect.cf, path.cf, .hm"):
            continue
        title = plot.get_attribute("aria-label")
        plot.focus()
        page.keyboard.press("ArrowRight")
        tip = plot.evaluate_handle("node => node.parentElement.querySelector('.tip')").as_element()
        if not tip or not tip.is_visible() or not tip.inner_text().strip():
            found.append(f"{title}: arrow keys show no values")
            continue
        page.keyboard.press("Escape")
        if tip.is_visible():
            found.append(f"{title}: the escape key does not take the values away")
    column = "(table, n) => Array.from(table.tBodies[0].rows, row => row.cells[n].textContent)"
    for table in page.query_selector_all(".table .data"):
        buttons = table.query_selector_all("thead button")
        if not buttons or not table.is_visible():
            continue
        before = table.evaluate(column, 0)
        last = buttons[-1]
        order = []
        for _ in range(3):
            last.press("Enter")
            order.append(table.evaluate("table => (table.querySelector('[aria-sort]') || table).getAttribute('aria-sort')"))
        if order != ["ascending", "descending", None]:
            found.append(f"a table's head does not sort it up, down and back: {order}")
        if table.evaluate(column, 0) != before:
            found.append("a table does not come back to its own order")


def merged(faults):
    """Faults that several ways to open the page have in common, said once."""
    ways = {}
    for fault in faults:
        way, _, words = fault.partition(": ")
        ways.setdefault(words, []).append(way)
    return [f"{words} [{'; '.join(dict.fromkeys(where))}]" for words, where in ways.items()]


def picture(browser, path, folder):
    """Leaves pictures of a page, and the page as it prints, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{path.parent.name}-{path.stem}"
    with opened(browser, path) as (page, _):
        for width, device in ((DESKTOP, "desktop"), (PHONE, "phone")):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=folder / f"{name}-{device}-{scheme}.png", full_page=True)
        page.pdf(path=folder / f"{name}.pdf", format="A4", print_background=True)
