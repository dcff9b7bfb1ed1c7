"""Reads the names that values refer to: system calls, capabilities, specifiers, command line options."""

import re
from pathlib import Path

import ctext

# Which table of specifiers which kind of text is expanded with: name, source file, start of the table.
SPECIFIERS = (
    ("dnssd", "src/resolve/resolved-dnssd.c", r"Specifier specifier_table\[\] = "),
    ("install", "src/shared/install-printf.c", r"Specifier table\[\] = "),
    ("link", "src/udev/net/link-config.c", r"Specifier link_specifier_table\[\] = "),
    ("repart.d", "src/shared/specifier.c", r"Specifier system_and_tmp_specifier_table\[\] = "),
    ("sysupdate.d", "src/shared/specifier.c", r"Specifier system_and_tmp_specifier_table\[\] = "),
    ("sysusers.d", "src/shared/specifier.c", r"Specifier system_and_tmp_specifier_table\[\] = "),
    ("tmpfiles.d", "src/tmpfiles/tmpfiles.c", r"Specifier specifier_table\[\] = "),
    ("unit", "src/core/unit-printf.c", r"int unit_full_printf_full\(.*?Specifier table\[\] = "),
    ("unit-name", "src/core/unit-printf.c", r"int unit_name_printf\(.*?Specifier table\[\] = "),
)
KINDS = {"no_argument": "none", "required_argument": "required", "optional_argument": "optional"}


def specifiers(root):
    """All pairs (format, letter)."""
    macros = {}
    header = Path(root, "src/shared/specifier.h").read_text()
    for name, text in re.findall(r"#define (COMMON_\w+)(?:\(\w+\))?((?:[^\n]*\\\n)*[^\n]*)", header):
        macros[name] = re.findall(r"\{ '(.)'", text)
    found = set()
    for kind, file_name, start in SPECIFIERS:
        text = ctext.take_true(ctext.strip_comments(Path(root, file_name).read_text()))
        match = re.search(start, text, re.S)
        table = ctext.body(text, match.end() - 1)
        letters = re.findall(r"\{ '(.)'", table)
        for macro in re.findall(r"\b(COMMON_\w+)", table):
            letters += macros[macro]
        found |= {(kind, letter) for letter in letters} | {(kind, "%")}
    return found


def syscall_groups(root):
    """Group to its sorted members."""
    text = ctext.take_true(ctext.strip_comments(Path(root, "src/shared/seccomp-util.c").read_text()))
    text = re.sub(r"#include[^\n]*", "", text)
    start = re.search(r"syscall_filter_sets\[_SYSCALL_FILTER_SET_MAX\] = ", text).end()
    groups = {}
    for part in ctext.split(ctext.body(text, start - 1)):
        name = re.search(r'\.name = "(@[\w-]+)"', part).group(1)
        value = re.search(r"\.value\s*=\s*(.*)", part, re.S).group(1)
        groups[name] = {w for w in ctext.unquote(value).split("\\0") if w}
    listed = next(Path(root, "src").rglob("syscall-list.txt"))
    groups["@known"] |= {line.strip() for line in listed.read_text().split("\n") if line.strip()}
    return {name: sorted(members) for name, members in groups.items()}


def capabilities(root):
    """Capability names with their numbers, in the order of the numbers."""
    header = sorted(Path(root, "src").rglob("linux/capability.h"))[0]
    found = re.findall(r"^#define\s+(CAP_[A-Z_]+)\s+(\d+)\s*(?:/\*.*)?$", header.read_text(), re.M)
    return sorted(((name, int(number)) for name, number in found), key=lambda c: c[1])


def options(root, tool):
    """Long option or short letter to (short, kind of argument, argument's name)."""
    text = Path(root, f"src/{tool}/{tool}.c").read_text()
    text = ctext.take_true(ctext.strip_comments(text))
    return new_options(root, text) if "FOREACH_OPTION" in text else old_options(text)


def new_options(root, text):
    header = ctext.strip_comments(Path(root, "src/shared/options.h").read_text()).replace("\\\n", " ")
    common = dict(re.findall(r"#define (OPTION_COMMON_\w+)(?:\(\w+\))?\s+(OPTION\w*\(.*)", header))
    text = re.sub(r"\b(OPTION_COMMON_\w+)(\(\w*\))?", lambda m: common.get(m.group(1), ""), text)
    found = {}
    for kind, arguments in calls(text):
        fields = ctext.split(arguments)
        optional = False
        if kind.endswith("_FLAGS"):
            optional = "OPTION_OPTIONAL_ARG" in fields.pop(0)
        short = "" if kind.startswith("OPTION_LONG") else fields.pop(0).strip("'")
        long = "" if kind.startswith("OPTION_SHORT") else ctext.unquote(fields.pop(0))
        meta = ctext.unquote(fields[0])
        needs = "none" if not meta else "optional" if optional else "required"
        found["--" + long if long else "-" + short] = ("-" + short if short and long else "", needs, meta)
    return found


def calls(text):
    """The uses of the option macros with their arguments."""
    for match in re.finditer(r"\b(OPTION(?:_LONG|_SHORT)?(?:_FLAGS)?)\(", text):
        depth, end = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        if "GROUP" not in match.group(1):
            yield match.group(1), text[match.end():end - 1]


def old_options(text):
    found = {}
    for long, kind, value in re.findall(r'\{\s*"([\w-]+)",\s*(\w+_argument),\s*NULL,\s*([^}\s]+)\s*\}', text):
        short = value.strip("'") if value.startswith("'") else ""
        found["--" + long] = ("-" + short if short else "", KINDS[kind], "")
    for letters in re.findall(r'getopt_long\(argc, argv, "([^"]*)"', text):
        for letter, colon in re.findall(r"(\w)(:?)", letters):
            if not any(short == "-" + letter for short, _, _ in found.values()):
                found["-" + letter] = ("", "required" if colon else "none", "")
    return found
