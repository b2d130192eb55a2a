#include "desk/prints/mailing_list.h"

#include "base/error.h"
#include "desk/prints/member_facts.h"
#include "office/profile/office_profile_service.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

QString missingOf(const MailingRow &row)
{
    QStringList missing;
    if (row.address.isEmpty())
        missing << tr("地址");
    if (row.receiver.isEmpty())
        missing << tr("收件人");
    if (row.phone.isEmpty())
        missing << tr("电话");
    return missing.isEmpty() ? QString() : tr("缺%1").arg(missing.join(QStringLiteral("、")));
}

} // namespace

std::vector<MailingRow> mailingRows(session::Session &session, const std::vector<MemberId> &members, TaskControl &control)
{
    if (members.empty())
        throw Error(Error::Kind::Validation, tr("没有要寄的会员"), {}, tr("请先勾选会员"));
    std::vector<MailingRow> rows;
    for (const MemberId member : members) {
        control.throwIfCancelled();
        control.progress(static_cast<qint64>(rows.size()), static_cast<qint64>(members.size()), tr("整理地址"));
        const MemberFacts facts = memberFacts(session, member);
        rows.push_back({facts.contactName(), facts.contactPhone(), facts.deliveryAddress(), facts.unit.name, {}});
        rows.back().missing = missingOf(rows.back());
    }
    std::ranges::stable_partition(rows, [](const MailingRow &row) { return !row.missing.isEmpty(); });
    return rows;
}

tables::Table mailingTable(const std::vector<MailingRow> &rows)
{
    tables::Table table{tr("寄送清单"), {{tr("收件人")}, {tr("电话")}, {tr("地址")}, {tr("单位")}, {tr("备注")}}, {}};
    for (const MailingRow &row : rows)
        table.rows.push_back({row.receiver, row.phone, row.address, row.unit, row.missing});
    return table;
}

document::Sheet mailingSheet(session::Session &session, const std::vector<MailingRow> &rows)
{
    using document::Alignment;
    const QDate today = session.clock().today();
    const auto missing = std::ranges::count_if(rows, [](const MailingRow &row) { return !row.missing.isEmpty(); });
    document::Sheet sheet;
    sheet.title = tr("快递寄送清单");
    sheet.above = missing > 0 ? tr("共 %1 件，其中 %2 件资料不全，排在前面").arg(rows.size()).arg(missing)
                              : tr("共 %1 件").arg(rows.size());
    sheet.aboveRight = today.toString(Qt::ISODate);
    sheet.foot = office::OfficeProfileService(session).profile().details.name;
    sheet.widths = document::Sheet::Widths::Content;
    sheet.createdAt = QDateTime(today, QTime(0, 0), Qt::UTC);
    sheet.columns.assign(7, 1);
    // Addresses that are missing are written in by hand, numbers always.
    constexpr int kAddressEms = 14;
    constexpr int kNumberEms = 8;
    sheet.leastEms = {0, 0, 0, kAddressEms, 0, 0, kNumberEms};
    document::SheetRow head;
    for (const QString &title : {tr("序号"), tr("收件人"), tr("电话"), tr("地址"), tr("单位"), tr("备注"), tr("单号")})
        head.cells.push_back({title, 1, Alignment::Centre, true});
    sheet.head = {head};
    int number = 0;
    for (const MailingRow &row : rows)
        sheet.rows.push_back({{{QString::number(++number), 1, Alignment::Centre, false}, {row.receiver}, {row.phone},
            {row.address}, {row.unit}, {row.missing}, {}}});
    return sheet;
}

} // namespace mishutai::desk
