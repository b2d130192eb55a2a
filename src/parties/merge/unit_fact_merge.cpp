#include "parties/merge/unit_fact_merge.h"

#include "office/sheets/row_reader.h"
#include "parties/bodies/body_repository.h"
#include "parties/cultivation/cultivation_repository.h"
#include "parties/dated_span.h"
#include "parties/merge/merge_field.h"
#include "parties/unit_facts/unit_fact_repository.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

constexpr int kMostInSource = 200;

/// What the other record says instead: 「另一条记载：产值12.00元」.
class Differences
{
public:
    /// The value that stands; one that differs is kept in words.
    template <class Value>
    Value settle(const Value &kept, const Value &other, bool isKeptEmpty, const QString &label, const QString &words)
    {
        if (isKeptEmpty)
            return other;
        if (!words.isEmpty() && kept != other)
            m_words.append(label + words);
        return kept;
    }
    void note(bool isDifferent, const QString &label, const QString &words)
    {
        if (isDifferent && !words.isEmpty())
            m_words.append(label + words);
    }
    QString sentence() const { return m_words.isEmpty() ? QString() : tr("另一条记载：%1").arg(m_words.join(u'，')); }

private:
    QStringList m_words;
};

UnitRoleDetails joined(const UnitRoleDetails &a, const UnitRoleDetails &b)
{
    UnitRoleDetails both = a;
    const DatedSpan span = DatedSpan{a.fromOn, a.toOn}.united({b.fromOn, b.toOn});
    both.fromOn = span.fromOn;
    both.toOn = span.toOn;
    both.note = joinedLines(a.note, b.note);
    return both;
}

QualificationDetails joined(const QualificationDetails &a, const QualificationDetails &b)
{
    QualificationDetails both = a;
    Differences differences;
    both.level = differences.settle(a.level, b.level, !a.level, tr("级别"), qualificationLevels().label(b.level));
    both.expiresOn
        = differences.settle(a.expiresOn, b.expiresOn, !a.expiresOn.isValid(), tr("失效日期"), office::isoText(b.expiresOn));
    both.certificateNo
        = differences.settle(a.certificateNo, b.certificateNo, a.certificateNo.isEmpty(), tr("证书编号"), b.certificateNo);
    both.batch = differences.settle(a.batch, b.batch, a.batch.isEmpty(), tr("批次"), b.batch);
    both.notes = joinedLines(joinedLines(a.notes, b.notes), differences.sentence());
    return both;
}

BodyDetails joined(const BodyDetails &a, const BodyDetails &b)
{
    BodyDetails both = a;
    Differences differences;
    const auto text = [&](QString BodyDetails::*value, const QString &label) {
        both.*value = differences.settle(a.*value, b.*value, (a.*value).isEmpty(), label, b.*value);
    };
    const auto date = [&](QDate BodyDetails::*value, const QString &label) {
        both.*value = differences.settle(a.*value, b.*value, !(a.*value).isValid(), label, office::isoText(b.*value));
    };
    const auto count = [&](std::optional<int> BodyDetails::*value, const QString &label) {
        both.*value = differences.settle(a.*value, b.*value, !(a.*value), label, office::integerText(b.*value));
    };
    both.form = differences.settle(a.form, b.form, false, tr("组织形式"), bodyForms().label(b.form));
    text(&BodyDetails::approvalNo, tr("批准文号"));
    text(&BodyDetails::approvedBy, tr("批准单位"));
    date(&BodyDetails::approvedOn, tr("批准时间"));
    date(&BodyDetails::filedOn, tr("报备日期"));
    // Of two records of one body it goes on as long as either does: no day of dissolution means that it is there.
    const bool goesOn = !a.dissolvedOn.isValid() || !b.dissolvedOn.isValid();
    both.dissolvedOn = goesOn ? QDate() : std::max(a.dissolvedOn, b.dissolvedOn);
    differences.note(a.dissolvedOn != b.dissolvedOn, tr("撤销日期"),
        office::isoText(both.dissolvedOn == a.dissolvedOn ? b.dissolvedOn : a.dissolvedOn));
    count(&BodyDetails::unitMembers, tr("单位会员数量"));
    count(&BodyDetails::personMembers, tr("个人会员数量"));
    if (!both.executiveUnit)
        both.executiveUnit = b.executiveUnit;
    both.notes = joinedLines(joinedLines(a.notes, b.notes), differences.sentence());
    return both;
}

CultivationDetails joined(const CultivationDetails &a, const CultivationDetails &b)
{
    CultivationDetails both = a;
    Differences differences;
    const auto date = [&](QDate CultivationDetails::*value, const QString &label) {
        both.*value = differences.settle(a.*value, b.*value, !(a.*value).isValid(), label, office::isoText(b.*value));
    };
    date(&CultivationDetails::appliedOn, tr("申报日期"));
    date(&CultivationDetails::approvedOn, tr("过审日期"));
    date(&CultivationDetails::enteredOn, tr("入库日期"));
    date(&CultivationDetails::leftOn, tr("出库日期"));
    if (!validate(both).empty()) { // days of two records that contradict: those of the one that stays hold
        both = a;
        differences = {};
        differences.settle(a.enteredOn, b.enteredOn, false, tr("入库日期"), office::isoText(b.enteredOn));
        differences.settle(a.leftOn, b.leftOn, false, tr("出库日期"), office::isoText(b.leftOn));
    }
    both.notes = joinedLines(joinedLines(a.notes, b.notes), differences.sentence());
    return both;
}

