#include "ui/common/list/cell_text.h"

#include "base/chinese/pinyin.h"
#include "base/chinese/text.h"
#include "base/decimal.h"
#include "base/money.h"
#include "base/text/number_text.h"
#include "ui/common/list/filters/ready_period.h"
#include "ui/common/list/list_model.h"

#include <QCoreApplication>
#include <QDate>

namespace mishutai::ui {

namespace {

constexpr char kHidesPersonal[] = "hidesPersonalData";

QString tr(const char *text)
{
    return QCoreApplication::translate("List", text);
}

QString conditionText(const db::ListColumn &column, const db::ListFilter &filter)
{
    const QString value = cellText(column, filter.value);
    switch (filter.condition) {
    case db::Condition::Contains:
        return tr("含「%1」").arg(filter.value.toString());
    case db::Condition::Equals:
        return column.type == db::ColumnType::Flag && value.isEmpty() ? tr("否") : tr("是 %1").arg(value);
    case db::Condition::AtLeast:
        return column.type == db::ColumnType::Date ? tr("从 %1").arg(value) : tr("不小于 %1").arg(value);
    case db::Condition::AtMost:
        return column.type == db::ColumnType::Date ? tr("到 %1").arg(value) : tr("不大于 %1").arg(value);
    case db::Condition::NotContains:
        return tr("不含「%1」").arg(filter.value.toString());
    case db::Condition::StartsWith:
        return tr("以「%1」开头").arg(filter.value.toString());
    case db::Condition::Differs:
        return tr("不是 %1").arg(value);
    case db::Condition::InPeriod:
        return tr("在%1").arg(readyPeriodLabel(filter.value.toString()));
    case db::Condition::IsEmpty:
        return tr("空着");
    case db::Condition::IsNotEmpty:
        return tr("已填");
    case db::Condition::AnyOf:
        break;
    }
    constexpr int kNamed = 3;
    QStringList labels;
    const QStringList values = filter.value.toStringList();
    for (const QString &one : values.mid(0, kNamed))
        labels << (one.isEmpty() ? tr("空白") : cellText(column, one));
    const QString names = labels.join(QStringLiteral("、"));
    return values.size() > kNamed ? tr("是 %1等%2项").arg(names).arg(values.size()) : tr("是 %1").arg(names);
}

} // namespace

QString clipboardText(const db::ListColumn &column, const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    switch (column.type) {
    case db::ColumnType::Money:
        return Money::fromFen(value.toLongLong()).yuan();
    case db::ColumnType::Decimal:
        return Decimal::fromMicro(value.toLongLong()).text();
    case db::ColumnType::Integer:
        return QString::number(value.toLongLong());
    default:
        break;
    }
    QString text = cellText(column, value);
    return text.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
}

QString amountText(const db::ListColumn &column, const QVariant &value, AmountUnit unit)
{
    if (unit == AmountUnit::Yuan || column.type != db::ColumnType::Money || !value.isValid() || value.isNull())
        return cellText(column, value);
    return withGroups(Money::fromFen(value.toLongLong()).wan());
}

QString amountTitle(const db::ListColumn &column, AmountUnit unit)
{
    if (unit == AmountUnit::Yuan || column.type != db::ColumnType::Money)
        return column.title;
    QString title = column.title;
    return title.remove(tr("（元）")) + tr("（万元）");
}

int nameColumn(const db::ListDefinition &definition)
{
    for (size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].isSearched && definition.columns[i].type == db::ColumnType::Text)
            return static_cast<int>(i);
    }
    return 0;
}

Qt::Alignment cellAlignment(db::ColumnType type)
{
    return (isNumber(type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

bool isNegative(db::ColumnType type, const QVariant &value)
{
    return isNumber(type) && value.toLongLong() < 0;
}

bool isPersonalHidden()
{
    return qApp->property(kHidesPersonal).toBool();
}

void setPersonalHidden(bool isHidden)
{
    qApp->setProperty(kHidesPersonal, isHidden);
}

QString filterText(const db::ListColumn &column, const std::vector<db::ListFilter> &filters)
{
    QStringList parts;
    for (const db::ListFilter &filter : filters)
        parts << conditionText(column, filter);
    return column.title + ' ' + parts.join(' ');
}

bool matchesTyped(const QString &text, const QString &typed)
{
    const QString wanted = normalized(typed);
    return wanted.isEmpty() || normalized(text).contains(wanted) || PinyinMatcher(typed).matches(text);
}

const db::ListColumn *findColumn(const db::ListDefinition &definition, const QString &key)
{
    for (const db::ListColumn &column : definition.columns) {
        if (column.key == key)
            return &column;
    }
    return nullptr;
}

} // namespace mishutai::ui
