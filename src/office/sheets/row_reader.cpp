#include "office/sheets/row_reader.h"

#include "base/period.h"
#include "base/quantity.h"
#include "base/text/amount_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

/// "120", "120人", "1.2万人"; nothing for what is not exact or not whole.
std::optional<int> wholeNumber(const QString &given)
{
    const std::optional<Quantity> figure = Quantity::parse(given);
    const bool isCount = figure && std::ranges::all_of(figure->unit(), [](QChar c) { return c.isLetter(); });
    const std::optional<Quantity> counted = isCount ? figure->in({}) : std::nullopt;
    if (!counted || counted->qualifier() != Qualifier::Exact || !counted->value()->isInteger())
        return std::nullopt;
    const qint64 whole = counted->value()->micro() / Decimal::kScale;
    const bool fits = whole >= std::numeric_limits<int>::min() && whole <= std::numeric_limits<int>::max();
    return fits ? std::optional(static_cast<int>(whole)) : std::nullopt;
}

/// A spreadsheet that took 2021.10 for a number keeps 2021.1 of it.
QString monthText(const QString &given, QDate first)
{
    const QString taken = tr("「%1」只写到月份，按%2导入").arg(given.left(40), first.toString(Qt::ISODate));
    const bool mayBeOctober = given.endsWith(QStringLiteral(".1"));
    return taken + (mayBeOctober ? tr("；Excel会去掉末尾的0，也可能是10月，请核对") : tr("；知道哪一天的请改"));
}

} // namespace

void RowReader::text(const QString &key, QString &target) const
{
    if (m_row.has(key))
        target = m_row.text(key);
}

void RowReader::list(const QString &key, QStringList &target) const
{
    if (!m_row.has(key))
        return;
    target = listOf(m_row.text(key));
}

void RowReader::date(const QString &key, QDate &target)
{
    if (!m_row.has(key))
        return;
    const QString given = m_row.text(key);
    if (given.isEmpty()) {
        target = QDate();
        return;
    }
    const std::optional<Period> span = Period::parse(given);
    const bool isMonth = span && *span == Period::month(span->from().year(), span->from().month());
    if (const std::optional<QDate> parsed = parseCellDate(given, m_today)) {
        target = *parsed;
    } else if (isMonth && m_row.warnings) {
        if (span->contains(target))
            return; // the day is known already
        if (target.isValid()) {
            m_row.warn(key, kKeptDay,
                tr("「%1」只写到月份，已登记的是%2，没有改；确实要改的请写明哪一天")
                    .arg(given.left(40), target.toString(Qt::ISODate)));
            return;
        }
        target = span->from();
        m_row.warn(key, QStringLiteral("month"), monthText(given, target));
    } else if (isMonth) {
        fail(key, QStringLiteral("format"),
            tr("「%1」没有写哪一天；只知道月份的，请写成%2").arg(given.left(40), span->from().toString(Qt::ISODate)));
    } else {
        fail(key, QStringLiteral("format"), tr("「%1」不是日期，请写成2021-05-14这样").arg(given.left(40)));
    }
}

void RowReader::pastDate(const QString &key, QDate &target)
{
    date(key, target);
    if (m_row.has(key) && target.isValid() && target > m_today.addYears(1))
        m_row.warn(key, QStringLiteral("future"), tr("%1还远没有到，请核对年份").arg(target.toString(Qt::ISODate)));
}

void RowReader::integer(const QString &key, std::optional<int> &target)
{
    if (!m_row.has(key))
        return;
    const QString given = m_row.text(key);
    if (given.isEmpty()) {
        target.reset();
        return;
    }
    if (const std::optional<int> value = wholeNumber(given))
        target = value;
    else
        fail(key, QStringLiteral("format"), tr("「%1」不是整数，请只写数字").arg(given.left(40)));
}

std::optional<bool> RowReader::parseFlag(const QString &key)
{
    static const QStringList yes{QStringLiteral("是"), QStringLiteral("有"), QStringLiteral("1"), QStringLiteral("√"),
        QStringLiteral("已"), QStringLiteral("已登记"), QStringLiteral("y"), QStringLiteral("yes"), QStringLiteral("true")};
    static const QStringList no{QStringLiteral("否"), QStringLiteral("无"), QStringLiteral("0"), QStringLiteral("×"),
        QStringLiteral("未"), QStringLiteral("未登记"), QStringLiteral("n"), QStringLiteral("no"), QStringLiteral("false")};
    const QString given = m_row.text(key).toLower();
    if (yes.contains(given))
        return true;
    if (no.contains(given))
        return false;
    if (!given.isEmpty())
        fail(key, QStringLiteral("format"), tr("「%1」看不出是或否，请写「是」或「否」").arg(given.left(40)));
    return std::nullopt;
}

void RowReader::flag(const QString &key, bool &target)
{
    if (m_row.has(key))
        target = parseFlag(key).value_or(false);
}

void RowReader::flag(const QString &key, std::optional<bool> &target)
{
    if (m_row.has(key))
        target = parseFlag(key);
}

void RowReader::yuan(const QString &key, std::optional<Money> &target)
{
    if (!m_row.has(key))
        return;
    const QString given = m_row.text(key);
    const std::optional<Money> amount = parseAmountInYuan(given);
    if (amount || given.isEmpty())
        target = amount;
    else
        fail(key, QStringLiteral("format"), tr("「%1」不是以元为单位的金额，最多两位小数").arg(given.left(40)));
}

void RowReader::wan(const QString &key, std::optional<Money> &target)
{
    if (!m_row.has(key))
        return;
    const QString given = m_row.text(key);
    const std::optional<Money> amount = parseAmountInWan(given);
    if (amount || given.isEmpty())
        target = amount;
    else
        fail(key, QStringLiteral("format"),
            tr("「%1」不是以万元为单位的金额，请只写数字，或写成500万元、1.2亿元这样").arg(given.left(40)));
}

void RowReader::failChoice(const QString &key, const QString &given, const QString &labels)
{
    fail(key, QStringLiteral("choice"), tr("「%1」不在可选范围内，请填：%2").arg(given.left(40), labels));
}

void RowReader::throwIfFaulty() const
{
    if (!m_errors.empty())
        throw Error(Error::Kind::Validation, tr("这一行有填写不对的地方")).withFields(m_errors);
}

QString isoText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString flagText(bool value)
{
    return value ? tr("是") : tr("否");
}

QString flagText(const std::optional<bool> &value)
{
    return value ? flagText(*value) : QString();
}

QString integerText(const std::optional<int> &value)
{
    return value ? QString::number(*value) : QString();
}

QString yuanText(const std::optional<Money> &amount)
{
    return amount ? amount->yuan() : QString();
}

QString wanText(const std::optional<Money> &amount)
{
    return amount ? amount->wan() : QString();
}

QString listText(const QStringList &parts)
{
    return parts.join(QStringLiteral("；"));
}

QStringList listOf(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[；;\\r\\n]"));
    QStringList parts;
    for (const QString &part : text.split(separator)) {
        const QString trimmed = part.trimmed();
        if (!trimmed.isEmpty() && !parts.contains(trimmed))
            parts.append(trimmed);
    }
    return parts;
}

} // namespace mishutai::office
