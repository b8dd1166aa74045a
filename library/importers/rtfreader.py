"""The meaning of rich text: what its groups and control words say (Rich Text Format Specification 1.9.1)."""

from collections.abc import Callable
from dataclasses import replace

from library.importers.fieldcodes import link_target, words_under_readings
from library.importers.flow import Flow
from library.importers.guessing import guess
from library.importers.rtfbody import PLAIN, Setting
from library.importers.rtfcolumns import RtfColumns
from library.importers.rtfparts import ENDS, KEPT, SIGNS, SKIPPED, WIDE, Font, codec_of_page
from library.importers.rtftext import RtfText
from library.importers.rtftokens import Tokens
from library.importers.wordparts import Style, level, level_of_name, spaced
from library.progress import Progress

_STEP = 1 << 16
"""Characters of the source after which progress is reported."""

_SAMPLE = 1 << 15
_FEW = 8
"""Bytes by which an encoding may be guessed, and those that are too few for it."""

Handler = Callable[[int | None], object]


class RtfReader:
    """Reads one document; `said` is what it says of itself."""

    def __init__(self, source: str, codec: str | None) -> None:
        self.said: dict[str, str] = {}
        self._tokens = Tokens(source)
        self._text = RtfText(codec, self._likely())
        self._lists = self._text.body.lists
        self._columns = RtfColumns()
        self._styles: dict[int, Style] = {}
        self._default_font = self._font = self._style = 0
        self._first = self._starred = self._in_row = False
        self._instructions: list[str] = []
        self._shapes: list[bool] = []
        self._property = self._description = ""
        self._words: dict[str, Handler] = self._settings() | self._tables() | self._rooms() | self._groups()

    @property
    def title(self) -> str:
        """Return what is set in the style of a title, or what the document calls itself."""
        return self._text.body.title.strip() or self.said.get("title", "")

    @property
    def replaced(self) -> int:
        """Count the characters that could not be decoded."""
        return self._text.replaced

    def read(self, progress: Progress, name: str) -> Flow:
        """Read to the end of the outermost group, or of the source, and return the text."""
        tokens, reported = self._tokens, 0
        while tokens.advance():
            if tokens.position >= reported:
                progress.report(tokens.position, tokens.length, name)
                reported = tokens.position + _STEP
            if tokens.run:
                self._first = False
                self._text.add_bytes(tokens.run)
            elif tokens.word:
                self._take_word(tokens.word, tokens.number)
            elif tokens.brace == "{":
                self._begin_group()
            elif tokens.brace:
                self._text.end_group()
                if not self._text.depth:
                    break
            elif tokens.symbol:
                self._take_symbol(tokens.symbol)
        self._text.flush()
        return self._text.body.finish()

    def _likely(self) -> str:
        """Return the encoding that the bytes look like, if it is one of wide characters and the file says none."""
        if self._tokens.says_page:
            return "cp1252"
        sample = self._tokens.sample(_SAMPLE)
        high = sum(byte > 0x7F for byte in sample)
        guessed = guess(sample) if high > _FEW else ""
        return guessed if guessed in WIDE else "cp1252"

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\\{}":
            self._text.add_bytes(symbol.encode())
        else:
            self._take_word(symbol, None)

    def _take_word(self, word: str, number: int | None) -> None:
        first, self._first = self._first, False
        starred, self._starred = self._starred, False
        if first and (word in SKIPPED or (starred and word not in KEPT)):
            self._tokens.skip_group()
        elif word == "u":
            self._take_unit(number or 0)
        elif word in SIGNS and self._text.passing:
            self._text.passing -= 1
        elif word in SIGNS:
            self._text.flush()
            self._text.put(SIGNS[word])
        elif word == "uc":  # which may stand between the halves of a character
            self._text.passing = 0
            self._change(fallback=number or 0)
        elif word in ENDS:
            self._end_paragraph()
        elif word in self._words:
            self._text.flush()
            self._words[word](number)

    def _take_unit(self, unit: int) -> None:
        fallback = self._text.state.fallback
        units = self._tokens.units(fallback)
        self._text.add_units((unit, *(units or ())))
        self._text.passing = fallback if units is None else 0

    def _end_paragraph(self) -> None:
        self._text.flush()
        if self._text.state.caught is not None:
            self._text.put(" ")
        elif not self._text.state.hidden:
            self._text.body.end_paragraph()
            if not self._depth:
                self._columns.leave()

    def _settings(self) -> dict[str, Handler]:
        """Return what the words do that say how text is set."""
        return {
            "b": lambda number: self._set(strong=number != 0),
            "i": lambda number: self._set(emphasis=number != 0),
            "ab": lambda number: self._set_asian(strong=number != 0),
            "ai": lambda number: self._set_asian(emphasis=number != 0),
            "dbch": lambda _: self._change(asian=True),
            **dict.fromkeys(("loch", "hich", "rtlch", "ltrch"), lambda _: self._change(asian=False)),
            "v": lambda number: self._hide(number != 0),
            "deleted": lambda number: self._hide(number != 0),
            "plain": lambda _: self._set_plain(),
            "pard": lambda _: self._set(depth=int(self._in_row), level=0, title=False, list=0, item=0),
            "s": self._set_style,
            "ls": self._set_list,
            "ilvl": lambda number: self._set(item=number or 0),
            "outlinelevel": self._set_level,
            "f": self._set_font,
            "deff": self._set_default_font,
            "fcharset": lambda number: self._described_font().set_charset(number or 0),
            "ansicpg": self._set_page,
            "mac": lambda _: self._set_page(10000),
            "line": lambda _: self._break_line(),
            "lbr": lambda _: self._break_line(),
            "bin": lambda number: self._tokens.skip(number or 0),
        }

    def _tables(self) -> dict[str, Handler]:
        """Return what the words do that make tables."""
        body = self._text.body
        return {
            "trowd": lambda _: self._begin_row(),
            "intbl": lambda _: self._set(depth=max(self._depth, 1)),
            "itap": lambda number: self._set(depth=number or 0),
            "cellx": lambda number: self._columns.add_edge(number or 0),
            "cell": lambda _: body.end_cell(1, self._columns.end_cell()),
            "nestcell": lambda _: body.end_cell(max(self._depth, 2)),
            "row": lambda _: self._end_row(1),
            "nestrow": lambda _: self._end_row(max(self._depth, 2)),
        }

    def _rooms(self) -> dict[str, Handler]:
        """Return what the words do that begin a group about the document."""
        return {
            "fonttbl": lambda _: self._text.catch(lambda _: None, "fonts"),
            "stylesheet": lambda _: self._text.catch(lambda _: None, "styles"),
            "info": lambda _: self._text.catch(lambda _: None, "info"),
            "listtable": lambda _: self._text.catch(lambda _: None, "lists"),
            "listoverridetable": lambda _: self._text.catch(lambda _: None, "lists"),
            "list": lambda _: self._lists.begin_list(),
            "listlevel": lambda _: self._lists.begin_level(),
            "levelnfc": self._lists.set_format,
            "levellegal": self._lists.set_digits,
            "levelstartat": self._lists.set_first,
            "leveltext": lambda _: self._text.catch(self._lists.set_text),
            "listid": self._lists.set_id,
            "title": lambda _: self._catch_said("title"),
            "author": lambda _: self._catch_said("author"),
            "upr": lambda _: self._pass_over_group(),
        }

    def _groups(self) -> dict[str, Handler]:
        """Return what the words do that begin a group within the text."""
        text, body = self._text, self._text.body
        return {
            "footnote": lambda _: self._begin_note(),
            "field": lambda _: self._begin_field(),
            "fldinst": lambda _: text.catch(self._end_instruction),
            "fldrslt": lambda _: self._begin_result(),
            "bkmkstart": lambda _: text.catch(lambda words: body.mark(words.strip())),
            "listtext": lambda _: text.catch(self._number),
            "pntext": lambda _: text.catch(self._number),
            "pict": lambda _: text.catch(lambda _: self._end_picture()),
            "shp": lambda _: self._begin_shape(),
            "sn": lambda _: text.catch(self._name_property),
            "sv": lambda _: text.catch(self._set_property),
            "shptxt": lambda _: self._begin_box(),
        }

    def _change(self, **changes: int | bool | Setting | None) -> None:
        self._text.state = replace(self._text.state, **changes)  # pyright: ignore[reportArgumentType]  # as named

    def _set(self, **changes: int | bool) -> None:
        setting = replace(self._text.state.setting, **changes)  # pyright: ignore[reportArgumentType]  # as named
        self._change(setting=setting)

    @property
    def _depth(self) -> int:
        return self._text.state.setting.depth

    def _hide(self, hidden: bool) -> None:
        self._change(hidden=hidden)

    def _set_plain(self) -> None:
        self._set(strong=False, emphasis=False)
        self._change(font=self._default_font, hidden=False)

    def _set_style(self, number: int | None) -> None:
        self._style = number or 0
        if self._text.state.room != "styles":
            style = self._styles.get(self._style, Style())
            self._set(level=style.level or 0, title=style.titles)

    def _set_list(self, number: int | None) -> None:
        if self._text.state.room == "lists":
            self._lists.name(number)
        else:
            self._set(list=number or 0)

    def _set_asian(self, **changes: bool) -> None:
        """Set what holds for Asian words, as LibreOffice writes it; for others it is that of complex scripts."""
        if self._text.state.asian:
            self._set(**changes)

    def _set_level(self, number: int | None) -> None:
        found = level(str(number))
        if self._text.state.room == "styles":
            self._styles.setdefault(self._style, Style()).level = found
        else:
            self._set(level=found or 0)

    def _set_font(self, number: int | None) -> None:
        if self._text.state.room == "fonts":
            self._font = number or 0
        else:
            self._change(font=number or 0)

    def _set_default_font(self, number: int | None) -> None:
        self._default_font = number or 0
        self._change(font=self._default_font)

    def _described_font(self) -> Font:
        return self._text.fonts.setdefault(self._font, Font())

    def _set_page(self, number: int | None) -> None:
        codec = codec_of_page(number or 0)
        if codec and codec != "cp1252":
            self._text.codec = codec

    def _break_line(self) -> None:
        if self._text.state.caught is not None:
            self._text.put(" ")
        else:
            self._text.body.break_line()

    def _begin_row(self) -> None:
        self._in_row = True
        self._columns.begin_row()
        self._set(depth=max(self._depth, 1))

    def _end_row(self, depth: int) -> None:
        self._text.body.end_row(depth)
        self._columns.end_row()
        self._in_row = False

    def _begin_group(self) -> None:
        self._text.begin_group()
        self._first = True
        if self._text.state.room == "styles":
            self._style = 0
            self._text.catch(self._name_style)
        elif self._text.state.room == "fonts":
            self._text.catch(self._name_font)

    def _name_style(self, words: str) -> None:
        style = self._styles.setdefault(self._style, Style())
        style.name = words.strip().rstrip(";")
        style.level = level_of_name(style.name) if style.level is None else style.level

    def _name_font(self, words: str) -> None:
        self._described_font().name = words.strip().rstrip(";")

    def _catch_said(self, name: str) -> None:
        if self._text.state.room == "info":
            self._text.catch(lambda words: self.said.update({name: words.strip()}))

    def _pass_over_group(self) -> None:
        """Pass over words for programs that know no Unicode; the same follow in a group of their own."""
        if self._tokens.advance() and self._tokens.brace == "{":
            self._tokens.skip_group()
            self._tokens.advance()

    def _begin_note(self) -> None:
        state = self._text.state
        if state.hidden or state.caught is not None:
            self._tokens.skip_group()
            return
        self._text.body.begin_note(state.setting)
        self._change(setting=PLAIN)
        self._text.at_end(self._text.body.end_note)

    def _begin_box(self) -> None:
        self._text.body.begin_box()
        self._change(setting=PLAIN, caught=None)
        self._text.at_end(self._text.body.end_box)

    def _begin_field(self) -> None:
        self._instructions.append("")
        self._text.at_end(self._end_field)

    def _end_field(self) -> None:
        self._instructions.pop()

    def _end_instruction(self, words: str) -> None:
        if self._instructions:
            self._instructions[-1] = words
        self._text.put(words_under_readings(words))

    def _begin_result(self) -> None:
        target = link_target(self._instructions[-1]) if self._instructions else ""
        if target and self._text.state.caught is None:
            self._text.body.begin_link(target)
            self._text.at_end(self._text.body.end_link)

    def _number(self, words: str) -> None:
        if words.strip() and self._text.state.caught is None:
            self._text.body.number(spaced(words.strip()))

    def _begin_shape(self) -> None:
        self._shapes.append(False)
        self._text.at_end(self._end_shape)

    def _end_shape(self) -> None:
        if self._shapes.pop():
            self._put_picture()
        self._description = ""

    def _end_picture(self) -> None:
        if self._shapes:
            self._shapes[-1] = True
        else:
            self._put_picture()

    def _put_picture(self) -> None:
        words, self._description = " ".join(self._description.split()), ""
        self._text.put(f"[image: {words}]" if words else "[image]")

    def _name_property(self, words: str) -> None:
        self._property = words.strip()

    def _set_property(self, words: str) -> None:
        if self._property == "wzDescription":
            self._description = words
