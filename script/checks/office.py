"""A workbook as LibreOffice reads it: every formula computed anew, every sheet printed."""
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl

from checks.sheets import ERRORS

# Without this LibreOffice shows the stored results of workbooks and computes nothing.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def missing():
    """The programs that are needed and not there."""
    return [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]


def problems(files):
    """What is wrong with each file, as sentences. One profile and one process a format for all files."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        # Files of one name must not write over each other.
        copies = {file: folder / f"{number}.xlsx" for number, file in enumerate(files)}
        for file, copy in copies.items():
            shutil.copyfile(file, copy)
        for kind in ("xlsx", "pdf"):
            convert(folder, list(copies.values()), kind)
        found = {}
        for file, copy in copies.items():
            computed, printed = folder / "xlsx" / copy.name, folder / "pdf" / f"{copy.stem}.pdf"
            if not computed.is_file() or not printed.is_file():
                found[file] = ["LibreOffice cannot read it"]
            else:
                found[file] = differences(file, computed) + print_problems(file, printed)
        return found


def convert(folder, files, kind):
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
         "--convert-to", kind, "--outdir", str(folder / kind), *map(str, files)],
        check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def differences(file, computed):
    """Cells that LibreOffice shows otherwise than they are stored, among them every computed total."""
    stored = openpyxl.load_workbook(file, data_only=True)
    anew = openpyxl.load_workbook(computed, data_only=True)
    if stored.sheetnames != anew.sheetnames:
        return [f"LibreOffice sees the sheets {anew.sheetnames}"]
    found = []
    for sheet in stored.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                other = anew[sheet.title][cell.coordinate].value
                place = f"'{sheet.title}', {cell.coordinate}"
                if isinstance(other, str) and other.startswith(ERRORS):
                    found.append(f"{place}: LibreOffice shows {other}")
                elif not same(cell.value, other):
                    found.append(f"{place}: {cell.value!r} is stored, LibreOffice has {other!r}")
    return found


def same(first, second):
    if isinstance(first, (int, float)) and isinstance(second, (int, float)):
        return abs(first - second) <= 1e-9 * max(abs(first), abs(second), 1)
    if isinstance(first, str) or isinstance(second, str):
        # Escaped control characters and line ends are not everybody's.
        return "".join(str(first or "").split()) == "".join(str(second or "").split())
    return first == second


def print_problems(file, printed):
    """Numbers that are too wide for their column; not told from words that hold such signs themselves."""
    cells = (cell.value for sheet in openpyxl.load_workbook(file).worksheets for row in sheet.iter_rows() for cell in row)
    if any(isinstance(value, str) and "###" in value for value in cells):
        return []
    words = subprocess.run(["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=False).stdout
    return [f"printed too narrow: {line.strip()}" for line in words.split("\n") if "###" in line]
