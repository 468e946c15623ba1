"""Reads the figures and tables of a report's workbook back with openpyxl, as a person would see them."""
import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

import openpyxl
from openpyxl.utils import range_boundaries

FIGURE_HEADS = ["Figure", "Value", "Target", "Verdict", "Note"]
SUMMARY_COLUMNS = 6


def plain(words):
    """Words without what the formats must write differently: control characters and runs of white space."""
    words = re.sub(r"_x00[01][0-9A-F]_|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]", "", words or "")
    return " ".join(words.split())


def shown(value, code):
    """A workbook's value as its number format shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (datetime, date)):
        return value.strftime("%Y-%m-%d %H:%M" if "hh" in code else "%Y-%m-%d")
    if isinstance(value, str):
        return plain(value)
    if '"yes"' in code:
        return "yes" if value else "no"
    if code == "General":
        number = Decimal(repr(value))
        return str(int(number)) if number == number.to_integral_value() else f"{number.normalize():f}"
    first = code.split(";")[0]
    number = Decimal(repr(value)) * (100 if first.endswith("%") else 1)
    decimals = len(re.search(r"\.(0+)", first).group(1)) if "." in first else 0
    rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    sign = "-" if rounded < 0 else "+" if rounded > 0 and first.startswith("+") else ""
    text = f"{abs(rounded):,.{decimals}f}"
    return sign + ("$" if "$" in first else "") + text + ("%" if first.endswith("%") else "")


def items(path):
    """The figures of the summary and the tables of the other sheets: two lists of (title, heads, rows)."""
    sheets = openpyxl.load_workbook(path, data_only=True).worksheets
    if sheets[0].title != "Summary" or not sheets[-1].title.startswith("Provenance"):
        raise ValueError("the first sheet is not the summary or the last not the provenance")
    return figures(sheets[0]), [item for sheet in sheets[1:-1] for item in tables(sheet)]


def figures(summary):
    """The groups of figures of the summary. A group without targets has no column for them."""
    groups, places, rows = [], None, None
    for row in summary.iter_rows(max_col=SUMMARY_COLUMNS):
        texts = [shown(cell.value, cell.number_format) for cell in row]
        if texts[:2] == FIGURE_HEADS[:2]:
            places = [texts.index(head) if head in texts else None for head in FIGURE_HEADS]
            rows = []
            groups.append(("", FIGURE_HEADS, rows))
        elif rows is not None and texts[0] and texts[1]:
            rows.append([texts[place] if place is not None else "" for place in places])
        else:
            rows = None
    return groups


def tables(sheet):
    """The tables of a sheet from top to bottom, and the sentences that stand for tables without rows.

    A table's title is the highest cell of the first column that no blank row parts from the table's heads. What stands
    beside a table after a blank column, such as the bars of a waterfall, is no part of it.
    """
    def words(row, column=1):
        cell = sheet.cell(row, column)
        return shown(cell.value, cell.number_format)

    found = []
    for table in sheet.tables.values():
        left, top, right, bottom = range_boundaries(table.ref)
        rows = [[words(row, column) for column in range(left, right + 1)] for row in range(top, bottom + 1)]
        found.append((top, left, rows))
    items = []
    for start, end in blocks([bool(words(row)) for row in range(1, sheet.max_row + 1)]):
        own = [rows for top, _, rows in sorted(found, key=lambda one: one[:2]) if start <= top <= end + 1]
        is_head_of_sheet = start == 1 and not own and end == 2
        if own:
            items.append((words(start), own[0][0], own[0][1:]))
        elif not is_head_of_sheet and words(end) != "No values to draw.":
            items.append((words(start), [], [[words(end)]]))
    return items


def blocks(is_filled):
    """The runs of filled rows, as pairs of their first and last row."""
    runs, start = [], None
    for row, filled in enumerate(is_filled + [False], 1):
        if filled and start is None:
            start = row
        elif not filled and start is not None:
            runs.append((start, row - 1))
            start = None
    return runs


def same_digits(first, second):
    """Whether two texts are one number to the sixteen digits that a workbook keeps of it."""
    longer = max(first, second, key=len)
    if not re.fullmatch(r"-?\d+\.\d{14,}", longer):
        return False
    try:
        one, other = Decimal(first), Decimal(second)
    except InvalidOperation:
        return False
    return abs(one - other) <= abs(one) * Decimal("1e-15")


def turned(heads, rows):
    """A table with its rows as columns, but for the corner: how other formats write the data of a heat-map."""
    return heads[:1] + [row[0] for row in rows], [
        [head] + [row[column] for row in rows] for column, head in enumerate(heads[1:], 1)]
