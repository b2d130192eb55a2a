#include "db/lists/list_order.h"

#include "base/chinese/sort_key.h"
#include "base/error.h"
#include "db/sql_error.h"

#include <sqlite3.h>

namespace mishutai::db {

namespace {

/// pinyin_order(text).
void pinyinOrder(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    const int size = sqlite3_value_bytes(values[0]);
    if (!text || size == 0) {
        sqlite3_result_null(context);
        return;
    }
    try {
        const QByteArray key = pinyinSortKey(QByteArrayView(text, size));
        sqlite3_result_blob(context, key.constData(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
    } catch (const Error &) {
        sqlite3_result_error(context, "no table of pinyin", -1);
    }
}

} // namespace

QString OrderWriter::write(const ListColumn &column, const QString &expression, bool isDescending)
{
    QString term = u'(' + expression + u')';
    if (column.type == ColumnType::Choice)
        term = rank(column.choices, expression);
    else if (column.type == ColumnType::Text)
        term = QStringLiteral("pinyin_order(%1)").arg(expression);
    return term + (isDescending ? QStringLiteral(" DESC NULLS LAST") : QStringLiteral(" ASC NULLS LAST"));
}

// The words of choices that offices make up are people's: bound like every value.
QString OrderWriter::rank(const std::vector<Choice> &choices, const QString &expression)
{
    QString sql = QStringLiteral("CASE coalesce(%1, '') WHEN '' THEN NULL").arg(expression);
    int place = 0;
    for (const Choice &choice : choices) {
        const QString name = QStringLiteral(":o%1").arg(m_bindings.size());
        m_bindings.emplace_back(name, choice.value);
        sql += QStringLiteral(" WHEN %1 THEN %2").arg(name).arg(place++);
    }
    return sql + QStringLiteral(" ELSE %1 END").arg(place);
}

void addPinyinOrder(sqlite3 *handle)
{
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    if (sqlite3_create_function_v2(handle, "pinyin_order", 1, kFlags, nullptr, pinyinOrder, nullptr, nullptr, nullptr)
        != SQLITE_OK)
        throw sqlError(handle, QStringLiteral("pinyin_order"));
}

} // namespace mishutai::db
