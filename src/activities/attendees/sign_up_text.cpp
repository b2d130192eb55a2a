#include "activities/attendees/sign_up_text.h"

#include "base/chinese/phone.h"
#include "base/chinese/text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace mishutai::activities {

namespace {

// The surnames of about nine people in ten; a name with a rarer one is still found by its place behind the unit.
const QString kSurnames = QStringLiteral(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳"
    "翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤");
const QString kDoubleSurnames = QStringLiteral("欧阳/司马/上官/诸葛/夏侯/皇甫/尉迟/公孙/慕容/令狐/司徒/东方/端木/南宫");

const QRegularExpression &unitWord()
{
    static const QRegularExpression word(QStringLiteral(
        "公司|集团|科技|材料|大学|学院|学校|研究|协会|联盟|商会|中心|银行|保险|证券|基金|担保|厂$|厅$|局$|处$|部$|院$|所$|园区|"
        "功能区|经开区|实验室|化工|碳素|炭素|晶体|光电|电子|机械|环保|能源|密封|股份|有限|新材|事务所|报$|网$"));
    return word;
}

const QRegularExpression &postWord()
{
    static const QRegularExpression word(QStringLiteral(
        "^(董事长|副?总经理|总裁|副?总|总监|副?经理|副?主任|副?部长|副?处长|副?局长|副?科长|主管|助理|秘书长?|副?会长|理事|监事|"
        "工程师|高工|教授|副教授|研究员|博士|老师|先生|女士|小姐|会计|出纳|负责人|联系人|厂长|法人|总工|书记)$"));
    return word;
}

bool isChinese(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return (c >= u'\u3400' && c <= u'\u9fff') || c == u'·'; });
}

/// How much a part looks like the name of a person: 0 not at all, 3 surely.
int likenessToName(const QString &part)
{
    if (!isChinese(part) || part.size() < 2 || part.contains(unitWord()) || part.contains(postWord()))
        return 0;
    if (part.contains(u'·'))
        return 3;
    const bool hasDouble = part.size() >= 3 && kDoubleSurnames.split(u'/').contains(part.left(2));
    if (hasDouble && part.size() <= 4)
        return 3;
    if (part.size() > 4)
        return 0;
    const bool hasSurname = kSurnames.contains(part.front());
    if (part.size() == 4)
        return hasSurname ? 1 : 0;
    return hasSurname ? 3 : 1;
}

/// Takes the first telephone number out of the text.
QString takePhone(QString &text)
{
    static const QRegularExpression number(
        QStringLiteral("(?<!\\d)(1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}-?\\d{7,8}(-\\d{1,5})?)(?!\\d)"));
    const QRegularExpressionMatch match = number.match(text);
    const std::optional<QString> phone = match.hasMatch() ? normalizedPhone(match.captured()) : std::nullopt;
    if (!phone)
        return {};
    text.replace(match.capturedStart(), match.capturedLength(), u' ');
    return *phone;
}

/// "3人", "共3位", "+2" (two more than the one who writes).
int takeHeadCount(QString &text)
{
    static const QRegularExpression heads(QStringLiteral("[共等计]?\\s*(\\d{1,4})\\s*[人位名]"));
    static const QRegularExpression more(QStringLiteral("\\+\\s*(\\d{1,3})(?!\\d)"));
    for (const QRegularExpression &pattern : {heads, more}) {
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.hasMatch())
            continue;
        text.replace(match.capturedStart(), match.capturedLength(), u' ');
        return match.captured(1).toInt() + (pattern == more ? 1 : 0);
    }
    return 1;
}

QStringList partsOf(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[\\s,、;/:|()\\[\\]【】—–_+-]+"));
    static const QRegularExpression label(QStringLiteral("^(单位|姓名|名字|职务|电话|手机号?|联系方式|联系电话|人数)$"));
    QStringList parts = text.split(separator, Qt::SkipEmptyParts);
    parts.removeIf([](const QString &part) { return part.contains(label); });
    return parts;
}

