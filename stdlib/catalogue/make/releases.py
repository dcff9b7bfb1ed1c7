"""Determines the first and the last release that uses each name.

From hand-made facts, man pages, the reference before 258, and the tables of the release before.
"""

from pathlib import Path

import tsv

OLDEST = 258
COLUMNS = ("since", "deprecated", "removed", "replacement")


class Facts:
    """The hand-made facts of one table: rows whose first columns name things, then field, value and source."""

    def __init__(self, name, keys):
        self.rows = tsv.read(name)
        self.keys = keys
        self.name = name
        self.unused = {number for number, row in enumerate(self.rows)}

    def find(self, names):
        """Field to value for the thing of these names. A hand-made name may be a list or `*`."""
        found = {}
        for number, row in enumerate(self.rows):
            if all(n in row[k].split(" ") or row[k] == "*" for k, n in zip(self.keys, names, strict=True)):
                self.unused.discard(number)
                found[row["field"]] = row["value"]
        return found

    def stale(self):
        """The facts that no thing of the tables matched."""
        return [f"{self.name}: {self.rows[n]} matches nothing" for n in sorted(self.unused)]


class Earlier:
    """The tables that this run replaces. They have all names of their release, so a name that they lack is newer."""

    def __init__(self, folder, newest):
        listed = Path(folder, "releases.txt")
        last = int(listed.read_text().split()[-1]) if listed.is_file() else 0
        self.folder = folder if last else None
        self.newest = str(newest) if last in (newest - 1, newest) else ""
        self.tables = {}

    def rows(self, name, keys):
        """Rows of a table by the values of its first columns."""
        if name not in self.tables:
            rows = tsv.read(name, self.folder) if self.folder else []
            self.tables[name] = {tuple(row.values())[:keys]: row for row in rows}
        return self.tables[name]

    def since(self, name, *place):
        """The first release of a name, or 0 when these tables do not tell."""
        row = self.rows(name, len(place)).get(place)
        return int((row["since"] if row else self.newest).replace("old", "0") or 0)

    def removed(self, name, *place):
        """The first release without a name that the newest one lacks, or nothing when these tables do not tell."""
        row = self.rows(name, len(place)).get(place)
        return row["removed"] or self.newest if row else ""


def since(noted, known_before, fact, earlier, problems, what):
    """The release that first reads something: 0 when before the oldest one that counts."""
    if "since" in fact:
        value = int(fact["since"].replace("old", "0"))
        if known_before and value >= OLDEST:
            problems.append(f"{what}: the fact says {value}, and it is older")
        return value
    if known_before and noted >= OLDEST:
        problems.append(f"{what}: the page says {noted}, and it is older")
    if not known_before and noted < OLDEST <= earlier:
        return earlier
    if not known_before and noted < OLDEST:
        problems.append(f"{what}: new since the reference, and neither the page ({noted or 'nothing'}) nor a fact says since when")
    return noted


def text(release):
    return str(release) if release else ""
