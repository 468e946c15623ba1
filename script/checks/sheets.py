"""A workbook as openpyxl reads it: tables, totals, names, links and charts fit together."""
import re
import warnings
from decimal import Decimal

import openpyxl
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.utils import get_column_letter, range_boundaries

SUM = re.compile(r"=SUBTOTAL\(109,([A-Z]+\d+:[A-Z]+\d+)\)")
ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#N/A", "#NULL!", "Err:")


def problems(file):
    """What is wrong, as sentences, and what was looked at."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            book = openpyxl.load_workbook(file)
            values = openpyxl.load_workbook(file, data_only=True)
    except Exception as problem:  # noqa: BLE001 (whatever openpyxl says is what is wrong)
        return [f"openpyxl: {type(problem).__name__}: {problem}"], ""
    totals, charts = [], []
    found = table_problems(book) + name_problems(book, values) + link_problems(book)
    for sheet in book.worksheets:
        found += total_problems(sheet, values[sheet.title], totals)
        found += error_problems(values[sheet.title])
        found += chart_problems(sheet, values, charts)
        found += waterfall_problems(values[sheet.title])
    tables = sum(len(sheet.tables) for sheet in book.worksheets)
    return found, f"{len(book.worksheets)} sheets, {tables} tables, {len(totals)} totals, {len(charts)} charts"


def table_problems(book):
    """Names given twice, heads that are not those of the cells, and tables that overlap."""
    found, names = [], set()
    for sheet in book.worksheets:
        taken = []
        for table in sheet.tables.values():
            place = f"table {table.displayName} of '{sheet.title}'"
            if table.displayName.lower() in names:
                found.append(f"{place}: its name is given twice")
            names.add(table.displayName.lower())
            left, top, right, bottom = range_boundaries(table.ref)
            heads = [sheet.cell(top, column).value for column in range(left, right + 1)]
            given = [column.name for column in table.tableColumns]
            if [re.sub(r"_x[0-9A-F]{4}_", "", str(head)) for head in heads] != [
                    re.sub(r"_x[0-9A-F]{4}_", "", head) for head in given]:
                found.append(f"{place}: its heads are {given}, those of the cells {heads}")
            if len({head.lower() for head in given}) != len(given):
                found.append(f"{place}: two heads are alike: {given}")
            for other in taken:
                if left <= other[2] and other[0] <= right and top <= other[3] and other[1] <= bottom:
                    found.append(f"{place}: overlaps another table")
            taken.append((left, top, right, bottom))
    return found


def total_problems(sheet, values, totals):
    """Totals whose stored result is not the sum of the cells; formulas that are no totals."""
    found = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type != "f":
                continue
            match = SUM.fullmatch(cell.value)
            if not match:
                found.append(f"'{sheet.title}', {cell.coordinate}: is the formula {cell.value}, which is no total")
                continue
            totals.append(cell)
            numbers = [Decimal(repr(one.value)) for line in values[match.group(1)] for one in line
                       if isinstance(one.value, (int, float)) and not isinstance(one.value, bool)]
            stored = values[cell.coordinate].value
            if not isinstance(stored, (int, float)) or not near(Decimal(repr(stored)), sum(numbers, Decimal(0))):
                found.append(f"'{sheet.title}', {cell.coordinate}: {stored} is stored, the cells make {sum(numbers)}")
    return found


def near(first, second):
    """Equal but for the last bits of doubles."""
    return abs(first - second) <= max(abs(first), abs(second), Decimal(1)) * Decimal("1e-9")


def error_problems(values):
    return [f"'{values.title}', {cell.coordinate}: shows {cell.value}" for row in values.iter_rows() for cell in row
            if isinstance(cell.value, str) and cell.value.startswith(ERRORS)]


def name_problems(book, values):
    """Names of cells that are not there or hold nothing."""
    found = []
    for name, defined in book.defined_names.items():
        try:
            places = list(defined.destinations)
        except (TokenizerError, ValueError):
            places = []
        if not places:
            found.append(f"name {name}: '{defined.value}' is no cell")
        for title, place in places:
            if title not in book.sheetnames:
                found.append(f"name {name}: leads to '{title}', which is no sheet")
            elif values[title][place.replace("$", "")].value is None:
                found.append(f"name {name}: the cell {place} of '{title}' is empty")
    return found


def link_problems(book):
    """Links to sheets that are not there."""
    found = []
    for sheet in book.worksheets:
        for link in [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]:
            title = (link.location or "").rsplit("!", 1)[0].strip("'").replace("''", "'")
            if link.target or title not in book.sheetnames:
                found.append(f"'{sheet.title}', {link.ref}: leads to {link.target or link.location}")
    return found


def chart_problems(sheet, values, charts):
    """Series of charts whose stored copies are not the values of their cells."""
    found = []
    for number, chart in enumerate(sheet._charts, 1):
        charts.append(chart)
        for series in chart.series:
            source = series.val.numRef if getattr(series, "val", None) else series.yVal.numRef
            title, cells = source.f.rsplit("!", 1)
            title = title.strip("'").replace("''", "'")
            if title not in values.sheetnames:
                found.append(f"chart {number} of '{sheet.title}': reads '{title}', which is no sheet")
                continue
            kept = {point.idx: float(point.v) for point in source.numCache.pt} if source.numCache else {}
            left, top, right, bottom = range_boundaries(cells.replace("$", ""))
            numbers = [values[title].cell(row, column).value
                       for row in range(top, bottom + 1) for column in range(left, right + 1)]
            there = {index: float(value) for index, value in enumerate(numbers) if isinstance(value, (int, float))}
            if kept != there:
                found.append(f"chart {number} of '{sheet.title}': {cells} are not the values that it has stored")
    return found


def waterfall_problems(values):
    """Bars of a waterfall that do not hang between the levels that its values make."""
    found = []
    for row in values.iter_rows():
        for cell in row:
            if cell.value in ("Rise", "Fall", "Level", "Base (not drawn)") and cell.column > 2:
                before = values.cell(cell.row, cell.column - 1).value
                if before is None and values.cell(cell.row, cell.column - 2).value is not None:
                    found += bar_problems(values, cell.row, cell.column)
    return found


def bar_problems(values, head, first):
    parts, column = {}, first
    while values.cell(head, column).value is not None:
        parts[values.cell(head, column).value] = column
        column += 1
    found, level, row = [], Decimal(0), head + 1
    while values.cell(row, first - 3).value is not None:
        step = values.cell(row, first - 2).value
        shown = {name: Decimal(repr(values.cell(row, place).value)) for name, place in parts.items()
                 if values.cell(row, place).value is not None}
        if step is not None:
            step = Decimal(repr(step))
            is_level = "Level" in shown
            low, high = sorted([level, level + step]) if not is_level else sorted([Decimal(0), step])
            drawn = [value for name, value in shown.items() if not name.startswith("Base")]
            base = shown.get("Base (not drawn)", Decimal(0))
            ends = [base] + [base + value for value in drawn]
            if not near(min(ends), low) or not near(max(ends), high):
                found.append(f"'{values.title}', {get_column_letter(first)}{row}: the bar goes from {min(ends)} to "
                             f"{max(ends)}, the values from {low} to {high}")
            level = step if is_level else level + step
        row += 1
    return found
