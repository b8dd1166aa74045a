"""What stands before a colon or in brackets at the head of a line: a role, a person, an office, or no speaker."""

import re
from collections.abc import Iterable

from library.chinese.persons import NAME, POSITION, SURNAME, is_word

TITLE = rf"(?:(?:副|总|老)?(?:{POSITION})|常务副(?:{POSITION}))"
"""A pattern for the position behind a name."""
ROLES = (
    r"问|答|問|记者|記者|主持人|主席|采访者|采访人|访谈者|访谈人|受访者|受訪者|受访人|提问者?|回答者?|笔者|编辑|读者|观众|网友|听众|旁白|画外音|"
    r"甲|乙|丙|丁|众人?|楼主|版主|\d{1,4}楼|嘉宾|发言人|發言人|审判长|审判员|书记员|法官|公诉人|辩护人|原告|被告|被告人|上诉人|证人|"
    r"(?:原告|被告|上诉人|委托)?(?:诉讼)?代理人|[老学]?生\d?|师|[QqAa](?:\d{1,3})?|(?:[问答問]|问题|提问|回答|問題)\s?\d{1,3}|"
    r"(?:嘉宾|嘉賓|专家|專家|学生|學生|同学|村民|居民|家长|业主|受访者|受訪者|受访人|访谈对象|参与者|与会者|记者|記者|观众|听众|读者|网友|"
    r"代表|委员|选手|评委|证人|男|女|老师|教师|医生|护士|患者|来访者|咨询师)\s?[A-Za-z\d甲乙丙丁戊一二三四五六七八九十]{1,2}|"
    r"(?:The )?(?:Interviewer|Interviewee|Moderator|Narrator|Question|Answer|Chairman|Witness)|"
    r"THE [A-Z]{3,16}|INTERVIEWER|INTERVIEWEE|MODERATOR"
)
"""A pattern for what those who speak are called by their part in the talk."""
LATIN = r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,2}"

_ROLE = re.compile(ROLES)
_REPORTER = re.compile(r"[\u3400-\u9fff·《》]{2,9}(?:记者|記者)")
_PERSON = re.compile(rf"(?P<name>{NAME})(?P<title>{TITLE}{{0,2}})")
_CALLED = re.compile("(?:同志|先生|女士|老师|老師|教授|医生|醫生|师傅|師傅|博士)+")
"""What anybody may be called: a word before it is a name, where 党委 in 党委书记 is none."""
_NICKNAME = re.compile(rf"[老小大阿]{SURNAME}|{SURNAME}(?:{TITLE}|[老总工导])")
_HONOURED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Senator|Congressman|Judge|Justice|Rev|Father|Sister|Captain|"
    r"Colonel|General|Sergeant|Officer|Detective|Inspector|Minister|President|Secretary|Councillor|Commissioner)\.? "
    r"[A-Z][\w'’-]{0,20}(?: [A-Z][\w.'’-]{0,20})?"
)
_NAMED = re.compile(rf"(?:{NAME})|{SURNAME}")
_OFFICE = re.compile(rf"[\u3400-\u9fff]{{0,12}}{TITLE}")
_TIMES = re.compile(
    "周[一二三四五六日末]|明[天年日早晚]|时[间候下刻]|白[天日昼]|后来|方才|元[月旦]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?"
)
_THINGS = re.compile(
    "方[案法式向面针位程]|单[位价]|项目|管[理辖]|成[果本效绩分立]|经[费过验营]|解[释答决析题法说]|关[系键于注]|安[全排置]|卫生|温[度馨].*|计[划算]|程序|"
    "章程|应[急用对]|金额|费用|和解|顾问|文[件号种本体]|明细|范[围例]|党[员委建]|习[惯题]|习惯|毛病|高[度潮]|施[工肥]|水[源量]|喻[体义]|易[错混].*|"
    "时[限效]|史[料实]|常[见识].*|严[重禁].*|鲁菜|苗木|麦子|路[线况程]|雷区|雷达|康复|祝[贺福]|游[戏览]|连[接线]|农[历时事]|车[次型牌]|包[装含]|"
    "盛产|柳[树条]|杨[树梅]|石[料材]|金[属银融]|白[话菜酒]|黄[瓜豆花]|牛[奶肉]|米[饭]|鱼|荣誉|全[文称长程]|景[点区]"
)
"""Words of what is told below them that begin as names do."""
_PARTICULAR = re.compile(
    r"(?:会议)?(?:时间|地点|主持|出席|列席|缺席|参加|参会|记录|整理|来源|作者|日期|编号|单位|主办|承办|协办|联系人|电话|关键词|摘要|注|附件?|"
    r"附注|说明|责编|责任编辑|编辑|编者按?|按语|摄影|图|文|译者|校对|排版|审核|监制|发送|抄送|主题|题目|议题|议程|地址|邮编|网址|例如?|如下|"
    r"备注|结论|商定|议定|决定|原因|目的|采访|受访|对象|背景|提示|导语|导读|总之|首先|其次|最后|第.|一是|二是|三是|原文|今译|译文|注释|上联|下联|横批|"
    r"时间|時間|地點|紀錄|決議|决议|决定|案由|人物|布景|注意|办法|结果|教训|说明|版权声明|声明|须知|要求|要点|.*如下|.*意见|.*建议|.*问题|.*方面|"
    r"開庭.*|开庭.*|发布|受訪|採訪|解|方|左|右)"
    r"(?:人员?|者|时间|地点|单位|人员)?"
)
_PARTICULAR_LATIN = re.compile(
    "(?:Note|Notes|Date|Time|Place|Venue|Location|Source|Sources|Author|Authors|Editor|Title|Subject|From|To|Cc|Bcc|Re|"
    "Sent|Price|Address|Tel|Email|Phone|Fax|Contact|Website|ISBN|ISSN|Publisher|Published|Pages|Version|Usage|Input|"
    "Output|Name|Names|Example|Examples|Solution|Theorem|Proof|Lemma|Corollary|Definition|Remark|Problem|Exercise|"
    "Hint|Figure|Fig|Table|Chapter|Section|Part|Step|Tip|Tips|Warning|Caution|Important|Summary|Abstract|Keywords|"
    "Introduction|Background|Objective|Objectives|Method|Methods|Results|Result|Conclusion|Conclusions|Discussion|"
    "Pros|Cons|Advantages|Disadvantages|Ingredients|Directions|Day|Week|Month|Year|Photo|Photograph|Credit|Caption|"
    "Present|Absent|Attendance|Minutes|Agenda|Item|Motion|Vote|Ayes|Noes|Update|Correction|Edit|PS|NB)(?: .*)?",
)


