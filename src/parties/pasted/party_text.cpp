#include "parties/pasted/party_text.h"

#include "base/chinese/credit_code.h"
#include "base/chinese/phone.h"
#include "base/chinese/text.h"
#include "parties/pasted/name_forms.h"
#include "parties/pasted/pasted_values.h"
#include "parties/pasted/text_labels.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <vector>

namespace mishutai::parties {

namespace {

QString trimmedValue(QString value)
{
    static const QRegularExpression edges(QStringLiteral("^[\\s,，;；、。.|/]+|[\\s,，;；、。|/]+$"));
    return value.remove(edges);
}

class Reader
{
public:
    PartyText read(const QString &given);

private:
    qsizetype valueEnd(const FoundLabel &label, qsizetype limit) const;
    void readMarks();
    void readLabelled(Label label, const QString &value);
    void readUnit(const QString &value);
    void readPerson(const QString &value);
    void readFree(const QString &line);
    void readWord(const QString &given);
    void readPersonWord(const QString &word);
    void takePhones(const QStringList &numbers);
    static void fill(QString &target, const QString &value, qsizetype most)
    {
        if (target.isEmpty() && value.size() <= most)
            target = value;
    }

    QString m_text; ///< half-width; what was read is blanked out
    bool m_isWechatPhone = false;
    PartyText m_result;
};

PartyText Reader::read(const QString &given)
{
    m_text = withoutPictures(toHalfWidth(given));
    m_text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').replace(QChar::Nbsp, u' ');
    readMarks();
    const std::vector<FoundLabel> labels = labelsIn(m_text);
    QString free;
    qsizetype at = 0;
    for (size_t i = 0; i < labels.size(); ++i) {
        free += m_text.mid(at, labels[i].start - at) + u'\n';
        const qsizetype end = valueEnd(labels[i], i + 1 < labels.size() ? labels[i + 1].start : m_text.size());
        readLabelled(labels[i].label, m_text.mid(labels[i].end, end - labels[i].end));
        at = end;
    }
    free += m_text.mid(at);
    for (const QString &line : free.split(u'\n', Qt::SkipEmptyParts))
        readFree(line);
    if (m_isWechatPhone && m_result.wechat.isEmpty() && isMobilePhone(m_result.phone))
        m_result.wechat = m_result.phone;
    // Names stand in official papers with full-width brackets.
    m_result.scope.replace(u';', QStringLiteral("；")).replace(u',', QStringLiteral("，")).replace(u':', QStringLiteral("："));
    for (QString *text : {&m_result.unitName, &m_result.address, &m_result.licenceType, &m_result.scope})
        text->replace(u'(', QStringLiteral("（")).replace(u')', QStringLiteral("）"));
    return m_result;
}

/// A value ends with its line; one that stands below its label with the next one, and a scope of business with its full stop.
/// @param limit where the next label begins
qsizetype Reader::valueEnd(const FoundLabel &label, qsizetype limit) const
{
    static const QRegularExpression ended(QStringLiteral("[。.)]\\s*$"));
    const auto lineEnd = [&](qsizetype from) {
        const qsizetype end = m_text.indexOf(u'\n', from);
        return std::max(label.end, std::min(end < 0 ? m_text.size() : end, limit));
    };
    qsizetype end = lineEnd(label.end);
    const auto value = [&] { return m_text.mid(label.end, end - label.end).trimmed(); };
    const auto goesOn
        = [&] { return end < limit && (value().isEmpty() || (label.label == Label::Scope && !ended.match(value()).hasMatch())); };
    while (label.label != Label::Other && goesOn())
        end = lineEnd(end + 1);
    return end;
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
    // 「微信同号」, 「微信同手机」, 「手机同微信」
    static const QRegularExpression same(QStringLiteral(
        "微信(?:号)?[ \\t]*[:=]?[ \\t]*(?:(?:与|和)(?:手机|电话)(?:号)?)?同(?:(?:手机|电话)(?:号码|号)?|号码|号|上)"
        "|(?:手机|电话)(?:号)?同微信(?:号)?"));
    take(same, [&](const QString &) {
        m_isWechatPhone = true;
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
    if (label != Label::Wechat && label != Label::Other && label != Label::Capital && label != Label::Scope)
        takePhones(phonesIn(rest));
    const QString value = trimmedValue(rest);
    switch (label) {
    case Label::Unit:
        readUnit(value);
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
    case Label::LicenceType:
        fill(m_result.licenceType, value, 60);
        break;
    case Label::Scope:
        fill(m_result.scope, given.trimmed().remove(u'\n'), 5000);
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
    case Label::Wechat:
        fill(m_result.wechat, value.section(QRegularExpression(QStringLiteral("\\s")), 0, 0), 40);
        break;
    case Label::CreditCode: {
        // What is right was read by its form. A digit too few, too many or misread is shown in the form rather than dropped.
        static const QRegularExpression nearly(QStringLiteral("^[0-9A-Z]{16,20}$"));
        const QString code = normalizedCreditCode(value);
        fill(m_result.creditCode, nearly.match(code).hasMatch() ? code : QString(), code.size());
        break;
    }
    case Label::Phone:
    case Label::Email:
    case Label::Website:
    case Label::Other:
        break;
    }
    if (label == Label::Phone && !value.isEmpty())
        readFree(value);
}

/// 「单位：示例有限公司 市场部 刘洋」: the name alone where it can be told, else all that is no sentence.
void Reader::readUnit(const QString &value)
{
    static const QRegularExpression parted(QStringLiteral("[\\s,，;；、|/]+"));
    static const QRegularExpression sentence(QStringLiteral("[。!！?？~]"));
    const QString first = value.section(parted, 0, 0);
    if (!isUnitName(value) && isUnitName(first)) {
        fill(m_result.unitName, first, 100);
        readFree(value.mid(first.size()));
    } else if (!value.contains(sentence)) {
        fill(m_result.unitName, value, 100);
    }
}

/// The label says that it is a person, so any name will do: 「阙某某 总经理」.
void Reader::readPerson(const QString &value)
{
    static const QRegularExpression name(
        QStringLiteral("^([\\p{Han}·]{2,10})(?:[\\s,，;；、/(\\[【<—-]|$)"), QRegularExpression::UseUnicodePropertiesOption);
    const auto match = name.match(value);
    const QString first = match.captured(1);
    const bool isName = match.hasMatch() && (first.size() <= 4 || first.contains(u'·')) && !isPost(first) && !isDepartment(first)
        && !nameAndPost(first) && !addressedName(first);
    if (isName)
        fill(m_result.personName, first, 20);
    readFree(isName ? value.mid(match.capturedLength(1)) : value);
}

void Reader::readFree(const QString &line)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s,，;；、|/。:!~—–-]+"));
    QString rest = line;
    const QStringList phones = phonesIn(rest);
    takePhones(phones);
    const QString whole = trimmedValue(rest);
    if (isAddress(whole)) {
        fill(m_result.address, whole, 150);
        return;
    }
    const QStringList words = rest.split(blanks, Qt::SkipEmptyParts);
    for (const QString &word : words)
        readWord(trimmedValue(word));
    // 「阙小明 13800000000」: a number and one short word beside it can only be who answers it.
    if (!phones.isEmpty() && words.size() == 1 && m_result.personName.isEmpty() && m_result.salutation.isEmpty()
        && isAnyName(words.front()))
        fill(m_result.personName, words.front(), 20);
}

void Reader::readWord(const QString &given)
{
    static const QRegularExpression greeting(QStringLiteral("^(?:您好|你好|大家好|我们是|我是|这里是|这边是|来自|本人)+"));
    static const QRegularExpression brackets(QStringLiteral("[()\\[\\]【】<>《》「」“”\"]+"));
    static const QRegularExpression unitThenMore(
        QStringLiteral("^(.{2,}?(?:有限公司|有限责任公司|股份公司|集团|大学|研究院|研究所|协会|商会|联盟))的?(.+)$"));
    const QString word = QString(given).remove(greeting);
    if (isUnitName(word)) {
        fill(m_result.unitName, word, 100);
    } else if (isAddress(word)) {
        fill(m_result.address, word, 150);
    } else if (const auto unit = unitThenMore.match(word); unit.hasMatch() && !unit.captured(1).contains(u'(')) {
        fill(m_result.unitName, unit.captured(1), 100);
        readWord(unit.captured(2));
    } else if (word.contains(brackets)) {
        for (const QString &part : word.split(brackets, Qt::SkipEmptyParts))
            readWord(part);
    } else {
        readPersonWord(word);
    }
}

void Reader::readPersonWord(const QString &word)
{
    if (const auto addressed = addressedName(word)) {
        fill(m_result.salutation, word, 20);
        fill(m_result.post, *addressed, 40);
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
             &otherPhone, &wechat, &email, &website, &salutation, &licenceType, &scope})
        filled += text->isEmpty() ? 0 : 1;
    return filled;
}

PartyText readPartyText(const QString &text)
{
    return Reader().read(text);
}

} // namespace mishutai::parties
