"""Generates enums.tsv, words.tsv, specifiers.tsv, options.tsv and the plain lists of names."""

import re

import enums
import manpages
import names
import releases

TOOLS = ("nspawn", "vmspawn")


def users(directives):
    """Word list to the releases of the directives that use it."""
    found = {}
    for row in directives:
        match = re.match(r"(?:bool-or-)?enum(?:-list|-restricted)?:(\w+)$", row[5])
        if match:
            found.setdefault(match.group(1), []).append(int(row[8] or 0))
    return found


def make(new, old, directives, newest, problems):
    """Rows of enums.tsv and of words.tsv."""
    now, before, used = enums.read(new), enums.read(old), users(directives)
    facts = releases.Facts("word-versions.tsv", ("enum", "word"))
    rows = []
    for name in sorted(set(used) - set(now)):
        problems.append(f"no word list is named {name}")
    for name, enum in sorted(now.items()):
        former = before[name].words if name in before else ()
        for word in enum.words:
            fact = facts.find((name, word))
            if name in used:
                noted = min(used[name]) if name not in before else 0
                since = releases.since(max(noted, 0), word in former, fact, problems, f"{name} {word}")
            else:
                known = "0" if word in former else str(newest)
                since = int(fact.get("since", known).replace("old", "0"))
            rows.append((name, word, releases.text(since), *(fact.get(c, "") for c in releases.COLUMNS[1:])))
        for word in former:
            if word not in enum.words:
                fact = facts.find((name, word))
                rows.append((name, word, "", fact.get("deprecated", ""), fact.get("removed", newest), fact.get("replacement", "")))
                if name in used and "removed" not in fact:
                    problems.append(f"{name} {word}: gone since the reference, and no fact says when")
    problems += facts.stale()
    return [(name, enum.accepts) for name, enum in now.items()], rows


def specifiers(new, old, problems):
    facts = releases.Facts("specifier-versions.tsv", ("format", "letter"))
    before = names.specifiers(old)
    rows = []
    for kind, letter in names.specifiers(new):
        fact = facts.find((kind, letter))
        since = releases.since(0, (kind, letter) in before, fact, problems, f"{kind} %{letter}")
        rows.append((kind, letter, releases.text(since)))
    problems += facts.stale()
    return rows


def syscalls(new, old, newest):
    """Calls with the release that lists them first, as far as the two sources tell: the newest for what the older lacks."""
    before = {call for calls in names.syscall_groups(old).values() for call in calls}
    now = {call for calls in names.syscall_groups(new).values() for call in calls if not call.startswith("@")}
    return [(call, "" if call in before else newest) for call in now]


def options(new, old, newest, problems):
    pages = manpages.Pages(new)
    facts = releases.Facts("option-versions.tsv", ("tool", "option"))
    rows = []
    for tool in TOOLS:
        before, now = names.options(old, tool), names.options(new, tool)
        for option, (short, kind, argument) in now.items():
            what, entries = f"systemd-{tool}", pages.page(f"systemd-{tool}").get(option, [])
            fact = facts.find((what, option))
            since = releases.since(entries[0].since if entries else 0, option in before, fact, problems, f"{what} {option}")
            rows.append((what, option, short, kind, argument, releases.text(since), fact.get("removed", "")))
        shorts = {short for short, _, _ in now.values()}
        for option in before:
            if option not in now and option not in shorts:
                rows.append((f"systemd-{tool}", option, *before[option], "", facts.find((f"systemd-{tool}", option)).get("removed", newest)))
    problems += facts.stale()
    return rows
