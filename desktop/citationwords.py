"""What styles of citation are called."""

from desktop.translation import tr


def style_names() -> list[tuple[str, str]]:
    """Return the styles by name, in the order of `library.citations.BUILT_IN`, with what they are called."""
    return [
        ("gbt7714-2025", tr("GB/T 7714—2025, numbered")),
        ("gbt7714-2025-author-date", tr("GB/T 7714—2025, author and year")),
        ("gbt7714-2015", tr("GB/T 7714—2015, numbered")),
        ("gbt7714-2015-author-date", tr("GB/T 7714—2015, author and year")),
        ("apa", tr("APA, 7th edition")),
        ("chicago", tr("Chicago, author and date")),
    ]
