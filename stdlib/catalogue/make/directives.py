"""Generates directives.tsv."""

import manpages
import releases
import tables
import tsv

HEADER = ("file_type", "section", "key", "parser", "flags", "value_class", "specifiers", "repeat",
          "since", "deprecated", "removed", "replacement", "man_page")


def make(new, old, problems):
    """The rows, from the newest sources and those of the reference."""
    types = [t for t in tsv.read("types.tsv")]
    sources = [t for t in types if t["source"]]
    rows = tables.read(new, sources)
    before = {(r.file_type, r.section, r.key): r for r in tables.read(old, sources)}
    pages = manpages.Pages(new)
    of_type = {t["file_type"]: t["man_pages"].split() for t in types}
    facts = releases.Facts("versions.tsv", ("file_types", "section", "key"))
    shapes = Shapes()
    out = [row(r, before.get((r.file_type, r.section, r.key)), pages, of_type[r.file_type], facts, shapes, problems)
           for r in rows]
    gone = set(before) - {(r.file_type, r.section, r.key) for r in rows}
    for place in sorted(gone):
        fact = facts.find(place)
        if "removed" not in fact:
            problems.append(f"{' '.join(place)}: gone since the reference, and no fact says when")
        out.append((*place, "", "", "removed", "no", "ignored", "", "", fact.get("removed", ""), fact.get("replacement", ""), ""))
    problems += facts.stale() + shapes.problems()
    return out + [line(r) for r in tsv.read("lines.tsv")]


def row(r, old, pages, of_type, facts, shapes, problems):
    what = f"{r.file_type} {r.section} {r.key}"
    fact = facts.find((r.file_type, r.section, r.key))
    entry = pages.find(of_type, r.section, r.key)
    since = releases.since(entry.since if entry else 0, old is not None, fact, problems, what)
    removed = fact.get("removed", "")
    legacy = r.parser == "config_parse_warn_compat" and r.flags == "DISABLED_LEGACY"
    if legacy and not removed:
        if old is not None and old.parser != r.parser:
            problems.append(f"{what}: without effect since the reference, and no fact says when")
        removed = "old"
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

    def problems(self):
        return [f"shapes.tsv lacks {p}" for p in sorted(self.missing)] + [f"shapes.tsv: {p} matches nothing" for p in sorted(self.unused)]
