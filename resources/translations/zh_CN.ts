<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
  <name>zhupi</name>
  <message>
    <source>&amp;Look in:</source>
    <translation>查找范围(&amp;L)：</translation>
  </message>
  <message>
    <source>-tag without it · |tag any of several · ~tag beside it · 2015..2017 dates</source>
    <translation>-标签 不含 · |标签 任一 · ~标签 附近有 · 2015..2017 日期</translation>
  </message>
  <message>
    <source>/{pattern}/ cannot be read at character {place}.</source>
    <translation>/{pattern}/ 从第 {place} 个字符起无法理解。</translation>
  </message>
  <message>
    <source>/{pattern}/ ends with \. For the sign itself write it twice.</source>
    <translation>/{pattern}/ 末尾是单独的 \。要查找 \ 本身，请写两个。</translation>
  </message>
  <message>
    <source>/{pattern}/ has switches that do not go together.</source>
    <translation>/{pattern}/ 中的开关不能一起使用。</translation>
  </message>
  <message>
    <source>/{pattern}/ refers to a group that it does not have.</source>
    <translation>/{pattern}/ 引用了其中没有的分组。</translation>
  </message>
  <message>
    <source>118 or 38%</source>
    <translation>118 或 38%</translation>
  </message>
  <message>
    <source>1st word</source>
    <translation>第 1 个词</translation>
  </message>
  <message>
    <source>2015-03-12, 2015-03, 2015 or 2015年3月12日</source>
    <translation>2015-03-12、2015-03、2015 或 2015年3月12日</translation>
  </message>
  <message>
    <source>2nd word</source>
    <translation>第 2 个词</translation>
  </message>
  <message>
    <source>3rd word</source>
    <translation>第 3 个词</translation>
  </message>
  <message>
    <source>&gt; actions   # tags   @ headings</source>
    <translation>&gt; 操作　# 标签　@ 标题</translation>
  </message>
  <message>
    <source>A Zhupi library; open it instead.</source>
    <translation>这是一个朱批文献库；请直接打开它。</translation>
  </message>
  <message>
    <source>A few texts to try everything on</source>
    <translation>几篇文章，可以随意试用</translation>
  </message>
  <message>
    <source>A field should stand here, not “{text}”.</source>
    <translation>这里应是字段，而不是“{text}”。</translation>
  </message>
  <message>
    <source>A field’s name has 1 to {most} characters, without colons and quotes.</source>
    <translation>字段名为 1 至 {most} 个字符，不含冒号和引号。</translation>
  </message>
  <message>
    <source>A folder that holds your texts, marks and notes</source>
    <translation>一个文件夹，存放您的文献、划线和批注</translation>
  </message>
  <message>
    <source>A heading is one line of at most {count} characters.</source>
    <translation>标题为一行，最多 {count} 字。</translation>
  </message>
  <message>
    <source>A highlight cannot be linked with itself. Choose another one.</source>
    <translation>划线不能与自身相连。请另选一处。</translation>
  </message>
  <message>
    <source>A library needs a name before “{suffix}”. Choose one.</source>
    <translation>文献库名称不能只有“{suffix}”，请取一个名称。</translation>
  </message>
  <message>
    <source>A link: it was not followed.</source>
    <translation>这是链接，没有跟随。</translation>
  </message>
  <message>
    <source>A memo goes out as it stands: its excerpts in their order, with the prose between them.</source>
    <translation>札记按原样导出：摘录依其次序，其间的文字一并保留。</translation>
  </message>
  <message>
    <source>A memo holds what you write and the excerpts it rests on. Make one, and send highlights to it with M.</source>
    <translation>札记里是你写的文字和所依据的摘录。新建一篇，再用 M 把划线送进来。</translation>
  </message>
  <message>
    <source>A name cannot be empty.</source>
    <translation>名称不能为空。</translation>
  </message>
  <message>
    <source>A name cannot hold “/”: it separates the levels of a path.</source>
    <translation>名称不能含有“/”：它用来分隔层级。</translation>
  </message>
  <message>
    <source>A parenthesis is closed that was not opened. Take it out, or open it before.</source>
    <translation>有一个右括号没有对应的左括号。请去掉它，或补上左括号。</translation>
  </message>
  <message>
    <source>A parenthesis is open. Close it.</source>
    <translation>有一个左括号没有合上。请补上右括号。</translation>
  </message>
  <message>
    <source>A part of the title</source>
    <translation>题名的一部分</translation>
  </message>
  <message>
    <source>A part of what the file says of itself, such as a date that is none, was left out.</source>
    <translation>文件所附信息中有一部分（例如不成立的日期）没有采用。</translation>
  </message>
  <message>
    <source>A percentage goes from 0 to 100.</source>
    <translation>百分比在 0 到 100 之间。</translation>
  </message>
  <message>
    <source>A phrase with what looks like an operator or a space in it.</source>
    <translation>一整句话，其中可以有空格和看似算符的字。</translation>
  </message>
  <message>
    <source>A quotation mark is open. Close it.</source>
    <translation>有一个引号没有合上。请补上后引号。</translation>
  </message>
  <message>
    <source>A regular expression, as it is written; the switches do nothing to it. ^ and $ end lines.</source>
    <translation>正则表达式，按原样匹配，不受开关影响；^ 和 $ 是行首和行尾。</translation>
  </message>
  <message>
    <source>A row for every quotation; documents and tags have sheets of their own.</source>
    <translation>每条摘录一行；文献与标签各有工作表。</translation>
  </message>
  <message>
    <source>A speaker’s name cannot be empty.</source>
    <translation>说话人的名字不能为空。</translation>
  </message>
  <message>
    <source>A speaker’s name has at most {count} characters.</source>
    <translation>说话人的名字最多 {count} 个字。</translation>
  </message>
  <message>
    <source>A tag a line. What is indented goes below the line above it.</source>
    <translation>每行一个标签，缩进的行归在上一行之下。</translation>
  </message>
  <message>
    <source>A term has 1 to {most} characters.</source>
    <translation>一个词条有 1 到 {most} 个字。</translation>
  </message>
  <message>
    <source>A text was changed on disk. Check the library, and restore it from a copy.</source>
    <translation>有一份正文在磁盘上被改动。请检查文献库，并从备份恢复。</translation>
  </message>
  <message>
    <source>A title cannot be empty.</source>
    <translation>标题不能为空。</translation>
  </message>
  <message>
    <source>A value has more than {most} characters.</source>
    <translation>有一个值超过 {most} 字。</translation>
  </message>
  <message>
    <source>A value is not closed before the end of the file.</source>
    <translation>有一个值到文件末尾还没有结束。</translation>
  </message>
  <message>
    <source>A value is not closed before the next entry begins.</source>
    <translation>有一个值到下一条开始时还没有结束。</translation>
  </message>
  <message>
    <source>A whole page</source>
    <translation>整页</translation>
  </message>
  <message>
    <source>APA, 7th edition</source>
    <translation>APA 第 7 版</translation>
  </message>
  <message>
    <source>About Zhupi</source>
    <translation>关于朱批</translation>
  </message>
  <message>
    <source>About the whole document</source>
    <translation>关于整篇文献</translation>
  </message>
  <message>
    <source>Abstracts, keywords and notes into the notes of the documents</source>
    <translation>摘要、关键词和附注写入文献的批注</translation>
  </message>
  <message>
    <source>Accessed</source>
    <translation>访问日期</translation>
  </message>
  <message>
    <source>Action</source>
    <translation>操作</translation>
  </message>
  <message>
    <source>Add</source>
    <translation>添加</translation>
  </message>
  <message>
    <source>Add a condition</source>
    <translation>添加条件</translation>
  </message>
  <message>
    <source>Add a condition ({key})</source>
    <translation>添加条件（{key}）</translation>
  </message>
  <message>
    <source>Add a field</source>
    <translation>添加字段</translation>
  </message>
  <message>
    <source>Add a field…</source>
    <translation>添加字段…</translation>
  </message>
  <message>
    <source>Add bookmark</source>
    <translation>添加书签</translation>
  </message>
  <message>
    <source>Add collection “{name}”</source>
    <translation>添加文集“{name}”</translation>
  </message>
  <message>
    <source>Add field “{name}”</source>
    <translation>添加字段“{name}”</translation>
  </message>
  <message>
    <source>Add glossary entry</source>
    <translation>添加词条</translation>
  </message>
  <message>
    <source>Add heading</source>
    <translation>添加标题</translation>
  </message>
  <message>
    <source>Add highlight</source>
    <translation>添加划线</translation>
  </message>
  <message>
    <source>Add memo “{name}”</source>
    <translation>新建札记“{name}”</translation>
  </message>
  <message>
    <source>Add own word</source>
    <translation>添加自定词</translation>
  </message>
  <message>
    <source>Add smart collection “{name}”</source>
    <translation>新建智能文集“{name}”</translation>
  </message>
  <message>
    <source>Add tag</source>
    <translation>新建标签</translation>
  </message>
  <message>
    <source>Add tag “{name}”</source>
    <translation>添加标签“{name}”</translation>
  </message>
  <message>
    <source>Add the examples</source>
    <translation>加入示例</translation>
  </message>
  <message>
    <source>Add {count} glossary entries</source>
    <translation>添加 {count} 个词条</translation>
  </message>
  <message>
    <source>Add {count} own words</source>
    <translation>添加 {count} 个自定词</translation>
  </message>
  <message>
    <source>Add {count} tag</source>
    <translation>添加 {count} 个标签</translation>
  </message>
  <message>
    <source>Add {count} tags</source>
    <translation>新建 {count} 个标签</translation>
  </message>
  <message>
    <source>Added</source>
    <translation>导入日期</translation>
  </message>
  <message>
    <source>Adding the examples</source>
    <translation>正在加入示例</translation>
  </message>
  <message>
    <source>Adopted</source>
    <translation>通过日期</translation>
  </message>
  <message>
    <source>After</source>
    <translation>修复后</translation>
  </message>
  <message>
    <source>All</source>
    <translation>全部</translation>
  </message>
  <message>
    <source>All bookmarks…</source>
    <translation>全部书签…</translation>
  </message>
  <message>
    <source>All documents</source>
    <translation>全部文献</translation>
  </message>
  <message>
    <source>All files ({patterns})</source>
    <translation>所有文件 ({patterns})</translation>
  </message>
  <message>
    <source>All memos</source>
    <translation>全部札记</translation>
  </message>
  <message>
    <source>All tabs</source>
    <translation>所有标签页</translation>
  </message>
  <message>
    <source>All tags and none</source>
    <translation>全部划线（不论标签）</translation>
  </message>
  <message>
    <source>All that can be imported</source>
    <translation>可导入的所有文件</translation>
  </message>
  <message>
    <source>An import was interrupted: one file is left of it.</source>
    <translation>上次导入中断了：还有 1 个文件没有导入。</translation>
  </message>
  <message>
    <source>An import was interrupted: {count} files are left of it.</source>
    <translation>上次导入中断了：还有 {count} 个文件没有导入。</translation>
  </message>
  <message>
    <source>Another distance…</source>
    <translation>其他距离…</translation>
  </message>
  <message>
    <source>Another one…</source>
    <translation>其他文献…</translation>
  </message>
  <message>
    <source>Another program is writing this library. Close it there, then try again.</source>
    <translation>另一个程序正在写入这个文献库。请先在那边关闭，然后重试。</translation>
  </message>
  <message>
    <source>Any form is found: simplified, traditional and variant characters, in any width and case, across line breaks and punctuation. What has punctuation inside is marked ≈.</source>
    <translation>各种写法都能找到：简体、繁体、异体，全角、半角，大小写，隔着换行和标点也一样。中间隔着标点的标为 ≈。</translation>
  </message>
  <message>
    <source>Archive material</source>
    <translation>档案</translation>
  </message>
  <message>
    <source>Arrange the sample library</source>
    <translation>整理样例文献库</translation>
  </message>
  <message>
    <source>Article</source>
    <translation>正文</translation>
  </message>
  <message>
    <source>As found</source>
    <translation>照原样</translation>
  </message>
  <message>
    <source>As in the text</source>
    <translation>按正文顺序</translation>
  </message>
  <message>
    <source>As shown</source>
    <translation>如所示</translation>
  </message>
  <message>
    <source>As the script has them</source>
    <translation>按文字而定</translation>
  </message>
  <message>
    <source>As the system</source>
    <translation>跟随系统</translation>
  </message>
  <message>
    <source>As the theme</source>
    <translation>随主题</translation>
  </message>
  <message>
    <source>As wide as the view</source>
    <translation>适合宽度</translation>
  </message>
  <message>
    <source>At most 8 characters between them, in either order.</source>
    <translation>两者之间最多 8 个字，先后不限。</translation>
  </message>
  <message>
    <source>At most {count} characters away</source>
    <translation>相距至多 {count} 字</translation>
  </message>
  <message>
    <source>At the top</source>
    <translation>最上层</translation>
  </message>
  <message>
    <source>Author</source>
    <translation>作者</translation>
  </message>
  <message>
    <source>Back</source>
    <translation>后退</translation>
  </message>
  <message>
    <source>Back to the side</source>
    <translation>移回侧栏</translation>
  </message>
  <message>
    <source>Back to {place}</source>
    <translation>回到 {place}</translation>
  </message>
  <message>
    <source>Back up now</source>
    <translation>立即备份</translation>
  </message>
  <message>
    <source>Backing up the library</source>
    <translation>正在备份文献库</translation>
  </message>
  <message>
    <source>Before</source>
    <translation>修复前</translation>
  </message>
  <message>
    <source>Before the first heading</source>
    <translation>第一个标题之前</translation>
  </message>
  <message>
    <source>Being read</source>
    <translation>在读</translation>
  </message>
  <message>
    <source>Belongs here</source>
    <translation>包括</translation>
  </message>
  <message>
    <source>Below</source>
    <translation>归在其下</translation>
  </message>
  <message>
    <source>Beside a passage with this tag</source>
    <translation>附近有这个标签</translation>
  </message>
  <message>
    <source>Bibliographies</source>
    <translation>书目</translation>
  </message>
  <message>
    <source>Bibliographies ({patterns})</source>
    <translation>书目（{patterns}）</translation>
  </message>
  <message>
    <source>Bibliography</source>
    <translation>书目</translation>
  </message>
  <message>
    <source>Bin</source>
    <translation>回收站</translation>
  </message>
  <message>
    <source>Blue</source>
    <translation>蓝</translation>
  </message>
  <message>
    <source>Book</source>
    <translation>图书</translation>
  </message>
  <message>
    <source>Bookmarks</source>
    <translation>书签</translation>
  </message>
  <message>
    <source>Broken paragraphs</source>
    <translation>断开的段落</translation>
  </message>
  <message>
    <source>Brown</source>
    <translation>褐</translation>
  </message>
  <message>
    <source>By colour</source>
    <translation>按颜色</translation>
  </message>
  <message>
    <source>By count</source>
    <translation>按数量</translation>
  </message>
  <message>
    <source>By date</source>
    <translation>按日期</translation>
  </message>
  <message>
    <source>By document</source>
    <translation>按文献</translation>
  </message>
  <message>
    <source>By hand</source>
    <translation>手动排列</translation>
  </message>
  <message>
    <source>By name</source>
    <translation>按名称</translation>
  </message>
  <message>
    <source>By place</source>
    <translation>按位置</translation>
  </message>
  <message>
    <source>By relevance</source>
    <translation>按相关程度</translation>
  </message>
  <message>
    <source>By tag</source>
    <translation>随标签</translation>
  </message>
  <message>
    <source>By the left</source>
    <translation>按左边</translation>
  </message>
  <message>
    <source>By the right</source>
    <translation>按右边</translation>
  </message>
  <message>
    <source>By title</source>
    <translation>按标题</translation>
  </message>
  <message>
    <source>CSV (spreadsheet)</source>
    <translation>CSV（电子表格）</translation>
  </message>
  <message>
    <source>Cancel</source>
    <translation>取消</translation>
  </message>
  <message>
    <source>Case</source>
    <translation>大小写</translation>
  </message>
  <message>
    <source>Central European</source>
    <translation>中欧文字</translation>
  </message>
  <message>
    <source>Change own word</source>
    <translation>修改自定词</translation>
  </message>
  <message>
    <source>Change smart collection “{name}”</source>
    <translation>修改智能文集“{name}”</translation>
  </message>
  <message>
    <source>Changes</source>
    <translation>改动</translation>
  </message>
  <message>
    <source>Changes from another window</source>
    <translation>来自另一窗口的改动</translation>
  </message>
  <message>
    <source>Chapter of a book</source>
    <translation>图书章节</translation>
  </message>
  <message>
    <source>Characters a line</source>
    <translation>每行字数</translation>
  </message>
  <message>
    <source>Characters between the two passages at most:</source>
    <translation>两处之间至多相隔的字数：</translation>
  </message>
  <message>
    <source>Check the file</source>
    <translation>核对文件</translation>
  </message>
  <message>
    <source>Check the library</source>
    <translation>检查文献库</translation>
  </message>
  <message>
    <source>Check the original</source>
    <translation>核对原件</translation>
  </message>
  <message>
    <source>Checking the library</source>
    <translation>正在检查文献库</translation>
  </message>
  <message>
    <source>Chicago, author and date</source>
    <translation>芝加哥格式，著者-出版年</translation>
  </message>
  <message>
    <source>Chinese texts</source>
    <translation>中文文本</translation>
  </message>
  <message>
    <source>Choose</source>
    <translation>选择</translation>
  </message>
  <message>
    <source>Choose the document</source>
    <translation>选择文献</translation>
  </message>
  <message>
    <source>Choose this for all files</source>
    <translation>所有文件都照此选择</translation>
  </message>
  <message>
    <source>Choose: {count}</source>
    <translation>待选：{count}</translation>
  </message>
  <message>
    <source>Chosen</source>
    <translation>手选</translation>
  </message>
  <message>
    <source>Citation key</source>
    <translation>引用键</translation>
  </message>
  <message>
    <source>Citations</source>
    <translation>引文格式</translation>
  </message>
  <message>
    <source>Citations as footnotes</source>
    <translation>引用作脚注</translation>
  </message>
  <message>
    <source>Clear</source>
    <translation>清除</translation>
  </message>
  <message>
    <source>Close</source>
    <translation>关闭</translation>
  </message>
  <message>
    <source>Close library</source>
    <translation>关闭文献库</translation>
  </message>
  <message>
    <source>Close tab</source>
    <translation>关闭标签页</translation>
  </message>
  <message>
    <source>Close the find bar</source>
    <translation>关闭查找栏</translation>
  </message>
  <message>
    <source>Close the other tabs</source>
    <translation>关闭其他标签页</translation>
  </message>
  <message>
    <source>Close the page view</source>
    <translation>关闭原书页面</translation>
  </message>
  <message>
    <source>Close the split</source>
    <translation>关闭分屏</translation>
  </message>
  <message>
    <source>Close this side</source>
    <translation>关闭这一侧</translation>
  </message>
  <message>
    <source>Codebook</source>
    <translation>标签册</translation>
  </message>
  <message>
    <source>Collection</source>
    <translation>文集</translation>
  </message>
  <message>
    <source>Collection “{name}” deleted; its documents stay in the library</source>
    <translation>已删除文集“{name}”，其中的文献仍在文献库里</translation>
  </message>
  <message>
    <source>Collections</source>
    <translation>文集</translation>
  </message>
  <message>
    <source>Colour</source>
    <translation>颜色</translation>
  </message>
  <message>
    <source>Colour by tag</source>
    <translation>颜色随标签</translation>
  </message>
  <message>
    <source>Colours</source>
    <translation>颜色</translation>
  </message>
  <message>
    <source>Columns of the table</source>
    <translation>表格的列</translation>
  </message>
  <message>
    <source>Comments that were left out: {count}.</source>
    <translation>没有读入的批注：{count} 条。</translation>
  </message>
  <message>
    <source>Concordance</source>
    <translation>对照行</translation>
  </message>
  <message>
    <source>Condition</source>
    <translation>条件</translation>
  </message>
  <message>
    <source>Conditions</source>
    <translation>条件</translation>
  </message>
  <message>
    <source>Conference paper</source>
    <translation>会议论文</translation>
  </message>
  <message>
    <source>Copies of the library’s database lie in its backups folder.</source>
    <translation>文献库的备份在其 backups 文件夹中。</translation>
  </message>
  <message>
    <source>Copy</source>
    <translation>复制</translation>
  </message>
  <message>
    <source>Copy all</source>
    <translation>全部复制</translation>
  </message>
  <message>
    <source>Copy all of it with its styles, for Word or a mail</source>
    <translation>连同样式复制全部内容，可粘贴到 Word 或邮件</translation>
  </message>
  <message>
    <source>Copy as Markdown</source>
    <translation>复制为 Markdown</translation>
  </message>
  <message>
    <source>Copy as quotation</source>
    <translation>复制为引文</translation>
  </message>
  <message>
    <source>Copy as text</source>
    <translation>复制为文本</translation>
  </message>
  <message>
    <source>Copy citation</source>
    <translation>复制引文</translation>
  </message>
  <message>
    <source>Copy link</source>
    <translation>复制链接</translation>
  </message>
  <message>
    <source>Copy quotation</source>
    <translation>复制引文</translation>
  </message>
  <message>
    <source>Copy the text as it stands</source>
    <translation>按原样复制</translation>
  </message>
  <message>
    <source>Copy the ticked lines, or all, as a table</source>
    <translation>把勾选的行（或全部）复制为表格</translation>
  </message>
  <message>
    <source>Copying</source>
    <translation>正在复制</translation>
  </message>
  <message>
    <source>Copying the export</source>
    <translation>正在复制导出内容</translation>
  </message>
  <message>
    <source>Correct quotation</source>
    <translation>校正引文</translation>
  </message>
  <message>
    <source>Correct reading</source>
    <translation>更正读音</translation>
  </message>
  <message>
    <source>Correct the quotation</source>
    <translation>更正引文</translation>
  </message>
  <message>
    <source>Correct the quotation…</source>
    <translation>更正引文…</translation>
  </message>
  <message>
    <source>Correct the reading</source>
    <translation>更正读音</translation>
  </message>
  <message>
    <source>Correct the reading…</source>
    <translation>更正读音…</translation>
  </message>
  <message>
    <source>Corrected readings</source>
    <translation>已更正的读音</translation>
  </message>
  <message>
    <source>Corrected readings…</source>
    <translation>已更正的读音…</translation>
  </message>
  <message>
    <source>Count and list these, too</source>
    <translation>把这些也计入并列出</translation>
  </message>
  <message>
    <source>Count them once</source>
    <translation>只计一次</translation>
  </message>
  <message>
    <source>Counting…</source>
    <translation>正在统计…</translation>
  </message>
  <message>
    <source>Cyrillic</source>
    <translation>西里尔文字</translation>
  </message>
  <message>
    <source>DOI</source>
    <translation>DOI</translation>
  </message>
  <message>
    <source>Damaged on the disk</source>
    <translation>磁盘上的文件已损坏</translation>
  </message>
  <message>
    <source>Data set</source>
    <translation>数据集</translation>
  </message>
  <message>
    <source>Date</source>
    <translation>日期</translation>
  </message>
  <message>
    <source>Date added</source>
    <translation>加入日期</translation>
  </message>
  <message>
    <source>Date of {count} documents</source>
    <translation>{count} 篇文献的日期</translation>
  </message>
  <message>
    <source>Date of “{name}”</source>
    <translation>“{name}”的日期</translation>
  </message>
  <message>
    <source>Day of marking</source>
    <translation>划线日期</translation>
  </message>
  <message>
    <source>Delete</source>
    <translation>删除</translation>
  </message>
  <message>
    <source>Delete collection</source>
    <translation>删除文集</translation>
  </message>
  <message>
    <source>Delete collection “{name}”</source>
    <translation>删除文集“{name}”</translation>
  </message>
  <message>
    <source>Delete document</source>
    <translation>删除文献</translation>
  </message>
  <message>
    <source>Delete for good</source>
    <translation>彻底删除</translation>
  </message>
  <message>
    <source>Delete highlight</source>
    <translation>删除划线</translation>
  </message>
  <message>
    <source>Delete memo</source>
    <translation>删除札记</translation>
  </message>
  <message>
    <source>Delete smart collection</source>
    <translation>删除智能文集</translation>
  </message>
  <message>
    <source>Delete tag “{name}”</source>
    <translation>删除标签“{name}”</translation>
  </message>
  <message>
    <source>Delete the tag “{name}”?</source>
    <translation>删除标签“{name}”？</translation>
  </message>
  <message>
    <source>Delete {count} document for good?</source>
    <translation>要彻底删除 {count} 篇文献吗？</translation>
  </message>
  <message>
    <source>Delete {count} documents</source>
    <translation>彻底删除 {count} 篇文献</translation>
  </message>
  <message>
    <source>Delete {count} documents for good?</source>
    <translation>要彻底删除 {count} 篇文献吗？</translation>
  </message>
  <message>
    <source>Delete {count} highlights</source>
    <translation>删除 {count} 处划线</translation>
  </message>
  <message>
    <source>Delete {count} memos</source>
    <translation>删除 {count} 篇札记</translation>
  </message>
  <message>
    <source>Delete {count} smart collections</source>
    <translation>删除 {count} 个智能文集</translation>
  </message>
  <message>
    <source>Delete {count} tags</source>
    <translation>删除 {count} 个标签</translation>
  </message>
  <message>
    <source>Delete {count} tags?</source>
    <translation>删除 {count} 个标签？</translation>
  </message>
  <message>
    <source>Demote</source>
    <translation>降低级别</translation>
  </message>
  <message>
    <source>Demote heading</source>
    <translation>降低标题级别</translation>
  </message>
  <message>
    <source>Demote {count} headings</source>
    <translation>降低 {count} 个标题的级别</translation>
  </message>
  <message>
    <source>Describe tag “{name}”</source>
    <translation>说明标签“{name}”</translation>
  </message>
  <message>
    <source>Describe the tag</source>
    <translation>说明标签</translation>
  </message>
  <message>
    <source>Describe the tag…</source>
    <translation>说明标签…</translation>
  </message>
  <message>
    <source>Describe…</source>
    <translation>说明…</translation>
  </message>
  <message>
    <source>Details</source>
    <translation>详情</translation>
  </message>
  <message>
    <source>Distance</source>
    <translation>距离</translation>
  </message>
  <message>
    <source>Document</source>
    <translation>文献</translation>
  </message>
  <message>
    <source>Document note</source>
    <translation>文献批注</translation>
  </message>
  <message>
    <source>Documents</source>
    <translation>文献</translation>
  </message>
  <message>
    <source>Documents leave the library with it.</source>
    <translation>文献会随之离开文献库。</translation>
  </message>
  <message>
    <source>Documents leave the library with it: “{step}”.</source>
    <translation>文献会随之离开文献库：“{step}”。</translation>
  </message>
  <message>
    <source>Documents of a collection or one below it.</source>
    <translation>某文集及其下级文集中的文献。</translation>
  </message>
  <message>
    <source>Documents of a kind; what kinds there are is offered behind the colon.</source>
    <translation>某一类型的文献；冒号后会列出可用的类型。</translation>
  </message>
  <message>
    <source>Documents of these years; a month or a day may follow: 1954-09. Either end may be left out: 1949..</source>
    <translation>这些年份的文献；可加月或日：1954-09。任一端可省略：1949..</translation>
  </message>
  <message>
    <source>Documents that have both words, anywhere.</source>
    <translation>两个词都有的文献，位置不限。</translation>
  </message>
  <message>
    <source>Documents that have this in a note.</source>
    <translation>批注中有此词的文献。</translation>
  </message>
  <message>
    <source>Documents that have this in their title.</source>
    <translation>标题中有此词的文献。</translation>
  </message>
  <message>
    <source>Documents with a highlight in the colour.</source>
    <translation>有这种颜色划线的文献。</translation>
  </message>
  <message>
    <source>Documents with a highlight that carries the tag or one below it.</source>
    <translation>有划线带此标签或其下级标签的文献。</translation>
  </message>
  <message>
    <source>Does not belong here</source>
    <translation>不包括</translation>
  </message>
  <message>
    <source>Done</source>
    <translation>完成</translation>
  </message>
  <message>
    <source>Down</source>
    <translation>下移</translation>
  </message>
  <message>
    <source>Drive</source>
    <translation>驱动器</translation>
  </message>
  <message>
    <source>Drop files here or press Ctrl+I.</source>
    <translation>把文件拖到这里，或按 Ctrl+I 导入。</translation>
  </message>
  <message>
    <source>Drop the rest</source>
    <translation>不再导入剩下的</translation>
  </message>
  <message>
    <source>Duplicates</source>
    <translation>重复</translation>
  </message>
  <message>
    <source>Edit</source>
    <translation>编辑</translation>
  </message>
  <message>
    <source>Edit document</source>
    <translation>编辑文献</translation>
  </message>
  <message>
    <source>Edit note</source>
    <translation>编辑批注</translation>
  </message>
  <message>
    <source>Edit {count} documents</source>
    <translation>修改 {count} 篇文献</translation>
  </message>
  <message>
    <source>Edition</source>
    <translation>版本</translation>
  </message>
  <message>
    <source>Editor</source>
    <translation>编者</translation>
  </message>
  <message>
    <source>Editor’s note</source>
    <translation>编者按</translation>
  </message>
  <message>
    <source>Empty</source>
    <translation>空</translation>
  </message>
  <message>
    <source>Empty the bin…</source>
    <translation>清空回收站…</translation>
  </message>
  <message>
    <source>Empty: there is nothing in it to read</source>
    <translation>空文件：没有可读的内容</translation>
  </message>
  <message>
    <source>Encoding</source>
    <translation>编码</translation>
  </message>
  <message>
    <source>Encoding uncertain</source>
    <translation>编码不确定</translation>
  </message>
  <message>
    <source>English</source>
    <translation>英文</translation>
  </message>
  <message>
    <source>Enter goes to a link, or makes one · Delete removes it</source>
    <translation>Enter 前往或建立链接 · Delete 移除链接</translation>
  </message>
  <message>
    <source>Enter tags · Shift+Enter tags and stays</source>
    <translation>Enter 加标签 · Shift+Enter 加了再加</translation>
  </message>
  <message>
    <source>Enter, then press the new keys.</source>
    <translation>先按回车，再按下新的按键。</translation>
  </message>
  <message>
    <source>Enter: in this passage nobody speaks.</source>
    <translation>回车：这一段没有人说话。</translation>
  </message>
  <message>
    <source>Enter: {name} speaks in this passage only.</source>
    <translation>回车：只有这一段由{name}说话。</translation>
  </message>
  <message>
    <source>Enter: {old} is called {name} in the whole text.</source>
    <translation>回车：全文中的{old}都改为{name}。</translation>
  </message>
  <message>
    <source>Enter: {old} is taken out in the whole text.</source>
    <translation>回车：全文不再把{old}当作说话人。</translation>
  </message>
  <message>
    <source>Entries</source>
    <translation>条目</translation>
  </message>
  <message>
    <source>Entry</source>
    <translation>条目</translation>
  </message>
  <message>
    <source>Every field may be called by its Chinese name: {names}.</source>
    <translation>每个字段都可以用中文名称：{names}。</translation>
  </message>
  <message>
    <source>Exact form</source>
    <translation>按原样</translation>
  </message>
  <message>
    <source>Example</source>
    <translation>例子</translation>
  </message>
  <message>
    <source>Excel workbook</source>
    <translation>Excel 工作簿</translation>
  </message>
  <message>
    <source>Excerpt sent to “{name}”</source>
    <translation>摘录已送入“{name}”</translation>
  </message>
  <message>
    <source>Excerpt sent to “{name}”, which held it already</source>
    <translation>摘录已送入“{name}”，其中原已有这条</translation>
  </message>
  <message>
    <source>Excerpts</source>
    <translation>摘录</translation>
  </message>
  <message>
    <source>Explain term</source>
    <translation>解释词条</translation>
  </message>
  <message>
    <source>Export again as last time</source>
    <translation>照上次再导出</translation>
  </message>
  <message>
    <source>Export bibliography</source>
    <translation>导出书目</translation>
  </message>
  <message>
    <source>Export bibliography…</source>
    <translation>导出书目…</translation>
  </message>
  <message>
    <source>Export highlights</source>
    <translation>导出划线</translation>
  </message>
  <message>
    <source>Export highlights…</source>
    <translation>导出划线…</translation>
  </message>
  <message>
    <source>Export lines</source>
    <translation>导出行</translation>
  </message>
  <message>
    <source>Export memo…</source>
    <translation>导出札记…</translation>
  </message>
  <message>
    <source>Export original</source>
    <translation>导出原件</translation>
  </message>
  <message>
    <source>Export original…</source>
    <translation>导出原件…</translation>
  </message>
  <message>
    <source>Export this tag…</source>
    <translation>导出这个标签…</translation>
  </message>
  <message>
    <source>Exporting “{name}”</source>
    <translation>正在导出“{name}”</translation>
  </message>
  <message>
    <source>Export…</source>
    <translation>导出…</translation>
  </message>
  <message>
    <source>Extend to the paragraph</source>
    <translation>扩展到整段</translation>
  </message>
  <message>
    <source>Extend to the sentence</source>
    <translation>扩展到整句</translation>
  </message>
  <message>
    <source>Fewer fields</source>
    <translation>收起字段</translation>
  </message>
  <message>
    <source>Field</source>
    <translation>字段</translation>
  </message>
  <message>
    <source>Fields</source>
    <translation>字段</translation>
  </message>
  <message>
    <source>Fields of the document</source>
    <translation>文献信息</translation>
  </message>
  <message>
    <source>File</source>
    <translation>文件</translation>
  </message>
  <message>
    <source>File name</source>
    <translation>文件名</translation>
  </message>
  <message>
    <source>Files</source>
    <translation>文件</translation>
  </message>
  <message>
    <source>Files of &amp;type:</source>
    <translation>文件类型(&amp;T)：</translation>
  </message>
  <message>
    <source>Files that end in “{suffix}” cannot be imported from a folder. If it is a text, import it by itself.</source>
    <translation>导入文件夹时不接受以“{suffix}”结尾的文件。如果它是文本，请单独导入。</translation>
  </message>
  <message>
    <source>Fill empty fields only</source>
    <translation>只填空字段</translation>
  </message>
  <message>
    <source>Fill if empty</source>
    <translation>空则填入</translation>
  </message>
  <message>
    <source>Fill in {count} document</source>
    <translation>填写 {count} 篇文献</translation>
  </message>
  <message>
    <source>Fill in {count} documents</source>
    <translation>填写 {count} 篇文献</translation>
  </message>
  <message>
    <source>Fill it…</source>
    <translation>设定…</translation>
  </message>
  <message>
    <source>Filter by reading</source>
    <translation>按阅读进度筛选</translation>
  </message>
  <message>
    <source>Filter by reading: {stage}</source>
    <translation>按阅读进度筛选：{stage}</translation>
  </message>
  <message>
    <source>Filter documents</source>
    <translation>筛选文献</translation>
  </message>
  <message>
    <source>Filter headings</source>
    <translation>筛选标题</translation>
  </message>
  <message>
    <source>Filter highlights</source>
    <translation>筛选划线</translation>
  </message>
  <message>
    <source>Filter repairs</source>
    <translation>筛选修复</translation>
  </message>
  <message>
    <source>Filter tags</source>
    <translation>筛选标签</translation>
  </message>
  <message>
    <source>Filter the list</source>
    <translation>筛选列表</translation>
  </message>
  <message>
    <source>Filter, or type a new name; / makes a level</source>
    <translation>筛选，或输入新名称；“/”表示下一级</translation>
  </message>
  <message>
    <source>Find in document</source>
    <translation>在文中查找</translation>
  </message>
  <message>
    <source>Find next</source>
    <translation>下一处</translation>
  </message>
  <message>
    <source>Find previous</source>
    <translation>上一处</translation>
  </message>
  <message>
    <source>Find the query only as it is written, not in other forms</source>
    <translation>只找与所写完全一致的，不找其他写法</translation>
  </message>
  <message>
    <source>Find the query only as it is written, not in other forms or across punctuation</source>
    <translation>只找写法相同的，不找繁简异体，也不跨标点</translation>
  </message>
  <message>
    <source>Find the query only where words begin and end with it</source>
    <translation>只找首尾正好是词的边界之处</translation>
  </message>
  <message>
    <source>Finding “{query}”</source>
    <translation>正在查找“{query}”</translation>
  </message>
  <message>
    <source>First seen</source>
    <translation>首见</translation>
  </message>
  <message>
    <source>Fold all</source>
    <translation>全部折叠</translation>
  </message>
  <message>
    <source>Fold all groups</source>
    <translation>折叠所有分组</translation>
  </message>
  <message>
    <source>Folder</source>
    <translation>文件夹</translation>
  </message>
  <message>
    <source>Follow the link in the note</source>
    <translation>打开批注中的链接</translation>
  </message>
  <message>
    <source>For all entries</source>
    <translation>对所有条目</translation>
  </message>
  <message>
    <source>Forget</source>
    <translation>删除</translation>
  </message>
  <message>
    <source>Forget the preset “{name}”?</source>
    <translation>删除预设“{name}”？</translation>
  </message>
  <message>
    <source>Forget this preset</source>
    <translation>删除这个预设</translation>
  </message>
  <message>
    <source>Format</source>
    <translation>格式</translation>
  </message>
  <message>
    <source>Forward</source>
    <translation>前进</translation>
  </message>
  <message>
    <source>Frequency</source>
    <translation>频次</translation>
  </message>
  <message>
    <source>From</source>
    <translation>范围</translation>
  </message>
  <message>
    <source>From a file…</source>
    <translation>从文件读取…</translation>
  </message>
  <message>
    <source>GB/T 7714—2015, author and year</source>
    <translation>GB/T 7714—2015，著者-出版年</translation>
  </message>
  <message>
    <source>GB/T 7714—2015, numbered</source>
    <translation>GB/T 7714—2015，顺序编码</translation>
  </message>
  <message>
    <source>GB/T 7714—2025, author and year</source>
    <translation>GB/T 7714—2025，著者-出版年</translation>
  </message>
  <message>
    <source>GB/T 7714—2025, numbered</source>
    <translation>GB/T 7714—2025，顺序编码</translation>
  </message>
  <message>
    <source>Gazetteer</source>
    <translation>地方志</translation>
  </message>
  <message>
    <source>Gloss</source>
    <translation>释义</translation>
  </message>
  <message>
    <source>Glossary</source>
    <translation>词汇表</translation>
  </message>
  <message>
    <source>Glossary…</source>
    <translation>词汇表…</translation>
  </message>
  <message>
    <source>Go</source>
    <translation>转到</translation>
  </message>
  <message>
    <source>Go on</source>
    <translation>继续</translation>
  </message>
  <message>
    <source>Go on with the import</source>
    <translation>继续导入</translation>
  </message>
  <message>
    <source>Go on with the import…</source>
    <translation>继续上次的导入…</translation>
  </message>
  <message>
    <source>Go on with the one left</source>
    <translation>继续导入剩下的 1 个</translation>
  </message>
  <message>
    <source>Go on with the {count} left</source>
    <translation>继续导入剩下的 {count} 个</translation>
  </message>
  <message>
    <source>Go there</source>
    <translation>前往</translation>
  </message>
  <message>
    <source>Go to</source>
    <translation>转到</translation>
  </message>
  <message>
    <source>Go to paragraph or percentage…</source>
    <translation>转到某段或百分比…</translation>
  </message>
  <message>
    <source>Go to passage</source>
    <translation>转到原文</translation>
  </message>
  <message>
    <source>Go to “{name}”</source>
    <translation>转到“{name}”</translation>
  </message>
  <message>
    <source>Greek</source>
    <translation>希腊文</translation>
  </message>
  <message>
    <source>Green</source>
    <translation>绿</translation>
  </message>
  <message>
    <source>Grouped</source>
    <translation>分组</translation>
  </message>
  <message>
    <source>Grouped by colour</source>
    <translation>按颜色分组</translation>
  </message>
  <message>
    <source>Grouped by heading</source>
    <translation>按标题分组</translation>
  </message>
  <message>
    <source>Grouped by speaker</source>
    <translation>按说话人分组</translation>
  </message>
  <message>
    <source>Grouped by tag</source>
    <translation>按标签分组</translation>
  </message>
  <message>
    <source>Guess</source>
    <translation>自动判断</translation>
  </message>
  <message>
    <source>Guessed: {encoding}</source>
    <translation>自动判断：{encoding}</translation>
  </message>
  <message>
    <source>HTML (web page)</source>
    <translation>HTML（网页）</translation>
  </message>
  <message>
    <source>Heading</source>
    <translation>标题</translation>
  </message>
  <message>
    <source>Heading, or else paragraph</source>
    <translation>标题，无则段落</translation>
  </message>
  <message>
    <source>Headings</source>
    <translation>标题</translation>
  </message>
  <message>
    <source>Help</source>
    <translation>帮助</translation>
  </message>
  <message>
    <source>Highlight</source>
    <translation>划线</translation>
  </message>
  <message>
    <source>Highlight deleted</source>
    <translation>已删除划线</translation>
  </message>
  <message>
    <source>Highlight, {color}: {quote}</source>
    <translation>划线，{color}：{quote}</translation>
  </message>
  <message>
    <source>Highlights</source>
    <translation>划线</translation>
  </message>
  <message>
    <source>Highlights linked</source>
    <translation>已链接两处划线</translation>
  </message>
  <message>
    <source>History</source>
    <translation>历史记录</translation>
  </message>
  <message>
    <source>History…</source>
    <translation>历史记录…</translation>
  </message>
  <message>
    <source>Hits</source>
    <translation>命中</translation>
  </message>
  <message>
    <source>How</source>
    <translation>形式</translation>
  </message>
  <message>
    <source>How templates are written</source>
    <translation>模板怎样写</translation>
  </message>
  <message>
    <source>How to ask</source>
    <translation>查找的写法</translation>
  </message>
  <message>
    <source>How to search</source>
    <translation>查找的写法</translation>
  </message>
  <message>
    <source>How words are read wherever they stand in this library.</source>
    <translation>这些词在本文献库各处的读音。</translation>
  </message>
  <message>
    <source>How “{word}” is read wherever it stands in this library</source>
    <translation>“{word}”在本文献库各处的读音</translation>
  </message>
  <message>
    <source>ISBN</source>
    <translation>ISBN</translation>
  </message>
  <message>
    <source>Import</source>
    <translation>导入</translation>
  </message>
  <message>
    <source>Import a folder</source>
    <translation>导入文件夹</translation>
  </message>
  <message>
    <source>Import a folder…</source>
    <translation>导入文件夹…</translation>
  </message>
  <message>
    <source>Import anyway</source>
    <translation>仍然导入</translation>
  </message>
  <message>
    <source>Import bibliography</source>
    <translation>导入书目</translation>
  </message>
  <message>
    <source>Import bibliography of {count} documents</source>
    <translation>导入 {count} 篇文献的书目</translation>
  </message>
  <message>
    <source>Import bibliography…</source>
    <translation>导入书目…</translation>
  </message>
  <message>
    <source>Import document</source>
    <translation>导入文献</translation>
  </message>
  <message>
    <source>Import files</source>
    <translation>导入文件</translation>
  </message>
  <message>
    <source>Import files…</source>
    <translation>导入文件…</translation>
  </message>
  <message>
    <source>Import finished</source>
    <translation>导入完成</translation>
  </message>
  <message>
    <source>Import report</source>
    <translation>导入报告</translation>
  </message>
  <message>
    <source>Import scans by OCR…</source>
    <translation>导入扫描件（OCR）…</translation>
  </message>
  <message>
    <source>Import stopped</source>
    <translation>导入已停止</translation>
  </message>
  <message>
    <source>Import stopped; what had come in stays.</source>
    <translation>导入已停止，已经导入的保留下来。</translation>
  </message>
  <message>
    <source>Import tags</source>
    <translation>导入标签</translation>
  </message>
  <message>
    <source>Import tags…</source>
    <translation>导入标签…</translation>
  </message>
  <message>
    <source>Import the sample library</source>
    <translation>导入样例文献库</translation>
  </message>
  <message>
    <source>Import with options…</source>
    <translation>按选项导入…</translation>
  </message>
  <message>
    <source>Import {count} documents</source>
    <translation>导入 {count} 篇文献</translation>
  </message>
  <message>
    <source>Import {count} file</source>
    <translation>导入 {count} 个文件</translation>
  </message>
  <message>
    <source>Import {count} files</source>
    <translation>导入 {count} 个文件</translation>
  </message>
  <message>
    <source>Imported</source>
    <translation>已导入</translation>
  </message>
  <message>
    <source>Importing</source>
    <translation>正在导入</translation>
  </message>
  <message>
    <source>Import…</source>
    <translation>导入…</translation>
  </message>
  <message>
    <source>In /{pattern}/ a parenthesis is closed that was not opened. For the sign itself write \).</source>
    <translation>/{pattern}/ 中多了一个右括号。要查找括号本身，请写成 \)。</translation>
  </message>
  <message>
    <source>In /{pattern}/ a parenthesis is open. Close it, or write \( for the sign itself.</source>
    <translation>/{pattern}/ 中有圆括号没有配对。请补上右括号；要查找括号本身，请写成 \(。</translation>
  </message>
  <message>
    <source>In /{pattern}/ a range ends before it begins. Write the lower character first.</source>
    <translation>/{pattern}/ 中的字符范围首尾颠倒了。请把靠前的字符写在前面。</translation>
  </message>
  <message>
    <source>In /{pattern}/ a square bracket is open. Close it, or write \[ for the sign itself.</source>
    <translation>/{pattern}/ 中有方括号没有配对。请补上右方括号；要查找方括号本身，请写成 \[。</translation>
  </message>
  <message>
    <source>In /{pattern}/ one of * + ? follows another. For the sign itself write \ before it.</source>
    <translation>/{pattern}/ 中的 *、+ 或 ? 重复了。要查找这个符号本身，请在前面加 \。</translation>
  </message>
  <message>
    <source>In /{pattern}/ one of * + ? has nothing before it that it could repeat. For the sign itself write \ before it.</source>
    <translation>/{pattern}/ 中的 *、+ 或 ? 前面没有可以重复的内容。要查找这个符号本身，请在前面加 \。</translation>
  </message>
  <message>
    <source>In /{pattern}/ the first number in braces is greater than the second.</source>
    <translation>/{pattern}/ 的花括号里，前一个数比后一个数大。</translation>
  </message>
  <message>
    <source>In a level</source>
    <translation>降一级</translation>
  </message>
  <message>
    <source>In the bin</source>
    <translation>在回收站中</translation>
  </message>
  <message>
    <source>In the file</source>
    <translation>文件中</translation>
  </message>
  <message>
    <source>In the library</source>
    <translation>在文献库中</translation>
  </message>
  <message>
    <source>In the library already</source>
    <translation>文献库中已有</translation>
  </message>
  <message>
    <source>In the same paragraph</source>
    <translation>在同一段</translation>
  </message>
  <message>
    <source>In the text</source>
    <translation>原文</translation>
  </message>
  <message>
    <source>In words</source>
    <translation>文字说明</translation>
  </message>
  <message>
    <source>Indent first lines</source>
    <translation>首行缩进</translation>
  </message>
  <message>
    <source>Indent the first line of a paragraph</source>
    <translation>段落首行缩进</translation>
  </message>
  <message>
    <source>Interview</source>
    <translation>访谈</translation>
  </message>
  <message>
    <source>Into the collection</source>
    <translation>放入文集</translation>
  </message>
  <message>
    <source>Issue</source>
    <translation>期</translation>
  </message>
  <message>
    <source>Issuer</source>
    <translation>发文机关</translation>
  </message>
  <message>
    <source>It goes back before this session: “{step}”.</source>
    <translation>这会回到本次打开之前：“{step}”。</translation>
  </message>
  <message>
    <source>It was done before you opened the library.</source>
    <translation>这一步是您打开文献库之前做的。</translation>
  </message>
  <message>
    <source>Its template is not in this library.</source>
    <translation>它的模板不在这个文献库里。</translation>
  </message>
  <message>
    <source>Its value goes from {count} document.</source>
    <translation>将从 {count} 篇文献中删去它的值。</translation>
  </message>
  <message>
    <source>Its values go from {count} documents.</source>
    <translation>将从 {count} 篇文献中删去它的值。</translation>
  </message>
  <message>
    <source>JSON</source>
    <translation>JSON</translation>
  </message>
  <message>
    <source>Japanese</source>
    <translation>日文</translation>
  </message>
  <message>
    <source>Join equal ones</source>
    <translation>合并相同</translation>
  </message>
  <message>
    <source>Join speaker “{old}” with “{name}”</source>
    <translation>将说话人“{old}”并入“{name}”</translation>
  </message>
  <message>
    <source>Join “{old}” with “{name}” throughout</source>
    <translation>全文将“{old}”并入“{name}”</translation>
  </message>
  <message>
    <source>Journal article</source>
    <translation>期刊文章</translation>
  </message>
  <message>
    <source>Justify the lines</source>
    <translation>两端对齐</translation>
  </message>
  <message>
    <source>Keep</source>
    <translation>保留</translation>
  </message>
  <message>
    <source>Keep mine</source>
    <translation>保留原有</translation>
  </message>
  <message>
    <source>Keep on the shelf…</source>
    <translation>存为智能文集…</translation>
  </message>
  <message>
    <source>Keep the citation keys that are made for documents without one</source>
    <translation>保存为没有引用键的文献生成的引用键</translation>
  </message>
  <message>
    <source>Keep the question on the shelf</source>
    <translation>将查询存为智能文集</translation>
  </message>
  <message>
    <source>Keep the search</source>
    <translation>保留这次查找</translation>
  </message>
  <message>
    <source>Keep the search…</source>
    <translation>保留这次查找…</translation>
  </message>
  <message>
    <source>Keep this as a preset</source>
    <translation>保存为预设</translation>
  </message>
  <message>
    <source>Keep this search on the shelf</source>
    <translation>把这次查找留在书架上</translation>
  </message>
  <message>
    <source>Keep what is there</source>
    <translation>保留已有的值</translation>
  </message>
  <message>
    <source>Keep…</source>
    <translation>保存…</translation>
  </message>
  <message>
    <source>Keyboard shortcuts</source>
    <translation>键盘快捷键</translation>
  </message>
  <message>
    <source>Keyboard shortcuts…</source>
    <translation>键盘快捷键…</translation>
  </message>
  <message>
    <source>Keys</source>
    <translation>按键</translation>
  </message>
  <message>
    <source>Kind</source>
    <translation>文献类型</translation>
  </message>
  <message>
    <source>Korean</source>
    <translation>韩文</translation>
  </message>
  <message>
    <source>Language</source>
    <translation>语言</translation>
  </message>
  <message>
    <source>Larger pages</source>
    <translation>放大页面</translation>
  </message>
  <message>
    <source>Larger type</source>
    <translation>放大字号</translation>
  </message>
  <message>
    <source>Lately</source>
    <translation>最近</translation>
  </message>
  <message>
    <source>Later</source>
    <translation>以后再说</translation>
  </message>
  <message>
    <source>Leaves out documents that have the second word.</source>
    <translation>排除含有后一个词的文献。</translation>
  </message>
  <message>
    <source>Left out</source>
    <translation>不导入</translation>
  </message>
  <message>
    <source>Length</source>
    <translation>字数</translation>
  </message>
  <message>
    <source>Less space between lines</source>
    <translation>行距减小</translation>
  </message>
  <message>
    <source>Let capital and small letters differ</source>
    <translation>区分大小写</translation>
  </message>
  <message>
    <source>Libraries ({pattern})</source>
    <translation>文献库 ({pattern})</translation>
  </message>
  <message>
    <source>Library</source>
    <translation>文献库</translation>
  </message>
  <message>
    <source>Light</source>
    <translation>细</translation>
  </message>
  <message>
    <source>Line spacing</source>
    <translation>行距</translation>
  </message>
  <message>
    <source>Line {line} of the template “{name}” is not UTF-8. Save it as UTF-8.</source>
    <translation>模板“{name}”第 {line} 行不是 UTF-8。请另存为 UTF-8 编码。</translation>
  </message>
  <message>
    <source>Line {line} of the template “{template}”: {reason}.</source>
    <translation>模板“{template}”第 {line} 行：{reason}。</translation>
  </message>
  <message>
    <source>Line {number}</source>
    <translation>第 {number} 行</translation>
  </message>
  <message>
    <source>Lines</source>
    <translation>行</translation>
  </message>
  <message>
    <source>Link highlights</source>
    <translation>连接划线</translation>
  </message>
  <message>
    <source>Link in the note</source>
    <translation>批注中的链接</translation>
  </message>
  <message>
    <source>Link removed</source>
    <translation>已移除链接</translation>
  </message>
  <message>
    <source>Link to</source>
    <translation>链接到</translation>
  </message>
  <message>
    <source>Link to: a part of a quote, a note or a tag</source>
    <translation>链接到：原文、批注或标签中的几个字</translation>
  </message>
  <message>
    <source>Link to…</source>
    <translation>链接到…</translation>
  </message>
  <message>
    <source>Linked</source>
    <translation>已链接</translation>
  </message>
  <message>
    <source>Links</source>
    <translation>链接</translation>
  </message>
  <message>
    <source>Links back</source>
    <translation>返回链接</translation>
  </message>
  <message>
    <source>List of tags</source>
    <translation>标签清单</translation>
  </message>
  <message>
    <source>Look up</source>
    <translation>查词</translation>
  </message>
  <message>
    <source>Looking at the files</source>
    <translation>正在查看文件</translation>
  </message>
  <message>
    <source>Looking for tesseract</source>
    <translation>正在查找 tesseract</translation>
  </message>
  <message>
    <source>Lost text</source>
    <translation>缺失文字</translation>
  </message>
  <message>
    <source>MIT licence. Made with Qt {qt} and the Phosphor icons.</source>
    <translation>MIT 许可。使用 Qt {qt} 与 Phosphor 图标制作。</translation>
  </message>
  <message>
    <source>Make a heading</source>
    <translation>设为标题</translation>
  </message>
  <message>
    <source>Make a heading of the line or selection</source>
    <translation>将所在行或所选文字设为标题</translation>
  </message>
  <message>
    <source>Make a library</source>
    <translation>新建文献库</translation>
  </message>
  <message>
    <source>Make highlights of the ticked hits, or of all</source>
    <translation>把勾选的命中（或全部）变成划线</translation>
  </message>
  <message>
    <source>Make highlights of the ticked lines, or of all</source>
    <translation>把勾选的行（或全部）变成划线</translation>
  </message>
  <message>
    <source>Making the search index</source>
    <translation>正在建立检索索引</translation>
  </message>
  <message>
    <source>Margin</source>
    <translation>页边</translation>
  </message>
  <message>
    <source>Mark</source>
    <translation>标注</translation>
  </message>
  <message>
    <source>Mark as read</source>
    <translation>标为读完</translation>
  </message>
  <message>
    <source>Mark as unread</source>
    <translation>标为未读</translation>
  </message>
  <message>
    <source>Mark hit</source>
    <translation>标出一处命中</translation>
  </message>
  <message>
    <source>Mark hits</source>
    <translation>标出命中</translation>
  </message>
  <message>
    <source>Mark hits…</source>
    <translation>标出命中…</translation>
  </message>
  <message>
    <source>Mark the selection</source>
    <translation>标记所选文字</translation>
  </message>
  <message>
    <source>Mark while selecting</source>
    <translation>选中即划</translation>
  </message>
  <message>
    <source>Mark with pen {number}</source>
    <translation>用 {number} 号笔标记</translation>
  </message>
  <message>
    <source>Mark {count} hit</source>
    <translation>标出 {count} 处</translation>
  </message>
  <message>
    <source>Mark {count} hits</source>
    <translation>标出 {count} 处命中</translation>
  </message>
  <message>
    <source>Mark {count} passage</source>
    <translation>标出 {count} 段</translation>
  </message>
  <message>
    <source>Mark {count} passages</source>
    <translation>标出 {count} 段</translation>
  </message>
  <message>
    <source>Markdown</source>
    <translation>Markdown</translation>
  </message>
  <message>
    <source>Marked first, first</source>
    <translation>先划的在前</translation>
  </message>
  <message>
    <source>Marked last, first</source>
    <translation>后划的在前</translation>
  </message>
  <message>
    <source>Mark…</source>
    <translation>标出…</translation>
  </message>
  <message>
    <source>Meaning</source>
    <translation>含义</translation>
  </message>
  <message>
    <source>Medium</source>
    <translation>中等</translation>
  </message>
  <message>
    <source>Memo</source>
    <translation>札记</translation>
  </message>
  <message>
    <source>Memo deleted</source>
    <translation>已删除札记</translation>
  </message>
  <message>
    <source>Memo, or the title of a new one</source>
    <translation>札记，或新札记的标题</translation>
  </message>
  <message>
    <source>Memo: {title}</source>
    <translation>札记：{title}</translation>
  </message>
  <message>
    <source>Memos</source>
    <translation>札记</translation>
  </message>
  <message>
    <source>Merge</source>
    <translation>合并</translation>
  </message>
  <message>
    <source>Merge into</source>
    <translation>合并到</translation>
  </message>
  <message>
    <source>Merge tag into “{name}”</source>
    <translation>将标签并入“{name}”</translation>
  </message>
  <message>
    <source>Merge tags</source>
    <translation>合并标签</translation>
  </message>
  <message>
    <source>Merge tags…</source>
    <translation>合并标签…</translation>
  </message>
  <message>
    <source>Merge {count} tags into “{name}”</source>
    <translation>把 {count} 个标签并入“{name}”</translation>
  </message>
  <message>
    <source>Merge “{names}” into “{name}”?</source>
    <translation>将“{names}”并入“{name}”？</translation>
  </message>
  <message>
    <source>Merge “{names}” into:</source>
    <translation>将“{names}”并入：</translation>
  </message>
  <message>
    <source>Merge…</source>
    <translation>合并…</translation>
  </message>
  <message>
    <source>More space between lines</source>
    <translation>行距加大</translation>
  </message>
  <message>
    <source>More than {most} parentheses or minus signs stand in one another. Use fewer.</source>
    <translation>括号或减号嵌套超过 {most} 层。请减少层数。</translation>
  </message>
  <message>
    <source>Move</source>
    <translation>移动</translation>
  </message>
  <message>
    <source>Move document to “{name}”</source>
    <translation>将文献移到“{name}”</translation>
  </message>
  <message>
    <source>Move down</source>
    <translation>下移</translation>
  </message>
  <message>
    <source>Move the other end</source>
    <translation>改移另一端</translation>
  </message>
  <message>
    <source>Move the tab left</source>
    <translation>标签页左移</translation>
  </message>
  <message>
    <source>Move the tab right</source>
    <translation>标签页右移</translation>
  </message>
  <message>
    <source>Move the tab to the other side</source>
    <translation>把标签页移到另一侧</translation>
  </message>
  <message>
    <source>Move the tag down</source>
    <translation>下移标签</translation>
  </message>
  <message>
    <source>Move the tag in a level</source>
    <translation>标签降一级</translation>
  </message>
  <message>
    <source>Move the tag out a level</source>
    <translation>标签升一级</translation>
  </message>
  <message>
    <source>Move the tag up</source>
    <translation>上移标签</translation>
  </message>
  <message>
    <source>Move to the bin</source>
    <translation>移到回收站</translation>
  </message>
  <message>
    <source>Move up</source>
    <translation>上移</translation>
  </message>
  <message>
    <source>Move {count} collections</source>
    <translation>移动 {count} 个文集</translation>
  </message>
  <message>
    <source>Move {count} documents to “{name}”</source>
    <translation>把 {count} 篇文献移到“{name}”</translation>
  </message>
  <message>
    <source>Move {count} smart collections</source>
    <translation>移动 {count} 个智能文集</translation>
  </message>
  <message>
    <source>Move {count} tags</source>
    <translation>移动 {count} 个标签</translation>
  </message>
  <message>
    <source>Move “{name}”</source>
    <translation>移动“{name}”</translation>
  </message>
  <message>
    <source>My library</source>
    <translation>我的文献库</translation>
  </message>
  <message>
    <source>Name</source>
    <translation>名称</translation>
  </message>
  <message>
    <source>Name of the tag</source>
    <translation>标签名称</translation>
  </message>
  <message>
    <source>Narrower lines</source>
    <translation>每行减字</translation>
  </message>
  <message>
    <source>Never repair</source>
    <translation>从不修复</translation>
  </message>
  <message>
    <source>New collection</source>
    <translation>新建文集</translation>
  </message>
  <message>
    <source>New collection inside</source>
    <translation>在其中新建文集</translation>
  </message>
  <message>
    <source>New collection “{name}”</source>
    <translation>新文集“{name}”</translation>
  </message>
  <message>
    <source>New keys</source>
    <translation>新按键</translation>
  </message>
  <message>
    <source>New library…</source>
    <translation>新建文献库…</translation>
  </message>
  <message>
    <source>New memo</source>
    <translation>新建札记</translation>
  </message>
  <message>
    <source>New memo “{name}”</source>
    <translation>新建札记“{name}”</translation>
  </message>
  <message>
    <source>New tab</source>
    <translation>新标签页</translation>
  </message>
  <message>
    <source>New tag</source>
    <translation>新建标签</translation>
  </message>
  <message>
    <source>New tag below</source>
    <translation>新建下级标签</translation>
  </message>
  <message>
    <source>New tag “{name}”</source>
    <translation>新标签“{name}”</translation>
  </message>
  <message>
    <source>Newest first</source>
    <translation>最新在前</translation>
  </message>
  <message>
    <source>Newsletter or bulletin</source>
    <translation>简报（内部刊物）</translation>
  </message>
  <message>
    <source>Newspaper article</source>
    <translation>报纸文章</translation>
  </message>
  <message>
    <source>Next bookmark</source>
    <translation>下一个书签</translation>
  </message>
  <message>
    <source>Next document</source>
    <translation>下一篇</translation>
  </message>
  <message>
    <source>Next hit</source>
    <translation>下一处</translation>
  </message>
  <message>
    <source>Next tab</source>
    <translation>下一个标签页</translation>
  </message>
  <message>
    <source>Night</source>
    <translation>夜间</translation>
  </message>
  <message>
    <source>No backup could be written: {reason}. Make room on the disk or check its permissions, then try again.</source>
    <translation>无法写入备份：{reason}。请腾出磁盘空间或检查权限，然后重试。</translation>
  </message>
  <message>
    <source>No bookmarks yet</source>
    <translation>尚无书签</translation>
  </message>
  <message>
    <source>No dictionary has {readings}. Press Enter again to keep it.</source>
    <translation>字典里没有 {readings} 这个读音。要这样保存，请再按一次回车。</translation>
  </message>
  <message>
    <source>No document’s id or title matches “{name}”. List them with “documents”.</source>
    <translation>没有文献的编号或标题与“{name}”相符。可用“documents”列出全部文献。</translation>
  </message>
  <message>
    <source>No heading begins at {position}.</source>
    <translation>位置 {position} 处没有标题。</translation>
  </message>
  <message>
    <source>No heading begins this long paragraph: select the words that are one.</source>
    <translation>这一长段的开头没有标题：请选中标题的文字。</translation>
  </message>
  <message>
    <source>No heading is found by these words.</source>
    <translation>没有符合的标题。</translation>
  </message>
  <message>
    <source>No headings were found. Select a line in the text and press Shift+H to make it one.</source>
    <translation>未找到标题。在正文中选择一行并按 Shift+H，即可设为标题。</translation>
  </message>
  <message>
    <source>No highlight carries this tag.</source>
    <translation>还没有划线带有这个标签。</translation>
  </message>
  <message>
    <source>No highlight has this.</source>
    <translation>没有符合的划线。</translation>
  </message>
  <message>
    <source>No hits</source>
    <translation>没有找到</translation>
  </message>
  <message>
    <source>No keys</source>
    <translation>不设按键</translation>
  </message>
  <message>
    <source>No library could be made at {path}: {reason}.</source>
    <translation>无法在 {path} 新建文献库：{reason}。</translation>
  </message>
  <message>
    <source>No memo’s id or title matches “{name}”. List them with “memos”.</source>
    <translation>没有编号或标题与“{name}”相符的札记。用“memos”列出全部。</translation>
  </message>
  <message>
    <source>No note has this.</source>
    <translation>没有批注与此相符。</translation>
  </message>
  <message>
    <source>No passage answers this. Take a condition out, or ask for less.</source>
    <translation>没有符合条件的摘录。可以去掉一个条件，或放宽条件。</translation>
  </message>
  <message>
    <source>No pen</source>
    <translation>不用笔</translation>
  </message>
  <message>
    <source>No pinyin</source>
    <translation>不显示拼音</translation>
  </message>
  <message>
    <source>No program of the system opens “{name}”. Export it, and open it there.</source>
    <translation>系统里没有能打开“{name}”的程序。请先导出，再另行打开。</translation>
  </message>
  <message>
    <source>No question is kept under the name “{name}”.</source>
    <translation>没有以“{name}”为名保存的查询。</translation>
  </message>
  <message>
    <source>No repair has this.</source>
    <translation>没有这样的修复。</translation>
  </message>
  <message>
    <source>No such tag.</source>
    <translation>没有这样的标签。</translation>
  </message>
  <message>
    <source>No tag is called that.</source>
    <translation>没有叫这个名字的标签。</translation>
  </message>
  <message>
    <source>No tags</source>
    <translation>没有标签</translation>
  </message>
  <message>
    <source>No tags yet. Select a passage and press T, or make one here.</source>
    <translation>还没有标签。选中一段文字后按 T，或在这里新建。</translation>
  </message>
  <message>
    <source>Nobody called “{name}” speaks in this document.</source>
    <translation>这篇文献里没有名叫“{name}”的说话人。</translation>
  </message>
  <message>
    <source>Nobody speaks</source>
    <translation>没有人说话</translation>
  </message>
  <message>
    <source>Nobody speaks here</source>
    <translation>此处没有人说话</translation>
  </message>
  <message>
    <source>None</source>
    <translation>无</translation>
  </message>
  <message>
    <source>None yet</source>
    <translation>暂无</translation>
  </message>
  <message>
    <source>None; type a new name, / makes a level</source>
    <translation>不放入；可输入新名称，用 / 分级</translation>
  </message>
  <message>
    <source>Not found: {path}</source>
    <translation>找不到：{path}</translation>
  </message>
  <message>
    <source>Not grouped</source>
    <translation>不分组</translation>
  </message>
  <message>
    <source>Not in the text: {numbers}</source>
    <translation>文中缺少：{numbers}</translation>
  </message>
  <message>
    <source>Not read</source>
    <translation>未读出</translation>
  </message>
  <message>
    <source>Not taken: {values}</source>
    <translation>未采用：{values}</translation>
  </message>
  <message>
    <source>Not ticked: it was left out.</source>
    <translation>没有勾选，未导入。</translation>
  </message>
  <message>
    <source>Note</source>
    <translation>批注</translation>
  </message>
  <message>
    <source>Note: {note}</source>
    <translation>批注：{note}</translation>
  </message>
  <message>
    <source>Notes</source>
    <translation>批注</translation>
  </message>
  <message>
    <source>Notes in the margin</source>
    <translation>批注写在页边</translation>
  </message>
  <message>
    <source>Note…</source>
    <translation>批注…</translation>
  </message>
  <message>
    <source>Nothing has been done in this library yet.</source>
    <translation>这个文献库里还没有做过什么。</translation>
  </message>
  <message>
    <source>Nothing is called that.</source>
    <translation>没有叫这个名字的。</translation>
  </message>
  <message>
    <source>Nothing is highlighted here yet.</source>
    <translation>这里还没有划线。</translation>
  </message>
  <message>
    <source>Nothing is highlighted yet. Mark passages while you read; they gather here.</source>
    <translation>还没有划线。阅读时划线，摘录会汇集到这里。</translation>
  </message>
  <message>
    <source>Nothing is written here.</source>
    <translation>此处没有文字。</translation>
  </message>
  <message>
    <source>Nothing is written so: {word} was searched for</source>
    <translation>没有这样写的文字，已改查“{word}”</translation>
  </message>
  <message>
    <source>Nothing matches</source>
    <translation>没有相符的</translation>
  </message>
  <message>
    <source>Nothing was found in the texts.</source>
    <translation>正文中没有找到。</translation>
  </message>
  <message>
    <source>Nothing was found.</source>
    <translation>没有找到。</translation>
  </message>
  <message>
    <source>Nothing was imported.</source>
    <translation>没有导入任何文件。</translation>
  </message>
  <message>
    <source>Nothing was repaired in this text, and nothing in it looks wrong.</source>
    <translation>这份文献没有修复过，也没有看出差错。</translation>
  </message>
  <message>
    <source>Nothing written yet</source>
    <translation>尚未填写</translation>
  </message>
  <message>
    <source>Now nobody speaks here.</source>
    <translation>现在：此处没有人说话</translation>
  </message>
  <message>
    <source>Now: {name}</source>
    <translation>现在：{name}</translation>
  </message>
  <message>
    <source>Nowhere</source>
    <translation>没有出现</translation>
  </message>
  <message>
    <source>Number</source>
    <translation>文号</translation>
  </message>
  <message>
    <source>Number the paragraphs</source>
    <translation>显示段号</translation>
  </message>
  <message>
    <source>Offer the pens beside a selection</source>
    <translation>选中文字后在旁边显示画笔</translation>
  </message>
  <message>
    <source>Official document</source>
    <translation>公文</translation>
  </message>
  <message>
    <source>One or the other, or both. OR in capitals.</source>
    <translation>有其一即可。OR 须大写。</translation>
  </message>
  <message>
    <source>One that is on this computer already</source>
    <translation>这台电脑上已有的</translation>
  </message>
  <message>
    <source>One word</source>
    <translation>一个词</translation>
  </message>
  <message>
    <source>Only here: new speaker “{name}”</source>
    <translation>仅此处：新说话人“{name}”</translation>
  </message>
  <message>
    <source>Only the article</source>
    <translation>只取正文</translation>
  </message>
  <message>
    <source>Only the text</source>
    <translation>只看正文</translation>
  </message>
  <message>
    <source>Only the title</source>
    <translation>只有题名</translation>
  </message>
  <message>
    <source>Only what is said by those who are called so, in speeches, interviews and minutes.</source>
    <translation>只找此人在讲话、访谈或会议记录中所说的话。</translation>
  </message>
  <message>
    <source>Only with “{name}”</source>
    <translation>只看同时带有“{name}”的</translation>
  </message>
  <message>
    <source>Open</source>
    <translation>打开</translation>
  </message>
  <message>
    <source>Open a document to see its headings.</source>
    <translation>打开文献即可查看其标题。</translation>
  </message>
  <message>
    <source>Open a document to see what stands in it.</source>
    <translation>打开一篇文献，这里就显示它的内容。</translation>
  </message>
  <message>
    <source>Open a document, and what you mark in it appears here.</source>
    <translation>打开一篇文献，其中的划线会列在这里。</translation>
  </message>
  <message>
    <source>Open a document, or select some in a list.</source>
    <translation>打开一篇文献，或在列表中选择几篇。</translation>
  </message>
  <message>
    <source>Open a library</source>
    <translation>打开文献库</translation>
  </message>
  <message>
    <source>Open documents</source>
    <translation>打开的文献</translation>
  </message>
  <message>
    <source>Open for reading</source>
    <translation>以只读方式打开</translation>
  </message>
  <message>
    <source>Open in a new tab</source>
    <translation>在新标签页中打开</translation>
  </message>
  <message>
    <source>Open library…</source>
    <translation>打开文献库…</translation>
  </message>
  <message>
    <source>Open the folder of templates</source>
    <translation>打开模板文件夹</translation>
  </message>
  <message>
    <source>Open the original</source>
    <translation>打开原件</translation>
  </message>
  <message>
    <source>Open the sample library</source>
    <translation>打开样例文献库</translation>
  </message>
  <message>
    <source>Open this link outside of Zhupi?</source>
    <translation>要在朱批之外打开此链接吗？</translation>
  </message>
  <message>
    <source>Opening the original</source>
    <translation>正在打开原件</translation>
  </message>
  <message>
    <source>Or drop files of any kind anywhere in this window: texts, Word, PDF, web pages, e-books.</source>
    <translation>也可以把文件拖到窗口的任何地方：纯文本、Word、PDF、网页、电子书都行。</translation>
  </message>
  <message>
    <source>Order</source>
    <translation>顺序</translation>
  </message>
  <message>
    <source>Order of the highlights</source>
    <translation>划线的排列</translation>
  </message>
  <message>
    <source>Order: {order}</source>
    <translation>次序：{order}</translation>
  </message>
  <message>
    <source>Original</source>
    <translation>原件</translation>
  </message>
  <message>
    <source>Original exported to “{name}”.</source>
    <translation>原件已导出到“{name}”。</translation>
  </message>
  <message>
    <source>Other</source>
    <translation>其他</translation>
  </message>
  <message>
    <source>Other remarks</source>
    <translation>其他说明</translation>
  </message>
  <message>
    <source>Out a level</source>
    <translation>升一级</translation>
  </message>
  <message>
    <source>Outline</source>
    <translation>大纲</translation>
  </message>
  <message>
    <source>Own fields</source>
    <translation>自定字段</translation>
  </message>
  <message>
    <source>Own words</source>
    <translation>自定词</translation>
  </message>
  <message>
    <source>Own words…</source>
    <translation>自定词…</translation>
  </message>
  <message>
    <source>PDF</source>
    <translation>PDF</translation>
  </message>
  <message>
    <source>Page</source>
    <translation>页</translation>
  </message>
  <message>
    <source>Page and paragraph</source>
    <translation>页码与段落</translation>
  </message>
  <message>
    <source>Page of the tag</source>
    <translation>标签页</translation>
  </message>
  <message>
    <source>Page of “{name}”</source>
    <translation>“{name}”的标签页</translation>
  </message>
  <message>
    <source>Page view</source>
    <translation>原书页面</translation>
  </message>
  <message>
    <source>Page {page} of this PDF is damaged.</source>
    <translation>此 PDF 的第 {page} 页已损坏。</translation>
  </message>
  <message>
    <source>Page, or else paragraph</source>
    <translation>页码，无则段落</translation>
  </message>
  <message>
    <source>Page: type a number and press Enter</source>
    <translation>页码：键入数字后按回车</translation>
  </message>
  <message>
    <source>Pages</source>
    <translation>页码</translation>
  </message>
  <message>
    <source>Pages and text go together</source>
    <translation>页面与文字联动</translation>
  </message>
  <message>
    <source>Pages of tags</source>
    <translation>标签页</translation>
  </message>
  <message>
    <source>Pages to be read by OCR</source>
    <translation>将用 OCR 识别</translation>
  </message>
  <message>
    <source>Pages without text: {pages}.</source>
    <translation>没有文字的页：{pages}。</translation>
  </message>
  <message>
    <source>Pages {pages} could not be read by OCR and were left out.</source>
    <translation>第 {pages} 页不能识别（OCR），已略去。</translation>
  </message>
  <message>
    <source>Palette</source>
    <translation>快速查找</translation>
  </message>
  <message>
    <source>Palette…</source>
    <translation>快速查找…</translation>
  </message>
  <message>
    <source>Paper</source>
    <translation>纸色</translation>
  </message>
  <message>
    <source>Paper in the colours of the theme</source>
    <translation>纸面随主题配色</translation>
  </message>
  <message>
    <source>Paragraph</source>
    <translation>段落</translation>
  </message>
  <message>
    <source>Paragraph or percentage</source>
    <translation>段号或百分比</translation>
  </message>
  <message>
    <source>Paragraph spacing</source>
    <translation>段间距</translation>
  </message>
  <message>
    <source>Paragraph {number}</source>
    <translation>第 {number} 段</translation>
  </message>
  <message>
    <source>Paragraph {number} / {total}</source>
    <translation>段 {number} / {total}</translation>
  </message>
  <message>
    <source>Paragraph {number} · {percent}%</source>
    <translation>第 {number} 段 · {percent}%</translation>
  </message>
  <message>
    <source>Parentheses hold together.</source>
    <translation>括号把几个词合在一起。</translation>
  </message>
  <message>
    <source>Part</source>
    <translation>类别</translation>
  </message>
  <message>
    <source>Parts</source>
    <translation>组成</translation>
  </message>
  <message>
    <source>Parts of this document in other formats that were left out: {count}. Save it anew in Word or LibreOffice to have them.</source>
    <translation>本文献中以其他格式嵌入的部分没有读入：{count} 处。请在 Word 或 LibreOffice 中重新保存后再导入。</translation>
  </message>
  <message>
    <source>Passages</source>
    <translation>段落</translation>
  </message>
  <message>
    <source>Passages printed twice count each time</source>
    <translation>重复印出的段落每次都计入</translation>
  </message>
  <message>
    <source>Paste tags</source>
    <translation>粘贴标签</translation>
  </message>
  <message>
    <source>Paste tags below…</source>
    <translation>在其下粘贴标签…</translation>
  </message>
  <message>
    <source>Paste tags…</source>
    <translation>粘贴标签…</translation>
  </message>
  <message>
    <source>Patent</source>
    <translation>专利</translation>
  </message>
  <message>
    <source>Pen</source>
    <translation>笔</translation>
  </message>
  <message>
    <source>Pen 1</source>
    <translation>1 号笔</translation>
  </message>
  <message>
    <source>Pen 2</source>
    <translation>2 号笔</translation>
  </message>
  <message>
    <source>Pen 3</source>
    <translation>3 号笔</translation>
  </message>
  <message>
    <source>Pen 4</source>
    <translation>4 号笔</translation>
  </message>
  <message>
    <source>Pen 5</source>
    <translation>5 号笔</translation>
  </message>
  <message>
    <source>Pen 6</source>
    <translation>6 号笔</translation>
  </message>
  <message>
    <source>Pen 7</source>
    <translation>7 号笔</translation>
  </message>
  <message>
    <source>Pen 8</source>
    <translation>8 号笔</translation>
  </message>
  <message>
    <source>Pen 9</source>
    <translation>9 号笔</translation>
  </message>
  <message>
    <source>Pen {number} (empty)</source>
    <translation>{number} 号笔（空）</translation>
  </message>
  <message>
    <source>Pen {number} is empty.</source>
    <translation>{number} 号笔还是空的。</translation>
  </message>
  <message>
    <source>Pens</source>
    <translation>笔</translation>
  </message>
  <message>
    <source>Pens…</source>
    <translation>笔…</translation>
  </message>
  <message>
    <source>Picture of a page</source>
    <translation>页面图片</translation>
  </message>
  <message>
    <source>Pictures of pages</source>
    <translation>页面图片</translation>
  </message>
  <message>
    <source>Pictures of pages, without text</source>
    <translation>页面图片，没有文字</translation>
  </message>
  <message>
    <source>Pinyin</source>
    <translation>拼音</translation>
  </message>
  <message>
    <source>Pinyin above all characters</source>
    <translation>全部注音</translation>
  </message>
  <message>
    <source>Pinyin above rare characters</source>
    <translation>只注生僻字</translation>
  </message>
  <message>
    <source>Pinyin on hover</source>
    <translation>悬停时显示拼音</translation>
  </message>
  <message>
    <source>Pinyin: all</source>
    <translation>拼音：全部</translation>
  </message>
  <message>
    <source>Pinyin: hover</source>
    <translation>拼音：悬停</translation>
  </message>
  <message>
    <source>Pinyin: off</source>
    <translation>拼音：关</translation>
  </message>
  <message>
    <source>Pinyin: rare</source>
    <translation>拼音：生僻字</translation>
  </message>
  <message>
    <source>Place</source>
    <translation>出版地</translation>
  </message>
  <message>
    <source>Place told by</source>
    <translation>位置依据</translation>
  </message>
  <message>
    <source>Plain text</source>
    <translation>纯文本</translation>
  </message>
  <message>
    <source>Pointed out {count}</source>
    <translation>提示 {count}</translation>
  </message>
  <message>
    <source>Preferences</source>
    <translation>偏好设置</translation>
  </message>
  <message>
    <source>Preferences…</source>
    <translation>偏好设置…</translation>
  </message>
  <message>
    <source>Preparing…</source>
    <translation>正在准备…</translation>
  </message>
  <message>
    <source>Preset</source>
    <translation>预设</translation>
  </message>
  <message>
    <source>Preset…</source>
    <translation>预设…</translation>
  </message>
  <message>
    <source>Press N on a passage to write a note.</source>
    <translation>在选中的文字上按 N 即可写批注。</translation>
  </message>
  <message>
    <source>Press the new keys</source>
    <translation>按下新的按键</translation>
  </message>
  <message>
    <source>Preview</source>
    <translation>预览</translation>
  </message>
  <message>
    <source>Previous bookmark</source>
    <translation>上一个书签</translation>
  </message>
  <message>
    <source>Previous document</source>
    <translation>上一篇</translation>
  </message>
  <message>
    <source>Previous hit</source>
    <translation>上一处</translation>
  </message>
  <message>
    <source>Previous tab</source>
    <translation>上一个标签页</translation>
  </message>
  <message>
    <source>Process {process} on {host} is writing this library. Close it there, then try again.</source>
    <translation>{host} 上的进程 {process} 正在写入这个文献库。请先在那边关闭，然后重试。</translation>
  </message>
  <message>
    <source>Progress</source>
    <translation>进度</translation>
  </message>
  <message>
    <source>Progress of reading</source>
    <translation>阅读进度</translation>
  </message>
  <message>
    <source>Promote</source>
    <translation>提升级别</translation>
  </message>
  <message>
    <source>Promote heading</source>
    <translation>提升标题级别</translation>
  </message>
  <message>
    <source>Promote {count} headings</source>
    <translation>提升 {count} 个标题的级别</translation>
  </message>
  <message>
    <source>Prose</source>
    <translation>正文</translation>
  </message>
  <message>
    <source>Published in</source>
    <translation>载于</translation>
  </message>
  <message>
    <source>Publisher</source>
    <translation>出版者</translation>
  </message>
  <message>
    <source>Purple</source>
    <translation>紫</translation>
  </message>
  <message>
    <source>Put document into “{name}”</source>
    <translation>将文献放入“{name}”</translation>
  </message>
  <message>
    <source>Put into a collection</source>
    <translation>放入文集</translation>
  </message>
  <message>
    <source>Put into a collection…</source>
    <translation>放入文集…</translation>
  </message>
  <message>
    <source>Put into it</source>
    <translation>放入</translation>
  </message>
  <message>
    <source>Put on a pen</source>
    <translation>放到笔上</translation>
  </message>
  <message>
    <source>Put {count} documents into “{name}”</source>
    <translation>把 {count} 篇文献放入“{name}”</translation>
  </message>
  <message>
    <source>Quit</source>
    <translation>退出</translation>
  </message>
  <message>
    <source>Quotation</source>
    <translation>引文</translation>
  </message>
  <message>
    <source>Quotation marks</source>
    <translation>引号</translation>
  </message>
  <message>
    <source>Quotations</source>
    <translation>摘录</translation>
  </message>
  <message>
    <source>Quote as in the text</source>
    <translation>按原文引用</translation>
  </message>
  <message>
    <source>Read</source>
    <translation>读完</translation>
  </message>
  <message>
    <source>Read as {encoding}</source>
    <translation>按 {encoding} 读取</translation>
  </message>
  <message>
    <source>Read by OCR…</source>
    <translation>文字识别（OCR）…</translation>
  </message>
  <message>
    <source>Read its pages by OCR</source>
    <translation>用 OCR 识别各页文字</translation>
  </message>
  <message>
    <source>Read only</source>
    <translation>只读</translation>
  </message>
  <message>
    <source>Read scanned pages</source>
    <translation>识别扫描页</translation>
  </message>
  <message>
    <source>Read with a caret</source>
    <translation>用光标阅读</translation>
  </message>
  <message>
    <source>Read, mark, and write in the margin.</source>
    <translation>读书，划线，在书边写下所想。</translation>
  </message>
  <message>
    <source>Reading</source>
    <translation>读音</translation>
  </message>
  <message>
    <source>Reading takes about ten seconds a page. It goes on in the background and can be stopped; pages that were read are kept.</source>
    <translation>每页约需十秒。识别在后台进行，可以随时停止；已识别的页会保留。</translation>
  </message>
  <message>
    <source>Reading the hits</source>
    <translation>正在读取命中</translation>
  </message>
  <message>
    <source>Reading this file took longer than {seconds} seconds and was ended.</source>
    <translation>读取此文件超过 {seconds} 秒，已中止。</translation>
  </message>
  <message>
    <source>Reading this page took longer than {seconds} seconds and was ended.</source>
    <translation>识别此页超过 {seconds} 秒，已中止。</translation>
  </message>
  <message>
    <source>Reading “{name}”</source>
    <translation>正在读取“{name}”</translation>
  </message>
  <message>
    <source>Recent libraries</source>
    <translation>最近的文献库</translation>
  </message>
  <message>
    <source>Recently read</source>
    <translation>最近阅读</translation>
  </message>
  <message>
    <source>Recolour highlight</source>
    <translation>更改划线颜色</translation>
  </message>
  <message>
    <source>Recolour tag “{name}”</source>
    <translation>更改标签“{name}”的颜色</translation>
  </message>
  <message>
    <source>Recolour {count} highlights</source>
    <translation>更改 {count} 处划线的颜色</translation>
  </message>
  <message>
    <source>Recolour {count} tags</source>
    <translation>更改 {count} 个标签的颜色</translation>
  </message>
  <message>
    <source>Red</source>
    <translation>红</translation>
  </message>
  <message>
    <source>Redo</source>
    <translation>重做</translation>
  </message>
  <message>
    <source>Redo typing</source>
    <translation>重做键入</translation>
  </message>
  <message>
    <source>Redo up to here</source>
    <translation>重做到这里</translation>
  </message>
  <message>
    <source>Redo {count} steps, up to “{step}”?</source>
    <translation>重做 {count} 步，直到“{step}”？</translation>
  </message>
  <message>
    <source>Redo “{step}”</source>
    <translation>重做“{step}”</translation>
  </message>
  <message>
    <source>Redo “{step}”?</source>
    <translation>重做“{step}”？</translation>
  </message>
  <message>
    <source>Redone: {step}</source>
    <translation>已重做：{step}</translation>
  </message>
  <message>
    <source>Refused</source>
    <translation>未能导入</translation>
  </message>
  <message>
    <source>Regular</source>
    <translation>常规</translation>
  </message>
  <message>
    <source>Remarks</source>
    <translation>备注</translation>
  </message>
  <message>
    <source>Remove</source>
    <translation>移除</translation>
  </message>
  <message>
    <source>Remove bookmark</source>
    <translation>移除书签</translation>
  </message>
  <message>
    <source>Remove corrected reading</source>
    <translation>删除读音更正</translation>
  </message>
  <message>
    <source>Remove document</source>
    <translation>将文献移入回收站</translation>
  </message>
  <message>
    <source>Remove field “{name}”</source>
    <translation>删除字段“{name}”</translation>
  </message>
  <message>
    <source>Remove from the outline</source>
    <translation>从大纲中移除</translation>
  </message>
  <message>
    <source>Remove glossary entry</source>
    <translation>删除词条</translation>
  </message>
  <message>
    <source>Remove heading</source>
    <translation>移除标题</translation>
  </message>
  <message>
    <source>Remove link</source>
    <translation>去掉连接</translation>
  </message>
  <message>
    <source>Remove own word</source>
    <translation>删除自定词</translation>
  </message>
  <message>
    <source>Remove speaker</source>
    <translation>去掉说话人</translation>
  </message>
  <message>
    <source>Remove speaker “{name}”</source>
    <translation>去掉说话人“{name}”</translation>
  </message>
  <message>
    <source>Remove the bookmark</source>
    <translation>移除此处书签</translation>
  </message>
  <message>
    <source>Remove the field “{name}”?</source>
    <translation>删除字段“{name}”？</translation>
  </message>
  <message>
    <source>Remove the field…</source>
    <translation>删除字段…</translation>
  </message>
  <message>
    <source>Remove {count} bookmarks</source>
    <translation>移除 {count} 个书签</translation>
  </message>
  <message>
    <source>Remove {count} corrected readings</source>
    <translation>删除 {count} 条读音更正</translation>
  </message>
  <message>
    <source>Remove {count} documents</source>
    <translation>移除 {count} 篇文献</translation>
  </message>
  <message>
    <source>Remove {count} glossary entries</source>
    <translation>删除 {count} 个词条</translation>
  </message>
  <message>
    <source>Remove {count} headings</source>
    <translation>移除 {count} 个标题</translation>
  </message>
  <message>
    <source>Remove {count} links</source>
    <translation>去掉 {count} 处连接</translation>
  </message>
  <message>
    <source>Remove {count} own words</source>
    <translation>删除 {count} 个自定词</translation>
  </message>
  <message>
    <source>Remove {count} rows</source>
    <translation>移除 {count} 项</translation>
  </message>
  <message>
    <source>Rename</source>
    <translation>重命名</translation>
  </message>
  <message>
    <source>Rename bookmark</source>
    <translation>重命名书签</translation>
  </message>
  <message>
    <source>Rename field “{old}” to “{name}”</source>
    <translation>将字段“{old}”改名为“{name}”</translation>
  </message>
  <message>
    <source>Rename heading “{title}”</source>
    <translation>改写标题“{title}”</translation>
  </message>
  <message>
    <source>Rename or remove the field</source>
    <translation>改名或删除字段</translation>
  </message>
  <message>
    <source>Rename speaker “{old}” to “{name}”</source>
    <translation>将说话人“{old}”改名为“{name}”</translation>
  </message>
  <message>
    <source>Rename the field</source>
    <translation>字段改名</translation>
  </message>
  <message>
    <source>Rename the field…</source>
    <translation>字段改名…</translation>
  </message>
  <message>
    <source>Rename “{old}” to “{name}”</source>
    <translation>把“{old}”改名为“{name}”</translation>
  </message>
  <message>
    <source>Rename “{old}” to “{name}” throughout</source>
    <translation>全文将“{old}”改名为“{name}”</translation>
  </message>
  <message>
    <source>Reopen the closed tab</source>
    <translation>重新打开关闭的标签页</translation>
  </message>
  <message>
    <source>Reorder memo “{name}”</source>
    <translation>调整札记“{name}”的次序</translation>
  </message>
  <message>
    <source>Repair</source>
    <translation>修复</translation>
  </message>
  <message>
    <source>Repair on import</source>
    <translation>导入时修复</translation>
  </message>
  <message>
    <source>Repairs</source>
    <translation>修复</translation>
  </message>
  <message>
    <source>Repairs of imported texts</source>
    <translation>导入文本的修复</translation>
  </message>
  <message>
    <source>Repairs of this text</source>
    <translation>本文的修复</translation>
  </message>
  <message>
    <source>Repairs {count}</source>
    <translation>修复 {count}</translation>
  </message>
  <message>
    <source>Repeat the last pen</source>
    <translation>重复上一支笔</translation>
  </message>
  <message>
    <source>Replace</source>
    <translation>替换</translation>
  </message>
  <message>
    <source>Report</source>
    <translation>报告</translation>
  </message>
  <message>
    <source>Reset</source>
    <translation>还原</translation>
  </message>
  <message>
    <source>Reset all</source>
    <translation>全部还原</translation>
  </message>
  <message>
    <source>Reset pen {number}</source>
    <translation>还原 {number} 号笔</translation>
  </message>
  <message>
    <source>Reset this page</source>
    <translation>恢复本页默认值</translation>
  </message>
  <message>
    <source>Resize highlight</source>
    <translation>调整划线范围</translation>
  </message>
  <message>
    <source>Restore</source>
    <translation>还原</translation>
  </message>
  <message>
    <source>Restore all</source>
    <translation>全部还原</translation>
  </message>
  <message>
    <source>Restore document</source>
    <translation>还原文献</translation>
  </message>
  <message>
    <source>Restore {count} documents</source>
    <translation>恢复 {count} 篇文献</translation>
  </message>
  <message>
    <source>Restyle highlight</source>
    <translation>更改划线样式</translation>
  </message>
  <message>
    <source>Restyle {count} highlights</source>
    <translation>更改 {count} 处划线的样式</translation>
  </message>
  <message>
    <source>Save</source>
    <translation>保存</translation>
  </message>
  <message>
    <source>Save (Ctrl+Enter)</source>
    <translation>保存（Ctrl+Enter）</translation>
  </message>
  <message>
    <source>Save changes</source>
    <translation>保存修改</translation>
  </message>
  <message>
    <source>Save the report</source>
    <translation>保存导入报告</translation>
  </message>
  <message>
    <source>Saved</source>
    <translation>已保存</translation>
  </message>
  <message>
    <source>Saved in the glossary</source>
    <translation>已存入词汇表</translation>
  </message>
  <message>
    <source>Saved web page</source>
    <translation>存档网页</translation>
  </message>
  <message>
    <source>Save…</source>
    <translation>保存…</translation>
  </message>
  <message>
    <source>Scanned pages are read by tesseract, which is not installed here. On Debian and Ubuntu install tesseract-ocr, tesseract-ocr-chi-sim and tesseract-ocr-chi-tra, on Fedora tesseract, tesseract-langpack-chi_sim and tesseract-langpack-chi_tra; on macOS run “brew install tesseract tesseract-lang”; on Windows run the installer of UB Mannheim and choose the Chinese languages in it. Then import the file again.</source>
    <translation>扫描页由 tesseract 识别，此处尚未安装。在 Debian 和 Ubuntu 上请安装 tesseract-ocr、tesseract-ocr-chi-sim 和 tesseract-ocr-chi-tra，在 Fedora 上安装 tesseract、tesseract-langpack-chi_sim 和 tesseract-langpack-chi_tra；在 macOS 上运行“brew install tesseract tesseract-lang”；在 Windows 上运行 UB Mannheim 的安装程序，并在其中选择中文。然后重新导入此文件。</translation>
  </message>
  <message>
    <source>Scans ({patterns})</source>
    <translation>扫描件 ({patterns})</translation>
  </message>
  <message>
    <source>Scroll bar with highlights</source>
    <translation>滚动条，标出划线</translation>
  </message>
  <message>
    <source>Scroll together</source>
    <translation>同步滚动</translation>
  </message>
  <message>
    <source>Search</source>
    <translation>查找</translation>
  </message>
  <message>
    <source>Search actions and keys</source>
    <translation>搜索操作与按键</translation>
  </message>
  <message>
    <source>Search for {word}</source>
    <translation>查找“{word}”</translation>
  </message>
  <message>
    <source>Search in the middle</source>
    <translation>在中间查找</translation>
  </message>
  <message>
    <source>Search notes</source>
    <translation>搜索批注</translation>
  </message>
  <message>
    <source>Search quotes, notes and tags</source>
    <translation>搜索引文、批注和标签</translation>
  </message>
  <message>
    <source>Search the library</source>
    <translation>在全库中查找</translation>
  </message>
  <message>
    <source>Search the library for what is selected</source>
    <translation>在文献库中检索所选文字</translation>
  </message>
  <message>
    <source>Searching</source>
    <translation>正在查找</translation>
  </message>
  <message>
    <source>Select a passage and press {first} to {last} to mark it, {tag} to tag it or {note} to write a note.</source>
    <translation>选中一段文字，按 {first} 至 {last} 划线，按 {tag} 加标签，按 {note} 写批注。</translation>
  </message>
  <message>
    <source>Select a passage to mark it, tag it or write a note on it.</source>
    <translation>选中一段文字，即可划线、加标签或写批注。</translation>
  </message>
  <message>
    <source>Select all</source>
    <translation>全选</translation>
  </message>
  <message>
    <source>Select the characters that are one word.</source>
    <translation>请先选中应作为一个词的文字。</translation>
  </message>
  <message>
    <source>Select the paragraph</source>
    <translation>选中整段</translation>
  </message>
  <message>
    <source>Select the sentence</source>
    <translation>选中整句</translation>
  </message>
  <message>
    <source>Selections are marked: {pen} · Esc ends it</source>
    <translation>选中即划：{pen} · 按 Esc 结束</translation>
  </message>
  <message>
    <source>Semibold</source>
    <translation>半粗</translation>
  </message>
  <message>
    <source>Send excerpt to “{name}”</source>
    <translation>将摘录送入“{name}”</translation>
  </message>
  <message>
    <source>Send to memo…</source>
    <translation>送入札记…</translation>
  </message>
  <message>
    <source>Send {count} excerpts to “{name}”</source>
    <translation>将 {count} 条摘录送入“{name}”</translation>
  </message>
  <message>
    <source>Sepia</source>
    <translation>旧纸</translation>
  </message>
  <message>
    <source>Set</source>
    <translation>设定</translation>
  </message>
  <message>
    <source>Set a bookmark</source>
    <translation>添加书签</translation>
  </message>
  <message>
    <source>Set citation key</source>
    <translation>设定引用键</translation>
  </message>
  <message>
    <source>Set pen {number}</source>
    <translation>设定 {number} 号笔</translation>
  </message>
  <message>
    <source>Set speaker</source>
    <translation>指定说话人</translation>
  </message>
  <message>
    <source>Set the date</source>
    <translation>设定日期</translation>
  </message>
  <message>
    <source>Set the date…</source>
    <translation>设定日期…</translation>
  </message>
  <message>
    <source>Set the issuer…</source>
    <translation>设定发文机关…</translation>
  </message>
  <message>
    <source>Set the number…</source>
    <translation>设定文号…</translation>
  </message>
  <message>
    <source>Set {count} citation keys</source>
    <translation>设定 {count} 个引用键</translation>
  </message>
  <message>
    <source>Several entries have the same document; the last one counts: {titles}</source>
    <translation>几个条目对应同一篇文献，以最后一条为准：{titles}</translation>
  </message>
  <message>
    <source>Shelf</source>
    <translation>书架</translation>
  </message>
  <message>
    <source>Show all</source>
    <translation>全部显示</translation>
  </message>
  <message>
    <source>Show all hits as aligned lines, in the order of the words beside them</source>
    <translation>把全部命中排成对齐的行，按旁边的词排序</translation>
  </message>
  <message>
    <source>Show in folder</source>
    <translation>在文件夹中显示</translation>
  </message>
  <message>
    <source>Show in the text</source>
    <translation>在正文中显示</translation>
  </message>
  <message>
    <source>Show it there</source>
    <translation>显示查找</translation>
  </message>
  <message>
    <source>Show its highlights</source>
    <translation>只看它的划线</translation>
  </message>
  <message>
    <source>Show me first</source>
    <translation>先让我看</translation>
  </message>
  <message>
    <source>Show one line for all with equal words, with their number</source>
    <translation>词相同的行只显示一行，并注明行数</translation>
  </message>
  <message>
    <source>Show the passages with both</source>
    <translation>显示两者皆有的段落</translation>
  </message>
  <message>
    <source>Show the reading here</source>
    <translation>显示此处读音</translation>
  </message>
  <message>
    <source>Shows the passages with both; the menu leads to its page</source>
    <translation>显示两者皆有的段落；右键菜单可打开其标签页</translation>
  </message>
  <message>
    <source>Side margins</source>
    <translation>页边距</translation>
  </message>
  <message>
    <source>Sidebar</source>
    <translation>侧栏</translation>
  </message>
  <message>
    <source>Signed by</source>
    <translation>落款</translation>
  </message>
  <message>
    <source>Simplified</source>
    <translation>简体</translation>
  </message>
  <message>
    <source>Simplified Chinese</source>
    <translation>简体中文</translation>
  </message>
  <message>
    <source>Simplified Chinese, GBK and GB2312</source>
    <translation>简体中文，含 GBK 与 GB2312</translation>
  </message>
  <message>
    <source>Size of type</source>
    <translation>字号</translation>
  </message>
  <message>
    <source>Skip</source>
    <translation>跳过</translation>
  </message>
  <message>
    <source>Smaller pages</source>
    <translation>缩小页面</translation>
  </message>
  <message>
    <source>Smaller type</source>
    <translation>缩小字号</translation>
  </message>
  <message>
    <source>Smart collection</source>
    <translation>智能文集</translation>
  </message>
  <message>
    <source>Smart collection “{name}” deleted; what it found stays</source>
    <translation>已删除智能文集“{name}”，其中的摘录不受影响</translation>
  </message>
  <message>
    <source>Smart collections</source>
    <translation>智能文集</translation>
  </message>
  <message>
    <source>Some of the files hold pictures of pages and no text.</source>
    <translation>有些文件只有页面图像，没有文字。</translation>
  </message>
  <message>
    <source>Something else was done since then. Undo it first, in the Edit menu.</source>
    <translation>此后又做了别的改动。请先在“编辑”菜单里撤销它。</translation>
  </message>
  <message>
    <source>Something else was done since. Take it back first, with Undo.</source>
    <translation>此后又做了别的操作。请先用“撤销”取消那些操作。</translation>
  </message>
  <message>
    <source>Something is missing after “-”. Type what must not be there.</source>
    <translation>“-”后面缺少内容。请写出不应出现的词。</translation>
  </message>
  <message>
    <source>Something is missing after “{field}”. Type it without a space.</source>
    <translation>“{field}”后面缺少内容。请紧接着写，不留空格。</translation>
  </message>
  <message>
    <source>Something is missing beside OR. Type what should be found there.</source>
    <translation>OR 旁边缺了内容。请填上要查找的内容。</translation>
  </message>
  <message>
    <source>Something went wrong</source>
    <translation>出错了</translation>
  </message>
  <message>
    <source>Sort and group</source>
    <translation>排序与分组</translation>
  </message>
  <message>
    <source>Sort by</source>
    <translation>排序方式</translation>
  </message>
  <message>
    <source>Sort “{name}”</source>
    <translation>排列“{name}”</translation>
  </message>
  <message>
    <source>Sorting lines</source>
    <translation>正在排序</translation>
  </message>
  <message>
    <source>Source</source>
    <translation>来源</translation>
  </message>
  <message>
    <source>Spaces between characters</source>
    <translation>汉字间空格</translation>
  </message>
  <message>
    <source>Speaker</source>
    <translation>说话人</translation>
  </message>
  <message>
    <source>Speakers</source>
    <translation>说话人</translation>
  </message>
  <message>
    <source>Speakers in the margin</source>
    <translation>页边显示说话人</translation>
  </message>
  <message>
    <source>Speakers to filter by</source>
    <translation>按说话人筛选</translation>
  </message>
  <message>
    <source>Split</source>
    <translation>分屏</translation>
  </message>
  <message>
    <source>Split below</source>
    <translation>向下分屏</translation>
  </message>
  <message>
    <source>Split right</source>
    <translation>向右分屏</translation>
  </message>
  <message>
    <source>Standard</source>
    <translation>标准</translation>
  </message>
  <message>
    <source>Standing twice</source>
    <translation>重复段落</translation>
  </message>
  <message>
    <source>Star</source>
    <translation>加星</translation>
  </message>
  <message>
    <source>Star highlight</source>
    <translation>给划线加星</translation>
  </message>
  <message>
    <source>Star {count} highlights</source>
    <translation>给 {count} 处划线加星</translation>
  </message>
  <message>
    <source>Star, or take the star off</source>
    <translation>加星或取消星标</translation>
  </message>
  <message>
    <source>Starred</source>
    <translation>有星标</translation>
  </message>
  <message>
    <source>Stray letters</source>
    <translation>杂散字母</translation>
  </message>
  <message>
    <source>Stripes in the margin</source>
    <translation>页边色条</translation>
  </message>
  <message>
    <source>Style</source>
    <translation>样式</translation>
  </message>
  <message>
    <source>Switch pinyin</source>
    <translation>切换拼音</translation>
  </message>
  <message>
    <source>Tables (*.csv *.tsv)</source>
    <translation>表格 (*.csv *.tsv)</translation>
  </message>
  <message>
    <source>Tables ({patterns})</source>
    <translation>表格 ({patterns})</translation>
  </message>
  <message>
    <source>Tabs</source>
    <translation>标签页</translation>
  </message>
  <message>
    <source>Tag</source>
    <translation>标签</translation>
  </message>
  <message>
    <source>Tag highlight</source>
    <translation>给划线加标签</translation>
  </message>
  <message>
    <source>Tag merged into “{name}”</source>
    <translation>标签已并入“{name}”</translation>
  </message>
  <message>
    <source>Tag taken off the highlight</source>
    <translation>已从划线上取下标签</translation>
  </message>
  <message>
    <source>Tag taken off {count} highlights</source>
    <translation>已从 {count} 处划线上取下标签</translation>
  </message>
  <message>
    <source>Tag {count} highlights</source>
    <translation>给 {count} 处划线加标签</translation>
  </message>
  <message>
    <source>Tag “{name}” deleted</source>
    <translation>已删除标签“{name}”</translation>
  </message>
  <message>
    <source>Tag, colour, place, speaker, date or words</source>
    <translation>标签、颜色、出处、说话人、日期或文字</translation>
  </message>
  <message>
    <source>Tag, or new tag; / makes levels</source>
    <translation>标签或新标签，用 / 分级</translation>
  </message>
  <message>
    <source>Tags</source>
    <translation>标签</translation>
  </message>
  <message>
    <source>Tags by count</source>
    <translation>标签按数量排列</translation>
  </message>
  <message>
    <source>Tags by hand</source>
    <translation>标签手动排列</translation>
  </message>
  <message>
    <source>Tags by name</source>
    <translation>标签按名称排列</translation>
  </message>
  <message>
    <source>Tags that the list makes</source>
    <translation>清单生成的标签</translation>
  </message>
  <message>
    <source>Tags to filter by</source>
    <translation>按标签筛选</translation>
  </message>
  <message>
    <source>Tags…</source>
    <translation>标签…</translation>
  </message>
  <message>
    <source>Tag…</source>
    <translation>标签…</translation>
  </message>
  <message>
    <source>Take a part out of “{name}”</source>
    <translation>从“{name}”取出一段</translation>
  </message>
  <message>
    <source>Take all ticks away</source>
    <translation>取消所有勾选</translation>
  </message>
  <message>
    <source>Take document out of “{name}”</source>
    <translation>将文献移出“{name}”</translation>
  </message>
  <message>
    <source>Take out</source>
    <translation>去掉</translation>
  </message>
  <message>
    <source>Take out of the collection</source>
    <translation>移出文集</translation>
  </message>
  <message>
    <source>Take out of the memo</source>
    <translation>从札记中取出</translation>
  </message>
  <message>
    <source>Take out what is gone</source>
    <translation>去掉已不存在的</translation>
  </message>
  <message>
    <source>Take the file’s</source>
    <translation>用文件的</translation>
  </message>
  <message>
    <source>Take the star off highlight</source>
    <translation>去掉划线的星</translation>
  </message>
  <message>
    <source>Take the star off {count} highlights</source>
    <translation>去掉 {count} 处划线的星</translation>
  </message>
  <message>
    <source>Take the tag off</source>
    <translation>取下标签</translation>
  </message>
  <message>
    <source>Take the values of the file</source>
    <translation>采用文件中的值</translation>
  </message>
  <message>
    <source>Take them over</source>
    <translation>改归此操作</translation>
  </message>
  <message>
    <source>Take {count} documents out of “{name}”</source>
    <translation>从“{name}”移出 {count} 篇文献</translation>
  </message>
  <message>
    <source>Template “{name}” ({suffix})</source>
    <translation>模板“{name}”（{suffix}）</translation>
  </message>
  <message>
    <source>Templates</source>
    <translation>模板</translation>
  </message>
  <message>
    <source>Templates of exports…</source>
    <translation>导出模板…</translation>
  </message>
  <message>
    <source>Term</source>
    <translation>词条</translation>
  </message>
  <message>
    <source>Tesseract cannot read “{languages}” here; it knows: {installed}. On Debian and Ubuntu install tesseract-ocr-chi-sim and tesseract-ocr-chi-tra, on Fedora tesseract-langpack-chi_sim and tesseract-langpack-chi_tra, on macOS run “brew install tesseract-lang”; on Windows run its installer again and choose the languages.</source>
    <translation>此处的 tesseract 不能识别“{languages}”，只认识：{installed}。在 Debian 和 Ubuntu 上请安装 tesseract-ocr-chi-sim 和 tesseract-ocr-chi-tra，在 Fedora 上安装 tesseract-langpack-chi_sim 和 tesseract-langpack-chi_tra，在 macOS 上运行“brew install tesseract-lang”；在 Windows 上请重新运行其安装程序并选择语言。</translation>
  </message>
  <message>
    <source>Tesseract could not read this page: {reason}</source>
    <translation>tesseract 不能识别此页：{reason}</translation>
  </message>
  <message>
    <source>Text</source>
    <translation>正文</translation>
  </message>
  <message>
    <source>Text around it</source>
    <translation>上下文</translation>
  </message>
  <message>
    <source>Text around the hit</source>
    <translation>所找之处的上下文</translation>
  </message>
  <message>
    <source>Texts</source>
    <translation>正文</translation>
  </message>
  <message>
    <source>Texts ({patterns})</source>
    <translation>文本 ({patterns})</translation>
  </message>
  <message>
    <source>Texts in Latin letters</source>
    <translation>西文文本</translation>
  </message>
  <message>
    <source>The abbreviations of this file say too much.</source>
    <translation>这个文件的缩写展开后过长。</translation>
  </message>
  <message>
    <source>The bin is empty.</source>
    <translation>回收站是空的。</translation>
  </message>
  <message>
    <source>The chosen repair in full</source>
    <translation>所选修复的全文</translation>
  </message>
  <message>
    <source>The citation was copied.</source>
    <translation>引文已复制。</translation>
  </message>
  <message>
    <source>The disk failed or may not be written to: {reason}. Nothing was changed.</source>
    <translation>磁盘出错或不可写：{reason}。没有任何改动。</translation>
  </message>
  <message>
    <source>The disk is full. Nothing was changed; make room, then try again.</source>
    <translation>磁盘已满。没有作任何改动；请腾出空间后重试。</translation>
  </message>
  <message>
    <source>The document that this link leads to was deleted.</source>
    <translation>该链接指向的文献已被删除。</translation>
  </message>
  <message>
    <source>The documents say all that already.</source>
    <translation>这些内容文献里都已有了。</translation>
  </message>
  <message>
    <source>The entry has no end (ER). It was read as far as it goes.</source>
    <translation>这一条没有结尾（ER），已读到能读之处。</translation>
  </message>
  <message>
    <source>The entry has no key.</source>
    <translation>这一条没有键。</translation>
  </message>
  <message>
    <source>The entry refers to “{key}”, which is not in this file.</source>
    <translation>这一条引用了“{key}”，但文件中没有它。</translation>
  </message>
  <message>
    <source>The entry says nothing.</source>
    <translation>这一条没有内容。</translation>
  </message>
  <message>
    <source>The export was copied.</source>
    <translation>导出内容已复制。</translation>
  </message>
  <message>
    <source>The file</source>
    <translation>文件</translation>
  </message>
  <message>
    <source>The file is larger than {most} MB. Export a part of the bibliography.</source>
    <translation>文件大于 {most} MB。请只导出一部分书目。</translation>
  </message>
  <message>
    <source>The first date, {since}, is after the last one, {until}.</source>
    <translation>起始日期 {since} 晚于终止日期 {until}。</translation>
  </message>
  <message>
    <source>The folder of templates “{folder}” cannot be written: {reason}.</source>
    <translation>无法写入模板文件夹“{folder}”：{reason}。</translation>
  </message>
  <message>
    <source>The folder “{folder}” is not there. Make it first, or choose another one.</source>
    <translation>文件夹“{folder}”不存在。请先建立它，或另选一个。</translation>
  </message>
  <message>
    <source>The folder “{folder}” may not be written to. Choose another one.</source>
    <translation>文件夹“{folder}”不允许写入。请另选一个。</translation>
  </message>
  <message>
    <source>The headings are being looked for.</source>
    <translation>正在查找标题。</translation>
  </message>
  <message>
    <source>The highlight that this link leads to was deleted. This is its document.</source>
    <translation>该链接指向的划线已被删除。这是它所在的文献。</translation>
  </message>
  <message>
    <source>The highlight was copied.</source>
    <translation>已复制划线。</translation>
  </message>
  <message>
    <source>The importer “{name}” of another package does not work ({reason}). Update or remove that package.</source>
    <translation>其他软件包的导入器“{name}”无法使用（{reason}）。请更新或移除那个软件包。</translation>
  </message>
  <message>
    <source>The key {key} would be that of several documents: {titles}</source>
    <translation>引用键 {key} 将同属几篇文献：{titles}</translation>
  </message>
  <message>
    <source>The keys 1 to 9 mark with these. By tag: in the colour of the first tag.</source>
    <translation>按 1 至 9 键用这些笔标记。“随标签”即取第一个标签的颜色。</translation>
  </message>
  <message>
    <source>The library cannot be locked: {reason}.</source>
    <translation>无法锁定文献库：{reason}。</translation>
  </message>
  <message>
    <source>The library could not be brought up to date: {reason}. Nothing was changed.</source>
    <translation>文献库无法更新：{reason}。没有作任何改动。</translation>
  </message>
  <message>
    <source>The library has this text already: “{title}”</source>
    <translation>文献库里已有这篇：“{title}”</translation>
  </message>
  <message>
    <source>The library has {count} fault.</source>
    <translation>文献库有 {count} 处损坏。</translation>
  </message>
  <message>
    <source>The library has {count} faults.</source>
    <translation>文献库有 {count} 处损坏。</translation>
  </message>
  <message>
    <source>The library was backed up as “{name}”.</source>
    <translation>文献库已备份为“{name}”。</translation>
  </message>
  <message>
    <source>The library was checked; nothing is wrong with it.</source>
    <translation>文献库检查完毕，没有问题。</translation>
  </message>
  <message>
    <source>The library was opened for reading; it cannot be changed.</source>
    <translation>文献库是以只读方式打开的，不能修改。</translation>
  </message>
  <message>
    <source>The library “{name}” is not in {folder} any more. Open it from where it is now.</source>
    <translation>文献库“{name}”已不在 {folder} 中。请从它现在的位置打开。</translation>
  </message>
  <message>
    <source>The library’s database is damaged ({problem}). Put a copy from its backups folder in its place.</source>
    <translation>文献库的数据库已损坏（{problem}）。请用 backups 文件夹中的备份替换它。</translation>
  </message>
  <message>
    <source>The library’s folder cannot be written and holds unfinished work. Copy it, then open the copy.</source>
    <translation>文献库的文件夹不可写，且含有未完成的写入。请复制一份，再打开副本。</translation>
  </message>
  <message>
    <source>The library’s folder cannot be written. Open it for reading, or copy it.</source>
    <translation>文献库的文件夹不可写。请以只读方式打开，或复制一份。</translation>
  </message>
  <message>
    <source>The link to “{words}” was copied.</source>
    <translation>已复制指向“{words}”的链接。</translation>
  </message>
  <message>
    <source>The memo has no part {number}.</source>
    <translation>札记没有第 {number} 段。</translation>
  </message>
  <message>
    <source>The name of the field. Every document of this library has it.</source>
    <translation>字段名。本文献库的每篇文献都有此字段。</translation>
  </message>
  <message>
    <source>The name of this file ends in {suffix}, but it is plain text and was read as that.</source>
    <translation>这个文件的名字以 {suffix} 结尾，但它其实是纯文本，已按纯文本读入。</translation>
  </message>
  <message>
    <source>The number after NEAR/ is at most {most}.</source>
    <translation>NEAR/ 后面的数最大为 {most}。</translation>
  </message>
  <message>
    <source>The original “{name}” is missing from the library. Import the file again, or restore the library’s folder “originals” from a copy.</source>
    <translation>文献库里缺少原件“{name}”。请重新导入该文件，或从备份恢复文献库的“originals”文件夹。</translation>
  </message>
  <message>
    <source>The original “{name}” was changed on disk. Import the file again, or restore the library’s folder “originals” from a copy.</source>
    <translation>原件“{name}”在磁盘上被改动过。请重新导入该文件，或从备份恢复文献库的“originals”文件夹。</translation>
  </message>
  <message>
    <source>The pattern /{pattern}/ goes too deep. Write it with fewer groups, and without calls of groups.</source>
    <translation>正则式 /{pattern}/ 嵌套过深。请减少分组，且不要调用分组。</translation>
  </message>
  <message>
    <source>The pattern /{pattern}/ takes too long. Write it without repetitions inside repetitions.</source>
    <translation>式样 /{pattern}/ 耗时过长。请避免在重复之中再用重复。</translation>
  </message>
  <message>
    <source>The place {position} is not in the text, which has {length} characters.</source>
    <translation>位置 {position} 不在正文之内，正文共 {length} 字。</translation>
  </message>
  <message>
    <source>The query has {length} characters, and may have {most}. Shorten it.</source>
    <translation>查询有 {length} 个字符，最多可有 {most} 个。请缩短。</translation>
  </message>
  <message>
    <source>The query only says what must not be there. Add what should be found.</source>
    <translation>查询只说了不应出现什么。请补上要查找的词。</translation>
  </message>
  <message>
    <source>The quotation was copied with its source.</source>
    <translation>已复制引文和出处。</translation>
  </message>
  <message>
    <source>The quote stands {count} times in the text, not {nth} times.</source>
    <translation>这段文字在正文中出现 {count} 次，没有第 {nth} 次。</translation>
  </message>
  <message>
    <source>The quote “{quote}” is not in the text. It must be written exactly as there.</source>
    <translation>正文中没有“{quote}”。引文须与正文完全一致。</translation>
  </message>
  <message>
    <source>The report could not be saved: {reason}. Choose another place.</source>
    <translation>报告没能保存：{reason}。请换一个位置。</translation>
  </message>
  <message>
    <source>The report was saved as {name}.</source>
    <translation>报告已保存为 {name}。</translation>
  </message>
  <message>
    <source>The same of every field: author, issuer, number, container, own ones.</source>
    <translation>其他字段同理：作者、发文单位、文号、载于（container）及自定字段。</translation>
  </message>
  <message>
    <source>The same text comes with “{name}”.</source>
    <translation>同批文件“{name}”有相同的文本。</translation>
  </message>
  <message>
    <source>The search index could not be written: {reason}.</source>
    <translation>检索索引无法写入：{reason}。</translation>
  </message>
  <message>
    <source>The search index was damaged and is made again. Search once more when it is ready.</source>
    <translation>检索索引已损坏，正在重建。建好后请再检索一次。</translation>
  </message>
  <message>
    <source>The search is behind what the middle shows now.</source>
    <translation>查找在窗口中间，被现在显示的内容挡住了。</translation>
  </message>
  <message>
    <source>The search is in the middle of the window.</source>
    <translation>查找在窗口中间。</translation>
  </message>
  <message>
    <source>The selected document</source>
    <translation>所选文献</translation>
  </message>
  <message>
    <source>The selected highlight</source>
    <translation>所选的划线</translation>
  </message>
  <message>
    <source>The shelf counts what “{query}” finds, and asks it anew.</source>
    <translation>书架上会显示“{query}”找到的处数，并随时重新查找。</translation>
  </message>
  <message>
    <source>The span {start}–{end} is not in the text, which has {length} characters. Give a start below the end, both within the text.</source>
    <translation>范围 {start}–{end} 不在文中；全文共 {length} 字。起点须小于终点，且都在文内。</translation>
  </message>
  <message>
    <source>The table has no terms. Its columns are term, gloss and note.</source>
    <translation>表中没有词条。各列应为词条、释义、备注。</translation>
  </message>
  <message>
    <source>The tag is deleted. Undo brings it back.</source>
    <translation>该标签随后删除，可以撤销。</translation>
  </message>
  <message>
    <source>The tags are deleted. Undo brings them back.</source>
    <translation>这些标签随后删除，可以撤销。</translation>
  </message>
  <message>
    <source>The tags are sorted by name or count. Sort them by hand to move them up or down.</source>
    <translation>标签现按名称或数量排列。改为手动排列后才能上移或下移。</translation>
  </message>
  <message>
    <source>The template “{name}” cannot be read: {reason}.</source>
    <translation>无法读取模板“{name}”：{reason}。</translation>
  </message>
  <message>
    <source>The template “{name}” is larger than a megabyte.</source>
    <translation>模板“{name}”超过 1 MB。</translation>
  </message>
  <message>
    <source>The template “{template}” does not work: {reason}.</source>
    <translation>模板“{template}”无法使用：{reason}。</translation>
  </message>
  <message>
    <source>The text</source>
    <translation>正文</translation>
  </message>
  <message>
    <source>The text is as it was imported. It did not come from a file.</source>
    <translation>正文与导入时一致。它不是从文件导入的。</translation>
  </message>
  <message>
    <source>The text is being looked through.</source>
    <translation>正在检查文本。</translation>
  </message>
  <message>
    <source>The text is missing from the library. Import the file again, or restore the library’s folder “texts” from a copy.</source>
    <translation>文献库里缺少这篇正文。请重新导入该文件，或从备份恢复文献库的“texts”文件夹。</translation>
  </message>
  <message>
    <source>The text was changed on disk. Import the file again, or restore the library’s folder “texts” from a copy.</source>
    <translation>正文在磁盘上被改动过。请重新导入该文件，或从备份恢复文献库的“texts”文件夹。</translation>
  </message>
  <message>
    <source>The text was read from pictures of its pages (OCR) and may have mistakes in it.</source>
    <translation>文字由页面图片识别（OCR）而来，可能有错误。</translation>
  </message>
  <message>
    <source>The text {name} is missing from the library. Restore it from a copy.</source>
    <translation>文献库中缺少文本 {name}。请从副本恢复。</translation>
  </message>
  <message>
    <source>The text {name} was damaged on disk. Restore it from a copy.</source>
    <translation>文本 {name} 在磁盘上已损坏。请从副本恢复。</translation>
  </message>
  <message>
    <source>The texts are being prepared for searching: {done} of {total}.</source>
    <translation>正在为查找整理文本：{done} / {total}。</translation>
  </message>
  <message>
    <source>The whole library</source>
    <translation>整个文献库</translation>
  </message>
  <message>
    <source>The word that orders the lines</source>
    <translation>按哪个词排序</translation>
  </message>
  <message>
    <source>The {count} selected documents</source>
    <translation>所选的 {count} 篇文献</translation>
  </message>
  <message>
    <source>The {count} selected highlights</source>
    <translation>所选的 {count} 条划线</translation>
  </message>
  <message>
    <source>Their notes go with them. Undo brings them back.</source>
    <translation>其中的批注会一并删除。撤销可以找回。</translation>
  </message>
  <message>
    <source>Theme</source>
    <translation>主题</translation>
  </message>
  <message>
    <source>There are more than {limit} files in this archive, which is refused.</source>
    <translation>此压缩包中的文件多于 {limit} 个，不予导入。</translation>
  </message>
  <message>
    <source>There are no further hits in the library.</source>
    <translation>全库中没有更多的结果了。</translation>
  </message>
  <message>
    <source>There are no templates in this library yet.</source>
    <translation>这个文献库里还没有模板。</translation>
  </message>
  <message>
    <source>There is a colour in this question that does not exist.</source>
    <translation>查询里有一种不存在的颜色。</translation>
  </message>
  <message>
    <source>There is a field “{name}” already.</source>
    <translation>已有字段“{name}”。</translation>
  </message>
  <message>
    <source>There is a heading here already.</source>
    <translation>此处已有标题。</translation>
  </message>
  <message>
    <source>There is already one named “{name}” here. Choose another name.</source>
    <translation>这里已有名为“{name}”的一项。请换一个名称。</translation>
  </message>
  <message>
    <source>There is no bookmark further on.</source>
    <translation>后面没有书签了。</translation>
  </message>
  <message>
    <source>There is no bookmark further up.</source>
    <translation>前面没有书签了。</translation>
  </message>
  <message>
    <source>There is no bookmark with the id {id}.</source>
    <translation>没有编号为 {id} 的书签。</translation>
  </message>
  <message>
    <source>There is no citation style “{name}”. There are: {styles}.</source>
    <translation>没有引文格式“{name}”。有：{styles}。</translation>
  </message>
  <message>
    <source>There is no collection “{name}”.</source>
    <translation>没有文集“{name}”。</translation>
  </message>
  <message>
    <source>There is no colour “{name}”. There are {colors}.</source>
    <translation>没有颜色“{name}”。可用的有 {colors}。</translation>
  </message>
  <message>
    <source>There is no document with the id {id}.</source>
    <translation>没有编号为 {id} 的文献。</translation>
  </message>
  <message>
    <source>There is no encoding called “{name}”. Give one such as utf-8, gb18030, big5, shift_jis or utf-16.</source>
    <translation>没有叫作“{name}”的编码。请使用 utf-8、gb18030、big5、shift_jis 或 utf-16 等。</translation>
  </message>
  <message>
    <source>There is no export format “{name}”. There are: {formats}.</source>
    <translation>没有名为“{name}”的导出格式。可用的有：{formats}。</translation>
  </message>
  <message>
    <source>There is no field “{name}”.</source>
    <translation>没有字段“{name}”。</translation>
  </message>
  <message>
    <source>There is no field “{name}”. There are {names}.</source>
    <translation>没有字段“{name}”。现有字段：{names}。</translation>
  </message>
  <message>
    <source>There is no format of bibliographies called “{name}”. There are {names}.</source>
    <translation>没有名为“{name}”的书目格式。可用的有：{names}。</translation>
  </message>
  <message>
    <source>There is no highlight with the id {id}.</source>
    <translation>没有编号为 {id} 的划线。</translation>
  </message>
  <message>
    <source>There is no library at {path}.</source>
    <translation>{path} 处没有文献库。</translation>
  </message>
  <message>
    <source>There is no memo with the id {id}.</source>
    <translation>没有编号为 {id} 的札记。</translation>
  </message>
  <message>
    <source>There is no passage from {start} to {end}.</source>
    <translation>没有从 {start} 到 {end} 的段落。</translation>
  </message>
  <message>
    <source>There is no pen {number}. Pens have the numbers 1 to 9.</source>
    <translation>没有 {number} 号笔。笔的编号是 1 到 9。</translation>
  </message>
  <message>
    <source>There is no room on the disk to write “{path}”. Make room, then try again.</source>
    <translation>磁盘空间不足，无法写入“{path}”。请腾出空间后重试。</translation>
  </message>
  <message>
    <source>There is no such file, or it has been moved or deleted.</source>
    <translation>没有这个文件，或已被移动、删除。</translation>
  </message>
  <message>
    <source>There is no tag “{name}”. List them with “tags”.</source>
    <translation>没有标签“{name}”。可用“tags”命令列出。</translation>
  </message>
  <message>
    <source>There is no template “{name}”: neither a file, nor one of those in the library. There are: {names}.</source>
    <translation>没有模板“{name}”：既不是文件，也不在文献库里。现有：{names}。</translation>
  </message>
  <message>
    <source>There is no text in this file.</source>
    <translation>这个文件里没有文字。</translation>
  </message>
  <message>
    <source>There is no web page in this file.</source>
    <translation>此文件中没有网页。</translation>
  </message>
  <message>
    <source>There is nothing between two parentheses. Type what should be found there.</source>
    <translation>一对括号里是空的。请填上要查找的内容。</translation>
  </message>
  <message>
    <source>There is nothing here that has a reading.</source>
    <translation>这里没有可以注音的文字。</translation>
  </message>
  <message>
    <source>There is nothing in this archive to import.</source>
    <translation>此压缩包中没有可导入的文件。</translation>
  </message>
  <message>
    <source>There is nothing in this folder to import.</source>
    <translation>这个文件夹里没有可以导入的内容。</translation>
  </message>
  <message>
    <source>There is nothing to export: nothing is highlighted there.</source>
    <translation>没有可导出的内容：那里还没有划线。</translation>
  </message>
  <message>
    <source>There is nothing to mark.</source>
    <translation>没有可标出的内容。</translation>
  </message>
  <message>
    <source>There is nothing to redo.</source>
    <translation>没有可重做的操作。</translation>
  </message>
  <message>
    <source>There is nothing to repair in this file.</source>
    <translation>这个文件没有需要修复的地方。</translation>
  </message>
  <message>
    <source>There is nothing to search for. Type a word.</source>
    <translation>没有要查找的内容。请输入一个词。</translation>
  </message>
  <message>
    <source>There is nothing to undo.</source>
    <translation>没有可撤销的操作。</translation>
  </message>
  <message>
    <source>There is nothing with the id {id} any more.</source>
    <translation>编号为 {id} 的内容已不存在。</translation>
  </message>
  <message>
    <source>There was no file to import.</source>
    <translation>没有可以导入的文件。</translation>
  </message>
  <message>
    <source>These are slides (such as PPTX), which cannot be imported. Save them as PDF or as an outline in RTF, then import that.</source>
    <translation>这是演示文稿（如 PPTX），不能导入。请另存为 PDF，或另存为大纲（RTF），再导入。</translation>
  </message>
  <message>
    <source>Thesis</source>
    <translation>学位论文</translation>
  </message>
  <message>
    <source>This PDF holds pictures of pages, or characters without meaning, and no text. It can be read by OCR (text recognition), which tesseract does.</source>
    <translation>此 PDF 只有页面图像，或其字符没有含义，没有文字。可以用 tesseract 作文字识别（OCR）来读取。</translation>
  </message>
  <message>
    <source>This PDF is damaged: it cannot be opened. Fetch it again, or open and save it elsewhere.</source>
    <translation>此 PDF 已损坏，无法打开。请重新获取，或用其他程序打开后另存。</translation>
  </message>
  <message>
    <source>This PDF is locked in a way that only the program of its publisher can open.</source>
    <translation>此 PDF 的加密方式只有出版方的程序才能打开。</translation>
  </message>
  <message>
    <source>This PDF is locked with a password. Open it in a PDF reader, print it to a PDF without a password, then import that.</source>
    <translation>此 PDF 有密码保护。请在 PDF 阅读器中打开，另行打印为不带密码的 PDF，再导入。</translation>
  </message>
  <message>
    <source>This archive stands in another one. Unpack that, then import it.</source>
    <translation>此压缩包套在另一个压缩包里。请先解开外层，再导入。</translation>
  </message>
  <message>
    <source>This cannot be read: {reason}.</source>
    <translation>无法读取：{reason}。</translation>
  </message>
  <message>
    <source>This document</source>
    <translation>本文献</translation>
  </message>
  <message>
    <source>This e-book is locked by its seller and cannot be read by other programs.</source>
    <translation>此电子书被书商加密，其他程序无法读取。</translation>
  </message>
  <message>
    <source>This file changed while it was read. Import it again once nothing writes to it.</source>
    <translation>读取时文件发生了变化。请在没有程序写入它时重新导入。</translation>
  </message>
  <message>
    <source>This file could not be read: it is damaged, or needs more memory than there is.</source>
    <translation>无法读取此文件：文件已损坏，或所需内存超出限度。</translation>
  </message>
  <message>
    <source>This file declares words that multiply without end, which is refused.</source>
    <translation>这个文件声明了会无限膨胀的词语，因此不予导入。</translation>
  </message>
  <message>
    <source>This file is damaged or cut off. Get it again, or save it anew, then import it.</source>
    <translation>这个文件已损坏或不完整。请重新获取或重新保存后再导入。</translation>
  </message>
  <message>
    <source>This file is damaged: its markup breaks off or makes no sense.</source>
    <translation>这个文件已损坏：其中的标记中断或无法理解。</translation>
  </message>
  <message>
    <source>This file is damaged: {reason}.</source>
    <translation>此文件已损坏：{reason}。</translation>
  </message>
  <message>
    <source>This file is damaged: “{part}” in it cannot be unpacked.</source>
    <translation>这个文件已损坏：其中的“{part}”无法解压。</translation>
  </message>
  <message>
    <source>This file is damaged: “{part}” is missing in it.</source>
    <translation>此文件已损坏：其中缺少“{part}”。</translation>
  </message>
  <message>
    <source>This file is hidden: its name or its folder’s begins with a dot. Import it by itself to have it.</source>
    <translation>这是隐藏文件：文件名或所在文件夹名以点开头。若需要，请单独导入它。</translation>
  </message>
  <message>
    <source>This file is larger than {limit} MB. Split it, then import the parts.</source>
    <translation>这个文件大于 {limit} MB。请拆分后再导入。</translation>
  </message>
  <message>
    <source>This file is locked with a password. Unlock it in the program it comes from, then import it.</source>
    <translation>此文件有密码。请在原来的程序中去掉密码，再导入。</translation>
  </message>
  <message>
    <source>This file is too long for a list of tags.</source>
    <translation>这个文件太长，不像标签清单。</translation>
  </message>
  <message>
    <source>This file makes no sense as {encoding}: most of its characters cannot be read. Choose another encoding, or let it be guessed.</source>
    <translation>按 {encoding} 读不通：大部分字符无法读出。请换一种编码，或让程序自动识别。</translation>
  </message>
  <message>
    <source>This file needs more memory to be read than there is.</source>
    <translation>读取此文件所需的内存超出限度。</translation>
  </message>
  <message>
    <source>This file unpacks to more than {ratio} times its size, which is refused.</source>
    <translation>此文件解压后超过原大小的 {ratio} 倍，不予导入。</translation>
  </message>
  <message>
    <source>This format can be looked at once it is written.</source>
    <translation>这种格式写出后才能查看。</translation>
  </message>
  <message>
    <source>This highlight is gone. Undo brings it back; Delete takes this place out of the memo.</source>
    <translation>这条划线已不在。撤销可以把它找回；按 Delete 把它从札记中取出。</translation>
  </message>
  <message>
    <source>This is XML of a kind that is not known here. Convert it to HTML or plain text, then import that.</source>
    <translation>这是未知类型的 XML 文件。请转换为 HTML 或纯文本，再导入。</translation>
  </message>
  <message>
    <source>This is a CAJ file, which cannot be imported. Save it as PDF with CAJViewer, then import that.</source>
    <translation>这是 CAJ 文件，不能导入。请用 CAJViewer 另存为 PDF，再导入。</translation>
  </message>
  <message>
    <source>This is a DjVu file, which cannot be imported. Save its text and import that.</source>
    <translation>这是 DjVu 文件，不能导入。请先把其中的文字存为文本文件，再导入。</translation>
  </message>
  <message>
    <source>This is a FictionBook (FB2), which cannot be imported. Convert it to EPUB with calibre, then import that.</source>
    <translation>这是 FictionBook（FB2）电子书，不能导入。请用 calibre 转换为 EPUB，再导入。</translation>
  </message>
  <message>
    <source>This is a Kindle book (MOBI or AZW), which cannot be imported. Convert it to EPUB with calibre, then import that.</source>
    <translation>这是 Kindle 电子书（MOBI 或 AZW），不能导入。请用 calibre 转换为 EPUB，再导入。</translation>
  </message>
  <message>
    <source>This is a PDF file. Give its name the ending .pdf, then import it.</source>
    <translation>这是 PDF 文件。请把扩展名改为 .pdf，再导入。</translation>
  </message>
  <message>
    <source>This is a PostScript file, which cannot be imported. Convert it to PDF, then import that.</source>
    <translation>这是 PostScript 文件，不能导入。请转换为 PDF，再导入。</translation>
  </message>
  <message>
    <source>This is a Word or WPS document saved as XML, which cannot be imported. Open it in Word, WPS or LibreOffice and save it as DOCX, then import that.</source>
    <translation>这是存为 XML 的 Word 或 WPS 文档，不能导入。请用 Word、WPS 或 LibreOffice 打开并另存为 DOCX，再导入。</translation>
  </message>
  <message>
    <source>This is a WordPerfect file, which cannot be imported. Open it in LibreOffice and save it as DOCX, then import that.</source>
    <translation>这是 WordPerfect 文件，不能导入。请用 LibreOffice 打开并另存为 DOCX，再导入。</translation>
  </message>
  <message>
    <source>This is a ZIP archive or an office document. Give its name the ending it had (such as .zip, .docx, .odt or .epub), then import it.</source>
    <translation>这是 ZIP 压缩包或办公文档。请恢复原来的扩展名（如 .zip、.docx、.odt 或 .epub），再导入。</translation>
  </message>
  <message>
    <source>This is a bibliography, not a text. Import bibliography, in the menu File, fills the documents from it.</source>
    <translation>这是书目，不是正文。请用“文件”菜单中的“导入书目”，用它补全文献的字段。</translation>
  </message>
  <message>
    <source>This is a database, not a text.</source>
    <translation>这是数据库，不是文本。</translation>
  </message>
  <message>
    <source>This is a device, a pipe or a socket, not a file.</source>
    <translation>这是设备、管道或套接字，不是文件。</translation>
  </message>
  <message>
    <source>This is a document of Apple’s Pages, which cannot be imported. Export it as DOCX or EPUB from Pages, then import that.</source>
    <translation>这是 Apple Pages 文稿，不能导入。请在 Pages 中导出为 DOCX 或 EPUB，再导入。</translation>
  </message>
  <message>
    <source>This is a fault in the program. What you saved is safe. Copy the lines below into a report.</source>
    <translation>这是程序的错误。已保存的内容不受影响。请复制下面的文字，附在报告里。</translation>
  </message>
  <message>
    <source>This is a help file (CHM), which cannot be imported. Unpack it with 7-Zip and import its pages.</source>
    <translation>这是 CHM 帮助文件，不能导入。请用 7-Zip 解开，再导入其中的网页。</translation>
  </message>
  <message>
    <source>This is a link to another file, which is not followed.</source>
    <translation>这是指向另一个文件的链接，不予跟随。</translation>
  </message>
  <message>
    <source>This is a message of Outlook, which cannot be imported. Save it as text or HTML, then import that.</source>
    <translation>这是 Outlook 邮件，不能导入。请另存为纯文本或 HTML，再导入。</translation>
  </message>
  <message>
    <source>This is a packed archive (such as RAR or 7z). Unpack it, then import the files or the folder.</source>
    <translation>这是压缩包（如 RAR 或 7z）。请先解开，再导入其中的文件或文件夹。</translation>
  </message>
  <message>
    <source>This is a picture, not a text.</source>
    <translation>这是图片，不是文本。</translation>
  </message>
  <message>
    <source>This is a picture, not a text. If it is one of a page, that can be read by OCR (text recognition), which tesseract does.</source>
    <translation>这是图片，不是文本。如果是页面的图片，可以用 OCR（文字识别）读出，由 tesseract 完成。</translation>
  </message>
  <message>
    <source>This is a program, not a text.</source>
    <translation>这是程序，不是文本。</translation>
  </message>
  <message>
    <source>This is a sound or a film, not a text.</source>
    <translation>这是音频或视频，不是文本。</translation>
  </message>
  <message>
    <source>This is a spreadsheet (such as XLSX), which cannot be imported. Save it as text, then import that.</source>
    <translation>这是电子表格（如 XLSX），不能导入。请另存为文本，再导入。</translation>
  </message>
  <message>
    <source>This is a web archive of Safari, or settings, and cannot be imported. Save the page as HTML (page source), then import that.</source>
    <translation>这是 Safari 的 Web 归档或设置文件，不能导入。请将网页存为 HTML（页面源码），再导入。</translation>
  </message>
  <message>
    <source>This is an OFD file, which cannot be imported. Save it as PDF, then import that.</source>
    <translation>这是 OFD 版式文件，不能导入。请另存为 PDF，再导入。</translation>
  </message>
  <message>
    <source>This is an RTF file. Give its name the ending .rtf, then import it.</source>
    <translation>这是 RTF 文件。请把扩展名改为 .rtf，再导入。</translation>
  </message>
  <message>
    <source>This is an empty ZIP archive. There is nothing in it to import.</source>
    <translation>这是空的 ZIP 压缩包，里面没有可以导入的内容。</translation>
  </message>
  <message>
    <source>This is an old Office file (such as DOC or WPS), which cannot be imported. Open it in Word, WPS or LibreOffice and save it as DOCX, then import that.</source>
    <translation>这是旧版 Office 文件（如 DOC 或 WPS），不能导入。请用 Word、WPS 或 LibreOffice 打开并另存为 DOCX，再导入。</translation>
  </message>
  <message>
    <source>This is no JSON: {reason}.</source>
    <translation>这不是 JSON：{reason}。</translation>
  </message>
  <message>
    <source>This is no bibliography: neither RIS, BibTeX, CSL-JSON nor EndNote. Export it as one of these.</source>
    <translation>这不是参考文献文件：既不是 RIS、BibTeX、CSL-JSON，也不是 EndNote 格式。请导出为其中一种。</translation>
  </message>
  <message>
    <source>This is no item of CSL-JSON.</source>
    <translation>这不是 CSL-JSON 的条目。</translation>
  </message>
  <message>
    <source>This is not a text: its bytes make no sense in any known encoding.</source>
    <translation>这不是文本：按任何已知编码都读不通。</translation>
  </message>
  <message>
    <source>This is not an RTF file, whatever its name says.</source>
    <translation>这不是 RTF 文件，尽管文件名如此。</translation>
  </message>
  <message>
    <source>This library is of an older version. Open it for writing once to bring it up to date.</source>
    <translation>这个文献库的版本较旧。请先以可写方式打开一次，以便更新。</translation>
  </message>
  <message>
    <source>This library is open for reading. Nothing can be marked in it.</source>
    <translation>这个文献库以只读方式打开，不能在其中划线。</translation>
  </message>
  <message>
    <source>This library was opened for reading: nothing can be imported into it.</source>
    <translation>这个文献库是以只读方式打开的，不能导入。</translation>
  </message>
  <message>
    <source>This library was written by a newer Zhupi. Update the program, then open it again.</source>
    <translation>这个文献库由更新版本的朱批写成。请更新程序后再打开。</translation>
  </message>
  <message>
    <source>This link leads into a library that Zhupi does not know on this computer. Open that library once (File → Open library…), then follow the link again.</source>
    <translation>该链接指向的文献库，朱批在这台电脑上还不认识。请先打开一次那个文献库（文件 → 打开文献库…），再点这个链接。</translation>
  </message>
  <message>
    <source>This link leads into the library “{name}”. Open it?</source>
    <translation>该链接指向文献库“{name}”。要打开它吗？</translation>
  </message>
  <message>
    <source>This link leads nowhere that can be opened: {address}</source>
    <translation>此链接无法打开：{address}</translation>
  </message>
  <message>
    <source>This page cannot be shown.</source>
    <translation>此页无法显示。</translation>
  </message>
  <message>
    <source>This page cannot be shown: the file is damaged there, or needs more time or memory than there is.</source>
    <translation>此页无法显示：文件在此处损坏，或所需的时间或内存超出限度。</translation>
  </message>
  <message>
    <source>This page only shows other pages in frames. Save and import those.</source>
    <translation>此网页只用框架显示其他网页。请保存并导入那些网页。</translation>
  </message>
  <message>
    <source>This picture has more than {count} million pixels. Save it smaller, then import it.</source>
    <translation>此图片超过 {count} 百万像素。请缩小后保存，再导入。</translation>
  </message>
  <message>
    <source>This picture is damaged or incomplete.</source>
    <translation>此图片已损坏或不完整。</translation>
  </message>
  <message>
    <source>This question asks for {count} things that are gone. Take them out of it.</source>
    <translation>这个查询用到的内容中有 {count} 项已不存在，请从条件中去掉。</translation>
  </message>
  <message>
    <source>This session began here</source>
    <translation>本次打开从这里开始</translation>
  </message>
  <message>
    <source>This smart collection cannot be read. Delete it and save its question again.</source>
    <translation>这个智能文集无法读取。请删除后重新保存查询。</translation>
  </message>
  <message>
    <source>This tag alone</source>
    <translation>仅此标签</translation>
  </message>
  <message>
    <source>This text has {count:,} paragraph.</source>
    <translation>全文共 {count:,} 段。</translation>
  </message>
  <message>
    <source>This text has {count:,} paragraphs.</source>
    <translation>全文共 {count:,} 段。</translation>
  </message>
  <message>
    <source>Three examples can be put into its folder of templates, a page for Obsidian, a chapter for LaTeX and reading notes, with a page that explains how templates are written.</source>
    <translation>可以在它的模板文件夹里放入三个示例（Obsidian 页面、LaTeX 章节、读书札记）和一份模板说明。</translation>
  </message>
  <message>
    <source>Tick</source>
    <translation>勾选</translation>
  </message>
  <message>
    <source>Tick all</source>
    <translation>全部勾选</translation>
  </message>
  <message>
    <source>Tick none</source>
    <translation>全不勾选</translation>
  </message>
  <message>
    <source>Title</source>
    <translation>标题</translation>
  </message>
  <message>
    <source>Title and author or year</source>
    <translation>题名与作者或年份</translation>
  </message>
  <message>
    <source>Title without subtitle</source>
    <translation>标题（无副标题）</translation>
  </message>
  <message>
    <source>Title without subtitle, and author or year</source>
    <translation>标题（无副标题）及作者或年份</translation>
  </message>
  <message>
    <source>Title, but another author, year or number</source>
    <translation>题名相同，作者、年份或编号不同</translation>
  </message>
  <message>
    <source>Titles</source>
    <translation>标题</translation>
  </message>
  <message>
    <source>Titles, notes, tags · {count}</source>
    <translation>标题、批注、标签 · {count}</translation>
  </message>
  <message>
    <source>To be quoted as</source>
    <translation>引作</translation>
  </message>
  <message>
    <source>To choose</source>
    <translation>待选</translation>
  </message>
  <message>
    <source>To the excerpts</source>
    <translation>转到摘录</translation>
  </message>
  <message>
    <source>To the highlights</source>
    <translation>转到划线</translation>
  </message>
  <message>
    <source>To the memo</source>
    <translation>转到札记</translation>
  </message>
  <message>
    <source>To the notes</source>
    <translation>转到批注</translation>
  </message>
  <message>
    <source>To the other side</source>
    <translation>转到另一侧</translation>
  </message>
  <message>
    <source>To the outline</source>
    <translation>转到大纲</translation>
  </message>
  <message>
    <source>To the page of the tag</source>
    <translation>转到标签页</translation>
  </message>
  <message>
    <source>To the pages</source>
    <translation>转到原书页面</translation>
  </message>
  <message>
    <source>To the repairs</source>
    <translation>前往修复</translation>
  </message>
  <message>
    <source>To the shelf</source>
    <translation>转到书架</translation>
  </message>
  <message>
    <source>To the sidebar</source>
    <translation>转到侧栏</translation>
  </message>
  <message>
    <source>To the tags</source>
    <translation>转到标签</translation>
  </message>
  <message>
    <source>To the text</source>
    <translation>转到正文</translation>
  </message>
  <message>
    <source>Together with</source>
    <translation>常与之同现</translation>
  </message>
  <message>
    <source>Traditional</source>
    <translation>繁体</translation>
  </message>
  <message>
    <source>Traditional Chinese</source>
    <translation>繁体中文</translation>
  </message>
  <message>
    <source>Translator</source>
    <translation>译者</translation>
  </message>
  <message>
    <source>Treat the selection as one word</source>
    <translation>把所选当作一个词</translation>
  </message>
  <message>
    <source>Turkish</source>
    <translation>土耳其文</translation>
  </message>
  <message>
    <source>Twice among these files</source>
    <translation>这批文件中已有</translation>
  </message>
  <message>
    <source>Type a name, or choose with the arrow keys.</source>
    <translation>输入姓名，或用方向键选择。</translation>
  </message>
  <message>
    <source>Type a paragraph number, such as 118, or a percentage, such as 38%.</source>
    <translation>请输入段号，如 118；或百分比，如 38%。</translation>
  </message>
  <message>
    <source>Type and lines</source>
    <translation>字号与行距</translation>
  </message>
  <message>
    <source>Type what to look for in all texts, titles, notes and tags.</source>
    <translation>输入要在全部正文、标题、批注和标签中查找的内容。</translation>
  </message>
  <message>
    <source>Typeface</source>
    <translation>字体</translation>
  </message>
  <message>
    <source>Unchanged since its import</source>
    <translation>导入后未改动</translation>
  </message>
  <message>
    <source>Underline</source>
    <translation>下划线</translation>
  </message>
  <message>
    <source>Underline, or tint again</source>
    <translation>改为下划线，或改回底色</translation>
  </message>
  <message>
    <source>Undo</source>
    <translation>撤销</translation>
  </message>
  <message>
    <source>Undo back to here</source>
    <translation>撤销到这里</translation>
  </message>
  <message>
    <source>Undo typing</source>
    <translation>撤销键入</translation>
  </message>
  <message>
    <source>Undo {count} steps, back to “{step}”?</source>
    <translation>撤销 {count} 步，回到“{step}”？</translation>
  </message>
  <message>
    <source>Undo “{step}”</source>
    <translation>撤销“{step}”</translation>
  </message>
  <message>
    <source>Undo “{step}”?</source>
    <translation>撤销“{step}”？</translation>
  </message>
  <message>
    <source>Undone: {step}</source>
    <translation>已撤销：{step}</translation>
  </message>
  <message>
    <source>Unfold all</source>
    <translation>全部展开</translation>
  </message>
  <message>
    <source>Unfold all groups</source>
    <translation>展开所有分组</translation>
  </message>
  <message>
    <source>Unicode</source>
    <translation>Unicode</translation>
  </message>
  <message>
    <source>Unknown</source>
    <translation>未知</translation>
  </message>
  <message>
    <source>Unread</source>
    <translation>未读</translation>
  </message>
  <message>
    <source>Untag highlight</source>
    <translation>去掉划线的标签</translation>
  </message>
  <message>
    <source>Untag {count} highlights</source>
    <translation>去掉 {count} 处划线的标签</translation>
  </message>
  <message>
    <source>Up</source>
    <translation>上移</translation>
  </message>
  <message>
    <source>Usual size of type</source>
    <translation>默认字号</translation>
  </message>
  <message>
    <source>Version {version}</source>
    <translation>版本 {version}</translation>
  </message>
  <message>
    <source>View</source>
    <translation>查看</translation>
  </message>
  <message>
    <source>Volume</source>
    <translation>卷</translation>
  </message>
  <message>
    <source>W3C Web Annotation (JSON-LD)</source>
    <translation>W3C 网页批注（JSON-LD）</translation>
  </message>
  <message>
    <source>Web address</source>
    <translation>网址</translation>
  </message>
  <message>
    <source>Web page</source>
    <translation>网页</translation>
  </message>
  <message>
    <source>Weight</source>
    <translation>字重</translation>
  </message>
  <message>
    <source>Western European</source>
    <translation>西欧文字</translation>
  </message>
  <message>
    <source>What</source>
    <translation>内容</translation>
  </message>
  <message>
    <source>What became of it</source>
    <translation>结果</translation>
  </message>
  <message>
    <source>What goes out</source>
    <translation>导出内容</translation>
  </message>
  <message>
    <source>What had come in stays in any case. What is left can be taken up at any time.</source>
    <translation>已导入的都会保留；剩下的随时可以继续导入。</translation>
  </message>
  <message>
    <source>What has no tag cannot have one of these tags. Take either of the two out.</source>
    <translation>没有标签的划线不会带有这些标签。请去掉其中一项条件。</translation>
  </message>
  <message>
    <source>What is chosen for this file counts for all files that it fits.</source>
    <translation>对此文件的选择也用于其他适用的文件。</translation>
  </message>
  <message>
    <source>What is found</source>
    <translation>查到的</translation>
  </message>
  <message>
    <source>What is kept here is no search. Delete it, and keep the search again.</source>
    <translation>这里保留的不是查找。请删除它，重新保留一次。</translation>
  </message>
  <message>
    <source>What is marked</source>
    <translation>标出范围</translation>
  </message>
  <message>
    <source>What is packed in this file is larger than {limit} MB, which is refused.</source>
    <translation>此文件中的内容超过 {limit} MB，不予导入。</translation>
  </message>
  <message>
    <source>What is to be done, or opened: a part of its name, or pinyin</source>
    <translation>要做的或要打开的：名称的一部分，或拼音</translation>
  </message>
  <message>
    <source>What may be asked for</source>
    <translation>可供选用的写法</translation>
  </message>
  <message>
    <source>What stands here belongs to no entry.</source>
    <translation>这里的内容不属于任何一条。</translation>
  </message>
  <message>
    <source>What terms of this library mean: shown where they are looked up.</source>
    <translation>本文献库中词条的意思，查词时显示。</translation>
  </message>
  <message>
    <source>What the tags are sorted by</source>
    <translation>标签的排列方式</translation>
  </message>
  <message>
    <source>What this belongs to was deleted in the meantime. Nothing was changed.</source>
    <translation>它所属的内容已被删除。没有作任何改动。</translation>
  </message>
  <message>
    <source>What this link leads to is gone.</source>
    <translation>这个链接所指的内容已不在。</translation>
  </message>
  <message>
    <source>What was found</source>
    <translation>查找结果</translation>
  </message>
  <message>
    <source>What you read appears here. Open a document on the shelf.</source>
    <translation>读过的文献会列在这里。请从书架上打开一篇。</translation>
  </message>
  <message>
    <source>White</source>
    <translation>白色</translation>
  </message>
  <message>
    <source>Who speaks</source>
    <translation>说话人</translation>
  </message>
  <message>
    <source>Who speaks: a name</source>
    <translation>说话人的名字</translation>
  </message>
  <message>
    <source>Who speaks…</source>
    <translation>说话人…</translation>
  </message>
  <message>
    <source>Whole library</source>
    <translation>全库</translation>
  </message>
  <message>
    <source>Whole page</source>
    <translation>整个网页</translation>
  </message>
  <message>
    <source>Whole sentences</source>
    <translation>整句</translation>
  </message>
  <message>
    <source>Whole texts with their highlights</source>
    <translation>带划线的全文</translation>
  </message>
  <message>
    <source>Whole words</source>
    <translation>整词</translation>
  </message>
  <message>
    <source>Why</source>
    <translation>依据</translation>
  </message>
  <message>
    <source>Wider lines</source>
    <translation>每行加字</translation>
  </message>
  <message>
    <source>Window</source>
    <translation>界面</translation>
  </message>
  <message>
    <source>With a document</source>
    <translation>已对应</translation>
  </message>
  <message>
    <source>With a note</source>
    <translation>有批注</translation>
  </message>
  <message>
    <source>With any of several</source>
    <translation>含其中任一标签</translation>
  </message>
  <message>
    <source>With each quotation</source>
    <translation>每条摘录附带</translation>
  </message>
  <message>
    <source>With remarks</source>
    <translation>有备注</translation>
  </message>
  <message>
    <source>With the tags below</source>
    <translation>含下级标签</translation>
  </message>
  <message>
    <source>With this tag</source>
    <translation>含这个标签</translation>
  </message>
  <message>
    <source>Without a date</source>
    <translation>没有日期</translation>
  </message>
  <message>
    <source>Without a tag</source>
    <translation>无标签</translation>
  </message>
  <message>
    <source>Without asking</source>
    <translation>直接修复</translation>
  </message>
  <message>
    <source>Without one</source>
    <translation>无对应</translation>
  </message>
  <message>
    <source>Without this tag</source>
    <translation>不含这个标签</translation>
  </message>
  <message>
    <source>Word</source>
    <translation>词</translation>
  </message>
  <message>
    <source>Word document</source>
    <translation>Word 文档</translation>
  </message>
  <message>
    <source>Words</source>
    <translation>词语</translation>
  </message>
  <message>
    <source>Words before correction</source>
    <translation>更正前的原文</translation>
  </message>
  <message>
    <source>Words that stay whole in this library: to a double click, to the keys and to searches.</source>
    <translation>在本文献库中不拆开的词：双击、按键和搜索都照此。</translation>
  </message>
  <message>
    <source>Wrapped lines</source>
    <translation>硬换行</translation>
  </message>
  <message>
    <source>Write a note</source>
    <translation>写批注</translation>
  </message>
  <message>
    <source>Write here, and send excerpts from their cards with M</source>
    <translation>在这里写；在划线卡片上按 M，可把摘录送来</translation>
  </message>
  <message>
    <source>Write memo “{name}”</source>
    <translation>写札记“{name}”</translation>
  </message>
  <message>
    <source>Write note</source>
    <translation>写批注</translation>
  </message>
  <message>
    <source>Write over it</source>
    <translation>覆盖</translation>
  </message>
  <message>
    <source>Write the ticked lines, or all, to a table file</source>
    <translation>把勾选的行（或全部）写成表格文件</translation>
  </message>
  <message>
    <source>Writing lines</source>
    <translation>正在写出</translation>
  </message>
  <message>
    <source>Yellow</source>
    <translation>黄</translation>
  </message>
  <message>
    <source>You can read it as it is. To mark in it, copy its folder and open the copy.</source>
    <translation>您可以照原样阅读。要划线，请复制其文件夹，再打开副本。</translation>
  </message>
  <message>
    <source>You can read it meanwhile, and what is written there appears here.</source>
    <translation>您可以先以只读方式打开；那边所写的内容会随时显示在这里。</translation>
  </message>
  <message>
    <source>You have no permission to read this. Change its permissions, then import it again.</source>
    <translation>没有读取权限。请修改权限后重新导入。</translation>
  </message>
  <message>
    <source>ZIP archives</source>
    <translation>ZIP 压缩包</translation>
  </message>
  <message>
    <source>Zhupi</source>
    <translation>朱批</translation>
  </message>
  <message>
    <source>Zhupi sample</source>
    <translation>朱批样例</translation>
  </message>
  <message>
    <source>[{number} missing]</source>
    <translation>【缺{number}】</translation>
  </message>
  <message>
    <source>a collection that is gone</source>
    <translation>已不存在的文集</translation>
  </message>
  <message>
    <source>a document that is gone</source>
    <translation>已不存在的文献</translation>
  </message>
  <message>
    <source>a few seconds left</source>
    <translation>还需几秒</translation>
  </message>
  <message>
    <source>a tag that is gone</source>
    <translation>已不存在的标签</translation>
  </message>
  <message>
    <source>about {count} minutes left</source>
    <translation>约需 {count} 分钟</translation>
  </message>
  <message>
    <source>about {count} seconds left</source>
    <translation>约需 {count} 秒</translation>
  </message>
  <message>
    <source>among the library's own words</source>
    <translation>在文献库的自定词中</translation>
  </message>
  <message>
    <source>an empty file: an empty document</source>
    <translation>空文件，成为空文献</translation>
  </message>
  <message>
    <source>and {count} more</source>
    <translation>另有 {count} 篇</translation>
  </message>
  <message>
    <source>and {count} printed twice</source>
    <translation>另有重复印出 {count} 字</translation>
  </message>
  <message>
    <source>as in a search, with the forms {forms}</source>
    <translation>与搜索一样，连同字形 {forms}</translation>
  </message>
  <message>
    <source>at most {count} character from {name}</source>
    <translation>距 {name} 至多 {count} 字</translation>
  </message>
  <message>
    <source>at most {count} characters from {name}</source>
    <translation>距 {name} 至多 {count} 字</translation>
  </message>
  <message>
    <source>beside {name} in the paragraph</source>
    <translation>同段有 {name}</translation>
  </message>
  <message>
    <source>dated {name} or earlier</source>
    <translation>{name} 及以前</translation>
  </message>
  <message>
    <source>dated {name} or later</source>
    <translation>{name} 及以后</translation>
  </message>
  <message>
    <source>first seen</source>
    <translation>首见</translation>
  </message>
  <message>
    <source>first {year}</source>
    <translation>首见 {year}</translation>
  </message>
  <message>
    <source>folded</source>
    <translation>已折叠</translation>
  </message>
  <message>
    <source>in colour: {name}</source>
    <translation>颜色：{name}</translation>
  </message>
  <message>
    <source>in {count} document</source>
    <translation>{count} 篇文献</translation>
  </message>
  <message>
    <source>in {count} documents</source>
    <translation>{count} 篇文献</translation>
  </message>
  <message>
    <source>in “{name}”</source>
    <translation>出自“{name}”</translation>
  </message>
  <message>
    <source>install-desktop is for the desktops of Linux. Elsewhere, start links with “zhupi open”.</source>
    <translation>install-desktop 只用于 Linux 桌面。在其他系统上，请用“zhupi open”打开链接。</translation>
  </message>
  <message>
    <source>it counts further than to 100,000</source>
    <translation>计数超过 100,000</translation>
  </message>
  <message>
    <source>it goes too deep, or calls itself without end</source>
    <translation>嵌套太深，或无止境地调用自己</translation>
  </message>
  <message>
    <source>it had written more than {count} million characters, and was ended</source>
    <translation>已写出超过 {count} 百万个字符，被终止</translation>
  </message>
  <message>
    <source>it was still at work here after {seconds} seconds, and was ended</source>
    <translation>{seconds} 秒后仍停在这里，已被终止</translation>
  </message>
  <message>
    <source>makes no sense</source>
    <translation>读不通</translation>
  </message>
  <message>
    <source>may not belong here</source>
    <translation>可能不属于正文</translation>
  </message>
  <message>
    <source>of {count} pages</source>
    <translation>/ 共 {count} 页</translation>
  </message>
  <message>
    <source>or {name}</source>
    <translation>或 {name}</translation>
  </message>
  <message>
    <source>other forms {forms}</source>
    <translation>其他字形 {forms}</translation>
  </message>
  <message>
    <source>p. {page}</source>
    <translation>第 {page} 页</translation>
  </message>
  <message>
    <source>paragraph {number}</source>
    <translation>第 {number} 段</translation>
  </message>
  <message>
    <source>printed twice: left out of counts</source>
    <translation>重复印出：不计入统计</translation>
  </message>
  <message>
    <source>rare</source>
    <translation>生僻字</translation>
  </message>
  <message>
    <source>said by {name}</source>
    <translation>说话人：{name}</translation>
  </message>
  <message>
    <source>says: {name}</source>
    <translation>文字：{name}</translation>
  </message>
  <message>
    <source>several values</source>
    <translation>多个值</translation>
  </message>
  <message>
    <source>simplified {form}</source>
    <translation>简体 {form}</translation>
  </message>
  <message>
    <source>something is divided by zero</source>
    <translation>这里除以零</translation>
  </message>
  <message>
    <source>something is missing here</source>
    <translation>这里缺少内容</translation>
  </message>
  <message>
    <source>something is opened here and never closed</source>
    <translation>这里有开头而没有结尾</translation>
  </message>
  <message>
    <source>stays as it is</source>
    <translation>保持原样</translation>
  </message>
  <message>
    <source>templates may not reach “{word}”</source>
    <translation>模板不得使用“{word}”</translation>
  </message>
  <message>
    <source>text may be missing here</source>
    <translation>此处可能缺文</translation>
  </message>
  <message>
    <source>text may be missing here: {number}</source>
    <translation>此处可能缺文：{number}</translation>
  </message>
  <message>
    <source>the beginning is shown</source>
    <translation>只显示开头</translation>
  </message>
  <message>
    <source>the block “{word}” is there twice</source>
    <translation>块“{word}”出现了两次</translation>
  </message>
  <message>
    <source>the list is shorter: there is nothing at {word}, counted from 0</source>
    <translation>列表没有那么长：从 0 数起，第 {word} 项不存在</translation>
  </message>
  <message>
    <source>the template ends, but “{word}” is not closed</source>
    <translation>模板结束时“{word}”还没有结束</translation>
  </message>
  <message>
    <source>there is no filter called “{word}”</source>
    <translation>没有名为“{word}”的过滤器</translation>
  </message>
  <message>
    <source>there is no template “{name}” in the folder of templates</source>
    <translation>模板文件夹里没有模板“{name}”</translation>
  </message>
  <message>
    <source>there is no test called “{word}”</source>
    <translation>没有名为“{word}”的检验</translation>
  </message>
  <message>
    <source>there is nothing called “{word}”</source>
    <translation>没有名为“{word}”的内容</translation>
  </message>
  <message>
    <source>this cannot be done with what is given to it</source>
    <translation>所给的内容不能这样处理</translation>
  </message>
  <message>
    <source>this is not written as it must be in a template</source>
    <translation>这里不符合模板的写法</translation>
  </message>
  <message>
    <source>this makes more than there is room for</source>
    <translation>这里产生的内容太大，容纳不下</translation>
  </message>
  <message>
    <source>ticked</source>
    <translation>已勾选</translation>
  </message>
  <message>
    <source>traditional {form}</source>
    <translation>繁体 {form}</translation>
  </message>
  <message>
    <source>undone</source>
    <translation>已撤销</translation>
  </message>
  <message>
    <source>will be emptied</source>
    <translation>将清空</translation>
  </message>
  <message>
    <source>with a note</source>
    <translation>有批注</translation>
  </message>
  <message>
    <source>with a star</source>
    <translation>有星标</translation>
  </message>
  <message>
    <source>with any of: {name}</source>
    <translation>含任一：{name}</translation>
  </message>
  <message>
    <source>with {name}</source>
    <translation>含 {name}</translation>
  </message>
  <message>
    <source>without any tag</source>
    <translation>无标签</translation>
  </message>
  <message>
    <source>without {name}</source>
    <translation>不含 {name}</translation>
  </message>
  <message>
    <source>{color}, pen {number}</source>
    <translation>{color}，{number} 号笔</translation>
  </message>
  <message>
    <source>{correction} (in the text: {quote})</source>
    <translation>{correction}（原文：{quote}）</translation>
  </message>
  <message>
    <source>{count:,} character</source>
    <translation>{count:,} 字</translation>
  </message>
  <message>
    <source>{count:,} characters</source>
    <translation>{count:,} 字</translation>
  </message>
  <message>
    <source>{count:,} paragraph</source>
    <translation>共 {count:,} 段</translation>
  </message>
  <message>
    <source>{count:,} paragraphs</source>
    <translation>共 {count:,} 段</translation>
  </message>
  <message>
    <source>{count} are there already.</source>
    <translation>已有 {count} 个。</translation>
  </message>
  <message>
    <source>{count} carries both, and keeps one.</source>
    <translation>{count} 处两者皆有，只留一个。</translation>
  </message>
  <message>
    <source>{count} carry both, and keep one.</source>
    <translation>{count} 处两者皆有，只留一个。</translation>
  </message>
  <message>
    <source>{count} character</source>
    <translation>{count} 字</translation>
  </message>
  <message>
    <source>{count} character could not be read</source>
    <translation>{count} 个字符无法读出</translation>
  </message>
  <message>
    <source>{count} characters</source>
    <translation>{count} 字</translation>
  </message>
  <message>
    <source>{count} characters could not be read</source>
    <translation>{count} 个字符无法读出</translation>
  </message>
  <message>
    <source>{count} characters could not be read as {encoding}.</source>
    <translation>有 {count} 个字符无法按 {encoding} 读取。</translation>
  </message>
  <message>
    <source>{count} characters that its fonts misname, as ⽂ for 文, were put right.</source>
    <translation>有 {count} 个字符，字体标错了（如以⽂代文），已改正。</translation>
  </message>
  <message>
    <source>{count} characters were copied.</source>
    <translation>已复制 {count} 个字符。</translation>
  </message>
  <message>
    <source>{count} characters were left out of which the file does not say what they are.</source>
    <translation>有 {count} 个字符，文件未说明是什么字，已略去。</translation>
  </message>
  <message>
    <source>{count} citations were copied.</source>
    <translation>已复制 {count} 条引文。</translation>
  </message>
  <message>
    <source>{count} collections deleted; their documents stay in the library</source>
    <translation>已删除 {count} 个文集，其中的文献仍在文献库里</translation>
  </message>
  <message>
    <source>{count} document</source>
    <translation>{count} 篇文献</translation>
  </message>
  <message>
    <source>{count} document deleted</source>
    <translation>已彻底删除 {count} 篇文献</translation>
  </message>
  <message>
    <source>{count} document exported to “{name}”.</source>
    <translation>{count} 篇文献已导出到“{name}”。</translation>
  </message>
  <message>
    <source>{count} document imported</source>
    <translation>已导入 {count} 篇文献</translation>
  </message>
  <message>
    <source>{count} document marked as read</source>
    <translation>{count} 篇文献已标为读完</translation>
  </message>
  <message>
    <source>{count} document marked as unread</source>
    <translation>{count} 篇文献已标为未读</translation>
  </message>
  <message>
    <source>{count} document moved to the bin</source>
    <translation>已把 {count} 篇文献移到回收站</translation>
  </message>
  <message>
    <source>{count} document put into “{name}”</source>
    <translation>已把 {count} 篇文献放入“{name}”</translation>
  </message>
  <message>
    <source>{count} document restored</source>
    <translation>已还原 {count} 篇文献</translation>
  </message>
  <message>
    <source>{count} document taken out of the collection; it stays in the library</source>
    <translation>已把 {count} 篇文献移出文集，它仍在文献库里</translation>
  </message>
  <message>
    <source>{count} document was filled in.</source>
    <translation>已填写 {count} 篇文献。</translation>
  </message>
  <message>
    <source>{count} documents</source>
    <translation>{count} 篇文献</translation>
  </message>
  <message>
    <source>{count} documents deleted</source>
    <translation>已彻底删除 {count} 篇文献</translation>
  </message>
  <message>
    <source>{count} documents exported to “{name}”.</source>
    <translation>{count} 篇文献已导出到“{name}”。</translation>
  </message>
  <message>
    <source>{count} documents imported</source>
    <translation>已导入 {count} 篇文献</translation>
  </message>
  <message>
    <source>{count} documents marked as read</source>
    <translation>{count} 篇文献已标为读完</translation>
  </message>
  <message>
    <source>{count} documents marked as unread</source>
    <translation>{count} 篇文献已标为未读</translation>
  </message>
  <message>
    <source>{count} documents moved to the bin</source>
    <translation>已把 {count} 篇文献移到回收站</translation>
  </message>
  <message>
    <source>{count} documents put into “{name}”</source>
    <translation>已把 {count} 篇文献放入“{name}”</translation>
  </message>
  <message>
    <source>{count} documents restored</source>
    <translation>已还原 {count} 篇文献</translation>
  </message>
  <message>
    <source>{count} documents taken out of the collection; they stay in the library</source>
    <translation>已把 {count} 篇文献移出文集，它们仍在文献库里</translation>
  </message>
  <message>
    <source>{count} documents were filled in.</source>
    <translation>已填写 {count} 篇文献。</translation>
  </message>
  <message>
    <source>{count} duplicate</source>
    <translation>重复 {count} 篇</translation>
  </message>
  <message>
    <source>{count} duplicates</source>
    <translation>重复 {count} 篇</translation>
  </message>
  <message>
    <source>{count} entries cannot be read. What follows was left out.</source>
    <translation>有 {count} 条无法读取，其后的内容没有再读。</translation>
  </message>
  <message>
    <source>{count} excerpt</source>
    <translation>{count} 条摘录</translation>
  </message>
  <message>
    <source>{count} excerpt copied</source>
    <translation>已复制 {count} 条摘录</translation>
  </message>
  <message>
    <source>{count} excerpts</source>
    <translation>{count} 条摘录</translation>
  </message>
  <message>
    <source>{count} excerpts copied</source>
    <translation>已复制 {count} 条摘录</translation>
  </message>
  <message>
    <source>{count} excerpts sent to “{name}”</source>
    <translation>{count} 条摘录已送入“{name}”</translation>
  </message>
  <message>
    <source>{count} excerpts sent to “{name}”, which held some of them already</source>
    <translation>{count} 条摘录已送入“{name}”，其中原已有几条</translation>
  </message>
  <message>
    <source>{count} file</source>
    <translation>{count} 个文件</translation>
  </message>
  <message>
    <source>{count} file to be read, in:</source>
    <translation>将识别 {count} 个文件，其中的文字是：</translation>
  </message>
  <message>
    <source>{count} files</source>
    <translation>{count} 个文件</translation>
  </message>
  <message>
    <source>{count} files to be read, in:</source>
    <translation>将识别 {count} 个文件，其中的文字是：</translation>
  </message>
  <message>
    <source>{count} heading</source>
    <translation>{count} 个标题</translation>
  </message>
  <message>
    <source>{count} headings</source>
    <translation>{count} 个标题</translation>
  </message>
  <message>
    <source>{count} highlight</source>
    <translation>{count} 处划线</translation>
  </message>
  <message>
    <source>{count} highlight and all notes go with them. Undo brings them back.</source>
    <translation>{count} 处划线和全部批注会一并删除。撤销可以找回。</translation>
  </message>
  <message>
    <source>{count} highlight carries it or a tag below it. The highlight stays.</source>
    <translation>{count} 条划线带有它或其下级标签。划线会保留。</translation>
  </message>
  <message>
    <source>{count} highlight carries one of them or a tag below them. The highlight stays.</source>
    <translation>有 {count} 处划线带有这些标签或其下级标签。划线会保留。</translation>
  </message>
  <message>
    <source>{count} highlight exported to “{name}”.</source>
    <translation>已导出 {count} 处划线到“{name}”。</translation>
  </message>
  <message>
    <source>{count} highlight gets “{name}”.</source>
    <translation>{count} 处划线改为“{name}”。</translation>
  </message>
  <message>
    <source>{count} highlight made</source>
    <translation>新增 {count} 条划线</translation>
  </message>
  <message>
    <source>{count} highlights</source>
    <translation>{count} 处划线</translation>
  </message>
  <message>
    <source>{count} highlights and all notes go with them. Undo brings them back.</source>
    <translation>{count} 处划线和全部批注会一并删除。撤销可以找回。</translation>
  </message>
  <message>
    <source>{count} highlights carry it or a tag below it. The highlights stay.</source>
    <translation>{count} 条划线带有它或其下级标签。划线会保留。</translation>
  </message>
  <message>
    <source>{count} highlights carry one of them or a tag below them. The highlights stay.</source>
    <translation>有 {count} 处划线带有这些标签或其下级标签。划线会保留。</translation>
  </message>
  <message>
    <source>{count} highlights deleted</source>
    <translation>已删除 {count} 处划线</translation>
  </message>
  <message>
    <source>{count} highlights exported to “{name}”.</source>
    <translation>已导出 {count} 处划线到“{name}”。</translation>
  </message>
  <message>
    <source>{count} highlights get “{name}”.</source>
    <translation>{count} 处划线改为“{name}”。</translation>
  </message>
  <message>
    <source>{count} highlights made</source>
    <translation>新增 {count} 条划线</translation>
  </message>
  <message>
    <source>{count} highlights were copied.</source>
    <translation>已复制 {count} 条划线。</translation>
  </message>
  <message>
    <source>{count} imported</source>
    <translation>已导入 {count} 篇</translation>
  </message>
  <message>
    <source>{count} invalid character left out</source>
    <translation>去掉了 {count} 个无效字符</translation>
  </message>
  <message>
    <source>{count} invalid characters left out</source>
    <translation>去掉了 {count} 个无效字符</translation>
  </message>
  <message>
    <source>{count} is there already.</source>
    <translation>已有 {count} 个。</translation>
  </message>
  <message>
    <source>{count} left</source>
    <translation>剩 {count} 个</translation>
  </message>
  <message>
    <source>{count} left out</source>
    <translation>不导入 {count} 个</translation>
  </message>
  <message>
    <source>{count} line</source>
    <translation>{count} 行</translation>
  </message>
  <message>
    <source>{count} line copied</source>
    <translation>已复制 {count} 行</translation>
  </message>
  <message>
    <source>{count} line holds no word and was left out: {lines}</source>
    <translation>有 {count} 行没有词，未收入：第 {lines} 行</translation>
  </message>
  <message>
    <source>{count} lines</source>
    <translation>{count} 行</translation>
  </message>
  <message>
    <source>{count} lines copied</source>
    <translation>已复制 {count} 行</translation>
  </message>
  <message>
    <source>{count} lines hold no word and were left out: {lines}</source>
    <translation>有 {count} 行没有词，未收入：第 {lines} 行</translation>
  </message>
  <message>
    <source>{count} link</source>
    <translation>{count} 个链接</translation>
  </message>
  <message>
    <source>{count} links</source>
    <translation>{count} 个链接</translation>
  </message>
  <message>
    <source>{count} links were copied.</source>
    <translation>已复制 {count} 个链接。</translation>
  </message>
  <message>
    <source>{count} memo</source>
    <translation>{count} 篇札记</translation>
  </message>
  <message>
    <source>{count} memos</source>
    <translation>{count} 篇札记</translation>
  </message>
  <message>
    <source>{count} memos deleted</source>
    <translation>已删除 {count} 篇札记</translation>
  </message>
  <message>
    <source>{count} more field</source>
    <translation>更多字段（{count}）</translation>
  </message>
  <message>
    <source>{count} more fields</source>
    <translation>更多字段（{count}）</translation>
  </message>
  <message>
    <source>{count} more printed twice</source>
    <translation>另有 {count} 处重复印出</translation>
  </message>
  <message>
    <source>{count} more stand in passages printed twice</source>
    <translation>另有 {count} 处在重复印出的段落里</translation>
  </message>
  <message>
    <source>{count} more stands in a passage printed twice</source>
    <translation>另有 {count} 处在重复印出的段落里</translation>
  </message>
  <message>
    <source>{count} more: type more</source>
    <translation>还有 {count} 篇，请再输入几个字</translation>
  </message>
  <message>
    <source>{count} note</source>
    <translation>{count} 条批注</translation>
  </message>
  <message>
    <source>{count} note is put with its note.</source>
    <translation>{count} 条批注并入其批注。</translation>
  </message>
  <message>
    <source>{count} notes</source>
    <translation>{count} 条批注</translation>
  </message>
  <message>
    <source>{count} notes are put with its note.</source>
    <translation>{count} 条批注并入其批注。</translation>
  </message>
  <message>
    <source>{count} of {total} hits</source>
    <translation>{total} 处命中，勾选 {count} 处</translation>
  </message>
  <message>
    <source>{count} of {total} passages</source>
    <translation>{total} 段，勾选 {count} 段</translation>
  </message>
  <message>
    <source>{count} place</source>
    <translation>{count} 处</translation>
  </message>
  <message>
    <source>{count} place repaired</source>
    <translation>修复 {count} 处</translation>
  </message>
  <message>
    <source>{count} places</source>
    <translation>{count} 处</translation>
  </message>
  <message>
    <source>{count} places repaired</source>
    <translation>修复 {count} 处</translation>
  </message>
  <message>
    <source>{count} refused</source>
    <translation>未能导入 {count} 个</translation>
  </message>
  <message>
    <source>{count} smart collections deleted; what they found stays</source>
    <translation>已删除 {count} 个智能文集，其中的摘录不受影响</translation>
  </message>
  <message>
    <source>{count} tag</source>
    <translation>{count} 个标签</translation>
  </message>
  <message>
    <source>{count} tag below goes there with it.</source>
    <translation>{count} 个下级标签一同移入。</translation>
  </message>
  <message>
    <source>{count} tags</source>
    <translation>{count} 个标签</translation>
  </message>
  <message>
    <source>{count} tags below go there with them.</source>
    <translation>{count} 个下级标签一同移入。</translation>
  </message>
  <message>
    <source>{count} tags deleted</source>
    <translation>已删除 {count} 个标签</translation>
  </message>
  <message>
    <source>{count} tags merged into “{name}”</source>
    <translation>{count} 个标签已并入“{name}”</translation>
  </message>
  <message>
    <source>{count} tags: {names}</source>
    <translation>{count} 个标签：{names}</translation>
  </message>
  <message>
    <source>{count} ticked</source>
    <translation>勾选 {count} 行</translation>
  </message>
  <message>
    <source>{count} was there already</source>
    <translation>{count} 条原已存在</translation>
  </message>
  <message>
    <source>{count} were there already</source>
    <translation>{count} 条原已存在</translation>
  </message>
  <message>
    <source>{count} with the tags below</source>
    <translation>连同下级标签共 {count} 处</translation>
  </message>
  <message>
    <source>{count}+ places</source>
    <translation>{count}+ 处</translation>
  </message>
  <message>
    <source>{current} / {count}</source>
    <translation>{current} / {count}</translation>
  </message>
  <message>
    <source>{current} / {count}…</source>
    <translation>{current} / {count}…</translation>
  </message>
  <message>
    <source>{files}, looking for more …</source>
    <translation>{files}，仍在查看…</translation>
  </message>
  <message>
    <source>{format} cannot hold a memo. Choose another format, such as Word or Markdown.</source>
    <translation>{format} 不能容纳札记。请另选格式，如 Word 或 Markdown。</translation>
  </message>
  <message>
    <source>{format} cannot hold an annotated document. Choose Word, HTML, PDF or Markdown.</source>
    <translation>{format} 不能容纳带划线的全文。请选 Word、HTML、PDF 或 Markdown。</translation>
  </message>
  <message>
    <source>{format} cannot hold excerpts. Choose another format.</source>
    <translation>{format} 不能容纳摘录。请另选格式。</translation>
  </message>
  <message>
    <source>{format} carries all that is known of every highlight.</source>
    <translation>{format}总是带上每处划线的全部信息。</translation>
  </message>
  <message>
    <source>{format} holds quotations, not whole texts.</source>
    <translation>{format}只能容纳摘录，不能容纳全文。</translation>
  </message>
  <message>
    <source>{keys} alone is for writing. Hold Ctrl or Alt, too.</source>
    <translation>单独的 {keys} 用来打字，请同时按住 Ctrl 或 Alt。</translation>
  </message>
  <message>
    <source>{keys} belongs to “{action}”.</source>
    <translation>{keys} 已属于“{action}”。</translation>
  </message>
  <message>
    <source>{keys} opens a menu.</source>
    <translation>{keys} 用来打开菜单。</translation>
  </message>
  <message>
    <source>{kind}: not wanted</source>
    <translation>{kind}（未采用）</translation>
  </message>
  <message>
    <source>{name} {number}</source>
    <translation>{name} {number}</translation>
  </message>
  <message>
    <source>{name} · new</source>
    <translation>{name} · 新</translation>
  </message>
  <message>
    <source>{name}, together with {other}</source>
    <translation>{name}，兼有 {other}</translation>
  </message>
  <message>
    <source>{name}, together {count} times</source>
    <translation>{name}，同现 {count} 次</translation>
  </message>
  <message>
    <source>{name}, without the tags below</source>
    <translation>{name}（不含下级标签）</translation>
  </message>
  <message>
    <source>{name}: {count} highlight</source>
    <translation>{name}：{count} 条划线</translation>
  </message>
  <message>
    <source>{name}: {count} highlights</source>
    <translation>{name}：{count} 条划线</translation>
  </message>
  <message>
    <source>{operator} needs a number: NEAR/8 allows 8 characters between two words.</source>
    <translation>{operator} 缺少数字：NEAR/8 表示两个词之间最多隔 8 个字。</translation>
  </message>
  <message>
    <source>{operator} stands between two words or quoted phrases.</source>
    <translation>{operator} 应写在两个词或两个带引号的短语之间。</translation>
  </message>
  <message>
    <source>{operator} stands between two words. Type the first one.</source>
    <translation>{operator} 应写在两个词之间。请写出前一个。</translation>
  </message>
  <message>
    <source>{operator} stands between two words. Type the second one.</source>
    <translation>{operator} 应写在两个词之间。请写出后一个。</translation>
  </message>
  <message>
    <source>{part} of pen {number}</source>
    <translation>{number} 号笔的{part}</translation>
  </message>
  <message>
    <source>{path} (not found)</source>
    <translation>{path}（找不到）</translation>
  </message>
  <message>
    <source>{path} cannot be removed: {reason}.</source>
    <translation>无法删除 {path}：{reason}。</translation>
  </message>
  <message>
    <source>{path} cannot be written: {reason}.</source>
    <translation>无法写入 {path}：{reason}。</translation>
  </message>
  <message>
    <source>{path} is not a Zhupi library.</source>
    <translation>{path} 不是朱批的文献库。</translation>
  </message>
  <message>
    <source>{path} is there already and is not an empty folder. Choose another name.</source>
    <translation>{path} 已经存在，而且不是空文件夹。请换一个名字。</translation>
  </message>
  <message>
    <source>{percent}%</source>
    <translation>{percent}%</translation>
  </message>
  <message>
    <source>{reading} (corrected)</source>
    <translation>{reading}（已更正）</translation>
  </message>
  <message>
    <source>{shown} of {total}</source>
    <translation>{total} 处中的 {shown} 处</translation>
  </message>
  <message>
    <source>{tag}, on</source>
    <translation>{tag}，已加</translation>
  </message>
  <message>
    <source>{times} {where}</source>
    <translation>{times}，{where}</translation>
  </message>
  <message>
    <source>{title} (in the bin)</source>
    <translation>{title}（在回收站）</translation>
  </message>
  <message>
    <source>{title}, paragraph {number}</source>
    <translation>{title} 第 {number} 段</translation>
  </message>
  <message>
    <source>{title}, {count}</source>
    <translation>{title}，{count}</translation>
  </message>
  <message>
    <source>{title}, {count}, {stage}</source>
    <translation>{title}，{count}，{stage}</translation>
  </message>
  <message>
    <source>{title}: {text}</source>
    <translation>{title}：{text}</translation>
  </message>
  <message>
    <source>¶ {number}</source>
    <translation>第{number}段</translation>
  </message>
  <message>
    <source>¶ {number} · {percent}%</source>
    <translation>第 {number} 段 · {percent}%</translation>
  </message>
  <message>
    <source>“, ”</source>
    <translation>”、“</translation>
  </message>
  <message>
    <source>“{address}” is no link of Zhupi: such a link begins with zhupi://.</source>
    <translation>“{address}”不是朱批的链接：朱批的链接以 zhupi:// 开头。</translation>
  </message>
  <message>
    <source>“{address}” leads nowhere. A link names a library, a document and a highlight by their ids: zhupi://LIBRARY/DOCUMENT/HIGHLIGHT. Copy it again where it came from.</source>
    <translation>“{address}”指不到任何地方。链接按编号写明文献库、文献和划线：zhupi://文献库/文献/划线。请到原处重新复制。</translation>
  </message>
  <message>
    <source>“{address}” lies on another computer. Copy the library to this one.</source>
    <translation>“{address}”在另一台电脑上。请把文献库复制到这台电脑。</translation>
  </message>
  <message>
    <source>“{date}” is no date. Write 2018, 2018-03, 2018-03-05 or 2018年3月5日.</source>
    <translation>“{date}”不是日期。请写成 2018、2018-03、2018-03-05 或 2018年3月5日。</translation>
  </message>
  <message>
    <source>“{name}” and its text are as they were imported.</source>
    <translation>“{name}”及其正文与导入时一致。</translation>
  </message>
  <message>
    <source>“{name}” cannot be imported</source>
    <translation>“{name}”无法导入</translation>
  </message>
  <message>
    <source>“{name}” cannot be merged into itself or below itself.</source>
    <translation>“{name}”不能并入自身或自身的下级。</translation>
  </message>
  <message>
    <source>“{name}” cannot be moved below itself.</source>
    <translation>“{name}”不能移到自身之下。</translation>
  </message>
  <message>
    <source>“{name}” could not be read: {reason}.</source>
    <translation>无法读取“{name}”：{reason}。</translation>
  </message>
  <message>
    <source>“{name}” could not be written: {reason}. Make room on the disk or check its permissions, then try again.</source>
    <translation>无法写入“{name}”：{reason}。请腾出磁盘空间或检查权限，然后重试。</translation>
  </message>
  <message>
    <source>“{name}” has no text yet</source>
    <translation>“{name}”还没有文字</translation>
  </message>
  <message>
    <source>“{name}” is already there. Replace it?</source>
    <translation>“{name}”已经存在。要替换它吗？</translation>
  </message>
  <message>
    <source>“{name}” is no speaker in this text</source>
    <translation>“{name}”在本文中不是说话人</translation>
  </message>
  <message>
    <source>“{name}” matches {count} documents: {titles}. Give a longer part of the title, or the id.</source>
    <translation>“{name}”与 {count} 篇文献相符：{titles}。请给出更长的标题或编号。</translation>
  </message>
  <message>
    <source>“{name}” matches {count} memos: {titles}. Give a longer part of the title, or the id.</source>
    <translation>“{name}”与 {count} 篇札记相符：{titles}。请给出更长的标题片段，或给出编号。</translation>
  </message>
  <message>
    <source>“{name}” was changed since it was exported.</source>
    <translation>“{name}”在上次导出之后被改动过。</translation>
  </message>
  <message>
    <source>“{name}” was written.</source>
    <translation>已写入“{name}”。</translation>
  </message>
  <message>
    <source>“{name}”, which another package offers as an importer, is none: it lacks a name, suffixes or read. Update or remove that package.</source>
    <translation>其他软件包提供的“{name}”不是导入器：缺少 name、suffixes 或 read。请更新或移除那个软件包。</translation>
  </message>
  <message>
    <source>“{path}” could not be read: {reason}. Check its permissions and the disk, then try again.</source>
    <translation>无法读取“{path}”：{reason}。请检查权限和磁盘，再试一次。</translation>
  </message>
  <message>
    <source>“{path}” could not be written: {reason}. Choose another name or place.</source>
    <translation>无法写入“{path}”：{reason}。请换一个名称或位置。</translation>
  </message>
  <message>
    <source>“{path}” is a file that a library is made of. Choose another name.</source>
    <translation>“{path}”是文献库自身的文件。请另取名称。</translation>
  </message>
  <message>
    <source>“{path}” is a folder. Name a file to write to.</source>
    <translation>“{path}”是文件夹。请指定要写入的文件。</translation>
  </message>
  <message>
    <source>“{path}” is already there. Choose another name, or allow it to be replaced.</source>
    <translation>“{path}”已经存在。请换一个名称，或允许替换它。</translation>
  </message>
  <message>
    <source>“{path}” is not an ordinary file. Name a file to write to.</source>
    <translation>“{path}”不是普通文件。请指定要写入的文件。</translation>
  </message>
  <message>
    <source>“{path}” is write-protected. Choose another name.</source>
    <translation>“{path}”有写保护。请换一个名称。</translation>
  </message>
  <message>
    <source>“{reading}” does not read “{word}”: one syllable for each Chinese character, such as lǜ or lv4.</source>
    <translation>“{reading}”读不出“{word}”：每个汉字一个音节，如 lǜ 或 lv4。</translation>
  </message>
  <message>
    <source>“{span}” ends before it begins. Write the earlier date first.</source>
    <translation>“{span}”的结束早于开始。请把较早的日期写在前面。</translation>
  </message>
  <message>
    <source>“{span}” is no date. Write a year, month or day, or a span of them: 1954, 1954-09, 1949..1956.</source>
    <translation>“{span}”不是日期。请写年、月、日或其范围：1954、1954-09、1949..1956。</translation>
  </message>
  <message>
    <source>“{title}” is an empty document.</source>
    <translation>“{title}”是一篇空文献。</translation>
  </message>
  <message>
    <source>“{title}” was not imported from a file: it has no original.</source>
    <translation>“{title}”不是从文件导入的，没有原件。</translation>
  </message>
  <message>
    <source>“{title}”, to which this link leads, is in the bin. Restore it to read it.</source>
    <translation>该链接指向的“{title}”在回收站里。恢复后即可阅读。</translation>
  </message>
  <message>
    <source>“{value}” is no kind of document. There are {kinds}.</source>
    <translation>“{value}”不是文献类型。可用的有：{kinds}。</translation>
  </message>
  <message>
    <source>“{word}” can be no word: one has 1 to {most} characters.</source>
    <translation>“{word}”不能作为词：一个词有 1 到 {most} 个字。</translation>
  </message>
  <message>
    <source>“{word}” cannot stand here</source>
    <translation>这里不能有“{word}”</translation>
  </message>
  <message>
    <source>“{word}” is no statement that could stand here</source>
    <translation>“{word}”不是可以用在这里的语句</translation>
  </message>
  <message>
    <source>“{word}” is one word from now on.</source>
    <translation>“{word}”从现在起是一个词。</translation>
  </message>
  <message>
    <source>“{word}” is read {reading} from now on.</source>
    <translation>“{word}”今后读作 {reading}。</translation>
  </message>
  <message>
    <source>“{word}” should stand here</source>
    <translation>这里应有“{word}”</translation>
  </message>
  <message>
    <source>≈ counts what has punctuation inside.</source>
    <translation>≈ 指中间隔着标点的，另行计数。</translation>
  </message>
  <message>
    <source>≈ {count}</source>
    <translation>≈ {count}</translation>
  </message>
  <message>
    <source>「」 in Chinese</source>
    <translation>中文用「」</translation>
  </message>
  <message>
    <source>朱批 is the vermilion ink in which a reader of memorials wrote in the margin.</source>
    <translation>朱批：读奏折的人用朱砂墨写在字旁的批语。</translation>
  </message>
</context>
</TS>
