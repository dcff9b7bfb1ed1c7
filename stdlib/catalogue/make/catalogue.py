"""Generates the tables of the catalogue from two source trees of systemd and the units that Debian's packages ship.

catalogue.py NEWEST-SOURCES REFERENCE-SOURCES UNIT-LIST OUTPUT-FOLDER
"""

import re
import sys
from pathlib import Path

import directives
import names
import releases
import sections
import tsv
import words


def main(new, old, units, folder):
    problems = []
    newest = int(re.match(r"\d+", Path(new, "meson.version").read_text()).group(0))
    earlier = releases.Earlier(folder, newest)
    rows = directives.make(new, old, earlier, problems)
    enums, listed = words.make(new, old, earlier, rows, newest, problems)
    specifiers = words.specifiers(new, old, earlier, problems)
    options = words.options(new, old, earlier, newest, problems)
    known = sections.make(new, old, earlier, rows, problems)
    if problems:
        sys.exit("\n".join(["Nothing written. Say what is missing in the tables beside the script:", *problems]))
    tsv.write(folder, "directives.tsv", directives.HEADER, rows)
    tsv.write(folder, "sections.tsv", ("file_type", "section", "since"), known)
    tsv.write(folder, "enums.tsv", ("enum", "accepts"), enums)
    tsv.write(folder, "words.tsv", ("enum", "word", "since", "deprecated", "removed", "replacement"), listed)
    tsv.write(folder, "specifiers.tsv", ("format", "letter", "since"), specifiers)
    tsv.write(folder, "options.tsv", ("tool", "option", "short", "argument_kind", "argument", "since", "removed"), options)
    covered = [str(release) for release in range(releases.OLDEST, newest + 1)]
    Path(folder, "releases.txt").write_text("\n".join(covered) + "\n")
    groups = names.syscall_groups(new)
    tsv.write(folder, "syscall-groups.tsv", ("group", "members"), [(g, " ".join(m)) for g, m in groups.items()])
    tsv.write(folder, "syscalls.tsv", ("call", "since"), words.syscalls(new, old, earlier, newest))
    lines = [f"{name} {number}" for name, number in names.capabilities(new)]
    Path(folder, "capabilities.txt").write_text("\n".join(lines) + "\n")
    shipped = sorted(set(Path(units).read_text().split()) | set((tsv.HERE / "builtin-units.txt").read_text().split()))
    Path(folder, "units.txt").write_text("\n".join(shipped) + "\n")
    print(f"systemd {newest}: {len(rows)} directives, {len(listed)} words, {len(options)} options, {len(shipped)} units")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
