"""What the fields of documents, and the kinds of documents, are called in the user's language."""

from desktop.translation import tr
from library.fields import BY_NAME, KINDS

USUAL = frozenset({"title", "author", "date", "kind"})
"""Fields that are shown where they are empty, too."""


def field_label(name: str) -> str:
    """Return what a declared field is called."""
    return tr(BY_NAME[name].label)


def kind_label(name: str) -> str:
    """Return what a kind of document is called; "" of none."""
    return next((tr(kind.label) for kind in KINDS if kind.name == name), "")


def shown_value(name: str, value: str) -> str:
    """Return a value of a field, declared or own, as it is shown on one line."""
    if name in BY_NAME and BY_NAME[name].form == "kind":
        return kind_label(value)
    if name == "format":
        return format_name(value)
    return " ".join(value.split())


def format_name(name: str) -> str:
    """Return what a format is called; those of importers from elsewhere by their own names."""
    names = {
        "text": tr("Plain text"), "markdown": "Markdown", "html": tr("Web page"), "mhtml": tr("Saved web page"),
        "docx": "Word", "odt": "OpenDocument", "rtf": "RTF", "epub": "EPUB", "pdf": "PDF",
        "picture": tr("Picture of a page"),
    }  # fmt: skip
    return names.get(name, name)
