#include "planning/plan/plan_service.h"

#include "metrics/catalogue.h"
#include "planning/plan/plan_item_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::planning {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planning", text);
}

void throwIfAny(std::vector<FieldError> errors)
{
    if (!errors.empty())
        throw Error(Error::Kind::Validation, tr("年度目标有填写不对的地方"), {}, tr("请改正后再保存"))
            .withFields(std::move(errors));
}

void check(const PlanItemDetails &details)
{
    std::vector<FieldError> errors = validate(details);
    if (!details.metric.isEmpty() && !metrics::Catalogue::standard().find(details.metric))
        errors.push_back({"metric", "unknown", tr("没有指标「%1」").arg(details.metric)});
    throwIfAny(std::move(errors));
}

void complete(PlanItemDetails &details, const PlanItemRepository &repository)
{
    if (details.lineNumber == 0)
        details.lineNumber = repository.lastLine(details.year, details.kind) + 1;
    if (details.code.isEmpty())
        details.code = QString("%1-%2-%3")
                           .arg(planKinds().label(details.kind))
                           .arg(details.year)
                           .arg(details.lineNumber, 2, 10, QChar(u'0'));
}

PlanItem stored(const PlanItemRepository &repository, PlanItemId id)
{
    const auto item = repository.find(id);
    if (!item)
        throw Error(Error::Kind::NotFound, tr("没有这一条目标"), tr("它可能已被删除"), tr("请刷新列表后再试"));
    return *item;
}

} // namespace

PlanItemId PlanService::add(const PlanItemDetails &given)
{
    session::Work work(m_session, session::Operation::PlanEdit);
    check(given);
    const PlanItemRepository repository(m_session.database());
    PlanItemDetails details = given;
    complete(details, repository);
    if (repository.findByCode(details.code))
        throw Error(Error::Kind::Conflict, tr("编号「%1」已经用过").arg(details.code), {}, tr("换一个编号，或留空由程序编"))
            .withFields({{"code", "duplicate", tr("编号已经用过")}});
    const PlanItemId id = repository.insert(work, details);
    work.setSubject("plan_items", id.value());
    work.commit();
    return id;
}

bool PlanService::update(PlanItemId id, int revision, const PlanItemDetails &given)
{
    session::Work work(m_session, session::Operation::PlanEdit);
    check(given);
    const PlanItemRepository repository(m_session.database());
    PlanItemDetails details = given;
    complete(details, repository);
    const bool isChanged = repository.update(work, stored(repository, id), revision, details) != revision;
    work.setSubject("plan_items", id.value());
    work.commit();
    return isChanged;
}

void PlanService::remove(PlanItemId id, int revision)
{
    session::Work work(m_session, session::Operation::PlanEdit);
    const PlanItemRepository repository(m_session.database());
    repository.remove(work, stored(repository, id).id, revision);
    work.setSubject("plan_items", id.value());
    work.commit();
}

PlanItem PlanService::get(PlanItemId id) const
{
    m_session.require(session::Operation::PlanRead);
    return stored(PlanItemRepository(m_session.database()), id);
}

std::optional<PlanItem> PlanService::findByCode(const QString &code) const
{
    m_session.require(session::Operation::PlanRead);
    return PlanItemRepository(m_session.database()).findByCode(code);
}

std::vector<PlanItem> PlanService::items(int year) const
{
    m_session.require(session::Operation::PlanRead);
    return PlanItemRepository(m_session.database()).all(year);
}

} // namespace mishutai::planning
