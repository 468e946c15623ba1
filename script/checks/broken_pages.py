"""Breaks a page in every way that script/check-pages looks for, to prove that it is found."""
import base64
import hashlib
import pathlib
import re
import tempfile

from checks import pages

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
CASES = [
    # what is done, pattern, replacement, words of the fault
    ("a request", r"</main>", '<img src="https://example.org/a.png" alt="a"></main>', "Content Security Policy"),
    ("a request that the policy allows", r"</main>", '<img src="https://example.org/a.png" alt="a"></main>', "asks for https://example.org"),
    ("a script that the policy forbids", r"</main>", "<script>document.title = 1</script></main>", "Content Security Policy"),
    ("a script that fails", r'\(function\(\)\{"use strict";', '(function(){"use strict";nothing();', "nothing is not defined"),
    ("a message", r'\(function\(\)\{"use strict";', '(function(){"use strict";console.log("here");', "the console says: here"),

    ("too wide", r"<h1>", "<h1>" + "wide" * 90, "pixels wide on a screen of"),
    ("a double id", r"</main>", '<p id="page.content">a</p></main>', "stands twice"),
    ("two main headings", r"</main>", "<h1>again</h1></main>", "2 main headings"),
    ("a broken link", r"</main>", '<a href="#nowhere">a</a></main>', "leads to '#nowhere'"),
    ("a file that is not there", r"</main>", '<a href="none/none.html">a</a></main>', "leads to none/none.html"),
    ("no caption", r"<caption .*?</caption>", "", "without a caption"),
    ("no scope", r'<th scope="col"', "<th", "without a scope"),
    ("a pale word", r"--soft:#59606a", "--soft:#b9b9b9", "contrast"),
    ("a pale line", r"--s0:#1c5d99", "--s0:#d5e6f5", "a mark of a chart has a contrast"),
    ("no focus to be seen", r":focus-visible\{outline[^}]*\}", ":focus{outline:none}", "its focus cannot be seen"),
    ("a control out of reach", r"<summary>", '<summary tabindex="-1">', "the keyboard does not reach"),
    ("a fold that stays shut on paper", r"details::details-content\{content-visibility:visible\}\nsummary", "summary", "folded on paper"),
    ("dark paper", r"--paper:#fff\b", "--paper:#eee", "paper is not white"),
    ("a chart without words", r'(<svg class="wide"[^>]*) aria-label="[^"]*"', r"\1", "without words"),
    ("arrow keys that do nothing", r"ArrowRight:at\+1", "Nothing:at+1", "arrow keys show no values"),
    ("a head that does not sort", r'button.addEventListener\("click"', 'button.addEventListener("dblclick"', "does not sort"),
    ("a button without a name", r"</main>", "<button></button></main>", "axe button-name"),
]


def prove(browser, path):
    """The number of faults that were not found."""
    original = path.read_text(encoding="utf-8")
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (title, pattern, replacement, words) in enumerate(CASES):
            text, count = re.subn(pattern, replacement, original, count=1, flags=re.S)
            if "forbids" not in title and title != "a request":
                text = allowed(text)
            broken = pathlib.Path(folder) / f"{number}.html"
            broken.write_text(text, encoding="utf-8")
            faults = pages.check(browser, broken)[0] if count else []
            found = any(words in fault for fault in faults)
            missed += not found
            reason = "" if found else " (the page has no place for it)" if not count else f": {faults[:3]}"
            print(f"{'ok  ' if found else 'FAIL'} {title}{reason}")
    return missed


def allowed(text):
    """The page with a policy for what it now holds, so that only the fault itself is found."""
    def digests(tag):
        bodies = re.findall(rf"<{tag}>(.*?)</{tag}>", text, flags=re.S)
        return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies)

    policy = f"default-src 'none'; img-src https:; style-src {digests('style')} 'unsafe-hashes'; script-src {digests('script')}"
    return POLICY.sub(f'<meta http-equiv="Content-Security-Policy" content="{policy}">', text, count=1)
