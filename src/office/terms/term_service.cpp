#include "office/terms/term_service.h"

#include "office/terms/term_repository.h"
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

Error faulty(std::vector<FieldError> faults)
{
    return Error(Error::Kind::Validation, tr("届次有填写不对的地方"), {}, tr("请改正后再保存")).withFields(std::move(faults));
}

} // namespace

std::vector<Term> TermService::list() const
{
    m_session.require(session::Operation::OfficeRead);
    return TermRepository(m_session.database()).all();
}

std::optional<Term> TermService::termOn(QDate day) const
{
    const std::vector<Term> terms = list();
    const auto found = std::ranges::find_if(terms, [day](const Term &term) { return term.details.holdsOn(day); });
    return found == terms.end() ? std::nullopt : std::optional(*found);
}

TermId TermService::add(const TermDetails &details)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const TermId term = TermRepository(m_session.database()).insert(work, acceptable(details, std::nullopt));
    work.setSubject("terms", term.value());
    work.commit();
    return term;
}

int TermService::update(TermId term, int revision, const TermDetails &details)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    work.setSubject("terms", term.value());
    const int next = TermRepository(m_session.database()).update(work, term, revision, acceptable(details, term));
    work.commit();
    return next;
}

void TermService::remove(TermId term, int revision)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    work.setSubject("terms", term.value());
    TermRepository(m_session.database()).remove(work, term, revision);
    work.commit();
}

TermDetails TermService::acceptable(TermDetails details, std::optional<TermId> self) const
{
    details.title = details.title.trimmed();
    std::vector<FieldError> faults = validate(details);
    if (!faults.empty())
        throw faulty(std::move(faults));
    for (const Term &other : TermRepository(m_session.database()).all()) {
        if (other.id == self)
            continue;
        if (other.details.number == details.number)
            throw faulty({{"number", "duplicate", tr("已有%1").arg(other.details.name())}});
        if (overlap(other.details, details))
            throw faulty({{"fromOn", "overlap", tr("与%1的任期重叠，请先填写上一届的届满日期").arg(other.details.name())}});
    }
    return details;
}

} // namespace mishutai::office
