#include "desk/prints/body_forms.h"

#include "base/decimal.h"
#include "office/profile/office_profile_service.h"
#include "office/sheets/inexact_cells.h"
#include "office/sheets/row_reader.h"
#include "parties/bodies/body_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "planning/indicators/indicator_service.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

using document::Alignment;
using parties::BodyOffice;

constexpr int kColumns = 14;
constexpr int kHandwritingEms = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

struct LocalCount {
    const char *code;
    const char *name;
    std::optional<Quantity> LocalCounts::*value;
};

constexpr LocalCount kLocalCounts[] = {
    {"local_enterprises", QT_TRANSLATE_NOOP("Desk", "属地企业数量"), &LocalCounts::enterprises},
    {"technology_enterprises", QT_TRANSLATE_NOOP("Desk", "科技企业数量"), &LocalCounts::technology},
    {"local_zones", QT_TRANSLATE_NOOP("Desk", "产业功能区数量"), &LocalCounts::zones},
};

QString cellOf(const QString &name, const QString &position, const QString &phone)
{
    QStringList parts{name, position, phone};
    parts.removeAll(QString());
    return parts.join(u'／');
}

/// What stands in one form: the titles of its columns and the cells of its rows, 序号 first.
class BodyRows
{
public:
    BodyRows(session::Session &session, BodyFormKind kind, QDate onDay, TaskControl &control)
        : m_session(session), m_bodies(session), m_onDay(onDay)
    {
        const bool wantsEnterprise = kind == BodyFormKind::Enterprise;
        for (const parties::Body &body : m_bodies.on(onDay)) {
            control.throwIfCancelled();
            if (wantsEnterprise ? body.details.form == parties::BodyForm::Enterprise : isOfZone(body.details))
                rows.push_back(QStringList{QString::number(rows.size() + 1)}
                    + (wantsEnterprise ? enterpriseCells(body.details) : zoneCells(body.details)) + people(body.details));
        }
    }

    std::vector<QStringList> rows;

private:
    /// A 专委会 or 分会 belongs to a zone where its unit says which; others are the office's own. As the metric bodies.zone.
    bool isOfZone(const parties::BodyDetails &body) const
    {
        using enum parties::BodyForm;
        const bool needsZone = body.form == Committee || body.form == Branch;
        return body.form != Enterprise && (!needsZone || !parties::UnitService(m_session).get(body.unit).details.zone.isEmpty());
    }

    QStringList enterpriseCells(const parties::BodyDetails &body) const
    {
        const parties::UnitService units(m_session);
        const parties::UnitDetails own = units.get(body.unit).details;
        // The body of a firm has the firm's staff; where it is registered as the firm itself there is nothing above.
        const parties::UnitDetails firm = own.parent ? units.get(*own.parent).details : own;
        return {own.name, body.approvalNo, office::isoText(body.approvedOn),
            office::integerText(own.employees ? own.employees : firm.employees),
            office::integerText(own.technicalStaff ? own.technicalStaff : firm.technicalStaff),
            office::integerText(body.personMembers), own.mailingAddress.isEmpty() ? firm.mailingAddress : own.mailingAddress,
            parties::ownerships().label(own.ownership ? own.ownership : firm.ownership)};
    }

    QStringList zoneCells(const parties::BodyDetails &body) const
    {
        const parties::UnitService units(m_session);
        const parties::UnitDetails own = units.get(body.unit).details;
        return {own.name, body.approvalNo, office::isoText(body.approvedOn), own.mailingAddress,
            office::integerText(body.unitMembers), office::integerText(body.personMembers),
            body.executiveUnit ? units.get(*body.executiveUnit).details.name : QString(),
            cellOf(own.legalRepresentative, own.legalRepresentativePost, own.legalRepresentativePhone)};
    }

    /// 主席, 副主席, 秘书长, 副秘书长, 联系人
    QStringList people(const parties::BodyDetails &body) const
    {
        QStringList cells;
        for (const BodyOffice office :
            {BodyOffice::Chair, BodyOffice::ViceChair, BodyOffice::SecretaryGeneral, BodyOffice::DeputySecretaryGeneral}) {
            QStringList lines;
            for (const parties::BodyOfficer &officer : m_bodies.officers(body, office, m_onDay))
                lines.append(cellOf(officer.name, officer.position, officer.phone));
            cells.append(lines.join(u'\n'));
        }
        return cells << contact(body);
    }

