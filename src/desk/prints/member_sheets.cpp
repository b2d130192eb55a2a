#include "desk/prints/member_sheets.h"

#include "base/error.h"
#include "base/text/number_text.h"
#include "desk/dossier.h"
#include "desk/prints/member_facts.h"
#include "document/sheets/sheet_layout.h"
#include "members/member_service.h"
#include "office/custom_fields/own_details.h"
#include "office/profile/office_profile_service.h"
#include "office/sheets/row_reader.h"
#include "parties/cultivation/cultivation_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::desk {

namespace {

using document::Alignment;
using document::SheetCell;
using document::SheetRow;

constexpr int kColumns = 12;
constexpr int kLabel = 2;
constexpr int kOpinionLines = 7;
constexpr qsizetype kMostInPair = 24; ///< characters: two lines of a half row

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

SheetCell label(const QString &text, int span = kLabel)
{
    return {text, span, Alignment::Centre, true};
}

/// As licences say it, and exact.
QString capitalText(const std::optional<Money> &amount)
{
    return amount ? tr("%1万元").arg(withGroups(amount->wan())) : QString();
}

QString ownText(const office::CustomFieldDetails &field, const QString &value)
{
    const auto amount = field.kind == office::CustomKind::Money ? Money::parseYuan(value) : std::nullopt;
    return amount ? tr("%1 元").arg(amount->grouped()) : value;
}

QString numberText(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

/// 联盟意见, 协会意见: as the office's own name says what it is.
QString opinionTitle(const office::OfficeDetails &office)
{
    for (const QString &word : {tr("联盟"), tr("协会"), tr("学会"), tr("商会"), tr("促进会"), tr("研究会")}) {
        if (office.name.endsWith(word))
            return tr("%1意见").arg(word);
    }
    return office.kind == office::OfficeKind::Alliance ? tr("本会意见") : tr("本单位意见");
}

class MemberSheetBuilder
{
public:
    MemberSheetBuilder(session::Session &session, MemberId id, MemberSheetKind kind)
        : m_session(session), m_facts(memberFacts(session, id)), m_kind(kind)
    {
    }

    document::Sheet build()
    {
        const QDate today = m_session.clock().today();
        const office::OfficeDetails office = office::OfficeProfileService(m_session).profile().details;
        m_sheet.title = m_kind == MemberSheetKind::Registration ? tr("%1会员登记表").arg(office.shortNameOrName())
                                                                : tr("会员档案（一企一档）");
        m_sheet.above = tr("会员编号：%1").arg(m_facts.member.details.code);
        m_sheet.aboveRight = today.toString(Qt::ISODate);
        m_sheet.foot = office.name;
        m_sheet.columns.assign(kColumns, 1);
        m_sheet.createdAt = QDateTime(today, QTime(0, 0), Qt::UTC);
        addUnit();
        addMembership();
        addOwnFields();
        addContacts();
        if (m_kind == MemberSheetKind::Dossier) {
            addLevels();
            addTitles();
            addCultivations();
            addYears();
            addLines();
            addLong(tr("备注"), m_facts.member.details.notes);
        } else {
            addOpinions(office);
        }
        return std::move(m_sheet);
    }

private:
    void addPair(const QString &left, const QString &leftText, const QString &right, const QString &rightText)
    {
        const int value = kColumns / 2 - kLabel;
        m_sheet.rows.push_back({{label(left), {leftText, value}, label(right), {rightText, value}}});
    }

    void addWide(const QString &name, const QString &text) { m_sheet.rows.push_back({{label(name), {text, kColumns - kLabel}}}); }

    /// Only where there is something to say: a registration form keeps its room for writing.
    void addLong(const QString &name, const QString &text)
    {
        if (!text.isEmpty() || m_kind == MemberSheetKind::Registration)
            addWide(name, text);
    }

    void addSection(const QString &title) { m_sheet.rows.push_back({{label(title, kColumns)}, 1}); }

    void addTable(const QString &title, const QStringList &head, const std::vector<QStringList> &rows)
    {
        if (rows.empty() && m_kind == MemberSheetKind::Dossier)
            return;
        addSection(title);
        const int span = kColumns / static_cast<int>(head.size());
        SheetRow heading;
        for (const QString &one : head)
            heading.cells.push_back(label(one, span));
        m_sheet.rows.push_back(heading);
        for (const QStringList &row : rows) {
            SheetRow cells;
            for (const QString &text : row)
                cells.cells.push_back({text, span, Alignment::Centre, false});
            m_sheet.rows.push_back(cells);
        }
    }

    void addUnit()
    {
        const parties::UnitDetails &unit = m_facts.unit;
        addSection(tr("单位情况"));
        addWide(tr("单位名称"), unit.name);
        addPair(tr("信用代码"), unit.creditCode, tr("单位类型"), parties::unitKinds().label(unit.kind));
        addPair(tr("单位性质"), parties::ownerships().label(unit.ownership), tr("成立日期"), office::isoText(unit.foundedOn));
        addPair(tr("法定代表人"), unit.legalRepresentative, tr("注册资本"), capitalText(unit.registeredCapital));
        addPair(tr("所属区县"), unit.district, tr("所属功能区"), unit.zone);
        addPair(tr("产业链环节"), unit.chainSegment.isEmpty() ? unit.chain : unit.chain + " " + unit.chainSegment, tr("细分领域"),
            unit.field);
        addPair(tr("员工总数"), numberText(unit.employees), tr("科技人员"), numberText(unit.technicalStaff));
        addWide(tr("注册地址"), unit.registeredAddress);
        addWide(tr("通信地址"), unit.mailingAddress);
        addLong(tr("主营产品"), unit.products);
    }

    void addMembership()
    {
        const members::MemberDetails &member = m_facts.member.details;
        addSection(tr("会籍"));
        addPair(tr("会员级别"), members::levelText(member.level, m_facts.headWord), tr("状态"),
            members::memberStatuses().label(members::statusOf(member)));
        addPair(tr("申请日期"), office::isoText(member.appliedOn), tr("入会日期"), office::isoText(member.joinedOn));
        addPair(tr("证书编号"), member.certificateNo, tr("推荐人"), member.referrer);
        if (m_kind == MemberSheetKind::Dossier)
            addPair(tr("批准会议"), member.approvalMeeting, tr("服务专员"), member.serviceOfficer);
    }

    /// The office's own fields of the member and its unit, two in a row; a long text has a row of its own. A form to be filled in
    /// by hand has the empty ones too.
    void addOwnFields()
    {
        const office::OwnDetails own(m_session);
        const QHash<QString, QString> values = own.of("members", m_facts.member.id.value());
        std::vector<std::pair<QString, QString>> pairs;
        std::vector<std::pair<QString, QString>> wide;
        for (const office::CustomField &field : own.fields("members")) {
            const QString value = ownText(field.details, values.value(field.details.name));
            if (value.isEmpty() && m_kind == MemberSheetKind::Dossier)
                continue;
            const bool isLong = value.size() > kMostInPair || field.details.name.size() > kMostInPair;
            (isLong ? wide : pairs).emplace_back(field.details.name, value);
        }
        if (pairs.empty() && wide.empty())
            return;
        addSection(tr("其他情况"));
        for (size_t i = 0; i + 1 < pairs.size(); i += 2)
            addPair(pairs[i].first, pairs[i].second, pairs[i + 1].first, pairs[i + 1].second);
        if (pairs.size() % 2 == 1)
            addWide(pairs.back().first, pairs.back().second);
        for (const auto &[name, value] : wide)
            addWide(name, value);
    }

    void addContacts()
    {
        std::vector<QStringList> rows;
        for (const MemberFacts::KnownContact &known : m_facts.contacts)
            rows.push_back({known.person.name, known.post, known.person.phone, known.topics.join("、")});
        if (rows.empty())
            rows.push_back({{}, {}, {}, {}});
        addTable(tr("联系人"), {tr("姓名"), tr("职务"), tr("电话"), tr("对接事项")}, rows);
    }

    void addLevels()
    {
        std::vector<QStringList> rows;
        for (const members::LevelChange &level : members::MemberService(m_session).levels(m_facts.member.id))
            rows.push_back(
                {office::isoText(level.fromOn), members::levelText(level.level, m_facts.headWord), level.document, level.note});
        addTable(tr("级别变动"), {tr("自"), tr("级别"), tr("文号"), tr("说明")}, rows);
    }

    void addTitles()
    {
        if (!m_facts.member.unit)
            return;
        std::vector<QStringList> rows;
        for (const auto &fact : parties::UnitFactService(m_session).qualifications(*m_facts.member.unit)) {
            const parties::QualificationDetails &d = fact.details;
            const QString kind = parties::qualificationKinds().label(d.kind);
            rows.push_back({d.title.isEmpty() ? kind : kind + "\n" + d.title, parties::qualificationLevels().label(d.level),
                office::isoText(d.awardedOn), office::isoText(d.expiresOn)});
        }
        addTable(tr("资质荣誉"), {tr("名称"), tr("级别"), tr("认定日期"), tr("失效日期")}, rows);
    }

    void addCultivations()
    {
        if (!m_facts.member.unit)
            return;
        const QDate today = m_session.clock().today();
        std::vector<QStringList> rows;
        for (const parties::Cultivation &each : parties::CultivationService(m_session).ofUnit(*m_facts.member.unit)) {
            const parties::CultivationDetails &d = each.details;
            rows.push_back(
                {tr("%1年").arg(d.year), d.poolName(), parties::label(d.stageOn(today)), office::isoText(d.stepOn(today))});
        }
        addTable(tr("培育库"), {tr("年度"), tr("培育库"), tr("进展"), tr("日期")}, rows);
    }

    void addYears()
    {
        if (!m_facts.member.unit)
            return;
        std::vector<QStringList> rows;
        for (const auto &fact : parties::UnitFactService(m_session).years(*m_facts.member.unit)) {
            const parties::UnitYearDetails &d = fact.details;
            rows.push_back({tr("%1年%2").arg(d.year).arg(parties::figureStages().label(d.stage)), parties::wanText(d.output),
                parties::wanText(d.revenue), parties::wanText(d.tax), parties::wanText(d.exports),
                d.employees ? d.employees->text() : QString()});
        }
        addTable(tr("年度数据（万元）"), {tr("年度"), tr("产值"), tr("营收"), tr("纳税"), tr("出口"), tr("员工")}, rows);
    }

    /// What else the page of the member shows of its unit, a line with its day each; the other sections have tables of their own.
    void addLines()
    {
        using enum DossierLine::Section;
        if (!m_facts.member.unit)
            return;
        const std::vector<DossierLine> lines = dossier(m_session, *m_facts.member.unit);
        for (const DossierLine::Section section : {Posts, Bodies, Activities, Cases}) {
            std::vector<SheetRow> rows;
            for (const DossierLine &line : lines) {
                if (line.section == section)
                    rows.push_back({{{office::isoText(line.onDate), kLabel, Alignment::Centre}, {line.text, kColumns - kLabel}}});
            }
            if (rows.empty())
                continue;
            addSection(sectionTitle(section));
            m_sheet.rows.insert(m_sheet.rows.end(), rows.begin(), rows.end());
        }
    }

    void addOpinions(const office::OfficeDetails &office)
    {
        const QString sign = tr("\n\n\n\n负责人签字：　　　　　　　　（盖章）　　　　　　　年　　月　　日");
        m_sheet.rows.push_back(
            {{label(tr("申请单位\n意见")), {tr("自愿加入，遵守章程，履行会员义务。") + sign, kColumns - kLabel}}, kOpinionLines});
        m_sheet.rows.push_back(
            {{label(opinionTitle(office)), {tr("经%1审议：").arg(office.shortNameOrName()) + sign, kColumns - kLabel}},
                kOpinionLines});
    }

    session::Session &m_session;
    MemberFacts m_facts;
    MemberSheetKind m_kind;
    document::Sheet m_sheet;
};

} // namespace

document::Sheet memberSheet(session::Session &session, MemberId member, MemberSheetKind kind)
{
    return MemberSheetBuilder(session, member, kind).build();
}

document::PagedDocument memberSheetPages(
    session::Session &session, const std::vector<MemberId> &members, MemberSheetKind kind, TaskControl &control)
{
    if (members.empty())
        throw Error(Error::Kind::Validation, tr("没有要打印的会员"), {}, tr("请先勾选会员"));
    document::FontSet fonts;
    std::vector<document::PagedDocument> parts;
    for (const MemberId member : members) {
        control.progress(static_cast<qint64>(parts.size()), static_cast<qint64>(members.size()), tr("排版"));
        parts.push_back(document::layout(memberSheet(session, member, kind), fonts, control));
    }
    return document::joined(std::move(parts));
}

} // namespace mishutai::desk
