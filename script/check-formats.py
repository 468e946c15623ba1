#!/usr/bin/env python3
"""Compare the three formats of one report, cell by cell.

usage: script/check-formats.py DIRECTORY [ELSEWHERE...]

Reads report.md, index.html and report.xlsx of a report, and compares every figure and every cell of every table,
check and chart: the words of Markdown and HTML with each other, and both with the number in the workbook's cell as
its number format shows it; totals by their cached values. Facts, warnings and changes are compared between Markdown
and HTML. ELSEWHERE are titles that the template keeps out of one format. Prints each difference; exit status 0 when there is none, 1 when there is one, 2 when a file cannot be
read. Needs openpyxl.
"""
import html
import html.parser
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from checks import workbook  # noqa: E402
from checks.workbook import FIGURE_HEADS, plain  # noqa: E402

# What stands at the head of a report.
HEAD_KINDS = ("facts", "warnings", "changes")


class Page(html.parser.HTMLParser):
    """What index.html shows in order: (kind, title, heads, rows)."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.items, self.stack, self.text = [], [], ""
        self.table, self.row, self.tile, self.caption, self.aside = None, None, None, "", False

    def handle_starttag(self, tag, attributes):
        names = (dict(attributes).get("class") or "").split()
        if tag in ("meta", "link", "br", "hr", "input", "img"):
            return
        self.stack.append((tag, names))
        if tag in ("caption", "th", "td", "dt", "dd", "figcaption", "p", "li") or "verdict" in names or "target" in names:
            self.text = ""
        self.aside = self.aside or "counts" in names
        if tag == "dl" and "facts" in names:
            self.items.append(("facts", "", ["Fact", "Is"], []))
        elif dict(attributes).get("id") == "page.warnings":
            self.items.append(("warnings", "", ["Warning"], []))
        if tag == "table":
            section = {name for _, kinds in self.stack for name in kinds}
            kind = next((kind for kind in ("changes", "checks") if kind in section), "table")
            self.table = {"kind": kind, "title": None, "heads": [], "rows": []}
        elif tag == "tr":
            self.row = []
        elif tag == "section" and "figures" in names:
            self.items.append(("figures", "", FIGURE_HEADS, []))
            self.caption = ""
        elif "tile" in names:
            self.tile = {"Figure": "", "Value": "", "Target": "", "Verdict": "", "Note": ""}

    def handle_data(self, data):
        if not self.aside:
            self.text += data

    def handle_endtag(self, tag):
        if not any(open_tag == tag for open_tag, _ in self.stack):
            return
        names = []
        while self.stack:
            open_tag, names = self.stack.pop()
            if open_tag == tag:
                break
        if "counts" in names:
            self.aside = False
        words = plain(self.text)
        inside = {name for _, kinds in self.stack for name in kinds}
        if tag == "caption":
            self.table["title"] = words
        elif tag in ("th", "td") and self.row is not None:
            self.row.append(words)
        elif tag == "tr":
            if any(open_tag == "thead" for open_tag, _ in self.stack):
                self.table["heads"] = self.row
            else:
                self.table["rows"].append(self.row)
            self.row = None
        elif tag == "table":
            # Tables of prose have no caption; they are words, not data.
            if self.table["title"] is not None:
                self.items.append((self.table["kind"], self.table["title"], self.table["heads"], self.table["rows"]))
            self.table = None
        elif tag in ("dt", "dd") and "facts" in inside:
            rows = self.items[-1][3]
            rows.append([words]) if tag == "dt" else rows[-1].append(words)
        elif tag == "li" and self.items and self.items[-1][0] == "warnings" and "notice" in inside:
            self.items[-1][3].append([words])
        elif tag == "p" and "caption" in names:
            self.caption = words
            if "figures" in inside:
                self.items[-1] = ("figures", words, FIGURE_HEADS, self.items[-1][3])
        elif tag == "figcaption":
            self.caption = words
        elif tag == "p" and "empty" in names:
            self.items.append(("empty", self.caption, [], [[words]]))
        elif self.tile is not None:
            if tag == "dt":
                self.tile["Figure"] = words
            elif tag == "span" and "verdict" in names:
                self.tile["Verdict"] = words
                self.text = ""
            elif tag == "span" and "target" in names:
                self.tile["Target"] = words
                self.text = ""
            elif tag == "dd" and "big" in names:
                self.tile["Value"] = words
            elif tag == "dd" and "note" in names:
                self.tile["Note"] = words
            elif tag == "div" and "tile" in names:
                self.items[-1][3].append([self.tile[head] for head in FIGURE_HEADS])
                self.tile = None


def unescaped(words):
    """The words of a cell: without places, addresses of links, bold marks and escapes."""
    words = re.sub(r'<a id="[^"]*"></a>', "", words).strip()
    words = re.sub(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\((?:<[^>]*>|[^)]*)\)", r"\1", words)
    if len(words) > 4 and words.startswith("**") and words.endswith("**"):
        words = words[2:-2]
    return plain(re.sub(r"\\(.)", r"\1", words))


CAPTION = re.compile(r'(\*\*.*\*\*)?(?: ?<a id="[^"]*"></a>)?( (?:[0-9]|No |nothing).*)?')


def markdown_items(text):
    """What report.md shows in order: (title, heads, rows). An empty table is its sentence."""
    lines = text.split("\n")
    items, title = [], ""
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.startswith("| ") and index + 1 < len(lines) and re.fullmatch(r"\|( :?-+:? \|)+", lines[index + 1]):
            rows = []
            while index < len(lines) and lines[index].startswith("|"):
                cells = re.split(r"(?<!\\)(?:\\\\)*\|", lines[index].strip())[1:-1]
                rows.append([unescaped(cell) for cell in cells])
                index += 1
            items.append((title, rows[0], rows[2:]))
            title = ""
            continue
        caption = line and CAPTION.fullmatch(line)
        summary = re.fullmatch(r"<details><summary>Data: (.*)</summary>", line)
        fact = re.fullmatch(r"\* (.*): \*\*(.*)\*\*", line)
        warning = re.fullmatch(r"> \* (.*)", line)
        if caption:
            title = unescaped(caption.group(1) or "")
            follows = next((later for later in lines[index + 1:] if later), "")
            if caption.group(2) and not follows.startswith("| "):
                items.append((title, [], [[caption.group(2).strip()]]))
                title = ""
        elif summary:
            title = plain(html.unescape(summary.group(1)))
        elif fact or warning:
            heads = ["Fact", "Is"] if fact else ["Warning"]
            if not items or items[-1][1] != heads:
                items.append(("", heads, []))
            row = fact.groups() if fact else [re.sub(r" \((\[.*\]\(#.*\))\)$", r" \1", warning.group(1))]
            items[-1][2].append([unescaped(cell) for cell in row])
        elif line.strip():
            if title and not line.startswith("!["):
                items.append((title, [], [[unescaped(line)]]))
            title = ""
        index += 1
    return items


def head_key(words):
    """A head as far as all formats keep it: the workbook makes heads of a table unlike each other."""
    words = words.replace("[", "(").replace("]", ")").replace("#", "No.").replace("'", "’")
    return re.sub(r" \(\d+\)$", "", words)


class Check:
    def __init__(self):
        self.differences, self.cells = [], 0

    def same(self, place, first, second, words_first, words_second):
        self.cells += 1
        if words_first != words_second and not workbook.same_digits(words_first, words_second):
            self.differences.append(f"{place}: {first} has '{words_first}', {second} has '{words_second}'")

    def tables(self, name, title, heads, rows, other, other_heads, other_rows):
        if [head_key(head) for head in heads] != [head_key(head) for head in other_heads] and heads:
            self.differences.append(f"{title}: HTML has the columns {heads}, {name} has {other_heads}")
            return
        if len(rows) != len(other_rows):
            self.differences.append(f"{title}: HTML has {len(rows)} rows, {name} has {len(other_rows)}")
            return
        for number, (row, other_row) in enumerate(zip(rows, other_rows), 1):
            if len(row) != len(other_row):
                self.differences.append(f"{title}, row {number}: HTML has {len(row)} cells, {name} has {len(other_row)}")
                continue
            for column, (words, other_words) in enumerate(zip(row, other_row)):
                # A gap that a chart must see is an empty cell.
                if name == "XLSX" and words == "–" and other_words == "":
                    other_words = "–"
                head = heads[column] if heads else ""
                # A workbook says a verdict by colour and word.
                if name == "XLSX" and head == "Verdict":
                    words, other_words = (re.sub("^[✓✗?!…○] ", "", text) for text in (words, other_words))
                self.same(f"{title}, row {number}, {head}", "HTML", name, words, other_words)


def main():
    if len(sys.argv) < 2:
        print(__doc__.strip().split("\n\n")[1], file=sys.stderr)
        return 2
    folder, elsewhere = pathlib.Path(sys.argv[1]), set(sys.argv[2:])
    try:
        page = Page()
        page.feed((folder / "index.html").read_text(encoding="utf-8"))
        markdown = markdown_items((folder / "report.md").read_text(encoding="utf-8"))
        figures, tables = workbook.items(folder / "report.xlsx")
    except (OSError, ValueError, KeyError) as problem:
        print(f"cannot read the report in '{folder}': {problem}", file=sys.stderr)
        return 2

    check = Check()
    place = 0
    tables = [table for table in tables if table[0] not in elsewhere]
    for kind, title, heads, rows in page.items:
        if title and title in elsewhere:
            continue
        # Markdown may hold tables of prose in between.
        found = next(
            (index for index in range(place, len(markdown))
             if markdown[index][0] == title and (kind == "empty" or markdown[index][1] == heads)), None)
        if found is None:
            check.differences.append(f"{title or kind}: in HTML, not in Markdown (or its columns differ)")
        else:
            check.tables("Markdown", title or kind, heads, rows, *markdown[found])
            place = found + 1
        if kind in HEAD_KINDS:
            continue
        source = figures if kind == "figures" else tables
        if not source:
            check.differences.append(f"{title or kind}: in HTML, not in the workbook")
            continue
        # Tables may share a sheet, and then stand elsewhere than on the page.
        place_in_book = next((index for index, item in enumerate(source) if item[0] == title), 0)
        other_title, other_heads, other_rows = source.pop(place_in_book)
        if kind != "figures":
            check.same(f"{title}, title", "HTML", "XLSX", title, other_title)
        if [head_key(head) for head in heads[1:]] != [head_key(head) for head in other_heads[1:]]:
            turned_heads, turned_rows = workbook.turned(other_heads, other_rows)
            if [head_key(head) for head in heads[1:]] == [head_key(head) for head in turned_heads[1:]]:
                other_heads, other_rows = heads[:1] + turned_heads[1:], turned_rows
        check.tables("XLSX", title, heads, rows, other_title, other_heads, other_rows)
    for title, _, _ in figures + tables:
        check.differences.append(f"{title}: in the workbook, not in HTML")

    for difference in check.differences:
        print(difference)
    print(f"{len(page.items)} tables and groups of figures, {check.cells} comparisons, "
          f"{len(check.differences)} differences")
    return 1 if check.differences else 0


if __name__ == "__main__":
    sys.exit(main())
