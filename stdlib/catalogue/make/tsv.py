"""Reads and writes the tables: tabs between columns, one header line, no quoting."""

from pathlib import Path

HERE = Path(__file__).parent


def read(name, folder=HERE):
    """The rows of a table, as dictionaries; those made by hand are in this folder."""
    lines = Path(folder, name).read_text().splitlines()
    header = lines[0].split("\t")
    rows = [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
    return rows


def write(folder, name, header, rows):
    """Writes rows sorted; a duplicate row is an error of the generator."""
    lines = ["\t".join(str(c) for c in row) for row in sorted(rows)]
    if len(lines) != len(set(lines)):
        raise ValueError(f"{name}: a row twice")
    Path(folder, name).write_text("\n".join(["\t".join(header), *lines]) + "\n")
