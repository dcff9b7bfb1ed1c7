"""Reads the tables that map a section and key to a parser function."""

import re
from pathlib import Path
from typing import NamedTuple

import ctext

UNIT_SECTIONS = {"Unit": "unit", "Install": "unit"}


class Row(NamedTuple):
    """One directive as a table of systemd's sources has it; target is where the value is stored."""

    file_type: str
    section: str
    key: str
    parser: str
    flags: str
    target: str


def read(root, types):
    """All rows of a source tree. types: rows of types.tsv."""
    rows = []
    for kind in types:
        if kind["file_type"].startswith("#"):
            continue
        path = next((Path(root, p) for p in kind["source"].split(" ") if Path(root, p).is_file()), None)
        if path is not None:
            rows += read_file(kind["file_type"], path, kind["select"])
    return dispatch(root, install(rows))


def read_file(file_type, path, select):
    """The rows of one source file, whatever the form of its table."""
    text = path.read_text()
    if path.name.endswith(".in"):
        return gperf("", expand(text))
    if path.suffix == ".gperf":
        return gperf(file_type, text)
    return items(file_type, text, select)


def expand(text):
    """Replaces the calls of the template's macros by their bodies."""
    macros = dict(re.findall(r"\{%- macro (\w+)\(type\) -%\}(.*?)\{%- endmacro -%\}", text, re.S))
    rest = re.sub(r"\{%- macro.*?\{%- endmacro -%\}", "", text, flags=re.S)
    return re.sub(
        r"\{\{\s*(\w+)\('(\w+)'\)\s*\}\}",
        lambda m: macros[m.group(1)].replace("{{type}}", m.group(2)),
        rest,
    )


def gperf(file_type, text):
    """The rows of a gperf table. Without a file type the section determines it (units)."""
    text = ctext.strip_comments(text)
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.S)
    lines = ctext.take_true(text[text.index("\n%%\n") + 4:]).split("\n")
    rows = []
    for line in lines:
        match = re.match(r"([\w-]+)\.([\w.-]+),\s*(\w+)\s*,\s*(.*?)\s*,\s*(\S.*)$", line.strip())
        if match:
            section, key, parser, flags, target = match.groups()
            kind = file_type or UNIT_SECTIONS.get(section, section.lower())
            rows.append(Row(kind, section, key, parser, "" if flags == "0" else flags, target))
        elif line.strip() and not line.strip().startswith("#"):
            raise ValueError(f"{file_type}: no row of a table: {line}")
    return rows


def items(file_type, text, select):
    """The rows of a C table; select is the section that selects one of several tables, or SECTION:NAME for a table
    whose section is a variable, or - for a table without sections."""
    text = ctext.take_true(ctext.strip_comments(text))
    rows = []
    for match in re.finditer(r"ConfigTableItem \w+\[\]\s*=\s*", text):
        for part in ctext.split(ctext.body(text, match.end())):
            fields = ctext.split(part.strip()[1:-1])
            if len(fields) != 5:
                continue
            section, key, parser, flags, target = fields
            section = "-" if section == "NULL" else ctext.unquote(section) or section
            if section == "section":
                section = select
            if select in (section, "*") and parser != "NULL":
                rows.append(Row(file_type, section, ctext.unquote(key), parser, "" if flags == "0" else flags, target))
    return rows


def install(rows):
    """[Install] has its own reader; the units' table only knows its names."""
    own = {(r.section, r.key) for r in rows if r.section == "Install" and r.parser != "NULL"}
    return [r for r in rows if r.parser != "NULL" or (r.section, r.key) not in own]


def dispatch(root, rows):
    """Adds the parser that networkd's second tables choose by flag, `outer>inner`."""
    inner = {}
    for path in sorted(Path(root, "src/network").glob("*.c")):
        text = ctext.strip_comments(path.read_text())
        for match in re.finditer(r"ConfigSectionParser table\[\w*\]\s*=\s*", text):
            outer = re.findall(r"\n(?:static )?int (config_parse_\w+)\(", text[:match.start()])[-1]
            for flag, parser, flags in re.findall(
                r"\[(\w+)\]\s*=\s*\{\s*\.parser = (\w+),\s*\.ltype = ([^,]*),", ctext.body(text, match.end())
            ):
                inner[outer, flag] = (parser, flags)
    return [r._replace(parser=chain(inner, r.parser, r.flags)) for r in rows]


def chain(inner, parser, flags):
    """The outer parser and the last one that it leads to."""
    if parser + ">" in {outer + ">" for outer, _ in inner}:
        flag = flags.split("|")[-1].strip()
        target, more = inner[parser, flag]
        while (target, more) in inner:
            target, more = inner[target, more]
        return parser + ">" + target
    return parser
