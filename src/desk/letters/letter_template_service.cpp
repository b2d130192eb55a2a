#include "desk/letters/letter_template_service.h"

#include "base/error.h"
#include "desk/letters/letter_template.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::desk {

namespace {

constexpr qsizetype kMostOfSource = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

Error faultOf(const QString &field, const QString &code, const QString &message)
{
    return Error(Error::Kind::Validation, tr("函件模板没有保存"), message).withFields({{field, code, message}});
}

/// The name that a source may be kept under.
QString checkedName(session::Session &session, const QString &source, std::optional<qint64> id)
{
    if (source.size() > kMostOfSource)
        throw faultOf("body", "length", tr("函件太长，最多%1个字").arg(kMostOfSource));
    const QString name = parseLetter(session, source, tr("函件模板")).label.trimmed();
    const auto carried = letterKinds();
    const bool isCarried
        = std::ranges::any_of(carried, [&](const LetterKind &kind) { return kind.label == name || kind.name == name; });
    const auto same = LetterTemplateRepository(session.database()).find(name);
    if (isCarried || (same && same->id != id))
        throw faultOf("name", "taken", tr("已经有叫「%1」的函件模板，请换一个名称").arg(name));
    return name;
}

} // namespace

std::vector<StoredLetter> LetterTemplateService::all() const
{
    m_session.require(session::Operation::LetterMake);
    return LetterTemplateRepository(m_session.database()).all();
}

StoredLetter LetterTemplateService::get(qint64 id) const
{
    m_session.require(session::Operation::LetterMake);
    if (const auto stored = LetterTemplateRepository(m_session.database()).find(id))
        return *stored;
    throw Error(Error::Kind::NotFound, tr("这份函件模板已经不在了"), tr("可能刚被删除"), tr("请另选一份"));
}

qint64 LetterTemplateService::add(const QString &given)
{
    const QString source = given.trimmed();
    session::Work work(m_session, session::Operation::LetterTemplateEdit);
    const LetterTemplateRepository repository(m_session.database());
    const qint64 id = repository.insert(work, checkedName(m_session, source, {}), source);
    work.setSubject("letter_templates", id);
    work.commit();
    return id;
}

void LetterTemplateService::update(qint64 id, int revision, const QString &given)
{
    const QString source = given.trimmed();
    session::Work work(m_session, session::Operation::LetterTemplateEdit);
    const LetterTemplateRepository repository(m_session.database());
    repository.update(work, {id, revision, {}, {}}, checkedName(m_session, source, id), source);
    work.setSubject("letter_templates", id);
    work.commit();
}

void LetterTemplateService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::LetterTemplateEdit);
    LetterTemplateRepository(m_session.database()).remove(work, {id, revision, {}, {}});
    work.setSubject("letter_templates", id);
    work.commit();
}

office::RowOutcome LetterTemplateService::put(const QString &name, const QString &given)
{
    const QString source = given.trimmed();
    session::Work work(m_session, session::Operation::LetterTemplateEdit);
    const LetterTemplateRepository repository(m_session.database());
    const auto stored = repository.find(name);
    if (const QString own = checkedName(m_session, source, stored ? std::optional(stored->id) : std::nullopt); own != name)
        throw faultOf("name", "differs", tr("名称是「%1」，内容里写的是「%2」").arg(name, own));
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (!stored)
        repository.insert(work, name, source);
    else
        outcome = repository.update(work, *stored, name, source) == stored->revision ? office::RowOutcome::Same
                                                                                     : office::RowOutcome::Changed;
    work.commit();
    return outcome;
}

} // namespace mishutai::desk
