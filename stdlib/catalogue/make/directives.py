"""Generates directives.tsv."""

import manpages
import releases
import tables
import tsv

HEADER = ("file_type", "section", "key", "parser", "flags", "value_class", "specifiers", "repeat",
          "since", "deprecated", "removed", "replacement", "man_page")


def make(new, old, earlier, problems):
    """The rows, from the newest sources, those of the reference, and the tables of the release before."""
    types = [t for t in tsv.read("types.tsv")]
    sources = [t for t in types if t["source"]]
    rows = tables.read(new, sources)
    before = {(r.file_type, r.section, r.key): r for r in tables.read(old, sources)}
    pages = manpages.Pages(new)
    of_type = {t["file_type"]: t["man_pages"].split() for t in types}
    facts = releases.Facts("versions.tsv", ("file_types", "section", "key"))
    shapes = Shapes()
    out = [row(r, before.get((r.file_type, r.section, r.key)), pages, of_type[r.file_type], facts, shapes, earlier, problems)
           for r in rows]
    now = {(r.file_type, r.section, r.key) for r in rows}
    lines = [line(r) for r in tsv.read("lines.tsv")]
    listed = earlier.rows("directives.tsv", 3)
    for place in sorted({*before, *listed} - now - {r[:3] for r in lines}):
        row_before = listed.get(place) or dict(zip(HEADER, (*place, "", "", "removed", "no", "ignored", "", "", "", "", "")))
        out.append(gone(place, row_before, facts.find(place), shapes, earlier, problems))
    problems += facts.stale() + shapes.problems()
    return out + lines


def gone(place, listed, fact, shapes, earlier, problems):
    """The row of a directive that only older targets read: its values keep their shape."""
    removed = fact.get("removed") or earlier.removed("directives.tsv", *place)
    if not removed:
        problems.append(f"{' '.join(place)}: gone, and no fact says when")
    shapes.keep(listed["parser"])
    replacement = fact.get("replacement", listed["replacement"])
    return tuple({**listed, "removed": removed, "replacement": replacement}.values())


def row(r, old, pages, of_type, facts, shapes, earlier, problems):
    what = f"{r.file_type} {r.section} {r.key}"
    fact = facts.find((r.file_type, r.section, r.key))
    entry = pages.find(of_type, r.section, r.key)
    place = ("directives.tsv", r.file_type, r.section, r.key)
    since = releases.since(entry.since if entry else 0, old is not None, fact, earlier.since(*place), problems, what)
    removed = fact.get("removed", "")
    legacy = r.parser == "config_parse_warn_compat" and r.flags == "DISABLED_LEGACY"
    if legacy and not removed:
        removed = "old"
        if old is not None and old.parser != r.parser:
            removed = earlier.removed(*place)
            if not removed:
                problems.append(f"{what}: without effect since the reference, and no fact says when")
    shape = shapes.find(r)
    return (r.file_type, r.section, r.key, r.parser, r.flags, *shape, releases.text(since), fact.get("deprecated", ""),
            removed, fact.get("replacement", ""), entry.page if entry else "")


def line(r):
    return (r["file_type"], r["section"], r["key"], r["parser"], "", r["value_class"], r["specifiers"], r["repeat"],
            r["since"], "", "", r["replacement"], r["man_page"])


class Shapes:
    """The hand-made table of the values that each parser reads; `where` narrows a row to a file type or `type:Section`."""

    def __init__(self):
        self.rows = {(r["parser"], r["where"]): (r["value_class"], r["specifiers"], r["repeat"]) for r in tsv.read("shapes.tsv")}
        self.unused = set(self.rows)
        self.missing = set()

    def find(self, r):
        for where in (f"{r.file_type}:{r.section}", r.file_type, ""):
            if (r.parser, where) in self.rows:
                self.unused.discard((r.parser, where))
                return self.rows[r.parser, where]
        self.missing.add(r.parser)
        return ("unknown", "no", "replace")

    def keep(self, parser):
        """Uses the shapes of a parser of an older release."""
        self.unused -= {each for each in self.unused if each[0] == parser}

    def problems(self):
        return [f"shapes.tsv lacks {p}" for p in sorted(self.missing)] + [f"shapes.tsv: {p} matches nothing" for p in sorted(self.unused)]
