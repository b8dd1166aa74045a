"""Persons in lines of their own: bylines of speeches and of reporters, credits of pictures."""

import re
from functools import cache

from library.chinese.wordlist import Dictionary
from resources import path

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤洪赖常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂"
    "章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁房蒲滕屈饶"
    "解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝甯鞠匡勾曲种郗宓晋楚鄂于"
    "張劉陳楊黃趙吳孫馬鄭羅謝許韓馮鄧蕭蔣蘇呂盧鍾譚陸賈韋鄒閆賀顧龔萬錢嚴湯賴龐顏莊聶魯關蘭單龍時農車項連麥婁竇黨費衛應閔葉"
    "硯劉鄺甯騰饒喬紀畢榮遲師寧齊歐簡"
)
SURNAME = (
    f"(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|皇甫|夏侯|尉迟|令狐|慕容|宇文|长孙|東方|东方|公孙|司徒|南宫|[{_SURNAMES}])"
)
_HAN = "\u3400-\u9fff\U00020000-\U000323af"
_PARTS_APART = rf"{SURNAME}[ 　]{{1,2}}[{_HAN}]|[{_HAN}]{{1,6}}·[{_HAN}·]{{1,12}}"
NAME = rf"{SURNAME}[{_HAN}](?:[{_HAN}]{{0,1}})|{_PARTS_APART}"
"""A pattern for the name of a person: a surname and one or two characters, or parts with · between them."""
NAME_AT_LEAST = rf"{SURNAME}[{_HAN}]{{1,2}}?|{_PARTS_APART}"
"""The same for where more text follows: a name goes on only where what follows it is not what may follow a name."""

POSITION = (
    "书记|主席|部长|局长|处长|科长|股长|厅长|司长|县长|市长|区长|镇长|乡长|省长|州长|村长|院长|校长|园长|馆长|站长|所长|"
    "主任|主编|总编辑?|编辑|委员|代表|会长|理事长|理事|秘书长|董事长|经理|厂长|社长|台长|行长|检察长|庭长|庭审员|法官|检察官|组长|"
    "队长|教授|研究员|馆员|讲师|教师|老师|律师|工程师|医师|医生|专员|常委|成员|干部|负责人|主持人|司令员?|政委|参谋长|总监|总裁|"
    "院士|博士|科员|调研员|巡视员|专干|支书|村民|居民|同志|先生|女士|师傅|"
    "議員|议员|發言人|发言人|署长|署長|特首|行政長官|秘书|秘書|"
    "書記|部長|局長|處長|科長|股長|廳長|司長|縣長|市長|區長|鎮長|鄉長|省長|村長|院長|校長|園長|館長|站長|所長|主編|總編輯?|編輯|委員|會長|理事長|"
    "秘書長|董事長|經理|廠長|社長|臺長|台長|行長|檢察長|庭長|檢察官|組長|隊長|研究員|館員|講師|教師|老師|律師|工程師|醫師|醫生|專員|成員|幹部|"
    "負責人|主持人|司令員|參謀長|總監|總裁|師傅"
)
"""A pattern for what a person holds or is called by."""

_BYLINE = re.compile(rf"(?P<held>[^。；，：,:;！？]*?(?:{POSITION}))[ 　\t]+(?P<name>{NAME})")
_NAMED_FIRST = re.compile(
    rf"(?P<name>{NAME})"
    rf"(?:[ 　\t]*[（(][^。；（）()]*(?:{POSITION})[^。；（）()]*[）)]|[ 　\t]+[^。；，：\s]*(?:{POSITION}))"
)
_BARE = re.compile(NAME)
_REPORTER = re.compile(
    r"[（(□■◆○●]?\s*(?:(?:本报|本刊|本网|本台|新华社|特约|实习|见习|驻.{1,6})*(?:记者|通讯员|评论员|特派员|記者|通訊員)|作者|"
    r"文[/／：:]|[Bb]y\s)(?![^ 　\t/／：:]{6})[^。；，？！]{1,40}"
)
_CREDIT = re.compile(
    r".{0,60}(?:[\s　/／：:（(]|[记記]者.{0,12})(?:摄影?|攝影?|供图|制图|绘图?|供稿|资料图片?|摄/图)[）)]?|"
    r"(?:摄影|攝影|图片?|制图|供图|文图|图文)[/／：:].{1,30}|[（(].{0,30}(?:摄|攝|供图|制图|资料图片?|资料照片)[）)]"
)
_TOLD = re.compile(
    r"(?:(?:口述|讲述|作者|撰文|撰稿|整理|采访|发言|报告|主讲|执笔|記錄|记录|翻译|译)[人者]?\s*[：:/／]\s*"
    rf"(?:{NAME})[\s，,；;、]*)+"
)
_BODY = re.compile(
    r"[^，。；：、\s]{3,24}(?:委员会|办公室|编辑部|研究室|课题组|调研组|政府|党委|党组|总支|支部|协会|学会|联合会|大学|学院|学校|中学|小学|医院|"
    r"公司|集团|[市县区省][^，。；：、\s]{0,10}[局厅院馆会]|博物馆|图书馆|档案馆|文化馆|研究[院所])"
)
_LONGEST = 60


def byline_name(line: str) -> str | None:
    """Return the name in a line that is a speaker's position and name, such as `区教委主任 李华`, or None."""
    if len(line) > _LONGEST:
        return None
    found = _BYLINE.fullmatch(line) or _NAMED_FIRST.fullmatch(line)
    return "".join(found["name"].split()) if found else None


def is_word(name: str) -> bool:
    """Say whether what has the form of a name is a word: 白天, 方案, 黄芪."""
    return name in _words()


def is_known_person(name: str) -> bool:
    """Say whether a word is the name of somebody known, such as 林则徐: three characters, by the dictionary."""
    return name in _persons()


def is_bare_name(line: str) -> bool:
    """Say whether a line is the name of a person and nothing else."""
    return len(line) <= 6 and _BARE.fullmatch(line) is not None


def is_told_by(line: str) -> bool:
    """Say whether a line says who told, wrote or took down what follows, such as `口述：王成　整理：李华`."""
    return len(line) <= _LONGEST and _TOLD.fullmatch(line) is not None


def is_body(line: str) -> bool:
    """Say whether a line is the name of an office, a school or another body and nothing else."""
    return _BODY.fullmatch(line) is not None


def is_reporter(line: str) -> bool:
    """Say whether a line names who reports, such as `本报记者 李华`."""
    return len(line) <= _LONGEST and _REPORTER.fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """Say whether a line says who took or drew a picture, with or without what the picture shows."""
    return len(line) <= 2 * _LONGEST and _CREDIT.fullmatch(line) is not None


@cache
def _persons() -> frozenset[str]:
    return frozenset(path("dictionaries/persons.txt").read_text(encoding="utf-8").split())


@cache
def _words() -> frozenset[str]:
    """Return the words of the dictionary that have the form of a name."""
    return frozenset(word for word in Dictionary().words() if 1 < len(word) < 4 and _BARE.fullmatch(word))
