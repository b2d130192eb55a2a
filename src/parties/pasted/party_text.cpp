#include "parties/pasted/party_text.h"

#include "base/chinese/capitals.h"
#include "base/chinese/credit_code.h"
#include "base/chinese/phone.h"
#include "base/chinese/text.h"
#include "parties/pasted/name_forms.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <vector>

namespace mishutai::parties {

namespace {

enum class Label {
    Unit,
    CreditCode,
    LegalRepresentative,
    Capital,
    Founded,
    Address,
    Person,
    Post,
    Department,
    Phone,
    Wechat,
    Email,
    Website,
    Other ///< ends the value before it and says nothing that is kept
};

struct LabelWord {
    Label label;
    const char *words; ///< by |, the longer before the shorter
};

// Longer ones before those that they contain: 单位地址 before 单位.
constexpr LabelWord kLabels[] = {
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
    {Label::Other,
        "公司类型|企业类型|类型|经营范围|营业期限|经营期限|登记机关|核准日期|组成形式|业务范围|开户行及账号|开户银行|开户行|"
        "银行账号|账号|"
        "传真|邮编|"
        "邮政编码|备注|时间|日期|qq|fax"},
    {Label::Unit, "单位名称|单位全称|公司名称|企业名称|公司全称|发票抬头|工作单位|单位|公司|企业|名称|抬头"},
};

struct Found {
    Label label;
    qsizetype start; ///< of the label
    qsizetype end; ///< first character of the value
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
    // With a colon anywhere; without one where a line begins, and then a blank or a digit follows.
    return QRegularExpression(QStringLiteral("(?:(?<![\\p{Han}A-Za-z])(?:%1)[ \\t]*(?:\\([^()\\n]{0,12}\\))?[ \\t]*[:=][ \\t]*"
                                             "|^[ \\t]*(?:%1)(?:[ \\t]+|(?=[0-9+壹贰叁肆伍陆柒捌玖]|人民币)))")
                                  .arg(spaced(QString::fromUtf8(words))),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption
            | QRegularExpression::UseUnicodePropertiesOption);
}

std::vector<Found> labelsIn(const QString &text)
{
    static const std::vector<std::pair<Label, QRegularExpression>> patterns = [] {
        std::vector<std::pair<Label, QRegularExpression>> all;
        for (const LabelWord &each : kLabels)
            all.emplace_back(each.label, labelPattern(each.words));
        return all;
    }();
    std::vector<Found> found;
    for (const auto &[label, pattern] : patterns) {
        for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            const Found one{label, match.capturedStart(), match.capturedEnd()};
            const bool isTaken
                = std::ranges::any_of(found, [&](const Found &other) { return one.start < other.end && other.start < one.end; });
            if (!isTaken)
                found.push_back(one);
        }
    }
    std::ranges::sort(found, {}, &Found::start);
    return found;
}

QString trimmedValue(QString value)
{
    static const QRegularExpression edges(QStringLiteral("^[\\s,，;；、。.|/]+|[\\s,，;；、。|/]+$"));
    return value.remove(edges);
}

std::optional<Money> capitalOf(const QString &value)
{
    static const QRegularExpression number(QStringLiteral("([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(亿|万)?\\s*(?:元|人民币|圆|$)"));
    QString capitals = value;
    if (const auto money = parseCapitals(capitals.remove(u' ')))
        return money;
    const auto match = number.match(value);
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits = match.captured(1).remove(u',');
    if (match.captured(2) == QStringLiteral("万"))
        return Money::parseWan(digits);
    const auto money = Money::parseYuan(digits);
    if (match.captured(2).isEmpty() || !money)
        return money;
    constexpr qint64 kHundredMillion = 100'000'000;
    return money->fen() <= Money::kMaxFen / kHundredMillion ? std::optional(Money::fromFen(money->fen() * kHundredMillion))
                                                            : std::nullopt;
}

QDate dateOf(const QString &value)
{
    static const QRegularExpression date(QStringLiteral("([0-9]{4})\\s*[年./-]\\s*([0-9]{1,2})\\s*[月./-]\\s*([0-9]{1,2})"));
    const auto match = date.match(value);
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()) : QDate();
}

