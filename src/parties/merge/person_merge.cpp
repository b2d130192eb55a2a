#include "parties/merge/person_merge.h"

#include "parties/field_rules.h"
#include "parties/merge/contact_merge.h"
#include "parties/people/contact_repository.h"
#include "parties/people/kept_number.h"
#include "parties/people/person_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

using Field = MergeableField<PersonDetails>;

template <QString PersonDetails::*member> Field text(const char *key, const char *label)
{
    return {QString::fromLatin1(key), tr(label), [](const PersonDetails &d) { return d.*member; },
        [](PersonDetails &target, const PersonDetails &source) { target.*member = source.*member; }};
}

const std::vector<Field> &fields()
{
    using D = PersonDetails;
    static const std::vector<Field> all{
        text<&D::name>("name", QT_TRANSLATE_NOOP("Parties", "姓名")),
        {QStringLiteral("gender"), tr("性别"), [](const D &d) { return genders().label(d.gender); },
            [](D &target, const D &source) { target.gender = source.gender; }},
        text<&D::phone>("phone", QT_TRANSLATE_NOOP("Parties", "电话")),
        text<&D::email>("email", QT_TRANSLATE_NOOP("Parties", "电子邮箱")),
        text<&D::wechat>("wechat", QT_TRANSLATE_NOOP("Parties", "微信")),
        text<&D::title>("title", QT_TRANSLATE_NOOP("Parties", "职称")),
        text<&D::politicalStatus>("politicalStatus", QT_TRANSLATE_NOOP("Parties", "政治面貌")),
    };
    return all;
}

Person found(const PersonRepository &repository, PersonId id)
{
    const std::optional<Person> person = repository.find(id);
    if (!person)
        throw Error(Error::Kind::NotFound, tr("没有这个人员"), tr("可能已被删除"), tr("请刷新列表后再试"));
    if (person->mergedInto)
        throw Error(Error::Kind::Conflict, tr("「%1」已经并入另一条").arg(person->details.name), {}, tr("请刷新列表后再试"));
    return *person;
}

PersonDetails combinedDetails(const PersonDetails &survivor, const PersonDetails &merged, const QSet<QString> &taken)
{
    PersonDetails both = combined(fields(), survivor, merged, taken);
    both.isExpert = survivor.isExpert || merged.isExpert;
    both.expertise = joinedWords(survivor.expertise, merged.expertise);
    both.tags = joinedWords(survivor.tags, merged.tags);
    both.notes = joinedLines(survivor.notes, merged.notes);
    if (survivor.name != merged.name)
        both.notes = joinedLines(both.notes, tr("又名：%1").arg(both.name == survivor.name ? merged.name : survivor.name));
    both.otherPhone.clear();
    for (const QString &number : {survivor.otherPhone, survivor.phone, merged.phone, merged.otherPhone})
        keepNumber(both, number);
    return tidied(both);
}

} // namespace

std::vector<MergeField> PersonMerge::differences(PersonId survivor, PersonId merged) const
{
    m_session.require(session::Operation::PartyMerge);
    const PersonRepository repository(m_session.database());
    return parties::differences(fields(), found(repository, survivor).details, found(repository, merged).details);
}

void PersonMerge::merge(
    PersonId survivorId, int survivorRevision, PersonId mergedId, int mergedRevision, const QSet<QString> &taken)
{
    session::Work work(m_session, session::Operation::PartyMerge);
    if (survivorId == mergedId)
        throw Error(Error::Kind::Validation, tr("这是同一条记录，不用合并"), {}, tr("请选两个不同的人员"));
    const PersonRepository repository(m_session.database());
    const Person survivor = found(repository, survivorId);
    const Person merged = found(repository, mergedId);
    const PersonDetails details = combinedDetails(survivor.details, merged.details, taken);
    throwIfAny(validate(details), tr("合并后的资料有填写不对的地方"));
    for (const Person &earlier : repository.mergedInto(mergedId))
        repository.mergeInto(work, earlier, earlier.revision, survivorId);
    repository.mergeInto(work, merged, mergedRevision, survivorId);
    repository.update(work, survivor, survivorRevision, details);
    for (const Contact &contact : ContactRepository(m_session.database()).ofPerson(mergedId))
        moveContact(work, contact, contact.details.unit, survivorId);
    work.setSubject("people", survivorId.value());
    work.commit();
}

} // namespace mishutai::parties
