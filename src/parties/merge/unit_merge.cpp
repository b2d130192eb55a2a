#include "parties/merge/unit_merge.h"

#include "office/custom_fields/custom_value_service.h"
#include "office/sheets/row_reader.h"
#include "parties/field_rules.h"
#include "parties/merge/contact_merge.h"
#include "parties/merge/unit_fact_merge.h"
#include "parties/people/contact_repository.h"
#include "parties/units/unit_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

using Field = MergeableField<UnitDetails>;

template <QString UnitDetails::*member> Field text(const char *key, const char *label)
{
    return {QString::fromLatin1(key), tr(label), [](const UnitDetails &d) { return d.*member; },
        [](UnitDetails &target, const UnitDetails &source) { target.*member = source.*member; }};
}

template <auto UnitDetails::*member, auto words> Field other(const char *key, const char *label)
{
    return {QString::fromLatin1(key), tr(label), [](const UnitDetails &d) { return words(d.*member); },
        [](UnitDetails &target, const UnitDetails &source) { target.*member = source.*member; }};
}

constexpr auto kindText = [](UnitKind kind) { return unitKinds().label(kind); };
constexpr auto ownershipText = [](const std::optional<Ownership> &value) { return ownerships().label(value); };
constexpr auto sizeText = [](const std::optional<UnitSize> &value) { return unitSizes().label(value); };
constexpr auto flagText = [](const std::optional<bool> &value) { return office::flagText(value); };
constexpr auto countText = [](const std::optional<int> &value) { return office::integerText(value); };
constexpr auto moneyText = [](const std::optional<Money> &value) { return office::yuanText(value); };
constexpr auto dateText = [](const QDate &value) { return office::isoText(value); };

const std::vector<Field> &fields()
{
    using D = UnitDetails;
    static const std::vector<Field> all{
        text<&D::name>("name", QT_TRANSLATE_NOOP("Parties", "单位全称")),
        text<&D::shortName>("shortName", QT_TRANSLATE_NOOP("Parties", "简称")),
        text<&D::creditCode>("creditCode", QT_TRANSLATE_NOOP("Parties", "统一社会信用代码")),
        other<&D::kind, kindText>("kind", QT_TRANSLATE_NOOP("Parties", "单位类型")),
        other<&D::ownership, ownershipText>("ownership", QT_TRANSLATE_NOOP("Parties", "单位性质")),
        text<&D::legalRepresentative>("legalRepresentative", QT_TRANSLATE_NOOP("Parties", "法定代表人")),
        text<&D::legalRepresentativePost>("legalRepresentativePost", QT_TRANSLATE_NOOP("Parties", "法定代表人职务")),
        text<&D::legalRepresentativePhone>("legalRepresentativePhone", QT_TRANSLATE_NOOP("Parties", "法定代表人电话")),
        other<&D::registeredCapital, moneyText>("registeredCapital", QT_TRANSLATE_NOOP("Parties", "注册资本（元）")),
        other<&D::foundedOn, dateText>("foundedOn", QT_TRANSLATE_NOOP("Parties", "成立日期")),
        text<&D::registeredAddress>("registeredAddress", QT_TRANSLATE_NOOP("Parties", "注册地址")),
        text<&D::mailingAddress>("mailingAddress", QT_TRANSLATE_NOOP("Parties", "通信地址")),
        text<&D::deliveryAddress>("deliveryAddress", QT_TRANSLATE_NOOP("Parties", "快递地址")),
        text<&D::district>("district", QT_TRANSLATE_NOOP("Parties", "所属区县")),
        text<&D::zone>("zone", QT_TRANSLATE_NOOP("Parties", "所属功能区")),
        text<&D::chain>("chain", QT_TRANSLATE_NOOP("Parties", "产业链")),
        text<&D::chainSegment>("chainSegment", QT_TRANSLATE_NOOP("Parties", "产业链环节")),
        text<&D::field>("field", QT_TRANSLATE_NOOP("Parties", "细分领域")),
        text<&D::products>("products", QT_TRANSLATE_NOOP("Parties", "主营产品")),
        other<&D::size, sizeText>("size", QT_TRANSLATE_NOOP("Parties", "规模")),
        other<&D::isAboveScale, flagText>("isAboveScale", QT_TRANSLATE_NOOP("Parties", "是否规上")),
        other<&D::aboveScaleYear, countText>("aboveScaleYear", QT_TRANSLATE_NOOP("Parties", "升规年份")),
        other<&D::employees, countText>("employees", QT_TRANSLATE_NOOP("Parties", "员工总数")),
        other<&D::technicalStaff, countText>("technicalStaff", QT_TRANSLATE_NOOP("Parties", "科技人员数")),
        other<&D::isListed, flagText>("isListed", QT_TRANSLATE_NOOP("Parties", "是否上市")),
        text<&D::partyOrganisation>("partyOrganisation", QT_TRANSLATE_NOOP("Parties", "党组织")),
        other<&D::partyMembers, countText>("partyMembers", QT_TRANSLATE_NOOP("Parties", "党员人数")),
        text<&D::invoiceTitle>("invoiceTitle", QT_TRANSLATE_NOOP("Parties", "开票抬头")),
        text<&D::taxNo>("taxNo", QT_TRANSLATE_NOOP("Parties", "税号")),
        text<&D::bankName>("bankName", QT_TRANSLATE_NOOP("Parties", "开户行")),
        text<&D::bankAccount>("bankAccount", QT_TRANSLATE_NOOP("Parties", "银行账号")),
        text<&D::invoiceAddress>("invoiceAddress", QT_TRANSLATE_NOOP("Parties", "开票地址")),
        text<&D::invoicePhone>("invoicePhone", QT_TRANSLATE_NOOP("Parties", "开票电话")),
        text<&D::invoiceEmail>("invoiceEmail", QT_TRANSLATE_NOOP("Parties", "收票邮箱")),
        other<&D::isInGroup, flagText>("isInGroup", QT_TRANSLATE_NOOP("Parties", "已入工作群")),
        text<&D::groupName>("groupName", QT_TRANSLATE_NOOP("Parties", "工作群名称")),
        text<&D::website>("website", QT_TRANSLATE_NOOP("Parties", "网站")),
    };
    return all;
}

