#pragma once

#include "document/document.h"
#include "reports/template.h"

#include "base/period.h"

#include <QDate>
#include <QString>

namespace mishutai::session {
class Session;
}
namespace mishutai::metrics {
class MetricSource;
}

namespace mishutai::reports {

/// A report of this program: name and title of its template.
struct ReportKind {
    QString name; ///< "alliance-annual"
    QString title; ///< "年度工作总结"
};

/// Templates that the program carries, by name.
std::vector<ReportKind> reportKinds();

/// @throws Error NotFound (naming the templates there are), Validation (a fault in it, with its line)
Template loadTemplate(const QString &name);

/// Makes documents for one user from the records.
class ReportService
{
public:
    ReportService(session::Session &session, const metrics::MetricSource &metrics) : m_session(session), m_metrics(metrics) { }

    /// Templates that this kind of office may make. @throws Error NotFound (no office profile), Forbidden
    std::vector<ReportKind> kinds() const;

    /// The document of a template over a span. @param date 成文日期; nothing leaves the line out
    /// @throws Error NotFound (template, or no office profile), Validation (template; not for this office or span), Forbidden
    document::Document make(const QString &templateName, const Period &period, std::optional<QDate> date) const;

private:
    session::Session &m_session;
    const metrics::MetricSource &m_metrics;
};

} // namespace mishutai::reports
