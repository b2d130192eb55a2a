#pragma once

#include "db/lists/list_definition.h"
#include "metrics/catalogue.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::metrics {

/// The words of a choice by FilterDeclaration::source; rooms above know them.
using FilterWords = std::function<std::vector<db::Choice>(const QString &source)>;

/// Answers metrics from the records of a data file, for one user. A filter that is a choice takes its word as stored or as
/// people read it, and no other.
class MetricService : public MetricSource
{
public:
    explicit MetricService(
        const session::Session &session, const Catalogue &catalogue = Catalogue::standard(), FilterWords words = {});

    MetricValue value(const MetricQuery &query) const override;
    std::vector<MetricRow> rows(const MetricQuery &query, int limit) const override;
    QHash<QString, QString> ownDetails(const MetricRow &row) const override;
    const Metric &metric(const QString &name) const override { return m_catalogue.get(name); }
    const Catalogue &catalogue() const { return m_catalogue; }

private:
    MetricValue storedValue(const Metric &metric, const MetricQuery &query) const;
    MetricValue derivedValue(const Metric &metric, const MetricQuery &query) const;
    MetricValue sumOf(const std::vector<Operand> &operands, const MetricQuery &query) const;

    const session::Session &m_session;
    const Catalogue &m_catalogue;
    FilterWords m_words; ///< empty: words are taken as they are
};

} // namespace mishutai::metrics
