#include "desk/health.h"

#include "db/checks.h"
#include "desk/application.h"
#include "desk/evidence/record_codes.h"
#include "finance/vouchers/ledger_chain.h"
#include "members/counts/member_spans.h"
#include "metrics/metric_service.h"
#include "session/audit/audit_log.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

const QString kDerivedArea = QStringLiteral("derived");

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

QString areaOf(db::CheckFinding::Kind kind)
{
    switch (kind) {
    case db::CheckFinding::Kind::Format:
        return "format";
    case db::CheckFinding::Kind::Integrity:
        return "integrity";
    case db::CheckFinding::Kind::ForeignKey:
        return "foreign_key";
    }
    return {};
}

void checkStructure(const session::Session &session, HealthReport &report, TaskControl &control)
{
    report.checked << tr("文件结构与外键");
    for (const db::CheckFinding &found : db::fullCheck(session.database(), newestSchema(), control))
        report.findings.push_back({areaOf(found.kind), found.message});
}

/// Metrics whose value must be zero, each row a fault.
void checkSums(const session::Session &session, HealthReport &report)
{
    const metrics::MetricService metrics(session);
    const Period anyTime = Period::year(2021);
    for (const QString &name : {QString("check.unbalanced_vouchers"), QString("check.number_gaps")}) {
        const metrics::Metric &metric = metrics.metric(name);
        report.checked << metric.label;
        for (const metrics::MetricRow &row : metrics.rows({name, anyTime, {}}, 0))
            report.findings.push_back({"balance", tr("%1：%2").arg(metric.label, row.label)});
    }
}

void checkChains(const session::Session &session, HealthReport &report, TaskControl &control)
{
    report.checked << tr("操作日志链");
    for (const session::AuditFault &fault : session::verifyAuditChain(session.database(), control))
        report.findings.push_back({"audit", fault.message});
    report.checked << tr("凭证链");
    for (const finance::ChainFault &fault : finance::LedgerChain(session.database()).verify())
        report.findings.push_back({"ledger", fault.text()});
}

/// Names the record and the place of the file; the file's name may name a person.
void checkFiles(const session::Session &session, evidence::Depth depth, HealthReport &report, TaskControl &control)
{
    report.checked << (depth == evidence::Depth::Bytes ? tr("佐证文件的内容") : tr("佐证文件是否都在"));
    const RecordCodes codes(session);
    for (const evidence::EvidenceFault &fault : evidence::checkEvidence(session, depth, control)) {
        const evidence::EvidenceItem &item = fault.item;
        const QString code = codes.codeOf(item.record).value_or(QString::number(item.record.objectId));
        const QString text = fault.kind == evidence::EvidenceFault::Kind::Missing ? tr("佐证文件缺失：%1 %2 的第 %3 件")
                                                                                  : tr("佐证文件被改动：%1 %2 的第 %3 件");
        report.findings.push_back({"evidence", text.arg(evidence::kindOf(item.record).title, code).arg(item.position)});
    }
}

void checkDerived(const session::Session &session, HealthReport &report)
{
    report.checked << tr("会员级别时段");
    const QStringList codes = members::MemberSpans::differing(session);
    constexpr int kMostNamed = 10;
    if (!codes.isEmpty())
        report.findings.push_back({kDerivedArea,
            tr("有 %1 家会员的级别时段与级别记录不一致，按日期数的会员会不对：%2%3")
                .arg(codes.size())
                .arg(codes.mid(0, kMostNamed).join(tr("、")), codes.size() > kMostNamed ? tr("等") : QString())});
}

} // namespace

bool HealthReport::isOnlyDerived() const
{
    return !findings.empty() && std::ranges::all_of(findings, [](const Finding &one) { return one.area == kDerivedArea; });
}

int rebuildDerived(session::Session &session)
{
    return members::MemberSpans(session).rebuild();
}

HealthReport examine(const session::Session &session, TaskControl &control, evidence::Depth depth)
{
    session.require(session::Operation::CheckRun);
    HealthReport report;
    checkStructure(session, report, control);
    checkSums(session, report);
    checkDerived(session, report);
    checkChains(session, report, control);
    checkFiles(session, depth, report, control);
    return report;
}

} // namespace mishutai::desk
