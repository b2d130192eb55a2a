#include "parties/pasted/name_forms.h"

#include "parties/duplicates/name_key.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace mishutai::parties {

namespace {

const QString &postWords()
{
    static const QString words = QStringLiteral("董事长|副董事长|总经理|副总经理|总裁|副总裁|经理|副总|总监|厂长|副厂长|秘书长|"
                                                "副秘书长|会长|副会长|理事长|理事|监事|主席|"
                                                "副主席|主任|副主任|部长|副部长|处长|副处长|科长|副科长|局长|副局长|院长|副院长|"
                                                "所长|校长|书记|教授|副教授|研究员|工程师|总工|"
                                                "专员|助理|主管|秘书|会计|出纳|文员|干事|负责人|董秘|站长|调研员");
    return words;
}

/// The names that nearly everybody bears; who bears another is found by a label, 「联系人：」.
bool isFamilyName(QChar c)
{
    static const QString names = QStringLiteral(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
        "石廖贾"
        "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹"
        "申欧"
        "耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷曲翁冉骆蓝辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆司卓古缪");
    return names.contains(c);
}

/// Words that begin like a name.
bool isNoName(const QString &word)
{
    static const QStringList words{QStringLiteral("高级"), QStringLiteral("高新"), QStringLiteral("金属"), QStringLiteral("石化"),
        QStringLiteral("安全"), QStringLiteral("方便"), QStringLiteral("谢谢"), QStringLiteral("关于"), QStringLiteral("管理"),
        QStringLiteral("司机"), QStringLiteral("包括"), QStringLiteral("解决"), QStringLiteral("申请"), QStringLiteral("任职"),
        QStringLiteral("任命"), QStringLiteral("向您"), QStringLiteral("何时"), QStringLiteral("高管"), QStringLiteral("华东")};
    return words.contains(word) || isPlaceName(word);
}

bool isChinese(const QString &word)
{
    return std::ranges::all_of(word, [](QChar c) { return c.script() == QChar::Script_Han || c == u'·'; });
}

} // namespace

bool isUnitName(const QString &word)
{
    static const QRegularExpression form(
        QStringLiteral("^.{2,}(公司|集团|大学|学院|学校|研究院|研究所|设计院|银行|分行|支行|协会|商会|学会|联盟|"
                       "促进会|基金会|委员会|管委会|局|厂|合作社|事务所|科协|医院|有限合伙\\)?)$"));
    return form.match(word).hasMatch();
}

bool isAddress(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("(省|市|区|县|镇|乡|街道|开发区|园区)"));
    static const QRegularExpression road(QStringLiteral("(路|街|大道|巷|村|组|号|栋|幢|楼|层|室|座|段)"));
    static const QRegularExpression number(QStringLiteral("[0-9一二三四五六七八九十]+\\s*(号|栋|幢|楼|层|室|组|段|座)"));
    const bool hasRoad = road.match(text).hasMatch();
    return text.size() >= 6 && hasRoad && (number.match(text).hasMatch() || place.match(text).hasMatch()) && !isUnitName(text);
}

bool isPost(const QString &word)
{
    static const QRegularExpression form(
        QStringLiteral("^[\\p{Han}]{0,8}(%1)$").arg(postWords()), QRegularExpression::UseUnicodePropertiesOption);
    if (!form.match(word).hasMatch())
        return false;
    const auto parts = nameAndPost(word);
    return !parts;
}

bool isDepartment(const QString &word)
{
    static const QRegularExpression form(
        QStringLiteral("^[\\p{Han}]{1,8}(部|处|科|办公室|中心|办)$|^办公室$"), QRegularExpression::UseUnicodePropertiesOption);
    return form.match(word).hasMatch();
}

bool isPersonName(const QString &word)
{
    static const QRegularExpression twoCharacters(
        QStringLiteral("^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|长孙|端木)"));
    static const QRegularExpression addressed(QStringLiteral("(总|先生|女士|老师|小姐|好|您)$"));
    if (!isChinese(word) || word.size() < 2 || isNoName(word) || addressed.match(word).hasMatch())
        return false;
    if (twoCharacters.match(word).hasMatch())
        return word.size() <= 4 && word.size() > 2;
    return word.size() <= 3 && isFamilyName(word.front());
}

bool isAnyName(const QString &word)
{
    static const QRegularExpression other(
        QStringLiteral("(同号|电话|手机|微信|您好|你好|谢谢|收到|报名|参会|好的|公司|单位|通知|群)"));
    return isChinese(word) && word.size() >= 2 && (word.size() <= 4 || word.contains(u'·')) && !isNoName(word) && !isPost(word)
        && !isDepartment(word) && !other.match(word).hasMatch();
}

std::optional<QString> addressedName(const QString &word)
{
    static const QRegularExpression form(QStringLiteral("^([\\p{Han}])(总|老师|先生|女士|小姐|(%1))$").arg(postWords()),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(word);
    if (!match.hasMatch() || !isFamilyName(match.captured(1).front()))
        return std::nullopt;
    return match.captured(3);
}

std::optional<std::pair<QString, QString>> nameAndPost(const QString &word)
{
    static const QRegularExpression form(
        QStringLiteral("^([\\p{Han}]{2,3}?)((?:常务)?(?:%1))$").arg(postWords()), QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(word);
    if (!match.hasMatch() || !isPersonName(match.captured(1)) || isDepartment(match.captured(1)))
        return std::nullopt;
    return std::pair(match.captured(1), match.captured(2));
}

} // namespace mishutai::parties
