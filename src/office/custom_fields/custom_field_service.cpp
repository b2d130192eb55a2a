#include "office/custom_fields/custom_field_service.h"

#include "office/custom_fields/custom_field_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

CustomFieldDetails tidied(CustomFieldDetails details)
{
    details.name = details.name.trimmed();
    for (QString &choice : details.choices)
        choice = choice.trimmed();
    details.choices.removeAll(QString());
    details.choices.removeDuplicates();
    return details;
}

} // namespace

std::vector<CustomField> CustomFieldService::fields(CustomOwner owner) const
{
    m_session.require(session::Operation::OfficeRead);
    return CustomFieldRepository(m_session.database()).fields(owner);
}

RowOutcome CustomFieldService::define(const CustomFieldDetails &given)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const CustomFieldRepository repository(m_session.database());
    CustomFieldDetails details = tidied(given);
    std::vector<FieldError> faults = validate(details);
    if (!faults.empty())
        throw Error(Error::Kind::Validation, tr("自定义字段有填写不对的地方")).withFields(std::move(faults));
    const std::vector<CustomField> known = repository.fields(details.owner);
    const auto stored = std::ranges::find_if(known, [&](const CustomField &field) { return field.details.name == details.name; });
    if (details.place < 1)
        details.place = stored == known.end() ? static_cast<int>(known.size()) + 1 : stored->details.place;
    RowOutcome outcome = RowOutcome::Added;
    if (stored == known.end()) {
        work.setSubject("custom_fields", repository.insert(work, details));
    } else {
        if (stored->details.kind != details.kind && !repository.valuesOf(stored->id).empty())
            throw Error(Error::Kind::Conflict, tr("「%1」已经填了内容，不能改类型").arg(details.name), {}, tr("请另建一个字段"));
        outcome = repository.update(work, *stored, details) ? RowOutcome::Changed : RowOutcome::Same;
        work.setSubject("custom_fields", stored->id);
    }
    work.commit();
    return outcome;
}

void CustomFieldService::remove(const CustomField &field)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const CustomFieldRepository repository(m_session.database());
    const qsizetype used = static_cast<qsizetype>(repository.valuesOf(field.id).size());
    if (used > 0)
        throw Error(Error::Kind::Conflict, tr("「%1」有%2条记录填了内容，不能删除").arg(field.details.name).arg(used), {},
            tr("请先清空这些记录里的这一栏"));
    repository.remove(work, field.id, field.revision);
    work.setSubject("custom_fields", field.id);
    work.commit();
}

QHash<QString, QString> CustomFieldService::values(CustomOwner owner, qint64 record) const
{
    const CustomFieldRepository repository(m_session.database());
    const QHash<qint64, QString> stored = repository.values(owner, record);
    QHash<QString, QString> result;
    for (const CustomField &field : fields(owner)) {
        const QString shown = shownValue(field.details, stored.value(field.id));
        if (!shown.isEmpty())
            result.insert(field.details.name, shown);
    }
    return result;
}

bool CustomFieldService::set(session::Operation operation, CustomOwner owner, qint64 record, const QHash<QString, QString> &typed)
{
    session::Work work(m_session, operation);
    const CustomFieldRepository repository(m_session.database());
    const std::vector<CustomField> known = repository.fields(owner);
    bool isChanged = false;
    for (auto each = typed.begin(); each != typed.end(); ++each) {
        const auto field = std::ranges::find_if(known, [&](const CustomField &one) { return one.details.name == each.key(); });
        if (field == known.end())
            throw Error(Error::Kind::Validation, tr("没有叫「%1」的自定义字段").arg(each.key().left(40)));
        const QString value = storedValue(field->details, each.value(), m_session.clock().today());
        isChanged = repository.putValue(work, field->id, record, value) || isChanged;
    }
    work.commit();
    return isChanged;
}

} // namespace mishutai::office