    QString contact(const parties::BodyDetails &body) const
    {
        for (const parties::Contact &each : parties::ContactService(m_session).ofUnit(body.unit)) {
            const parties::ContactDetails &d = each.details;
            if ((d.fromOn.isValid() && d.fromOn > m_onDay) || (d.toOn.isValid() && d.toOn <= m_onDay))
                continue;
            const parties::PersonDetails person = parties::PersonService(m_session).get(d.person).details;
            return cellOf(person.name, d.post, person.phone);
        }
        return {};
    }

    session::Session &m_session;
    parties::BodyService m_bodies;
    QDate m_onDay;
};

QStringList titlesOf(BodyFormKind kind)
{
    const QStringList head{tr("序号"), tr("单位名称"), tr("批准文号"), tr("批准时间")};
    const QStringList own = kind == BodyFormKind::Enterprise
        ? QStringList{tr("员工总数"), tr("科技人员数"), tr("科协会员数"), tr("通信地址"), tr("单位性质")}
        : QStringList{tr("通信地址"), tr("单位会员数量"), tr("个人会员数量"), tr("秘书长执行单位"), tr("法人代表")};
    return head + own + QStringList{tr("主席"), tr("副主席"), tr("秘书长"), tr("副秘书长"), tr("联系人")};
}

QString titleOf(BodyFormKind kind, QDate onDay)
{
    return (kind == BodyFormKind::Enterprise ? tr("%1年企业科协组织建设统计表") : tr("%1年产业功能区科协组织建设统计表"))
        .arg(onDay.year());
}

QString textOf(const std::optional<Quantity> &count)
{
    return count ? office::withoutUnit(count, count->unit())->text() : QString();
}

/// How many of a whole, in per cent with one decimal, 约 where the whole is; blank for an unknown or empty whole.
QString ratioText(qsizetype part, const std::optional<Quantity> &whole)
{
    if (!whole || !whole->value() || whole->value()->micro() <= 0)
        return {};
    const qint64 permille
        = (static_cast<qint64>(part) * 1000 * Decimal::kScale + whole->value()->micro() / 2) / whole->value()->micro();
    const QString ratio = Decimal::fromMicro(permille * 1000).percentText(1);
    return whole->qualifier() == Qualifier::Exact ? ratio : tr("约%1").arg(ratio);
}

void requireCount(const Quantity &count, const QString &name)
{
    const auto value = count.value();
    if (!value || !value->isInteger() || value->micro() < 0)
        throw Error(Error::Kind::Validation, tr("%1应是不小于零的整数").arg(name), {}, tr("例如 1200、约1200；没有写入"));
}

/// The last readings, or what is given in their place.
LocalCounts localCounts(session::Session &session, QDate onDay, const LocalCounts &given)
{
    LocalCounts counts = desk::localCounts(session, onDay);
    for (const LocalCount &each : kLocalCounts) {
        if (given.*each.value) {
            requireCount(*(given.*each.value), tr(each.name));
            counts.*each.value = given.*each.value;
        }
    }
    return counts;
}

/// Titles and values that stand below the rows.
std::vector<std::pair<QString, QString>> footOf(
    session::Session &session, BodyFormKind kind, QDate onDay, qsizetype count, const LocalCounts &given)
{
    const LocalCounts local = localCounts(session, onDay, given);
    const auto office = office::OfficeProfileService(session).find();
    const QString district = office ? office->details.region : QString();
    if (kind == BodyFormKind::Enterprise)
        return {{tr("所属区（市）县"), district}, {tr("已建企业科协数量"), QString::number(count)},
            {tr("属地企业数量"), textOf(local.enterprises)}, {tr("科技企业数量"), textOf(local.technology)},
            {tr("比例（已建／科技企业）"), ratioText(count, local.technology)}};
    return {{tr("所属区（市）县"), district}, {tr("已建功能区科协数量"), QString::number(count)},
        {tr("产业功能区数量"), textOf(local.zones)}, {tr("比例（已建／功能区）"), ratioText(count, local.zones)}};
}

/// A row of titles over a row of values, over all columns of the sheet.
void addFoot(document::Sheet &sheet, const std::vector<std::pair<QString, QString>> &foot)
{
    document::SheetRow titles;
    document::SheetRow values;
    const int share = kColumns / static_cast<int>(foot.size());
    int wide = kColumns % static_cast<int>(foot.size());
    for (const auto &[title, value] : foot) {
        const int span = share + (wide-- > 0 ? 1 : 0);
        titles.cells.push_back({title, span, Alignment::Centre, true});
        values.cells.push_back({value, span, Alignment::Centre, false});
    }
    sheet.rows.push_back(std::move(titles));
    sheet.rows.push_back(std::move(values));
}

