#include "db/lists/list_conditions.h"

#include <QDate>

namespace mishutai::db {

namespace {

// PostgreSQL compares nothing with a parameter of another type, and SQLite compares 5 with '5' as unequal.
QVariant typed(ColumnType type, const QVariant &value)
{
    if (isStoredAsNumber(type))
        return value.toLongLong();
    if (value.typeId() == QMetaType::QDate)
        return value.toDate().toString(Qt::ISODate);
    return value.toString();
}

// SQLite's lower() knows ASCII only; the pattern must not be lower in more letters than the column.
QString asciiLower(QString text)
{
    for (QChar &c : text) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + 32);
    }
    return text;
}

QString likeEscaped(const QString &text)
{
    QString escaped = asciiLower(text);
    escaped.replace(u'!', QStringLiteral("!!")).replace(u'%', QStringLiteral("!%")).replace(u'_', QStringLiteral("!_"));
    return escaped;
}

QString asText(const QString &expression)
{
    return QStringLiteral("cast(%1 AS text)").arg(expression);
}

} // namespace

bool isStoredAsNumber(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Money || type == ColumnType::Decimal || type == ColumnType::Flag;
}

QString ConditionWriter::write(const ListColumn &column, const ListFilter &filter)
{
    const QString e = u'(' + column.expression + u')';
    switch (filter.condition) {
    case Condition::Contains:
        return contains(column, e, filter.value.toString());
    case Condition::Equals:
        return e + QStringLiteral(" = ") + bind(typed(column.type, filter.value));
    case Condition::AnyOf:
        return anyOf(column, e, filter.value.toStringList());
    case Condition::AtLeast:
        return e + QStringLiteral(" >= ") + bind(typed(column.type, filter.value));
    case Condition::AtMost:
        return e + QStringLiteral(" <= ") + bind(typed(column.type, filter.value));
    case Condition::NotContains:
        return QStringLiteral("NOT coalesce(%1, 1 = 0)").arg(contains(column, e, filter.value.toString()));
    case Condition::StartsWith:
        return startsWith(e, filter.value.toString());
    case Condition::Differs:
        return QStringLiteral("coalesce(%1 <> %2, 1 = 1)").arg(e, bind(typed(column.type, filter.value)));
    case Condition::InPeriod:
        break; // resolved by whoever knows the day
    case Condition::IsEmpty:
        return QStringLiteral("coalesce(%1, '') = ''").arg(asText(e));
    case Condition::IsNotEmpty:
        return QStringLiteral("coalesce(%1, '') <> ''").arg(asText(e));
    }
    return QStringLiteral("1 = 0");
}

QString ConditionWriter::bind(const QVariant &value)
{
    QString name = QStringLiteral(":f%1").arg(m_bindings.size());
    m_bindings.emplace_back(name, value);
    return name;
}

QString ConditionWriter::like(const QString &expression, const QString &pattern)
{
    return QStringLiteral("lower(%1) LIKE %2 ESCAPE '!'").arg(asText(expression), bind(pattern));
}

QString ConditionWriter::startsWith(const QString &expression, const QString &text)
{
    return like(expression, likeEscaped(text) + u'%');
}

// People type what they see: the label of a choice, not its stored word.
QString ConditionWriter::contains(const ListColumn &column, const QString &expression, const QString &text)
{
    if (column.type != ColumnType::Choice)
        return like(expression, u'%' + likeEscaped(text) + u'%');
    QStringList values;
    for (const Choice &choice : column.choices) {
        if (choice.label.contains(text, Qt::CaseInsensitive))
            values << choice.value;
    }
    return anyOf(column, expression, values);
}

QString ConditionWriter::anyOf(const ListColumn &column, const QString &expression, const QStringList &values)
{
    if (values.isEmpty())
        return QStringLiteral("1 = 0");
    QStringList names;
    for (const QString &value : values)
        names << bind(typed(column.type, value));
    return expression + QStringLiteral(" IN (") + names.join(QStringLiteral(", ")) + u')';
}

} // namespace mishutai::db
