"""A workbook as a package: its parts are XML, are declared, and refer to parts that exist."""
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")


def problems(file):
    """What is wrong with a file's package, as sentences."""
    try:
        with zipfile.ZipFile(file) as archive:
            broken = archive.testzip()
            if broken:
                return [f"{broken}: its checksum is wrong"]
            names = archive.namelist()
            parts = {name: archive.read(name) for name in names}
    except (OSError, zipfile.BadZipFile) as problem:
        return [f"no package: {problem}"]
    found = [f"{name}: is there twice" for name in {name for name in names if names.count(name) > 1}]
    trees = {}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = ET.fromstring(data)
            except ET.ParseError as problem:
                found.append(f"{name}: not well-formed: {problem}")
    if found:
        return found
    if "[Content_Types].xml" not in trees:
        return ["[Content_Types].xml: missing"]
    return undeclared(names, trees["[Content_Types].xml"]) + dangling(parts, trees) + odd_numbers(trees)


def undeclared(names, types):
    """Parts whose kind is not said, and kinds of parts that are not there."""
    kinds = {default.get("Extension") for default in types.iter(TYPES + "Default")}
    declared = {override.get("PartName").lstrip("/") for override in types.iter(TYPES + "Override")}
    found = [f"{name}: declared, not there" for name in sorted(declared - set(names))]
    for name in names:
        if name not in declared and name.rsplit(".", 1)[-1] not in kinds:
            found.append(f"{name}: its kind is not declared")
    return found


def dangling(parts, trees):
    """Relationships to parts that are not there, relationships used but not given, and links out of the workbook."""
    found = []
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, own = posixpath.split(name)
        source = posixpath.join(posixpath.dirname(folder), own.removesuffix(".rels"))
        given = set()
        for relationship in tree.iter(RELATIONSHIP):
            given.add(relationship.get("Id"))
            target = relationship.get("Target")
            if relationship.get("TargetMode") == "External":
                found.append(f"{source}: leads out of the workbook, to {target}")
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(source), target)).lstrip("/")
            if path not in parts:
                found.append(f"{source}: relates to {path}, which is not there")
        if source in trees:
            used = {value for element in trees[source].iter() for key, value in element.attrib.items()
                    if key == OFFICE + "id"}
            found += [f"{source}: uses the relationship {one}, which is not given" for one in sorted(used - given)]
    return found


def odd_numbers(trees):
    """Numbers of cells that no spreadsheet can read, such as nan or 1234,5."""
    found = []
    for name, tree in trees.items():
        if not name.startswith("xl/worksheets/sheet"):
            continue
        for cell in tree.iter(SHEET + "c"):
            value = cell.find(SHEET + "v")
            if cell.get("t", "n") == "n" and value is not None and not NUMBER.fullmatch(value.text or ""):
                found.append(f"{name}, {cell.get('r')}: the number is '{value.text}'")
    return found