/// Every telephone number in the text, taken out of it, in stored form.
QStringList phonesIn(QString &text)
{
    static const QRegularExpression phone(QStringLiteral(
        "(?<![0-9A-Za-z])(?:\\+?86[ -]?)?(1[3-9][0-9](?:[ -]?[0-9]{4}){2}|400[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}"
        "|\\(?0[0-9]{2,3}\\)?[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?:[ -]?(?:转|分机)?[ -]?[0-9]{1,5}(?![0-9]))?)(?![0-9A-Za-z])"));
    QStringList numbers;
    for (auto match = phone.match(text); match.hasMatch(); match = phone.match(text, match.capturedStart() + 1)) {
        if (const auto number = normalizedPhone(match.captured(1)); number && !numbers.contains(*number))
            numbers.append(*number);
        text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral(" "));
    }
    return numbers;
}

class Reader
{
public:
    PartyText read(const QString &given);

private:
    void readMarks();
    void readLabelled(Label label, const QString &value);
    void readPerson(const QString &value);
    void readFree(const QString &line);
    void readWord(const QString &word);
    void takePhones(const QStringList &numbers);
    static void fill(QString &target, const QString &value, qsizetype most)
    {
        if (target.isEmpty() && value.size() <= most)
            target = value;
    }

    QString m_text; ///< half-width; what was read is blanked out
    PartyText m_result;
};

PartyText Reader::read(const QString &given)
{
    m_text = toHalfWidth(given);
    m_text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').replace(QChar::Nbsp, u' ');
    readMarks();
    const std::vector<Found> labels = labelsIn(m_text);
    QString free;
    qsizetype at = 0;
    for (size_t i = 0; i < labels.size(); ++i) {
        free += m_text.mid(at, labels[i].start - at) + u'\n';
        qsizetype end = m_text.indexOf(u'\n', labels[i].end);
        end = end < 0 ? m_text.size() : end;
        if (i + 1 < labels.size())
            end = std::min(end, labels[i + 1].start);
        end = std::max(end, labels[i].end);
        readLabelled(labels[i].label, m_text.mid(labels[i].end, end - labels[i].end));
        at = end;
    }
    free += m_text.mid(at);
    for (const QString &line : free.split(u'\n', Qt::SkipEmptyParts))
        readFree(line);
    // Names stand in official papers with full-width brackets.
    for (QString *text : {&m_result.unitName, &m_result.address})
        text->replace(u'(', QStringLiteral("（")).replace(u')', QStringLiteral("）"));
    return m_result;
}

/// What is told by its form wherever it stands.
void Reader::readMarks()
{
    static const QRegularExpression code(QStringLiteral("(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])"));
    static const QRegularExpression mail(QStringLiteral("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"));
    static const QRegularExpression site(QStringLiteral("(?:https?://|www\\.)[A-Za-z0-9./_?=&%-]+"));
    const auto take = [&](const QRegularExpression &pattern, const std::function<bool(const QString &)> &use) {
        for (auto match = pattern.match(m_text); match.hasMatch(); match = pattern.match(m_text, match.capturedEnd())) {
            if (use(match.captured()))
                m_text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
        }
    };
    take(code, [&](const QString &found) {
        const QString normal = normalizedCreditCode(found);
        if (!isCreditCode(normal))
            return false;
        fill(m_result.creditCode, normal, normal.size());
        return true;
    });
    take(mail, [&](const QString &found) {
        fill(m_result.email, found, found.size());
        return true;
    });
    take(site, [&](const QString &found) {
        fill(m_result.website, found, 200);
        return true;
    });
}

