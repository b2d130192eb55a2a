#include "desk/evidence/evidence_sheet.h"

#include "base/error.h"
#include "desk/evidence/data_set_files.h"
#include "desk/evidence/record_codes.h"
#include "evidence/links/evidence_repository.h"
#include "evidence/links/evidence_service.h"
#include "office/sheets/row_reader.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

QString kindTitles()
{
    QStringList titles;
    for (const evidence::RecordKind &kind : evidence::recordKinds())
        titles.append(kind.title);
    return titles.join(u'/');
}

Error cellFault(const QString &key, const QString &code, const QString &message)
{
    return Error(Error::Kind::Validation, message).withFields({{key, code, message}});
}

evidence::RecordRef recordOf(session::Session &session, const office::SheetRow &row)
{
    const QString title = row.text("recordKind");
    const auto kind = std::ranges::find(evidence::recordKinds(), title, &evidence::RecordKind::title);
    if (kind == evidence::recordKinds().end())
        throw cellFault("recordKind", "unknown", tr("没有「%1」这类记录，可用：%2").arg(title, kindTitles()));
    const auto record = RecordCodes(session).find(kind->objectType, row.text("record"));
    if (!record)
        throw cellFault("record", "unknown", tr("没有编号为「%1」的%2").arg(row.text("record"), title));
    return *record;
}

} // namespace

QString EvidenceSheet::title() const
{
    return tr("佐证");
}

std::vector<office::SheetColumn> EvidenceSheet::columns() const
{
    return {{"recordKind", tr("记录类别"), {}, true, kindTitles(), tr("活动")},
        {"record", tr("记录编号"), {}, true,
            tr("编号；指标写 名称|截至日期|阶段|起始日期；未入账的收支写 草稿|日期|金额|第几笔|摘要"), "活动-2021-003"},
        {"position", tr("佐证序号"), {tr("序号")}, false, tr("整数，留空排在最后"), "1"},
        {"name", tr("文件名"), {}, true, tr("文字"), tr("签到表.jpg")}, {"caption", tr("说明"), {}, false, tr("文字"), {}},
        {"file", tr("文件"), {}, true, tr("files/ 里的文件名，以内容的 SHA-256 开头"), QString(64, u'0') + ".jpg"}};
}

std::vector<QStringList> EvidenceSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    std::vector<QStringList> rows;
    const std::vector<evidence::EvidenceItem> all = evidence::EvidenceRepository(session.database()).all();
    for (const evidence::RecordKind &kind : evidence::recordKinds()) {
        if (!session.may(kind.toRead))
            continue;
        std::vector<qint64> ids;
        for (const evidence::EvidenceItem &item : all) {
            if (item.record.objectType == kind.objectType && (ids.empty() || ids.back() != item.record.objectId))
                ids.push_back(item.record.objectId);
        }
        const QHash<qint64, QString> codes = RecordCodes(session).keysOf(kind.objectType, ids);
        const auto first = static_cast<std::ptrdiff_t>(rows.size());
        for (const evidence::EvidenceItem &item : all) {
            if (item.record.objectType == kind.objectType && codes.contains(item.record.objectId))
                rows.push_back({kind.title, codes.value(item.record.objectId), QString::number(item.position), item.name,
                    item.caption, dataSetName(item.sha256, item.media)});
        }
        std::ranges::sort(rows.begin() + first, rows.end(), [](const QStringList &a, const QStringList &b) {
            return std::make_tuple(a[1], a[2].toInt(), a[5]) < std::make_tuple(b[1], b[2].toInt(), b[5]);
        });
    }
    return rows;
}

office::RowOutcome EvidenceSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const evidence::RecordRef record = recordOf(session, row);
    office::RowReader cells(row, session.clock().today());
    std::optional<int> position;
    cells.integer("position", position);
    cells.throwIfFaulty();
    evidence::EvidenceService service(session);
    const QString sha256 = row.text("file").left(64);
    if (!service.store().find(sha256))
        throw cellFault("file", "missing", tr("没有这个文件：files 文件夹里缺它，或单独导入了这张表"));
    switch (service.put(record, sha256, row.text("name"), position.value_or(0), row.text("caption"))) {
    case evidence::EvidenceService::Outcome::Added:
        return office::RowOutcome::Added;
    case evidence::EvidenceService::Outcome::Changed:
        return office::RowOutcome::Changed;
    case evidence::EvidenceService::Outcome::Same:
        break;
    }
    return office::RowOutcome::Same;
}

} // namespace mishutai::desk
