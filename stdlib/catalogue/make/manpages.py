"""Reads in systemd's man pages which page documents a directive and which release added it."""

import re
import xml.etree.ElementTree as tree
from pathlib import Path
from typing import NamedTuple

# Sections that the pages describe under the name of another one.
TWINS = {"IPVTAP": "IPVLAN", "MACVTAP": "MACVLAN", "Tap": "Tun"}
INCLUDE = "{http://www.w3.org/2001/XInclude}include"


class Entry(NamedTuple):
    """One documented name: its page, the sections that the page's headings name, the release of its note or 0."""

    page: str
    sections: frozenset
    since: int


class Pages:
    """The pages of one source tree."""

    def __init__(self, root):
        self.folder = Path(root, "man")
        self.parsed = {}
        self.entries = {}

    def root(self, file_name):
        """The parsed page; entities are values of the build and have no meaning here."""
        if file_name not in self.parsed:
            text = (self.folder / file_name).read_text()
            text = re.sub(r"<!DOCTYPE.*?(\[.*?\]\s*)?>", "", text, count=1, flags=re.S)
            text = re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\w+);)[\w-]+;", "", text)
            self.parsed[file_name] = tree.fromstring(text)
        return self.parsed[file_name]

    def expand(self, element):
        """The element that an inclusion of another page refers to, or the element itself."""
        href = element.get("href", "")
        if element.tag != INCLUDE or not href.endswith(".xml") or href == "version-info.xml":
            return element
        if not (self.folder / href).is_file() or not re.fullmatch(r"[\w.-]+", element.get("xpointer", "")):
            return element
        found = self.root(href).find(f".//*[@id='{element.get('xpointer')}']")
        return element if found is None else found

    def page(self, name):
        """All names that a page documents: name to its entries in page order."""
        if name not in self.entries:
            self.entries[name] = {}
            if (self.folder / f"{name}.xml").is_file():
                self.walk(name, self.root(f"{name}.xml"), frozenset(), 0)
        return self.entries[name]

    def walk(self, page, element, sections, since):
        title = element.find("title")
        if element.tag.startswith("refsect") and title is not None:
            text = "".join(title.itertext())
            sections = frozenset(re.findall(r"\[([\w-]+)\]", text)) or sections
        if element.tag == "varlistentry":
            since = self.entry(page, element, sections)
        for child in element:
            self.walk(page, self.expand(child), sections, since)

    def entry(self, page, element, sections):
        since = added(element)
        for term in element.findall("term"):
            for name in term.iter("varname"):
                for key in re.findall(r"([\w.-]+)=|^\s*([A-Z][A-Z0-9_]+)\s*$", "".join(name.itertext())):
                    self.entries[page].setdefault(key[0] or key[1], []).append(Entry(page, sections, since))
            for name in term.iter("option"):
                for option in re.findall(r"(?:^|\s)(--?[\w-]+)", "".join(name.itertext())):
                    self.entries[page].setdefault(option, []).append(Entry(page, sections, since))
        return since

    def find(self, pages, section, key):
        """The entry for a directive, from the first of the pages that has one."""
        section = TWINS.get(section, section)
        for name in pages:
            entries = self.page(name).get(key, [])
            exact = [e for e in entries if section in e.sections]
            plain = [e for e in entries if not e.sections]
            if exact or plain:
                return (exact or plain)[0]
        return None


def added(element):
    """The release in the note that belongs to the whole entry, or 0."""
    item = element.find("listitem")
    notes = [] if item is None else [i for i in item if i.tag == INCLUDE and i.get("href") == "version-info.xml"]
    return int(notes[0].get("xpointer")[1:]) if notes else 0
