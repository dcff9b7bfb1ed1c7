"""Determines the first and the last release that uses each name: man pages, the reference before 258, and hand-made facts."""

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


def since(noted, known_before, fact, problems, what):
    """The release that first reads something: 0 when before the oldest one that counts."""
    if "since" in fact:
        value = int(fact["since"].replace("old", "0"))
        if known_before and value >= OLDEST:
            problems.append(f"{what}: the fact says {value}, and it is older")
        return value
    if known_before and noted >= OLDEST:
        problems.append(f"{what}: the page says {noted}, and it is older")
    if not known_before and "since" not in fact and noted < OLDEST:
        problems.append(f"{what}: new since the reference, and neither the page ({noted or 'nothing'}) nor a fact says since when")
    return noted


def text(release):
    return str(release) if release else ""
