#pragma once

#include "db/lists/list_definition.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

namespace mishutai::office {

/// The values of one choice: as the program names them, as a table stores them, as people read them, and the other words that
/// sheets use for them. Value is an enum class. Immutable.
template <class Value> class ChoiceTable
{
public:
    struct Entry {
        Value value;
        const char *stored; ///< "ENTERPRISE"
        const char *label; ///< "企业" (QT_TRANSLATE_NOOP in the table's context)
        const char *aliases = ""; ///< other words a sheet may hold, separated by '/'
    };

    ChoiceTable(const char *context, std::initializer_list<Entry> entries) : m_context(context), m_entries(entries) { }

    QString stored(Value value) const { return QString::fromLatin1(entry(value).stored); }
    QString label(Value value) const { return QCoreApplication::translate(m_context, entry(value).label); }
    QString label(const std::optional<Value> &value) const { return value ? label(*value) : QString(); }
    QVariant storedOrNull(const std::optional<Value> &value) const { return value ? QVariant(stored(*value)) : QVariant(); }

    /// The value that a column holds; nothing for empty text or an unknown word.
    std::optional<Value> fromStored(const QString &stored) const
    {
        const auto found = std::ranges::find_if(m_entries, [&](const Entry &e) { return stored == QLatin1String(e.stored); });
        return found == m_entries.end() ? std::nullopt : std::optional<Value>(found->value);
    }

    /// The value that a sheet's cell means: label, alias or stored word. Nothing for anything else.
    std::optional<Value> parse(const QString &text) const
    {
        // Mostly the label as the program writes it; asked for each row of an import.
        for (const Entry &candidate : m_entries) {
            if (QAnyStringView::equal(text, QUtf8StringView(candidate.label)))
                return candidate.value;
        }
        for (const Entry &candidate : m_entries) {
            const QStringList aliases = QString::fromUtf8(candidate.aliases).split(QLatin1Char('/'), Qt::SkipEmptyParts);
            if (text == label(candidate.value) || aliases.contains(text)
                || text.compare(QLatin1String(candidate.stored), Qt::CaseInsensitive) == 0)
                return candidate.value;
        }
        return std::nullopt;
    }

    /// For a list column.
    std::vector<db::Choice> choices() const
    {
        std::vector<db::Choice> result;
        for (const Entry &each : m_entries)
            result.push_back({stored(each.value), label(each.value)});
        return result;
    }

    /// "企业/高校/…", for messages and documentation.
    QString labels() const
    {
        QStringList result;
        for (const Entry &each : m_entries)
            result.append(label(each.value));
        return result.join(QLatin1Char('/'));
    }

private:
    const Entry &entry(Value value) const
    {
        const auto found = std::ranges::find_if(m_entries, [&](const Entry &e) { return e.value == value; });
        Q_ASSERT(found != m_entries.end());
        return *found;
    }

    const char *m_context;
    std::vector<Entry> m_entries;
};

} // namespace mishutai::office
