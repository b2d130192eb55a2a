#include "office/custom_fields/custom_field_service.h"

#include "office/custom_fields/custom_field_repository.h"
#include "office/sheets/import_repository.h"
#include "session/session.h"
#include "session/work.h"
#include "tables/header.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

Error refused(const QString &field, const QString &code, const QString &message, const QString &remedy)
{
    return Error(Error::Kind::Conflict, message, {}, remedy).withFields({{field, code, message + tr("，") + remedy}});
}

/// Names that a sheet could not tell apart.
bool isSameName(const QString &a, const QString &b)
{
    return tables::titleKey(a) == tables::titleKey(b);
}

std::vector<CustomField> ofOwner(std::vector<CustomField> fields, CustomOwner owner)
{
    std::erase_if(fields, [owner](const CustomField &field) { return field.details.owner != owner; });
    return fields;
}

} // namespace

std::vector<CustomField> CustomFieldService::fields(CustomOwner owner) const
{
    std::vector<CustomField> fields = ofOwner(allFields(), owner);
    std::erase_if(fields, [](const CustomField &field) { return field.details.isRetired; });
    return fields;
}

std::vector<CustomField> CustomFieldService::allFields() const
{
    m_session.require(session::Operation::OfficeRead);
    return CustomFieldRepository(m_session.database()).fields();
}

CustomField CustomFieldService::get(qint64 id) const
{
    const std::vector<CustomField> known = allFields();
    const auto field = std::ranges::find(known, id, &CustomField::id);
    if (field == known.end())
        throw Error(Error::Kind::NotFound, tr("没有这个自定义字段"), tr("可能已被删除"), tr("请刷新列表后再试"));
    return *field;
}

qsizetype CustomFieldService::useOf(qint64 id) const
{
    m_session.require(session::Operation::OfficeRead);
    return static_cast<qsizetype>(CustomFieldRepository(m_session.database()).valuesOf(id).size());
}

CustomFieldDetails CustomFieldService::checked(
    const CustomFieldDetails &given, const std::vector<CustomField> &known, qint64 self) const
{
    CustomFieldDetails details = tidied(given);
    std::vector<FieldError> faults = validate(details);
    if (!faults.empty())
        throw Error(Error::Kind::Validation, tr("自定义字段有填写不对的地方")).withFields(std::move(faults));
    for (const CustomField &other : known) {
        if (other.id != self && isSameName(other.details.name, details.name))
            throw refused("name", "duplicate",
                tr("%1已有叫「%2」的自定义字段").arg(customOwners().label(other.details.owner), other.details.name),
                tr("请换一个名称"));
    }
    if (std::ranges::any_of(m_taken, [&](const QString &name) { return isSameName(name, details.name); }))
        throw refused("name", "taken", tr("「%1」是程序本来就有的栏目").arg(details.name), tr("请直接填那一栏，或换一个名称"));
    return details;
}

qint64 CustomFieldService::add(const CustomFieldDetails &given)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const CustomFieldRepository repository(m_session.database());
    const std::vector<CustomField> known = repository.fields();
    CustomFieldDetails details = checked(given, known, 0);
    if (details.place < 1) {
        details.place = 1;
        for (const CustomField &other : ofOwner(known, details.owner))
            details.place = std::max(details.place, other.details.place + 1);
    }
    const qint64 id = repository.insert(work, details);
    work.setSubject("custom_fields", id);
    work.commit();
    return id;
}

/// What records hold already must mean afterwards what it meant before.
void CustomFieldService::requireFits(const CustomField &stored, const CustomFieldDetails &details) const
{
    const auto values = CustomFieldRepository(m_session.database()).valuesOf(stored.id);
    if (values.empty())
        return;
    const QString used = tr("「%1」已有%2条记录填了内容").arg(stored.details.name).arg(values.size());
    if (stored.details.kind != details.kind)
        throw refused("kind", "used", used + tr("，不能改类型"), tr("请另建一个字段"));
    if (stored.details.owner != details.owner)
        throw refused("owner", "used", used + tr("，不能改属于谁"), tr("请另建一个字段"));
    if (details.kind != CustomKind::Choice)
        return;
    for (const auto &[record, value] : values) {
        if (!details.choices.contains(value))
            throw refused("choices", "used", tr("有记录选了「%1」，这一项不能去掉").arg(value), tr("请先把那些记录改成别的选项"));
    }
}

bool CustomFieldService::update(qint64 id, int revision, const CustomFieldDetails &given)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const CustomFieldRepository repository(m_session.database());
    const CustomField stored = get(id);
    CustomFieldDetails details = checked(given, repository.fields(), id);
    if (details.place < 1)
        details.place = stored.details.place;
    requireFits(stored, details);
    const bool isChanged = repository.update(work, stored, revision, details);
    if (details.name != stored.details.name)
        ImportRepository(m_session.database()).renameColumn(work, customKey(stored.details.name), customKey(details.name));
    work.setSubject("custom_fields", id);
    work.commit();
    return isChanged;
}

RowOutcome CustomFieldService::define(const CustomFieldDetails &given)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const CustomFieldDetails details = tidied(given);
    const std::vector<CustomField> known = ofOwner(allFields(), details.owner);
    const auto stored
        = std::ranges::find_if(known, [&](const CustomField &field) { return isSameName(field.details.name, details.name); });
    RowOutcome outcome = RowOutcome::Added;
    if (stored == known.end())
        add(details);
    else
        outcome = update(stored->id, stored->revision, details) ? RowOutcome::Changed : RowOutcome::Same;
    work.commit();
    return outcome;
}

bool CustomFieldService::move(qint64 id, int step)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const CustomFieldRepository repository(m_session.database());
    std::vector<CustomField> all = ofOwner(repository.fields(), get(id).details.owner);
    const auto from = std::ranges::find(all, id, &CustomField::id) - all.begin();
    const auto to = from + step;
    if (to < 0 || to >= std::ssize(all))
        return false;
    std::swap(all[static_cast<size_t>(from)], all[static_cast<size_t>(to)]);
    // All are numbered anew: an import may have left two of one place.
    for (size_t i = 0; i < all.size(); ++i) {
        CustomFieldDetails details = all[i].details;
        details.place = static_cast<int>(i) + 1;
        repository.update(work, all[i], all[i].revision, details);
    }
    work.setSubject("custom_fields", id);
    work.commit();
    return true;
}

void CustomFieldService::remove(const CustomField &field)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const CustomFieldRepository repository(m_session.database());
    const qsizetype used = useOf(field.id);
    if (used > 0)
        throw Error(Error::Kind::Conflict, tr("「%1」有%2条记录填了内容，不能删除").arg(field.details.name).arg(used), {},
            tr("不再用的字段请停用（Enter 打开，「在用」选否），填过的内容还在；真要删除，请先清空这些记录里的这一栏"));
    repository.remove(work, field.id, field.revision);
    work.setSubject("custom_fields", field.id);
    work.commit();
}

} // namespace mishutai::office