bool isCount(BodyFormKind kind, int column)
{
    return kind == BodyFormKind::Enterprise ? column >= 4 && column <= 6 : column == 5 || column == 6;
}

} // namespace

LocalCounts localCounts(session::Session &session, QDate onDay)
{
    LocalCounts counts;
    const auto observations = planning::IndicatorService(session).observations();
    for (const LocalCount &each : kLocalCounts) {
        QDate last;
        for (const planning::ObservationDetails &reading : observations) {
            if (reading.indicatorCode != QLatin1String(each.code) || reading.to > onDay || (last.isValid() && reading.to < last))
                continue;
            last = reading.to;
            counts.*each.value = reading.value;
        }
    }
    return counts;
}

void keepLocalCounts(session::Session &session, const LocalCounts &counts, QDate onDay)
{
    session::Work work(session, session::Operation::ObservationRecord);
    const LocalCounts known = localCounts(session, onDay);
    planning::IndicatorService service(session);
    const std::vector<planning::Indicator> indicators = service.all();
    for (const LocalCount &each : kLocalCounts) {
        const std::optional<Quantity> &count = counts.*each.value;
        const std::optional<Quantity> &stored = known.*each.value;
        if (count)
            requireCount(*count, tr(each.name));
        if (!count || (stored && stored->text() == count->text()))
            continue;
        const QString code = QString::fromLatin1(each.code);
        const bool isKnown = std::ranges::any_of(indicators, [&](const auto &one) { return one.details.code == code; });
        if (!isKnown)
            service.save({code, tr(each.name), tr("个"), tr("科协组织建设统计表表尾所用，截至填表日期")});
        service.observe({code, onDay, onDay, planning::Stage::Actual, *count, tr("组织建设统计表")});
    }
    work.commit();
}

document::Sheet bodySheet(
    session::Session &session, BodyFormKind kind, QDate onDay, TaskControl &control, const LocalCounts &given)
{
    const BodyRows body(session, kind, onDay, control);
    document::Sheet sheet;
    sheet.title = titleOf(kind, onDay);
    sheet.above = tr("填报单位（盖章）：%1").arg(office::OfficeProfileService(session).profile().details.name);
    sheet.aboveRight = tr("截至 %1").arg(onDay.toString(Qt::ISODate));
    sheet.widths = document::Sheet::Widths::Content;
    sheet.createdAt = QDateTime(session.clock().today(), QTime(0, 0), Qt::UTC);
    sheet.columns.assign(kColumns, 1);
    // What nobody knows yet is written in by hand.
    sheet.leastEms.assign(kColumns, kHandwritingEms);
    sheet.leastEms.front() = 0;
    document::SheetRow head;
    for (const QString &title : titlesOf(kind))
        head.cells.push_back({title, 1, Alignment::Centre, true});
    sheet.head = {head};
    for (const QStringList &cells : body.rows) {
        document::SheetRow row;
        for (int i = 0; i < cells.size(); ++i)
            row.cells.push_back({cells[i], 1,
                i == 0                 ? Alignment::Centre
                    : isCount(kind, i) ? Alignment::Right
                                       : Alignment::Left,
                false});
        sheet.rows.push_back(std::move(row));
    }
    addFoot(sheet, footOf(session, kind, onDay, static_cast<qsizetype>(body.rows.size()), given));
    return sheet;
}

tables::Table bodyTable(session::Session &session, BodyFormKind kind, QDate onDay, TaskControl &control, const LocalCounts &given)
{
    session.require(session::Operation::PersonalExport);
    const BodyRows body(session, kind, onDay, control);
    tables::Table table{titleOf(kind, onDay), {}, body.rows};
    for (const QString &title : titlesOf(kind))
        table.columns.push_back({title});
    // The foot as two rows of their own, so that the sheet can be copied into the one that is asked for.
    QStringList titles;
    QStringList values;
    for (const auto &[title, value] : footOf(session, kind, onDay, static_cast<qsizetype>(body.rows.size()), given)) {
        titles.append(title);
        values.append(value);
    }
    table.rows.push_back(QStringList(kColumns, QString()));
    for (QStringList line : {titles, values}) {
        line.resize(kColumns);
        table.rows.push_back(std::move(line));
    }
    return table;
}

} // namespace mishutai::desk
