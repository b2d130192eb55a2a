#include "parties/pasted/text_labels.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace mishutai::parties {

namespace {

struct LabelWord {
    Label label;
    const char *words; ///< by |, the longer before the shorter
};

// Longer ones before those that they contain: 单位地址 before 单位.
constexpr LabelWord kLabels[] = {
    {Label::Other, "法定代表人职务|法定代表人电话|法定代表人身份证号码|法定代表人身份证"},
    {Label::CreditCode, "统一社会信用代码|社会信用代码|信用代码|纳税人识别号|税号"},
    {Label::LegalRepresentative, "法定代表人|法人代表|负责人|经营者|法人"},
    {Label::Capital, "注册资本|注册资金|开办资金|出资额"},
    {Label::Founded, "成立日期|成立时间|注册日期"},
    {Label::Address,
        "地址、电话|地址及电话|地址电话|通信地址|通讯地址|联系地址|办公地址|单位地址|公司地址|注册地址|营业场所|经营场所|地址|"
        "住所"},
    {Label::Email, "电子邮箱|电子邮件|邮箱|邮件|e-?mail|mail"},
    {Label::Wechat, "微信号|微信|wechat|weixin"},
    {Label::Website, "公司网址|官方网站|网址|网站|官网"},
    {Label::Phone, "联系电话|联系方式|手机号码|电话号码|办公电话|手机号|手机|电话|座机|固话|mobile|phone|tel"},
    {Label::Person, "联系人姓名|联系人|联络人|对接人|参会人|收件人|姓名"},
    {Label::Post, "职务|职位|岗位"},
    {Label::Department, "所在部门|部门"},
    {Label::LicenceType, "市场主体类型|主体类型|公司类型|企业类型|类型"},
    {Label::Scope, "宗旨和业务范围|经营范围|业务范围"},
    {Label::Other,
        "营业期限|经营期限|登记机关|核准日期|组成形式|开户行及账号|开户银行|开户行|银行账号|账号|传真|邮编|"
        "邮政编码|备注|时间|日期|qq|fax"},
    {Label::Unit, "单位名称|单位全称|公司名称|企业名称|公司全称|发票抬头|工作单位|单位|公司|企业|名称|抬头"},
};

/// A licence read by a telephone has blanks inside its labels: 名 称.
QString spaced(const QString &words)
{
    QString pattern;
    for (const QString &word : words.split(u'|')) {
        if (!pattern.isEmpty())
            pattern += u'|';
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (i > 0 && word.at(i).script() == QChar::Script_Han)
                pattern += QStringLiteral("[ \\t]*");
            pattern += word.at(i);
        }
    }
    return pattern;
}

QRegularExpression labelPattern(const char *words)
{
    // With a colon anywhere; without one where a line begins, and then a blank, a digit or the line's end follows. What a
    // telephone reads off a licence has not even those: 法定代表人王某.
    static const QString kOfLicence
        = spaced(QStringLiteral("统一社会信用代码|法定代表人|注册资本|成立日期|经营范围|营业期限|登记机关|住所|名称|类型"));
    return QRegularExpression(QStringLiteral("(?:(?<![\\p{Han}A-Za-z])(?:%1)[ \\t]*(?:\\([^()\\n]{0,12}\\))?[ \\t]*[:=][ \\t]*"
                                             "|^[ \\t]*(?:%1)(?:[ \\t]+|$|(?=[0-9+壹贰叁肆伍陆柒捌玖]|人民币))"
                                             "|^[ \\t]*(?=%2)(?:%1)(?!职务|职位|电话|手机|身份|姓名|联系|签))")
                                  .arg(spaced(QString::fromUtf8(words)), kOfLicence),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption
            | QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace

std::vector<FoundLabel> labelsIn(const QString &text)
{
    static const std::vector<std::pair<Label, QRegularExpression>> patterns = [] {
        std::vector<std::pair<Label, QRegularExpression>> all;
        for (const LabelWord &each : kLabels)
            all.emplace_back(each.label, labelPattern(each.words));
        return all;
    }();
    std::vector<FoundLabel> found;
    for (const auto &[label, pattern] : patterns) {
        for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            const FoundLabel one{label, match.capturedStart(), match.capturedEnd()};
            const bool isTaken = std::ranges::any_of(
                found, [&](const FoundLabel &other) { return one.start < other.end && other.start < one.end; });
            if (!isTaken)
                found.push_back(one);
        }
    }
    std::ranges::sort(found, {}, &FoundLabel::start);
    return found;
}

} // namespace mishutai::parties
