#include "office/profile/office_profile_service.h"

#include "office/profile/office_profile_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

OfficeDetails acceptable(const OfficeDetails &given)
{
    OfficeDetails details = tidied(given);
    std::vector<FieldError> faults = validate(details);
    if (!faults.empty())
        throw Error(Error::Kind::Validation, tr("单位资料有填写不对的地方"), {}, tr("请改正后再保存"))
            .withFields(std::move(faults));
    return details;
}

} // namespace

std::optional<OfficeProfile> OfficeProfileService::find() const
{
    m_session.require(session::Operation::OfficeRead);
    return OfficeProfileRepository(m_session.database()).find();
}

OfficeProfile OfficeProfileService::profile() const
{
    std::optional<OfficeProfile> profile = find();
    if (!profile)
        throw Error(Error::Kind::NotFound, tr("还没有单位资料"), {}, tr("请先在「设置 → 单位」填写单位名称和类型"));
    return *std::move(profile);
}

void OfficeProfileService::create(const OfficeDetails &details)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const OfficeProfileRepository repository(m_session.database());
    if (repository.find())
        throw Error(Error::Kind::Conflict, tr("已有单位资料"), {}, tr("请在「设置 → 单位」修改"));
    repository.insert(work, acceptable(details));
    work.setSubject("office", OfficeProfileRepository::kId);
    work.commit();
}

int OfficeProfileService::update(int revision, const OfficeDetails &details)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    const int next = OfficeProfileRepository(m_session.database()).update(work, revision, acceptable(details));
    work.setSubject("office", OfficeProfileRepository::kId);
    work.commit();
    return next;
}

} // namespace mishutai::office
