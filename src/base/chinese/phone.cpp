#include "base/chinese/phone.h"

#include "base/chinese/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace mishutai {

namespace {

constexpr int kShown = 4;

/// The part that is neither area code nor extension: where mask and tail look.
struct Parts {
    QStringView area; ///< with its hyphen
    QStringView local;
};

Parts partsOf(QStringView phone)
{
    const qsizetype first = phone.indexOf(u'-');
    if (first < 0)
        return {{}, phone};
    const bool isHotline = phone.startsWith(u"400-") || phone.startsWith(u"800-");
    const bool hasArea = phone.startsWith(u'0');
    if (!hasArea)
        return {{}, isHotline ? phone : phone.first(first)};
    const qsizetype second = phone.indexOf(u'-', first + 1);
    const QStringView rest = phone.sliced(first + 1);
    return {phone.first(first + 1), second < 0 ? rest : rest.first(second - first - 1)};
}

QString withExtension(const QString &number, const QString &extension)
{
    return extension.isEmpty() ? number : number + '-' + extension;
}

/// Digits, hyphens, and "x" before an extension; a country code is dropped.
QString simplified(QStringView text)
{
    static const QRegularExpression extension("转分机|分机|转|ext\\.?|#");
    QString plain = toHalfWidth(text).toLower();
    plain.replace(extension, "x");
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'.'; });
    if (plain.startsWith(u"+86") || plain.startsWith(u"0086"))
        plain.remove(0, plain.startsWith(u'+') ? 3 : 4);
    if (plain.startsWith(u'-'))
        plain.remove(0, 1);
    return plain;
}

/// Most numbers of a list, told without the expressions below.
bool isMobileAsStored(QStringView text)
{
    constexpr qsizetype kLength = 11;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return text.size() == kLength && text[0] == u'1' && text[1] >= u'3' && std::all_of(text.begin(), text.end(), isDigit);
}

} // namespace

std::optional<QString> normalizedPhone(QStringView text)
{
    if (isMobileAsStored(text))
        return text.toString();
    // Area codes: 010 and 02x have three digits, the others four.
    static const QRegularExpression mobile("^(1[3-9]\\d)-?(\\d{4})-?(\\d{4})$");
    static const QRegularExpression hotline("^([48]00)-?(\\d{3})-?(\\d{4})$");
    static const QRegularExpression landline(
        "^\\(?(0(?:10|2\\d|[3-9]\\d{2}))\\)?-?([2-9]\\d{2,3})-?(\\d{4})(?:[-x](\\d{1,6}))?$");
    static const QRegularExpression local("^([2-9]\\d{2,3})-?(\\d{4})(?:[-x](\\d{1,6}))?$");
    const QString plain = simplified(text);
    if (const auto match = mobile.match(plain); match.hasMatch())
        return match.captured(1) + match.captured(2) + match.captured(3);
    if (const auto match = hotline.match(plain); match.hasMatch())
        return match.captured(1) + '-' + match.captured(2) + '-' + match.captured(3);
    if (const auto match = landline.match(plain); match.hasMatch())
        return withExtension(match.captured(1) + '-' + match.captured(2) + match.captured(3), match.captured(4));
    if (const auto match = local.match(plain); match.hasMatch())
        return withExtension(match.captured(1) + match.captured(2), match.captured(3));
    return std::nullopt;
}

QStringList phonesOf(QStringView text)
{
    if (const std::optional<QString> one = normalizedPhone(text))
        return {*one};
    // Blanks stand inside a number as well: they part two only where nothing else does.
    static const QRegularExpression sign("[、,;/|\\r\\n]|或|和|及");
    static const QRegularExpression blank("\\s+");
    const QString plain = toHalfWidth(text).trimmed();
    const QStringList parts = plain.split(plain.contains(sign) ? sign : blank, Qt::SkipEmptyParts);
    QStringList phones;
    for (const QString &part : parts) {
        const std::optional<QString> phone = normalizedPhone(part);
        if (!phone)
            return {};
        phones << *phone;
    }
    return phones;
}

std::optional<std::pair<QString, QString>> twoPhones(QStringView text)
{
    const QStringList phones = phonesOf(text);
    return phones.size() == 2 ? std::optional(std::pair(phones[0], phones[1])) : std::nullopt;
}

bool isMobilePhone(QStringView normalized)
{
    constexpr qsizetype kLength = 11;
    return normalized.size() == kLength && normalized.startsWith(u'1') && !normalized.contains(u'-');
}

QString maskedPhone(QStringView normalized)
{
    constexpr qsizetype kFewest = 7;
    constexpr qsizetype kMobilePrefix = 3;
    const auto digits = std::count_if(normalized.begin(), normalized.end(), [](QChar c) { return c.isDigit(); });
    if (digits < kFewest)
        return "****";
    if (isMobilePhone(normalized))
        return normalized.first(kMobilePrefix).toString() + "****" + normalized.last(kShown).toString();
    const Parts parts = partsOf(normalized);
    return parts.area.toString() + "****" + phoneTail(normalized, kShown);
}

QString phoneTail(QStringView normalized, int digits)
{
    const QStringView local = partsOf(normalized).local;
    return local.last(std::min<qsizetype>(digits, local.size())).toString();
}

} // namespace mishutai
