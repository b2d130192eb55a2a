#pragma once

#include "document/document.h"
#include "metrics/metric.h"
#include "reports/composer.h"

#include <vector>

namespace mishutai::reports {

/// A field's or sentence's text, and whether it had something to say.
struct Evaluated {
    document::Runs runs;
    bool hasNothing = false; ///< one of its fields was empty or zero
};

/// Answers fields for one draft; knows the row of each loop around it. Figures asked twice are asked once.
class FieldEvaluator
{
public:
    FieldEvaluator(const Draft &draft, const metrics::MetricSource &metrics);

    Evaluated sentence(const Sentence &sentence) const;
    bool holds(const Condition &condition) const;
    /// The single figure of a chart cell. @throws Error Validation when the cell is anything else
    struct CellFigure {
        metrics::MetricValue value;
        document::FigureRef figure;
    };
    CellFigure figure(const Sentence &cell, int line) const;

    std::vector<metrics::MetricRow> rows(const Field &field, int limit) const;
    void enterRow(const metrics::MetricRow &row) { m_rows.push_back(row); }
    void leaveRow() { m_rows.pop_back(); }

private:
    Evaluated piece(const Piece &piece) const;
    Evaluated field(const Field &field) const;
    Evaluated metricField(const Field &field) const;
    Evaluated listing(const Field &field, const metrics::MetricQuery &query, const QString &format) const;
    Evaluated rowField(const Field &field) const;
    Evaluated givenField(const Field &field) const;
    /// The present row, with the office's own fields of its record once a column is asked that it has not.
    const metrics::MetricRow &rowWith(const QString &column) const;
    metrics::MetricQuery query(const Field &field) const;
    const metrics::MetricValue &value(const metrics::MetricQuery &query, int line) const;
    [[noreturn]] void refuse(const QString &cause, int line, const QString &remedy = {}) const;

    const Draft &m_draft;
    const metrics::MetricSource &m_metrics;
    mutable std::vector<metrics::MetricRow> m_rows;
    mutable QHash<QString, metrics::MetricValue> m_known; ///< by figure key
};

} // namespace mishutai::reports
