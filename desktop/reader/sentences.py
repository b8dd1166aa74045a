"""Sentences in a document, over the page and column breaks that cut their paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reader.graphemes import grapheme_start

if TYPE_CHECKING:
    from desktop.reader.document import ReaderDocument


def sentence_at(document: ReaderDocument, position: int) -> tuple[int, int]:
    """Return start and end of the sentence at `position`, its closing quotes with it, without white space around.

    It goes on over the cuts of its paragraph (`repair.is_cut`), the blank lines there stepped over.
    """
    from library.chinese import sentences
    from library.search.reach import surroundings  # with the rules of sentences: once one is wanted

    start, end = (grapheme_start(document, bound) for bound in surroundings(document.text, position))
    begin, finish = sentences.sentence_at(document.text.slice(start, end), position - start)
    return start + begin, start + finish
