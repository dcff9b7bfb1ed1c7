"""Generates sections.tsv: the sections of each type of file, of network devices also by kind."""

import re
from pathlib import Path

import ctext
import releases

UNITS = ("automount", "device", "mount", "path", "scope", "service", "slice", "socket", "swap", "target", "timer")


def make(new, old, earlier, directives, problems):
    """Rows of sections.tsv: type of file or `netdev:KIND`, section, first release."""
    now, before = read(new, directives), read(old, directives)
    first = {}
    for row in directives:
        since = int(row[8] or 0)
        first[row[0], row[1]] = min(since, first.get((row[0], row[1]), since))
    rows = []
    for scope, section in sorted(now):
        since = first.get((scope.partition(":")[0], section), 0)
        if ":" in scope and (scope, section) not in before:
            since = max(first.get(("netdev", each), 0) for kind, each in now if kind == scope)
        known = (scope, section) in before if scope in UNITS or ":" in scope else since < releases.OLDEST
        since = releases.since(since, known, {}, earlier.since("sections.tsv", scope, section), problems, f"{scope} [{section}]")
        rows.append((scope, section, releases.text(since if since >= releases.OLDEST else 0)))
    return rows


def read(root, directives):
    """All pairs of scope and section. Types without a list of their own have the sections of their directives."""
    found = {(row[0], row[1]) for row in directives if row[1] not in ("-", "line") and row[0] != "unit" and row[0] not in (*UNITS, "network")}
    text = ctext.strip_comments(Path(root, "src/network/networkd-network.c").read_text())
    listed = re.search(r'"Match\\0"(?:\s*"[\w-]+\\0")*', text).group(0)
    found |= {("network", section) for section in ctext.unquote(listed).split("\\0") if section}
    for unit in UNITS:
        text = ctext.strip_comments(Path(root, f"src/core/{unit}.c").read_text())
        listed = re.search(r"\.sections\s*=([^,]*),", text).group(1)
        found |= {(unit, section) for section in ctext.unquote(listed).split("\\0") if section}
    return found | kinds(root)


def kinds(root):
    """The sections that each kind of network device has."""
    folder = Path(root, "src/network/netdev")
    text = ctext.strip_comments((folder / "netdev.c").read_text())
    words = dict(re.findall(r'\[(NETDEV_KIND_\w+)\]\s*=\s*"([\w-]+)"', text))
    tables = dict(re.findall(r"\[(NETDEV_KIND_\w+)\]\s*=\s*&(\w+)_vtable", text))
    common = re.search(r'NETDEV_COMMON_SECTIONS "([^"]*)"', (folder / "netdev.h").read_text()).group(1)
    found = set()
    sections = {}
    for path in sorted(folder.glob("*.c")):
        source = ctext.strip_comments(path.read_text())
        for match in re.finditer(r"const NetDevVTable (\w+)_vtable\s*=\s*", source):
            listed = re.search(r"\.sections\s*=([^,]*),", ctext.body(source, match.end()))
            sections[match.group(1)] = listed.group(1).replace("NETDEV_COMMON_SECTIONS", f'"{common}"')
    for constant, word in words.items():
        listed = ctext.unquote(sections[tables[constant]])
        found |= {(f"netdev:{word}", section) for section in listed.split("\\0") if section}
    return found
