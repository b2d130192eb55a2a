#include "document/document.h"

#include <algorithm>

namespace mishutai::document {

namespace {

/// 1 to 9999 as in 一百二十三; 10 to 19 without 一 in front.
QString chineseNumber(int number)
{
    static const QString digits = QStringLiteral("零一二三四五六七八九");
    static const QString places = QStringLiteral("千百十");
    QString text;
    bool owesZero = false;
    int divisor = 1000;
    for (const QChar place : places) {
        const int digit = number / divisor % 10;
        divisor /= 10;
        if (digit == 0) {
            owesZero = !text.isEmpty();
            continue;
        }
        if (owesZero)
            text += digits[0];
        owesZero = false;
        if (!(digit == 1 && place == places[2] && text.isEmpty()))
            text += digits[digit];
        text += place;
    }
    if (number % 10 != 0) {
        if (owesZero)
            text += digits[0];
        text += digits[number % 10];
    }
    return text;
}

} // namespace

Runs plain(QString text)
{
    Run run;
    run.text = std::move(text);
    return {std::move(run)};
}

QString textOf(const Runs &runs)
{
    QString text;
    for (const Run &run : runs)
        text += run.text;
    return text;
}

QString Document::title() const
{
    return titleLines.join(QString());
}

QString headingNumber(int level, int number)
{
    Q_ASSERT(level >= 1 && level <= 4 && number >= 1 && number <= 9999);
    switch (level) {
    case 1:
        return chineseNumber(number) + QStringLiteral("、");
    case 2:
        return QStringLiteral("（%1）").arg(chineseNumber(number));
    case 3:
        return QStringLiteral("%1．").arg(number);
    default:
        return QStringLiteral("（%1）").arg(number);
    }
}

QString HeadingCounter::next(const Heading &heading)
{
    const int level = std::clamp(heading.level, 1, 4);
    std::fill(std::begin(m_counts) + level, std::end(m_counts), 0);
    if (!heading.isNumbered)
        return {};
    return headingNumber(level, ++m_counts[level - 1]);
}

} // namespace mishutai::document