void Reader::takePhones(const QStringList &numbers)
{
    for (const QString &number : numbers) {
        if (number == m_result.phone || number == m_result.otherPhone)
            continue;
        if (m_result.phone.isEmpty()) {
            m_result.phone = number;
        } else if (m_result.otherPhone.isEmpty()) {
            m_result.otherPhone = number;
        }
    }
    if (!m_result.otherPhone.isEmpty() && isMobilePhone(m_result.otherPhone) && !isMobilePhone(m_result.phone))
        std::swap(m_result.phone, m_result.otherPhone);
}

void Reader::readLabelled(Label label, const QString &given)
{
    QString rest = given;
    if (label != Label::Wechat && label != Label::Other && label != Label::Capital)
        takePhones(phonesIn(rest));
    const QString value = trimmedValue(rest);
    switch (label) {
    case Label::Unit:
        fill(m_result.unitName, value, 100);
        break;
    case Label::LegalRepresentative:
        fill(m_result.legalRepresentative, value, 30);
        break;
    case Label::Capital:
        if (!m_result.registeredCapital)
            m_result.registeredCapital = capitalOf(value);
        break;
    case Label::Founded:
        if (!m_result.foundedOn.isValid())
            m_result.foundedOn = dateOf(value);
        break;
    case Label::Address:
        fill(m_result.address, value, 150);
        break;
    case Label::Person:
        readPerson(value);
        break;
    case Label::Post:
        fill(m_result.post, value, 40);
        break;
    case Label::Department:
        fill(m_result.department, value, 40);
        break;
    case Label::Wechat: {
        // 「微信同号」 says that it is the phone.
        const bool isSame = value.contains(QStringLiteral("同"));
        fill(m_result.wechat, isSame ? QString() : value.section(u' ', 0, 0), 40);
        break;
    }
    case Label::Phone:
    case Label::Email:
    case Label::Website:
    case Label::CreditCode:
    case Label::Other:
        break;
    }
    if (label == Label::Phone && !value.isEmpty())
        readFree(value);
}

/// The label says that it is a person, so any name will do: 「阙某某 总经理」.
void Reader::readPerson(const QString &value)
{
    static const QRegularExpression name(
        QStringLiteral("^([\\p{Han}·]{2,10})(?:[\\s,，;；、/(]|$)"), QRegularExpression::UseUnicodePropertiesOption);
    const auto match = name.match(value);
    const QString first = match.captured(1);
    const bool isName = match.hasMatch() && (first.size() <= 4 || first.contains(u'·')) && !isPost(first) && !isDepartment(first)
        && !nameAndPost(first);
    if (isName)
        fill(m_result.personName, first, 20);
    readFree(isName ? value.mid(match.capturedLength(1)) : value);
}

void Reader::readFree(const QString &line)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s,，;；、|/。]+"));
    QString rest = line;
    takePhones(phonesIn(rest));
    const QString whole = trimmedValue(rest);
    if (isAddress(whole)) {
        fill(m_result.address, whole, 150);
        return;
    }
    for (const QString &word : rest.split(blanks, Qt::SkipEmptyParts))
        readWord(trimmedValue(word));
}

void Reader::readWord(const QString &word)
{
    if (isUnitName(word)) {
        fill(m_result.unitName, word, 100);
    } else if (isAddress(word)) {
        fill(m_result.address, word, 150);
    } else if (isPost(word)) {
        fill(m_result.post, word, 40);
    } else if (isDepartment(word)) {
        fill(m_result.department, word, 40);
    } else if (isPersonName(word)) {
        fill(m_result.personName, word, 20);
    } else if (const auto parts = nameAndPost(word)) {
        fill(m_result.personName, parts->first, 20);
        fill(m_result.post, parts->second, 40);
    }
}

} // namespace

int PartyText::count() const
{
    int filled = (registeredCapital ? 1 : 0) + (foundedOn.isValid() ? 1 : 0);
    for (const QString *text : {&unitName, &creditCode, &legalRepresentative, &address, &personName, &post, &department, &phone,
             &otherPhone, &wechat, &email, &website})
        filled += text->isEmpty() ? 0 : 1;
    return filled;
}

PartyText readPartyText(const QString &text)
{
    return Reader().read(text);
}

} // namespace mishutai::parties
