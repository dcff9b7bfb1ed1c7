"""Reads the word lists that parsers look values up in."""

import re
from pathlib import Path
from typing import NamedTuple

import ctext

# Other programs than those that read configuration, and firmware.
ELSEWHERE = ("src/boot/", "src/test/", "src/fuzz/", "src/libsystemd/sd-json/")
# Which of two tables of one name is the one that configuration files are read with.
CHOSEN = {"resolv_conf_mode": "src/nspawn/nspawn-settings.c", "geneve_df": "src/network/netdev/geneve.c", "duid_type": "src/network/networkd-dhcp-common.c",
          "log_level": "src/basic/syslog-util.c", "console_mode": "src/nspawn/nspawn-settings.c"}
# Word lists that are written in code: name, the table they build on, more words, what else is taken.
CODED = (
    ("link_local_address_family", "address_family", ("fallback", "fallback-ipv4"), "word,bool:yes"),
    ("personality", "architecture", (), "word"),
    ("service_refresh_on_reload", "", ("extensions", "credentials"), "word,bool:all"),
    ("socket_address_bind_ipv6_only_or_bool", "socket_address_bind_ipv6_only", (), "word,bool:ipv6-only"),
)
# Word lists that a function compares with, one word after the other: name, source file, function.
COMPARED = (("secure_bit", "src/shared/securebits-util.c", "secure_bits_from_string"),)
# Tables that share their name with the chosen one of another program, under a name of their own.
ALSO = {"vmspawn_console_mode": ("console_mode", "src/vmspawn/vmspawn-settings.c")}
# Constants in the number limits of lookups.
LIMITS = {"UINT8_MAX": 255, "INT_MAX": 2147483647, "0xff": 255, "LOG_DEBUG": 7, "LOG_FAC(~0)": 127,
          "IOPRIO_NR_CLASSES-1": 7, "IOPRIO_N_CLASSES-1": 7, "TPM2_PCRS_MAX - 1": 23, "TPM2_PCRS_MAX-1": 23}


class Enum(NamedTuple):
    """A word list: its words in the order of the table, and the other values that its lookup accepts."""

    name: str
    words: tuple
    accepts: str
    source: str


def read(root):
    """All word lists of a source tree by name."""
    found, lookups = {}, {}
    for path in sorted(Path(root, "src").rglob("*.[ch]")):
        name = str(path.relative_to(root))
        if not name.startswith(ELSEWHERE) and "/test-" not in name and "/fuzz-" not in name:
            text = path.read_text(errors="replace")
            if "_table[" in text or "STRING_TABLE_LOOKUP" in text:
                scan(name, ctext.take_true(ctext.strip_comments(text)), found, lookups)
    enums = {}
    for name, tables in found.items():
        tables = [t for t in tables if t[0] == CHOSEN.get(name, t[0])]
        if not tables:
            continue
        source, words = tables[0]
        kinds = lookups.get((name, source)) or [k for (n, _), ks in lookups.items() if n == name for k in ks]
        if any("TO_STRING" not in kind for kind, _ in kinds) and not any(" " in w for w in words.values()):
            enums[name] = Enum(name, tuple(words.values()), accepts(words, kinds), source)
    for name, (table, source) in ALSO.items():
        for where, words in found.get(table, []):
            if where == source:
                enums[name] = Enum(name, tuple(words.values()), accepts(words, lookups.get((table, where), [])), where)
    enums.update({e.name: e for e in derived(root, enums)})
    return enums


def scan(source, text, found, lookups):
    for match in re.finditer(r"const char\s*\*\s*(?:const )?(\w+)_table\[[^\]]*\]\s*=\s*\{", text):
        words = {}
        for number, part in enumerate(ctext.split(ctext.body(text, match.end() - 1))):
            entry = re.match(r"\[(.*?)\]\s*=\s*(\".*)$", part, re.S)
            constant, literal = entry.groups() if entry else (str(number), part)
            if literal.startswith('"'):
                words[constant.strip()] = ctext.unquote(literal)
        if words:
            found.setdefault(match.group(1), []).append((source, words))
    for kind, arguments in re.findall(r"\nDEFINE_(?:PRIVATE_)?STRING_TABLE_LOOKUP(\w*)\(([^;]*)\);", text):
        fields = ctext.split(arguments)
        lookups.setdefault((fields[0], source), []).append((kind, fields[2] if len(fields) > 2 else ""))


def accepts(words, kinds):
    """`word`, and `bool:WORD` or `false` where a boolean is accepted too, and `number<=N`."""
    for kind, extra in kinds:
        if "BOOLEAN" in kind:
            return f"word,bool:{words[extra]}" if extra in words else "word,false"
        if "FALLBACK" in kind and "TO_STRING" not in kind:
            return f"word,number<={LIMITS.get(extra, extra)}"
    return "word"


def derived(root, enums):
    """Lists that are not tables of strings: names of the kernel's header, and flags that were split by hand."""
    for name, base, more, accepted in CODED:
        start = enums[base] if base else Enum("", (), "", "src/core/service.c")
        yield Enum(name, start.words + more, accepted, start.source)
    for name, source, function in COMPARED:
        text = ctext.strip_comments(Path(root, source).read_text())
        compared = re.findall(r'streq\(\w+, "([^"]+)"\)', ctext.body(text, text.index("int " + function + "(")))
        yield Enum(name, tuple(compared), "word", source)
    headers = sorted(Path(root, "src").rglob("linux/bpf.h"))
    text = headers[0].read_text() if headers else ""
    for name in ("cmd", "map_type", "prog_type", "attach_type"):
        match = re.search(r"\nenum bpf_" + name + r"\s*\{", text)
        members = re.findall(r"^\s*(\w+),\s*$", ctext.body(text, match.start()), re.M) if match else []
        words = ["".join(p.capitalize() if n else p for n, p in enumerate(m.split("_")))
                 for m in members if not m.startswith("__")]
        if words:
            yield Enum(f"bpf_delegate_{name}", tuple(words), "word", "src/core/generate-bpf-delegate-configs.py")
