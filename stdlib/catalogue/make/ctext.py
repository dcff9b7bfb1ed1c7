"""Small readers of C text: comments out, build conditions taken as true, initialisers split."""

import re


def strip_comments(text):
    """Removes C comments, keeping line breaks and string literals."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', re.S)

    def keep(match):
        found = match.group(0)
        return found if found[0] == '"' else "\n" * found.count("\n")

    return pattern.sub(keep, text)


def take_true(text):
    """Selects the first branch of each #if, and of each template condition."""
    out, hidden = [], []
    for line in text.split("\n"):
        word = line.strip()
        opens = re.match(r"#\s*(if|ifdef|ifndef)\b|\{%-?\s*if\b", word)
        other = re.match(r"#\s*(else|elif)\b|\{%-?\s*(else|elif)\b", word)
        closes = re.match(r"#\s*endif\b|\{%-?\s*endif\b", word)
        if opens:
            hidden.append(False)
        elif other and hidden:
            hidden[-1] = True
        elif closes and hidden:
            hidden.pop()
        elif not any(hidden):
            out.append(line)
    return "\n".join(out)


def body(text, start):
    """The text between the brace at or after start and its partner."""
    at = text.index("{", start)
    depth = 0
    for match in re.finditer(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])\'|[{}]', text[at:]):
        if match.group(0) == "{":
            depth += 1
        elif match.group(0) == "}":
            depth -= 1
            if depth == 0:
                return text[at + 1:at + match.start()]
    raise ValueError("an unclosed brace")


def split(text):
    """The parts of an initialiser, split at the commas of the top level."""
    parts, depth, current = [], 0, []
    for token in re.findall(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])\'|.', text, re.S):
        if token in "({[":
            depth += 1
        elif token in ")}]":
            depth -= 1
        if token == "," and depth == 0:
            parts.append("".join(current).strip())
            current = []
        else:
            current.append(token)
    last = "".join(current).strip()
    return parts + [last] if last else parts


def unquote(literal):
    """The text of one or more adjacent C string literals."""
    parts = re.findall(r'"((?:\\.|[^"\\])*)"', literal)
    return "".join(parts).replace('\\"', '"').replace("\\\\", "\\")