Unit found(const UnitRepository &repository, UnitId id)
{
    const std::optional<Unit> unit = repository.find(id);
    if (!unit)
        throw Error(Error::Kind::NotFound, tr("没有这个单位"), tr("它可能已被删除"), tr("请刷新列表后再试"));
    if (unit->mergedInto)
        throw Error(Error::Kind::Conflict, tr("「%1」已经并入别的单位").arg(unit->details.name), {}, tr("请刷新列表后再试"));
    return *unit;
}

/// Fields of two records may contradict each other once they stand together. The one that follows from the other gives way and is
/// noted: nobody could put it right in a sheet that shows only what both have filled in.
void settleContradictions(UnitDetails &both)
{
    QStringList dropped;
    if (both.isAboveScale == false && both.aboveScaleYear) {
        dropped.append(tr("升规年份%1").arg(*both.aboveScaleYear));
        both.aboveScaleYear.reset();
    }
    if (both.employees && both.technicalStaff && *both.technicalStaff > *both.employees) {
        dropped.append(tr("科技人员数%1").arg(*both.technicalStaff));
        both.technicalStaff.reset();
    }
    if (both.isInGroup == false && !both.groupName.isEmpty()) {
        dropped.append(tr("工作群%1").arg(both.groupName));
        both.groupName.clear();
    }
    if (!dropped.isEmpty())
        both.notes = joinedLines(both.notes, tr("合并前另一条记载：%1").arg(dropped.join(u'，')));
}

UnitDetails combinedDetails(const Unit &survivor, const Unit &merged, const QSet<QString> &taken)
{
    UnitDetails both = combined(fields(), survivor.details, merged.details, taken);
    for (const UnitDetails *each : {&survivor.details, &merged.details}) {
        both.aliases += each->aliases;
        both.aliases += each->name;
        if (each->shortName != both.shortName)
            both.aliases += each->shortName;
    }
    both.tags = joinedWords(survivor.details.tags, merged.details.tags);
    both.notes = joinedLines(survivor.details.notes, merged.details.notes);
    settleContradictions(both);
    if (!both.parent || both.parent == merged.id)
        both.parent = merged.details.parent;
    if (both.parent == survivor.id)
        both.parent.reset();
    return tidied(both);
}

/// Whether the unit is one of those below the other, however far.
bool isBelow(const UnitRepository &repository, UnitId unit, UnitId other)
{
    for (std::optional<UnitId> at = unit; at; at = repository.find(*at)->details.parent) {
        if (at == other)
            return true;
    }
    return false;
}

/// Nobody may point at the merged unit where a pointer must reach the survivor in one step.
void repoint(session::Work &work, const Unit &merged, UnitId survivor)
{
    const UnitRepository repository(work.database());
    for (const Unit &child : repository.childrenOf(merged.id)) {
        if (child.id != survivor)
            repository.setParent(work, child, survivor);
    }
    for (const Unit &earlier : repository.mergedInto(merged.id))
        repository.mergeInto(work, earlier, earlier.revision, survivor, /*givesCreditCode=*/false);
}

} // namespace

std::vector<MergeField> UnitMerge::differences(UnitId survivor, UnitId merged) const
{
    m_session.require(session::Operation::PartyMerge);
    const UnitRepository repository(m_session.database());
    return parties::differences(fields(), found(repository, survivor).details, found(repository, merged).details);
}

void UnitMerge::merge(UnitId survivorId, int survivorRevision, UnitId mergedId, int mergedRevision, const QSet<QString> &taken)
{
    session::Work work(m_session, session::Operation::PartyMerge);
    if (survivorId == mergedId)
        throw Error(Error::Kind::Validation, tr("这是同一条记录，不用合并"), {}, tr("请选两个不同的单位"));
    const UnitRepository repository(m_session.database());
    const Unit survivor = found(repository, survivorId);
    const Unit merged = found(repository, mergedId);
    UnitDetails details = combinedDetails(survivor, merged, taken);
    if (details.parent && isBelow(repository, *details.parent, survivorId))
        details.parent = survivor.details.parent == mergedId ? std::nullopt : survivor.details.parent;
    const QStringList gaveWay
        = office::CustomValueService::moveOf(work, office::CustomOwner::Unit, mergedId.value(), survivorId.value());
    if (!gaveWay.isEmpty())
        details.notes = joinedLines(details.notes, tr("合并前另一条记载：%1").arg(gaveWay.join(u'，')));
    throwIfAny(validate(details), tr("合并后的资料有填写不对的地方"));

    const bool givesCreditCode = !details.creditCode.isEmpty() && details.creditCode == merged.details.creditCode;
    repoint(work, merged, survivorId);
    repository.mergeInto(work, merged, mergedRevision, survivorId, givesCreditCode);
    repository.update(work, survivor, survivorRevision, details);
    for (const Contact &contact : ContactRepository(m_session.database()).ofUnit(mergedId))
        moveContact(work, contact, survivorId, contact.details.person);
    moveFacts(work, mergedId, survivorId);
    work.setSubject("units", survivorId.value());
    work.commit();
}

} // namespace mishutai::parties
