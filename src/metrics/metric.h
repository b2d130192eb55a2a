#pragma once

#include "base/money.h"
#include "base/period.h"
#include "base/quantity.h"
#include "session/permissions.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace mishutai::metrics {

enum class Fold { Count, Sum, Distinct, Latest, Average };

/// What the raw integer of a value is: Count pieces, Money fen, Decimal millionths.
enum class ValueKind { Count, Money, Decimal };

struct FilterDeclaration {
    QString name; ///< ":kind" in the SQL without its colon
    QString type; ///< "text", "integer", "date" or "choice"
    QString source; ///< where its words stand, "members.level", column of a list; empty for a text of no list
};

/// An operand of a derived metric: a metric, moved by whole years, with a sign.
struct Operand {
    QString metric;
    int yearShift = 0;
    int sign = 1;
};

/// One block of db/metrics/*.sql: a named question about the records (docs/architecture.md, "The contract of a metric").
struct Metric {
    QString name; ///< "finance.income.total"
    QString label; ///< "收入合计"
    QString unit; ///< "元", "家"
    QString definition; ///< one sentence of 口径: what is counted and what is not
    ValueKind kind = ValueKind::Count;
    Fold fold = Fold::Count;
    QStringList reads; ///< tables; a listener refreshes when one of them changed
    session::Operation valueOperation = session::Operation::OfficeRead;
    session::Operation rowsOperation = session::Operation::OfficeRead;
    std::vector<FilterDeclaration> filters;
    QString sql; ///< rows query; empty for a derived metric
    std::vector<Operand> operands; ///< of a derived metric: their signed sum …
    std::vector<Operand> divisors; ///< … divided by their signed sum when not empty (a share, kind Decimal)
    bool isDerived() const { return sql.isEmpty(); }
};

/// A metric asked for a span of days (an "as of" metric uses the span's last day) with values for its filters.
struct MetricQuery {
    QString metric;
    Period period;
    QHash<QString, QVariant> filters;
    bool operator==(const MetricQuery &) const = default;
};

struct MetricValue {
    ValueKind kind = ValueKind::Count;
    qint64 raw = 0;
    Qualifier qualifier = Qualifier::Exact;
    QString wording{}; ///< of a single inexact row as its source words it, "超过"
    QString unit{};
    qint64 rowCount = 0;
    qint64 unknownCount = 0; ///< rows whose value is X
    bool isEmpty = false; ///< nothing was recorded (latest, average); a count or sum without rows is zero, not empty

    bool isZero() const { return !isEmpty && qualifier != Qualifier::Unknown && raw == 0; }
    Money money() const { return Money::fromFen(raw); }
    bool operator==(const MetricValue &) const = default;
};

/// A row behind a figure.
struct MetricRow {
    QString objectType; ///< key of the list definition that shows it
    qint64 objectId = 0;
    QString label;
    QDate onDate;
    std::optional<qint64> value; ///< in the metric's kind; absent for a count or an X
    QString qualifier;
    QHash<QString, QString> details; ///< further columns of the rows query by name, for lists in a text
};

/// Whatever answers metrics: the records, or a frozen issue. Thread: that of its session.
class MetricSource
{
public:
    virtual ~MetricSource() = default;
    /// @throws Error NotFound (no such metric), Validation (unknown filter), Forbidden
    virtual MetricValue value(const MetricQuery &query) const = 0;
    /// @param limit 0 for all
    virtual std::vector<MetricRow> rows(const MetricQuery &query, int limit) const = 0;
    /// Fields of the office's own of the record behind a row, by their names, empty ones too; none where there are no such
    /// fields. Apart from rows(), since few texts ask for them and rows may be many.
    virtual QHash<QString, QString> ownDetails(const MetricRow &) const { return {}; }
    /// @throws Error NotFound, its remedy naming the nearest known metric
    virtual const Metric &metric(const QString &name) const = 0;
};

} // namespace mishutai::metrics
