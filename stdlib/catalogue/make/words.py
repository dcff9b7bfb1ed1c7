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


def make(new, old, earlier, directives, newest, problems):
    """Rows of enums.tsv and of words.tsv."""
    now, before, used = enums.read(new), enums.read(old), users(directives)
    facts = releases.Facts("word-versions.tsv", ("enum", "word"))
    rows = []
    listed = earlier.rows("words.tsv", 2)
    for name in sorted(set(used) - set(now)):
        problems.append(f"no word list is named {name}")
    for name, enum in sorted(now.items()):
        former = before[name].words if name in before else ()
        for word in enum.words:
            fact = facts.find((name, word))
            if name in used:
                first = earlier.since("words.tsv", name, word)
                noted = 0 if word in former else first or (min(used[name]) if name not in before else 0)
                since = releases.since(noted, word in former, fact, first, problems, f"{name} {word}")
            else:
                known = "0" if word in former else str(earlier.since("words.tsv", name, word) or newest)
                since = int(fact.get("since", known).replace("old", "0"))
            rows.append((name, word, releases.text(since), *(fact.get(c, "") for c in releases.COLUMNS[1:])))
        for word in sorted({*former, *(w for n, w in listed if n == name)} - set(enum.words)):
            fact = facts.find((name, word))
            first = "" if word in former else listed[name, word]["since"]
            removed = fact.get("removed") or earlier.removed("words.tsv", name, word)
            rows.append((name, word, first, fact.get("deprecated", ""), removed or newest, fact.get("replacement", "")))
            if name in used and not removed:
                problems.append(f"{name} {word}: gone since the reference, and no fact says when")
    problems += facts.stale()
    return [(name, enum.accepts) for name, enum in now.items()], rows


def specifiers(new, old, earlier, problems):
    facts = releases.Facts("specifier-versions.tsv", ("format", "letter"))
    before = names.specifiers(old)
    rows = []
    for kind, letter in names.specifiers(new):
        fact = facts.find((kind, letter))
        first = earlier.since("specifiers.tsv", kind, letter)
        since = releases.since(0, (kind, letter) in before, fact, first, problems, f"{kind} %{letter}")
        rows.append((kind, letter, releases.text(since)))
    problems += facts.stale()
    return rows


def syscalls(new, old, earlier, newest):
    """Calls with the release that lists them first: the newest for what the reference and the tables before it lack."""
    before = {call for calls in names.syscall_groups(old).values() for call in calls}
    now = {call for calls in names.syscall_groups(new).values() for call in calls if not call.startswith("@")}
    return [(call, "" if call in before else earlier.since("syscalls.tsv", call) or newest) for call in sorted(now)]


def options(new, old, earlier, newest, problems):
    pages = manpages.Pages(new)
    facts = releases.Facts("option-versions.tsv", ("tool", "option"))
    rows = []
    for tool in TOOLS:
        before, now, what = names.options(old, tool), names.options(new, tool), f"systemd-{tool}"
        for option, (short, kind, argument) in now.items():
            entries = pages.page(what).get(option, [])
            fact = facts.find((what, option))
            first = earlier.since("options.tsv", what, option)
            noted = entries[0].since if entries else 0
            since = releases.since(noted, option in before, fact, first, problems, f"{what} {option}")
            rows.append((what, option, short, kind, argument, releases.text(since), fact.get("removed", "")))
        shorts = {short for short, _, _ in now.values()}
        for option in before:
            if option not in now and option not in shorts:
                removed = facts.find((what, option)).get("removed") or earlier.removed("options.tsv", what, option)
                rows.append((what, option, *before[option], "", removed or newest))
        for (program, option), row in earlier.rows("options.tsv", 2).items():
            if program == what and option not in now and option not in before:
                rows.append((*row.values(),)[:6] + (earlier.removed("options.tsv", what, option),))
    problems += facts.stale()
    return rows
