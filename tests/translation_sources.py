"""Finds every text of the interface in the source, and keeps the translation files in step with it.

`python -m tests.translation_sources` says what is missing. With `--update` it adds what is missing as unfinished and
drops what is no longer used; each `--from FILE` gives translations, a line each: the English, a tab, the translation.
"""

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from library import errors
from resources import path

ROOT = Path(__file__).parent.parent
ROOMS = ("desktop", "library")
CATALOGUE = path("translations/zh_CN.ts")
ERRORS = {
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.LibraryError)
}
TEXTS: dict[str, tuple[int, ...]] = {
    "tr": (0,),
    "tr_later": (0,),
    "plural": (1, 2),
    "operation": (0,),
    "Label": (0,),
    "DocumentField": (1,),
    "DocumentKind": (1,),
    "Remark": (0,),
    **dict.fromkeys(ERRORS, (0,)),
}
"""The functions that take a text to be translated, and which of their arguments it is."""
NAMED = {("operation", "one")}
"""The arguments by name that are such texts too."""
PASSING = {
    "desktop/dialogs/entries.py",
    "desktop/fieldwords.py",
    "desktop/importreport.py",
    "desktop/translation.py",
    "desktop/menus.py",
    "desktop/sidebar/cardbar.py",
    "library/importers/isolation.py",
    "library/surveying.py",
    "library/templates/asking.py",
    "library/storage/journal.py",
}
"""Where such functions are handed on a text that was collected elsewhere."""

HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True)
class Source:
    """A text in the source, or a place where one should be but is not a literal (`text` is None)."""

    text: str | None
    file: str
    line: int


def sources(root: Path = ROOT, rooms: Iterable[str] = ROOMS) -> list[Source]:
    """Return all texts to be translated below `root`, in the order of files and lines."""
    found: list[Source] = []
    for room in rooms:
        for file in sorted((root / room).rglob("*.py")):
            name = file.relative_to(root).as_posix()
            found += in_module(ast.parse(file.read_text(encoding="utf-8")), name)
    return found


def in_module(tree: ast.Module, file: str) -> Iterator[Source]:
    """Yield the texts of one module; a name or a call stands for the texts that the module itself gives it."""
    known = _known(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        for position in TEXTS.get(name, ()):
            if position < len(node.args):
                for text in _texts(node.args[position], known):
                    yield Source(text, file, node.lineno)
        for keyword in node.keywords:
            if (name, keyword.arg) in NAMED:
                yield from (Source(text, file, node.lineno) for text in _texts(keyword.value, known))


def _known(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """Return what a module's names stand for: constants, what loops over them yield, what functions return."""
    known: dict[str, list[ast.expr]] = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name) and isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                known[target.id] = [node.value]
        if isinstance(node, ast.FunctionDef):
            inner = (part for part in ast.walk(node) if isinstance(part, ast.Return))
            known[node.name] = [part.value for part in inner if part.value is not None]
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Name) and node.iter.id in known:
            for part in ast.walk(node.target):
                if isinstance(part, ast.Name):
                    known[part.id] = known[node.iter.id]
    return known


def _texts(node: ast.expr, known: dict[str, list[ast.expr]]) -> list[str | None]:
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.IfExp():
            return _texts(node.body, known) + _texts(node.orelse, known)
        case ast.Tuple() | ast.List():
            return [text for item in node.elts for text in _texts(item, known) if text is not None]
        case ast.Dict():
            return [text for item in node.values for text in _texts(item, known) if text is not None]
        case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)):
            found = [text for value in known.get(name, []) for text in _texts(value, known)]
            return found or [None]
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get")):
            return [text for part in (ast.Name(name), *node.args[1:]) for text in _texts(part, known)]
        case _:
            return [None]


def fields(template: str) -> set[str]:
    """Return the names of the `{fields}` of a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def read(file: Path) -> dict[str, tuple[str, str]]:
    """Return English to (translation, type) of a .ts file; the type is "" where the translation is finished."""
    found: dict[str, tuple[str, str]] = {}
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        kind = "unfinished" if translation is None else translation.get("type", "")
        found[message.findtext("source", "")] = (message.findtext("translation", ""), kind)
    return found


def write(file: Path, messages: dict[str, str], language: str) -> None:
    """Write a .ts file, in the order of the English; an empty translation is unfinished."""
    lines = [HEADER, f'<TS version="2.1" language="{language}" sourcelanguage="en">\n<context>\n  <name>zhupi</name>\n']
    for text in sorted(messages):
        kind = "" if messages[text] else ' type="unfinished"'
        lines.append(f"  <message>\n    <source>{escape(text)}</source>\n")
        lines.append(f"    <translation{kind}>{escape(messages[text])}</translation>\n  </message>\n")
    lines.append("</context>\n</TS>\n")
    file.write_text("".join(lines), encoding="utf-8")


def table(file: Path) -> dict[str, str]:
    """Return the pairs of a table of translations; `\\n` in it is a new line."""
    pairs: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        english, tab, translation = line.replace("\\n", "\n").partition("\t")
        if tab:
            pairs[english] = translation.strip(" ")
    return pairs


def update(file: Path, tables: Iterable[Path]) -> list[str]:
    """Bring the .ts file in step with the source and the tables; return what is still without a translation."""
    given: dict[str, str] = {}
    for one in tables:
        given |= table(one)
    known = read(file)
    wanted = {source.text for source in sources() if source.text is not None}
    messages = {text: known.get(text, ("", ""))[0] or given.get(text, "") for text in wanted}
    write(file, messages, file.stem)
    return sorted(text for text, translation in messages.items() if not translation)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.translation_sources", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write resources/translations/zh_CN.ts")
    parser.add_argument("--from", dest="tables", action="append", type=Path, default=[], metavar="FILE")
    options = parser.parse_args(arguments)
    if options.update:
        missing = update(CATALOGUE, options.tables)
    else:
        done = {text for text, (_, kind) in read(CATALOGUE).items() if not kind}
        missing = sorted({source.text for source in sources() if source.text is not None} - done)
    for text in missing:
        print(text.replace("\n", "\\n"))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