/// "张三总经理" and "李总" carry the post behind the name.
void splitPost(QString &name, QString &post)
{
    static const QRegularExpression tail(
        QStringLiteral("^(.{2,4}?)(董事长|副?总经理|总监|经理|副?主任|部长|处长|局长|科长|教授|老师|先生|女士|博士|总工)$"));
    const QRegularExpressionMatch match = tail.match(name);
    if (!match.hasMatch() || likenessToName(match.captured(1)) == 0)
        return;
    name = match.captured(1);
    post = match.captured(2);
}

/// "航天拓鑫李四": a name of two or three characters behind a unit, without anything between.
void splitUnit(QString &unit, QString &name)
{
    static const QRegularExpression wholeUnit(QStringLiteral("(公司|[行局处院所厂部会社店园区站网报学校团司]|中心|实验室)$"));
    if (unit.contains(wholeUnit))
        return;
    for (const qsizetype length : {qsizetype(3), qsizetype(2)}) {
        const QString tail = unit.right(length);
        if (unit.size() >= length + 4 && likenessToName(tail) == 3) {
            name = tail;
            unit.chop(length);
            return;
        }
    }
}

void readParts(QStringList parts, SignUpLine &line)
{
    for (QString &part : parts)
        splitPost(part, line.post);
    const auto post = std::ranges::find_if(parts, [](const QString &part) { return part.contains(postWord()); });
    if (post != parts.end()) {
        line.post = *post;
        parts.erase(post);
    }
    int best = 0;
    qsizetype at = -1;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const int likeness = likenessToName(parts.at(i));
        // Of two alike the later one: the unit is mostly written first.
        if (likeness > 0 && likeness >= best) {
            best = likeness;
            at = i;
        }
    }
    if (at >= 0)
        line.name = parts.takeAt(at);
    line.unit = parts.join(u' ');
    if (line.name.isEmpty() && parts.size() == 1 && !line.unit.contains(postWord()))
        splitUnit(line.unit, line.name);
}

SignUpLine readLine(int number, const QString &original)
{
    SignUpLine line;
    line.number = number;
    line.original = original.trimmed();
    QString rest = toHalfWidth(line.original);
    line.phone = takePhone(rest);
    line.headCount = takeHeadCount(rest);
    readParts(partsOf(rest), line);
    return line;
}

struct NumberedText {
    int number;
    QString text;
};

/// Entries of a text in which at least one line is numbered.
std::vector<NumberedText> numberedEntries(const QStringList &lines)
{
    static const QRegularExpression start(QStringLiteral("^\\s*[(（]?(\\d{1,3})(?:[)）.．、:：]|\\s+(?=\\D))\\s*(.*)$"));
    std::vector<NumberedText> entries;
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = start.match(line);
        if (match.hasMatch())
            entries.push_back({match.captured(1).toInt(), match.captured(2).trimmed()});
        else if (!entries.empty())
            entries.back().text += u' ' + line.trimmed();
    }
    return entries;
}

bool isTalk(const QString &line)
{
    static const QRegularExpression talk(QStringLiteral("^\\s*([#＃]|例[:： ]|【|示例[:：]|格式|请|报名)"));
    return line.contains(talk);
}

} // namespace

std::vector<SignUpLine> parseSignUp(const QString &text)
{
    static const QRegularExpression lineBreak(QStringLiteral("[\\r\\n\u2028]+"));
    QStringList lines = text.split(lineBreak, Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty() || isTalk(line); });
    std::vector<NumberedText> entries = numberedEntries(lines);
    if (entries.empty()) {
        for (const QString &line : std::as_const(lines))
            entries.push_back({0, line});
    }
    std::vector<SignUpLine> result;
    for (const NumberedText &entry : entries) {
        if (!entry.text.trimmed().isEmpty())
            result.push_back(readLine(entry.number, entry.text));
    }
    return result;
}

} // namespace mishutai::activities
