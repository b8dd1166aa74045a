"""Templates filled in: what they may name and do, and the line and reason of what they may not."""

import pytest

from library.errors import Refused
from library.templates import filling
from library.templates.context import Context, DocumentEntry, QuoteEntry
from library.templates.filling import fill

DOCUMENT = DocumentEntry("d", "题", "", (), "", "", "", "", "key", "", "", 1, {"items": "卷"})
QUOTE = QuoteEntry(
    "h", 1, "引<文>", "“引<文>”", "", "", "", "注", ("甲/乙",), "red", "highlight", False, (), "",
    "", 3, "", "", "", "", "", "",
    DOCUMENT,
)  # fmt: skip
CONTEXT = Context("研究", "库", "2024-05-02", "excerpts", "shown", "zh-CN", 1, (), (QUOTE,), (DOCUMENT,))


def filled(text: str, name: str = "a.txt.j2", **others: str) -> str:
    return "".join(fill(name, {name: text} | {f"{key}.j2": value for key, value in others.items()}, CONTEXT))


def refusal(text: str, **others: str) -> Refused:
    with pytest.raises(Refused) as caught:
        filled(text, **others)
    return caught.value


def test_data_is_named_and_put_through_filters() -> None:
    assert filled("{{ title }}: {% for q in quotes %}{{ q.text }}{{ q.document.fields['items'] }}{% endfor %}") == (
        "研究: 引<文>卷"
    )
    assert filled("{{ quotes[0].tags[0]|hashtag }} {{ 5|latex }} {{ title|wrap(2) }}") == "#甲/乙 5 研\n究"


def test_statements_leave_no_empty_lines_and_the_last_line_end_stays() -> None:
    assert filled("{% if title %}\n  甲\n{% endif %}\n乙\n") == "  甲\n乙\n"


@pytest.mark.parametrize(("name", "text"), [("a.html.j2", "引&lt;文&gt;"), ("a.md.j2", "引<文>"), ("a.j2", "引<文>")])
def test_markup_is_escaped_by_the_name_of_the_file(name: str, text: str) -> None:
    assert filled("{{ quotes[0].text }}", name) == text


def test_others_of_the_folder_are_included() -> None:
    assert filled("{% include 'b.j2' %}{% import 'm.j2' as m %}{{ m.b(2) }}", b="{{ title }}", m=(
        "{% macro b(n) %}{{ 'x' * n }}{% endmacro %}"
    )) == "研究xx"  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("\n{{ titel }}", 2, "there is nothing called “titel”"),
        ("{{ quotes[0].txt }}", 1, "there is nothing called “txt”"),
        ("{{ quotes[0].document.fields.nope }}", 1, "there is nothing called “nope”"),
        ("\n\n{{ quotes[7] }}", 3, "the list is shorter: there is nothing at 7, counted from 0"),
        ("{{ quotes[99999].text }}", 1, "the list is shorter: there is nothing at 99999, counted from 0"),
        ("{{ document|tojson }}", 1, "there is nothing called “document”"),
        ("{{ quotes|tojson }}", 1, "this cannot be done with what is given to it"),
        ("{{ title|round('up') }}", 1, "this cannot be done with what is given to it"),
        ("{% for a in 5 %}{% endfor %}", 1, "this cannot be done with what is given to it"),
        ("{{ title.upper(1, 2) }}", 1, "this cannot be done with what is given to it"),
        ("{% if %}{% endif %}", 1, "something is missing here"),
        ("{% for %}{% endfor %}", 1, "something is missing here"),
        ("{% block %}{% endblock %}", 1, "something is missing here"),
        ("{{ title| }}", 1, "something is missing here"),
        ("{{ }}", 1, "something is missing here"),
        ("{% if ) %}{% endif %}", 1, "“)” cannot stand here"),
        ("{% set 1 = 2 %}", 1, "this is not written as it must be in a template"),
        ("{{ title.__class__ }}", 1, "templates may not reach “__class__”"),
        ("{{ title|attr('__class__') }}", 1, "templates may not reach “__class__”"),
        ("{{ '{0.__class__}'.format(title) }}", 1, "templates may not reach “__class__”"),
        ("{{ cycler.__init__.__globals__ }}", 1, "templates may not reach “__init__”"),
        ("{{ quotes[0].document.fields.clear() }}", 1, "templates may not reach “clear”"),
        ("{{ lipsum() }}", 1, "there is nothing called “lipsum”"),
        ("甲\n{{ title|nope }}", 2, "there is no filter called “nope”"),
        ("{{ title is nope }}", 1, "there is no test called “nope”"),
        ("\n{% foo %}", 2, "“foo” is no statement that could stand here"),
        ("{% for a in quotes %}", 1, "the template ends, but “for” is not closed"),
        ("{{ title", 1, "something is opened here and never closed"),
        ("{# title", 1, "something is opened here and never closed"),
        ("{{ title title }}", 1, "“title” cannot stand here"),
        ("{{ ) }}", 1, "“)” cannot stand here"),
        ("{% for a of quotes %}{% endfor %}", 1, "“in” should stand here"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", 1, "the block “a” is there twice"),
        ("{% include 'nope.j2' %}", 1, "there is no template “nope.j2” in the folder of templates"),
        ("{% include '../a.j2' %}", 1, "there is no template “../a.j2” in the folder of templates"),
        ("{% include '/etc/passwd' %}", 1, "there is no template “/etc/passwd” in the folder of templates"),
        ("{% for i in range(10**9) %}{% endfor %}", 1, "it counts further than to 100,000"),
        ("\n{{ 'a' * 10**10 }}", 2, "this makes more than there is room for"),
        ("{{ 10**10 * [1] }}", 1, "this makes more than there is room for"),
        ("{{ 9**(9**9) }}", 1, "this makes more than there is room for"),
        ("\n{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", 3, "it goes too deep, or calls itself without end"),
        ("{{ 1/0 }}", 1, "something is divided by zero"),
    ],
)
def test_a_fault_says_line_and_reason(text: str, line: int, said: str) -> None:
    error = refusal(text)
    assert str(error) == f"Line {line} of the template “a.txt.j2”: {said}."


def test_the_line_is_that_of_the_included_template() -> None:
    error = refusal("甲\n{% include 'b.j2' %}", b="\n\n{{ nope }}")
    assert str(error).startswith("Line 3 of the template “b.j2”")
    error = refusal("甲\n{% include 'b.j2' %}", b="\n\n{% nope %}")
    assert str(error).startswith("Line 3 of the template “b.j2”")


def test_what_is_written_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MOST_CHARACTERS", 5_000_000)
    error = refusal("\n{% for i in range(99) %}{{ 'x' * 100000 }}{% endfor %}")
    assert str(error).startswith("Line 2 of the template “a.txt.j2”: it had written more than 5 million characters")


def test_nothing_is_altered_by_a_template() -> None:
    refusal("{% set quotes[0].text = 'x' %}")
    refusal("{{ quotes.append(1) }}")
    assert filled("{% set title = 'x' %}{{ title }}") == "x"
