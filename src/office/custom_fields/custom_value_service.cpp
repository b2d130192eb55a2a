#include "office/custom_fields/custom_value_service.h"

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

} // namespace

QHash<QString, QString> CustomValueService::values(CustomOwner owner, qint64 record) const
{
    m_session.require(session::Operation::OfficeRead);
    const CustomFieldRepository repository(m_session.database());
    const QHash<qint64, QString> stored = repository.values(owner, record);
    QHash<QString, QString> result;
    for (const CustomField &field : repository.fields(owner)) {
        const QString shown = shownValue(field.details, stored.value(field.id));
        if (!shown.isEmpty())
            result.insert(field.details.name, shown);
    }
    return result;
}

std::vector<CustomValueRow> CustomValueService::rows(CustomOwner owner, qint64 record) const
{
    m_session.require(session::Operation::OfficeRead);
    const CustomFieldRepository repository(m_session.database());
    const QHash<qint64, StoredRow> stored = repository.rows(owner, record);
    std::vector<CustomValueRow> result;
    for (const CustomField &field : repository.fields(owner)) {
        if (const auto row = stored.constFind(field.id); row != stored.cend())
            result.push_back({row->id, field});
    }
    return result;
}

bool CustomValueService::set(session::Operation operation, CustomOwner owner, qint64 record, const QHash<QString, QString> &typed)
{
    session::Work work(m_session, operation);
    const CustomFieldRepository repository(m_session.database());
    std::vector<FieldError> faults;
    QStringList unknown = typed.keys();
    bool isChanged = false;
    for (const CustomField &field : repository.fields(owner)) {
        const auto given = typed.constFind(field.details.name);
        if (given == typed.cend())
            continue;
        unknown.removeOne(field.details.name);
        try {
            const QString value = storedValue(field.details, *given, m_session.clock().today());
            isChanged = repository.putValue(work, field.id, record, value) || isChanged;
        } catch (const Error &error) {
            if (error.fields().empty())
                throw;
            faults.insert(faults.end(), error.fields().begin(), error.fields().end());
        }
    }
    if (!unknown.isEmpty())
        throw Error(Error::Kind::Validation, tr("没有叫「%1」的自定义字段").arg(unknown.join("」「").left(80)));
    if (!faults.empty()) {
        const QString problem = faults.front().message;
        throw Error(Error::Kind::Validation, problem).withFields(std::move(faults));
    }
    work.commit();
    return isChanged;
}

QStringList CustomValueService::moveOf(session::Work &work, CustomOwner owner, qint64 from, qint64 to)
{
    const CustomFieldRepository repository(work.database());
    const QHash<qint64, QString> coming = repository.values(owner, from);
    const QHash<qint64, QString> standing = repository.values(owner, to);
    QStringList gaveWay;
    for (const CustomField &field : repository.fields(owner)) {
        const QString value = coming.value(field.id);
        if (value.isEmpty() || value == standing.value(field.id))
            continue;
        if (standing.contains(field.id))
            gaveWay << field.details.name + shownValue(field.details, value);
        else
            repository.putValue(work, field.id, to, value);
    }
    removeOf(work, owner, from);
    return gaveWay;
}

void CustomValueService::removeOf(session::Work &work, CustomOwner owner, qint64 record)
{
    const CustomFieldRepository repository(work.database());
    for (const StoredRow &row : repository.rows(owner, record))
        work.remove("custom_values", row.id, row.revision);
}

} // namespace mishutai::office
