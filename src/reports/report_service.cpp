#include "reports/report_service.h"

#include "base/error.h"
#include "office/profile/office_profile_service.h"
#include "reports/composer.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace mishutai::reports {

namespace {

const QString kFolder = QStringLiteral(":/resources/templates");

QString tr(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

QString readAll(const QString &name)
{
    QFile file(QDir(kFolder).filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isFor(const Template &source, office::OfficeKind kind)
{
    return source.kinds.isEmpty() || source.kinds.contains(office::officeKinds().stored(kind));
}

QHash<QString, QString> profileFields(const office::OfficeDetails &office)
{
    return {{"name", office.name}, {"short_name", office.shortNameOrName()}, {"addressee", office.addressee},
        {"signer", office.signerOrName()}};
}

} // namespace

std::vector<ReportKind> reportKinds()
{
    std::vector<ReportKind> kinds;
    for (const QString &name : QDir(kFolder).entryList({"*.md"}, QDir::Files, QDir::Name))
        kinds.push_back({name.chopped(3), tr("年度工作总结")});
    return kinds;
}

Template loadTemplate(const QString &name)
{
    QStringList known;
    for (const ReportKind &kind : reportKinds()) {
        if (kind.name == name)
            return Template::parse(readAll(name + ".md"), name + ".md");
        known.append(kind.name);
    }
    throw Error(Error::Kind::NotFound, tr("没有名为「%1」的报告模板").arg(name), tr("程序带有的模板里没有这个名称"),
        tr("可用的模板：%1").arg(known.join("、")));
}

std::vector<ReportKind> ReportService::kinds() const
{
    m_session.require(session::Operation::ReportRead);
    const office::OfficeKind office = office::OfficeProfileService(m_session).profile().details.kind;
    std::vector<ReportKind> kinds = reportKinds();
    std::erase_if(kinds, [office](const ReportKind &kind) { return !isFor(loadTemplate(kind.name), office); });
    return kinds;
}

document::Document ReportService::make(const QString &templateName, const Period &period, std::optional<QDate> date) const
{
    m_session.require(session::Operation::ReportRead);
    const office::OfficeProfile office = office::OfficeProfileService(m_session).profile();
    const Template source = loadTemplate(templateName);
    if (!isFor(source, office.details.kind)) {
        throw Error(Error::Kind::Validation, tr("这份报告不适合本单位"),
            tr("模板「%1」不是为%2写的").arg(templateName, office::officeKinds().label(office.details.kind)),
            tr("请在「单位资料」里核对单位类型，或换一个模板"));
    }
    if (source.isYearly && !period.isFullYear()) {
        throw Error(Error::Kind::Validation, tr("这份报告只按整年做"), tr("所选的期间是%1").arg(period.chinese()),
            tr("请选择一整年，例如 --year %1").arg(period.to().year()));
    }
    return compose({source, period, date, profileFields(office.details)}, m_metrics);
}

} // namespace mishutai::reports
