#!/usr/bin/env python3
"""Verifies an archive of reports without any of the program's code: an auditor's second opinion.

usage: script/verify-archive.py DIRECTORY [SIZE:DIGEST]

Walks log.jsonl, holds HEAD, each manifest and each file against their digests and, where one is given, the log against a
head that was kept elsewhere. Index pages are not held against the log: only the program makes them. Needs Python 3.9 and nothing else. Exit status: 0 whole, 1 fault, 3 cannot be read.
"""
import hashlib
import json
import pathlib
import sys


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def verify(root: pathlib.Path, witness: str) -> list[str]:
    faults: list[str] = []
    origin, size, head = (root / "HEAD").read_text(encoding="utf-8").splitlines()
    data = (root / "log.jsonl").read_bytes()
    *lines, rest = data.split(b"\n")
    previous, runs, removed = digest(origin.encode()), {}, set()
    for number, line in enumerate(lines, 1):
        record = json.loads(line)
        if record["seq"] != number:
            faults.append(f"log.jsonl:{number}: bears the number {record['seq']}")
        if record["previous"] != previous:
            faults.append(f"log.jsonl:{number}: is not bound to the line before")
        previous = digest(line)
        place = record["place"]
        if record["type"] == "run":
            if place in runs:
                faults.append(f"log.jsonl:{number}: {place} was published before")
            if "supersedes" in record and record["supersedes"] not in runs:
                faults.append(f"log.jsonl:{number}: {place} supersedes what was not there")
            runs[place] = record
        else:
            if place in removed or place not in runs:
                faults.append(f"log.jsonl:{number}: {place} was not there to be removed")
            removed.add(place)
    if rest:
        faults.append(f"log.jsonl:{len(lines) + 1}: is cut off")
    if (int(size), head) != (len(lines), previous):
        faults.append(f"HEAD: says {size}:{head}, and the log is at {len(lines)}:{previous}")
    if witness:
        seen, expected = witness.split(":")
        if int(seen) > len(lines):
            faults.append(f"log.jsonl: has {len(lines)} lines, and the witness saw {seen}")
        elif digest(lines[int(seen) - 1]) != expected:
            faults.append(f"log.jsonl:{seen}: is not the line that the witness saw")
    for place, record in runs.items():
        if place not in removed:
            faults += run(root / place, record)
    # Folders of runs stand three below a year's: 2026/W31/weekly/r1.
    for folder in sorted(root.glob("[0-9][0-9][0-9][0-9]/*/*/*")):
        place = folder.relative_to(root).as_posix()
        if folder.is_dir() and (place not in runs or place in removed):
            faults.append(f"{folder}: is not in the log")
    return faults


def run(folder: pathlib.Path, record: dict) -> list[str]:
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return [f"{manifest}: is missing"]
    if digest(manifest.read_bytes()) != record["manifest"]:
        return [f"{manifest}: is not the one in line {record['seq']} of the log"]
    listed = {output["name"]: output for output in json.loads(manifest.read_bytes())["outputs"]}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()} - {"manifest.json"}
    faults = [f"{folder / name}: is missing" for name in sorted(listed.keys() - found)]
    faults += [f"{folder / name}: is not in the manifest" for name in sorted(found - listed.keys())]
    for name in sorted(listed.keys() & found):
        if digest((folder / name).read_bytes()) != listed[name]["sha256"]:
            faults.append(f"{folder / name}: was changed")
    return faults


if len(sys.argv) not in (2, 3):
    sys.exit(__doc__)
try:
    found = verify(pathlib.Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "")
except (OSError, ValueError, KeyError, IndexError) as error:
    print(f"error: cannot be read: {error}", file=sys.stderr)
    sys.exit(3)
for fault in found:
    print(fault)
sys.exit(1 if found else 0)
