#include "parties/merge/contact_merge.h"

#include "parties/dated_span.h"
#include "parties/merge/merge_field.h"
#include "parties/people/contact_repository.h"
#include "session/work.h"

namespace mishutai::parties {

namespace {

DatedSpan spanOf(const ContactDetails &details)
{
    return {details.fromOn, details.toOn};
}

QString either(const QString &a, const QString &b)
{
    return a.isEmpty() || a == b ? b : b.isEmpty() ? a : a + QStringLiteral("、") + b;
}

ContactDetails joined(const ContactDetails &a, const ContactDetails &b)
{
    ContactDetails both = a;
    const DatedSpan span = spanOf(a).united(spanOf(b));
    both.fromOn = span.fromOn;
    both.toOn = span.toOn;
    both.post = either(a.post, b.post);
    both.salutation = a.salutation.isEmpty() ? b.salutation : a.salutation;
    both.department = either(a.department, b.department);
    both.topics = a.topics + b.topics;
    both.isPrimary = a.isPrimary || b.isPrimary;
    both.notes = joinedLines(a.notes, b.notes);
    return tidied(both);
}

} // namespace

void moveContact(session::Work &work, const Contact &stored, UnitId unit, PersonId person)
{
    const ContactRepository repository(work.database());
    ContactDetails details = stored.details;
    details.unit = unit;
    details.person = person;
    std::vector<Contact> same;
    for (const Contact &other : repository.ofUnit(unit)) {
        if (other.id != stored.id && other.details.person == person && spanOf(details).overlaps(spanOf(other.details))) {
            details = joined(other.details, details);
            same.push_back(other);
        }
    }
    const Contact &base = same.empty() ? stored : same.front();
    // The others go first: neither may two be primary nor two have one key at any moment.
    if (!same.empty())
        repository.remove(work, stored.id, stored.revision);
    for (size_t i = 1; i < same.size(); ++i)
        repository.remove(work, same[i].id, same[i].revision);
    const std::optional<Contact> primary = repository.primaryOf(unit);
    if (!details.toOn.isValid() && primary && primary->id != base.id)
        details.isPrimary = false;
    repository.update(work, base, base.revision, details);
}

} // namespace mishutai::parties