void moveCultivations(session::Work &work, UnitId from, UnitId to)
{
    const CultivationRepository repository(work.database());
    const std::vector<Cultivation> staying = repository.list(to);
    for (const Cultivation &each : repository.list(from)) {
        CultivationDetails details = each.details;
        details.unit = to;
        const auto same = std::ranges::find_if(staying, [&](const auto &other) { return other.details.hasKeyOf(details); });
        if (same == staying.end()) {
            repository.update(work, each, details);
            continue;
        }
        repository.remove(work, each.id, each.revision);
        repository.update(work, *same, joined(same->details, details));
    }
}

void moveBody(session::Work &work, UnitId from, UnitId to)
{
    const BodyRepository repository(work.database());
    const std::optional<Body> moving = repository.find(from);
    if (!moving)
        return;
    BodyDetails details = moving->details;
    details.unit = to;
    const std::optional<Body> staying = repository.find(to);
    if (staying) {
        details = joined(staying->details, details);
        repository.remove(work, moving->id, moving->revision);
    }
    if (details.executiveUnit == to || details.executiveUnit == from)
        details.executiveUnit.reset();
    repository.update(work, staying ? *staying : *moving, details);
}

UnitYearDetails joined(const UnitYearDetails &a, const UnitYearDetails &b)
{
    UnitYearDetails both = a;
    Differences differences;
    const auto money = [&](std::optional<Quantity> UnitYearDetails::*value, const QString &label) {
        const QString words = b.*value ? wanText(b.*value) + tr("万元") : QString();
        both.*value = differences.settle(a.*value, b.*value, !(a.*value), label, words);
    };
    const auto count = [&](std::optional<Quantity> UnitYearDetails::*value, const QString &label) {
        both.*value = differences.settle(a.*value, b.*value, !(a.*value), label, b.*value ? (b.*value)->text() : QString());
    };
    money(&UnitYearDetails::output, tr("产值"));
    money(&UnitYearDetails::revenue, tr("营收"));
    money(&UnitYearDetails::tax, tr("纳税"));
    money(&UnitYearDetails::exports, tr("出口"));
    count(&UnitYearDetails::employees, tr("员工"));
    count(&UnitYearDetails::technicalStaff, tr("科技人员"));
    both.source = joinedLines(joinedLines(a.source, b.source), differences.sentence()).replace(u'\n', u'；').left(kMostInSource);
    return both;
}

/// Moves each fact; `remove` takes one away before another takes its key.
template <class Details, class IsSame, class Remove>
void moveEach(session::Work &work, const std::vector<UnitFact<Details>> &moving, std::vector<UnitFact<Details>> staying,
    UnitId to, IsSame isSame, Remove remove)
{
    const UnitFactRepository repository(work.database());
    for (const UnitFact<Details> &fact : moving) {
        Details details = fact.details;
        details.unit = to;
        std::vector<UnitFact<Details>> same;
        for (const UnitFact<Details> &other : staying) {
            if (isSame(other.details, details)) {
                details = joined(other.details, details);
                same.push_back(other);
            }
        }
        if (same.empty()) {
            repository.update(work, fact, details);
            continue;
        }
        remove(repository, fact);
        for (size_t i = 1; i < same.size(); ++i) {
            remove(repository, same[i]);
            std::erase_if(staying, [&](const auto &other) { return other.id == same[i].id; });
        }
        repository.update(work, same.front(), details);
        // Another moving fact may meet the joined one too.
        const auto base = std::ranges::find(staying, same.front().id, &UnitFact<Details>::id);
        if (base->details != details)
            ++base->revision;
        base->details = details;
    }
}

} // namespace

void moveFacts(session::Work &work, UnitId from, UnitId to)
{
    const UnitFactRepository repository(work.database());
    moveEach(
        work, repository.roles(from), repository.roles(to), to,
        [](const UnitRoleDetails &a, const UnitRoleDetails &b) {
            return a.role == b.role && DatedSpan{a.fromOn, a.toOn}.overlaps({b.fromOn, b.toOn});
        },
        [&](const UnitFactRepository &facts, const auto &fact) { facts.removeRole(work, fact.id, fact.revision); });
    moveEach(
        work, repository.qualifications(from), repository.qualifications(to), to,
        [](const QualificationDetails &a, const QualificationDetails &b) {
            return a.kind == b.kind && a.title == b.title && a.awardedOn == b.awardedOn;
        },
        [&](const UnitFactRepository &facts, const auto &fact) { facts.removeQualification(work, fact.id, fact.revision); });
    moveEach(
        work, repository.years(from), repository.years(to), to,
        [](const UnitYearDetails &a, const UnitYearDetails &b) { return a.year == b.year && a.stage == b.stage; },
        [&](const UnitFactRepository &facts, const auto &fact) { facts.removeYear(work, fact.id, fact.revision); });
    moveBody(work, from, to);
    moveCultivations(work, from, to);
}

} // namespace mishutai::parties