def is_role(name: str) -> bool:
    """Say whether a label is a part in a talk: 问, 主持人, 嘉宾A."""
    return _ROLE.fullmatch(name) is not None


def is_sure(name: str) -> bool:
    """Say whether a name can hardly be anything but that of who speaks."""
    if is_role(name) or _HONOURED.fullmatch(name):
        return True
    person = _PERSON.fullmatch(name)
    if person and (not is_word(person["name"]) or _CALLED.fullmatch(person["title"])):
        return True
    return any(each.fullmatch(name) for each in (_NICKNAME, _REPORTER)) and not is_word(name)


def is_likely(name: str) -> bool:
    """Say whether a label is a speaker's if those beside it are: a word that has the form of a name, or an office."""
    if _TIMES.fullmatch(name) or _THINGS.fullmatch(name):
        return False
    return _NAMED.fullmatch(name) is not None or _OFFICE.fullmatch(name) is not None


def is_particular(name: str) -> bool:
    """Say whether what stands before a colon names no speaker but what follows: 时间, 地点, 注."""
    if is_role(name):
        return False
    return (_PARTICULAR_LATIN if name.isascii() else _PARTICULAR).fullmatch(name) is not None


def is_latin(name: str) -> bool:
    """Say whether a name is one in Latin letters."""
    return name.isascii() and re.fullmatch(LATIN, name) is not None


def person(name: str) -> str:
    """Return the name of a person without a position behind it; that of an office, such as 党委书记, whole."""
    found = _PERSON.fullmatch(name)
    if not found or (is_word(found["name"]) and not _CALLED.fullmatch(found["title"])):
        return name
    return joined(found["name"])


def joined(name: str) -> str:
    """Return a name without the white space that sets its characters apart."""
    return name if name.isascii() else "".join(name.split())


def are_people(names: Iterable[str], longest: int) -> bool:
    """Say whether labels of less than `longest` code points, or sure ones, are names, one of them surely."""
    listed = list(names)
    return all(is_sure(name) or len(name) < longest for name in listed) and any(map(is_sure, listed))
