#include "desk/prints/list_text.h"

#include "base/decimal.h"
#include "base/money.h"
#include "base/text/number_text.h"

#include <QCoreApplication>
#include <QDate>

namespace mishutai::desk {

namespace {

constexpr qint64 kUngrouped = 10000; // a year is no amount

QString tr(const char *text)
{
    return QCoreApplication::translate("List", text);
}

QString choiceLabel(const db::ListColumn &column, const QString &value)
{
    for (const db::Choice &choice : column.choices) {
        if (choice.value == value)
            return choice.label;
    }
    return value;
}

QString integerText(qint64 value)
{
    const QString text = QString::number(value);
    return qAbs(value) < kUngrouped ? text : withGroups(text);
}

} // namespace

QString cellText(const db::ListColumn &column, const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    switch (column.type) {
    case db::ColumnType::Money:
        return Money::fromFen(value.toLongLong()).grouped();
    case db::ColumnType::Decimal:
        return withGroups(Decimal::fromMicro(value.toLongLong()).text());
    case db::ColumnType::Integer:
        return integerText(value.toLongLong());
    case db::ColumnType::Date:
        return value.userType() == QMetaType::QDate ? value.toDate().toString(Qt::ISODate) : value.toString();
    case db::ColumnType::Choice:
        return choiceLabel(column, value.toString());
    case db::ColumnType::Flag:
        return value.toLongLong() != 0 ? tr("是") : QString();
    case db::ColumnType::Text:
    case db::ColumnType::Code:
        return value.toString();
    }
    return value.toString();
}

bool isNumber(db::ColumnType type)
{
    return type == db::ColumnType::Integer || type == db::ColumnType::Money || type == db::ColumnType::Decimal;
}

QString masked(const QString &text)
{
    constexpr qsizetype kHead = 3;
    constexpr qsizetype kTail = 4;
    if (text.size() >= kHead + kTail + 3)
        return text.left(kHead) + QString(text.size() - kHead - kTail, '*') + text.right(kTail);
    return text.isEmpty() ? text : text.left(1) + QString(qMax<qsizetype>(1, text.size() - 1), '*');
}

} // namespace mishutai::desk
