"""What the tag field offers, and in which order."""

from desktop.widgets.tagchoices import Choice, clean_path, common, offered, split_list


def tag(path: str, count: int = 0, age: int = 50, carried: bool = False) -> Choice:
    return Choice((path,), tag_id=path, count=count, age=age, carried=carried)


def paths(choices: list[Choice]) -> list[str]:
    return [choice.path for choice in choices if choice.kind == "tag"]


def test_exact_names_come_first_and_then_the_most_used() -> None:
    tags = [tag("党建引领", 9), tag("主题/党建", 1), tag("群团党建", 30), tag("数字", 99)]
    assert paths(offered("党建", tags)) == ["主题/党建", "群团党建", "党建引领"]


def test_pinyin_and_initials_find_names() -> None:
    tags = [tag("党建"), tag("数字")]
    assert paths(offered("dj", tags)) == ["党建"]
    assert paths(offered("shuzi", tags)) == ["数字"]


def test_a_full_name_finds_its_tag_and_parents_find_what_is_below() -> None:
    tags = [tag("主题/协商"), tag("主题/程序/协商"), tag("方法")]
    assert offered("主题/协商", tags)[0].path == "主题/协商"
    assert set(paths(offered("主题", tags))) == {"主题/协商", "主题/程序/协商"}


def test_a_new_tag_is_the_default_only_when_nothing_matches() -> None:
    tags = [tag("党建")]
    assert [choice.kind for choice in offered("党", tags)] == ["tag", "new"]
    assert [choice.kind for choice in offered("党建", tags)] == ["tag"]
    assert [choice.kind for choice in offered("𠮷<b>'; DROP TABLE", tags)] == ["new"]


def test_without_a_query_carried_tags_come_first_then_recent_then_most_used() -> None:
    tags = [tag("a", 1), tag("b", 5), tag("c", 0, age=3), tag("d", 0, carried=True)]
    assert paths(offered(" ", tags)) == ["d", "c", "b", "a"]


def test_a_list_offers_to_be_split() -> None:
    (new, split) = offered("甲、乙，丙\n甲", [])
    assert (new.kind, split.kind, split.paths) == ("new", "split", ("甲", "乙", "丙"))


def test_levels_are_cleaned() -> None:
    assert clean_path(" 主题 // 协商\u3000民主 /") == "主题/协商 民主"
    assert clean_path(" / ") == ""
    assert split_list("、，") == []


def test_several_highlights_show_the_tags_they_share() -> None:
    assert common([["a", "b", "c"], ["c", "a"]]) == ["a", "c"]
    assert common([]) == []
