"""What the fields of documents, and the kinds of documents, are called in the user's language."""

from desktop.translation import tr
from library.fields import BY_NAME, KINDS


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
    return " ".join(value.split())
