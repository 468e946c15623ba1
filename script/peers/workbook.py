"""The work of our benchmark "workbook" by XlsxWriter for Python. Prints the case and cells a second."""
import datetime
import os
import tempfile
import time

import xlsxwriter

ROWS = 100_000
SYMBOLS = ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"]
HEADS = ["Symbol", "Note", "Day", "P&L"] + [f"N{n}" for n in range(6)]


def write(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Trades")
    font = {"font_name": "Arial", "font_size": 10}
    text = book.add_format(font)
    day, usd, number = (
        book.add_format({**font, "num_format": code}) for code in ("yyyy-mm-dd", "$#,##0.00;-$#,##0.00", "#,##0.00"))
    total = 0
    for row in range(ROWS):
        amount = (row % 9973 * 7 - 20_000) / 100
        sheet.write_string(row + 3, 0, SYMBOLS[row % 6], text)
        sheet.write_string(row + 3, 1, f"trade {row * 7 % 5000}", text)
        sheet.write_number(row + 3, 2, 18_000 + row % 2000 + 25_569, day)
        sheet.write_number(row + 3, 3, amount, usd)
        for column in range(6):
            sheet.write_number(row + 3, 4 + column, row * 1.37 + column, number)
        total += amount
    columns = [{"header": head} for head in HEADS]
    columns[3].update(total_function="sum", total_value=total)
    sheet.add_table(2, 0, ROWS + 3, 9, {"total_row": True, "columns": columns})
    sheet.set_column(0, 9, 12)
    sheet.freeze_panes(3, 0)
    book.set_properties({"created": datetime.datetime(2026, 7, 31)})
    book.close()


best = 0
with tempfile.TemporaryDirectory() as folder:
    for _ in range(2):
        start = time.perf_counter()
        write(os.path.join(folder, "peer.xlsx"))
        best = max(best, ROWS * 10 / (time.perf_counter() - start))
print(f"XlsxWriter\t{best:.0f}")
