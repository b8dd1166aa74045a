from library.citations import Bibliography, bibliography, get, item_of

QIU = "邱均平"


def book(author: str, date: str, title: str, **more: str) -> dict[str, str]:
    return {"kind": "book", "author": author, "date": date, "title": title, "place": "北京", "publisher": "社", **more}


def made(style: str, *fields: dict[str, str]) -> Bibliography:
    return bibliography([item_of(values, str(number)) for number, values in enumerate(fields)], get(style))


def lines(made: Bibliography) -> list[str]:
    return [entry.line.plain for entry in made.entries]


def test_numbers_follow_the_order_of_citation_and_count_each_once() -> None:
    first, second = item_of(book("王明", "2001", "乙"), "a"), item_of(book("Ann Lee", "1999", "B"), "b")
    found = bibliography([first, second, first], get("gbt7714-2015"))
    assert lines(found) == ["[1] 王明. 乙[M]. 北京: 社, 2001.", "[2] LEE A. B[M]. 北京: 社, 1999."]
    assert found.cite(second).html == "<sup>[2]</sup>"


def test_letters_part_what_one_author_wrote_in_one_year() -> None:
    fields = [book(QIU, "2000", "信息计量学（二）"), book(QIU, "2000", "布拉德福定律"), book(QIU, "2001", "其他")]
    found = made("gbt7714-2025-author-date", *fields)
    assert lines(found) == [
        "邱均平，2000a. 信息计量学（二）[M]. 北京：社.",
        "邱均平，2000b. 布拉德福定律[M]. 北京：社.",
        "邱均平，2001. 其他[M]. 北京：社.",
    ]
    assert [found.cite(entry.item).plain for entry in found.entries] == [
        "（邱均平，2000a）", "（邱均平，2000b）", "（邱均平，2001）"
    ]  # fmt: skip


def test_letters_follow_the_titles_where_all_stand_in_one_alphabet() -> None:
    fields = [book("Ann Lee", "2000", "Zebras"), book("Ann Lee", "2000", "Apes")]
    assert lines(made("apa", *fields)) == ["Lee, A. (2000a). Apes. 社.", "Lee, A. (2000b). Zebras. 社."]
    assert lines(made("chicago", *fields)) == ["Lee, Ann. 2000a. Apes. 社.", "Lee, Ann. 2000b. Zebras. 社."]


def test_undated_items_of_one_author_are_told_apart() -> None:
    found = made("gbt7714-2015-author-date", book(QIU, "", "甲"), book(QIU, "", "乙"))
    assert [entry.text.plain[:9] for entry in found.entries] == ["邱均平, 无日期-", "邱均平, 无日期-"]
    assert [entry.mark.letter for entry in found.entries] == ["a", "b"]


def test_authors_of_one_surname_are_cited_by_more_than_it() -> None:
    fields = [book("Ann Lee", "2000", "A"), book("Bruce Lee", "2000", "B"), book("Ann Lee", "2001", "C")]
    for style, cited in {
        "gbt7714-2025-author-date": ["(Lee A, 2000)", "(Lee B, 2000)", "(Lee, 2001)"],
        "apa": ["(A. Lee, 2000)", "(B. Lee, 2000)", "(Lee, 2001)"],
        "chicago": ["(A. Lee 2000)", "(B. Lee 2000)", "(Lee 2001)"],
    }.items():
        found = made(style, *fields)
        assert [found.cite(item_of(values, str(number))).plain for number, values in enumerate(fields)] == cited


def test_chinese_stands_before_the_rest_by_pinyin_in_the_chinese_standard() -> None:
    authors = ["Baker", "杨宗英", "汪冰", "尼葛洛庞帝", "Álvarez", "単于", "单霁翔", "Кочетков"]
    fields = [book(author, "1996", "Работа" if author == "Кочетков" else "书" if ord(author[0]) > 0x2E80 else "Book")
              for author in authors]  # fmt: skip
    fields[5]["language"] = "ja"
    found = made("gbt7714-2015-author-date", *fields)
    order = [entry.item.author.persons[0].family for entry in found.entries]
    assert order == ["尼葛洛庞帝", "单霁翔", "汪冰", "杨宗英", "単于", "Álvarez", "Baker", "Кочетков"]


def test_all_stand_in_one_alphabet_in_english_styles() -> None:
    authors = ["Baker, Sam", "王明", "Álvarez, Ana", "van Dam, Eva", "曾国藩", "Zuo, Lin", "Xu, Bo"]
    for style in ("apa", "chicago"):
        found = made(style, *(book(author, "1996", "A") for author in authors))
        order = [entry.item.author.persons[0].family for entry in found.entries]
        assert order == ["Álvarez", "Baker", "Dam", "王明", "Xu", "曾国藩", "Zuo"]


def test_one_author_alone_stands_before_the_same_with_others() -> None:
    found = made("apa", book("Ann Lee; Bo Xu", "1990", "A"), book("Ann Lee", "2001", "B"), book("Ann Lee", "1999", "C"))
    assert [entry.item.title for entry in found.entries] == ["C", "B", "A"]


def test_more_items_than_letters() -> None:
    found = made("gbt7714-2025-author-date", *(book(QIU, "2000", f"第{number}") for number in range(28)))
    letters = [entry.mark.letter for entry in found.entries]
    assert letters[:2] == ["a", "b"]
    assert letters[25:] == ["z", "aa", "ab"]


def test_nothing_has_an_empty_bibliography() -> None:
    assert bibliography([], get("apa")).entries == ()
