#pragma once

#include "base/error.h"
#include "base/money.h"
#include "office/sheets/choice_table.h"
#include "office/sheets/record_sheet.h"

#include <QDate>

#include <optional>
#include <vector>

namespace mishutai::office {

/// The warning that a cell says less than what is registered, and otherwise: told at every import, since the two stay apart.
inline const QString kKeptDay = QStringLiteral("kept");

/// Puts the cells of a row into the fields of a details struct and gathers what is wrong with them. A column that the sheet lacks
/// leaves its field alone; an empty cell empties it.
class RowReader
{
public:
    /// @param today completes dates typed without a year
    RowReader(const SheetRow &row, QDate today) : m_row(row), m_today(today) { }

    void text(const QString &key, QString &target) const;
    /// Parts separated by ；, ; or a line break; blanks and doubles dropped.
    void list(const QString &key, QStringList &target) const;
    /// As parseCellDate(); invalid QDate for an empty cell. A month alone leaves a known day as it is, with a warning (kKeptDay)
    /// where that lies in another month; else it is its first day with a warning, and where nobody looks at warnings a fault that
    /// says what to write.
    void date(const QString &key, QDate &target);
    /// The day of something that has happened or will shortly: as date(), with a warning for one more than a year ahead.
    void pastDate(const QString &key, QDate &target);
    /// With a unit or without: 120人, 1.2万人.
    void integer(const QString &key, std::optional<int> &target);
    /// 是/否, 有/无, 1/0, √.
    void flag(const QString &key, bool &target);
    void flag(const QString &key, std::optional<bool> &target);
    /// Amount in 元, or in 万元 for a column that says so; as base/amount_text.h.
    void yuan(const QString &key, std::optional<Money> &target);
    void wan(const QString &key, std::optional<Money> &target);

    template <class Value> void choice(const QString &key, const ChoiceTable<Value> &table, std::optional<Value> &target)
    {
        if (!m_row.has(key))
            return;
        const QString given = m_row.text(key);
        const std::optional<Value> value = table.parse(given);
        if (!value && !given.isEmpty())
            failChoice(key, given, table.labels());
        else
            target = value;
    }
    /// An empty cell leaves the value as it is.
    template <class Value> void choice(const QString &key, const ChoiceTable<Value> &table, Value &target)
    {
        std::optional<Value> value = target;
        choice(key, table, value);
        target = value.value_or(target);
    }

    const SheetRow &row() const { return m_row; }
    void fail(const QString &key, const QString &code, const QString &message) { m_errors.push_back({key, code, message}); }
    const std::vector<FieldError> &errors() const { return m_errors; }
    /// @throws Error (Validation) with all faults gathered
    void throwIfFaulty() const;

private:
    void failChoice(const QString &key, const QString &given, const QString &labels);
    std::optional<bool> parseFlag(const QString &key);

    const SheetRow &m_row;
    QDate m_today;
    std::vector<FieldError> m_errors;
};

/// Texts of cells for exports; all read back by RowReader.
QString isoText(QDate date);
QString flagText(bool value);
QString flagText(const std::optional<bool> &value);
QString integerText(const std::optional<int> &value);
QString yuanText(const std::optional<Money> &amount);
QString wanText(const std::optional<Money> &amount);
QString listText(const QStringList &parts);
/// What listText() joins, without blanks, empty parts and doubles; lines and ; part too.
QStringList listOf(const QString &text);

} // namespace mishutai::office
