#include "desk/application.h"

#include "base/error.h"
#include "db/change_bus.h"
#include "db/database.h"
#include "db/migrator.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/metric_filters.h"
#include "evidence/links/evidence_sweep.h"
#include "evidence/store/object_store.h"
#include "finance/frozen_rules.h"
#include "session/audit/audit_repository.h"
#include "session/file_state_repository.h"
#include "session/users/authentication.h"
#include "session/users/user_repository.h"
#include "session/users/user_service.h"
#include "session/work.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

session::User userFor(db::Database &database, const Clock &clock, const OpenRequest &request)
{
    if (!request.user.isEmpty())
        return session::authenticate(database, clock, request.user, request.password);
    if (const auto only = session::onlyUserWithoutPassword(database))
        return *only;
    throw Error(Error::Kind::Forbidden, tr("不知道是谁在操作"), tr("这个数据文件有多个用户，或用户设了密码"),
        tr("请指定用户：命令行加 --user 用户名，窗口里从登录页选择"));
}

/// A reader cannot bring an old file up to date.
void requireNewestSchema(const db::Database &database)
{
    if (database.schemaVersion() < newestSchema())
        throw Error(Error::Kind::Storage, tr("数据文件的格式比程序旧，现在只能读取，升级不了"),
            tr("文件格式 %1，程序需要 %2").arg(database.schemaVersion()).arg(newestSchema()),
            tr("请在没有其他程序打开这个文件时，用本程序打开一次，程序会先备份再升级"));
}

bool isFolderWritable(const QString &path)
{
    const QFileInfo file(path);
    return file.isWritable() && QFileInfo(file.absolutePath()).isWritable();
}

} // namespace

QString firstUserName()
{
    return QCoreApplication::translate("Desk", "秘书处");
}

int newestSchema()
{
    return db::Migrator::carried().newestVersion();
}

Application::Opened Application::openFile(const OpenRequest &request, TaskControl &control)
{
    Opened opened;
    if (!QFileInfo::exists(request.path))
        throw Error(
            Error::Kind::Io, tr("找不到数据文件"), request.path, tr("请核对路径；新建请用「新建」或 mishutai-cli example"));
    bool isWriting = request.access != Access::Read;
    if (isWriting && request.access == Access::WriteIfFree) {
        opened.holder = db::FileLock::holder(request.path);
        isWriting = !opened.holder && isFolderWritable(request.path);
    }
    if (isWriting) {
        opened.lock = std::make_unique<db::FileLock>(request.path);
        opened.database = db::Database::open(request.path, db::Database::Access::Write);
        db::Migrator::carried().migrate(*opened.database, control, evidenceCompanions(request.path));
    } else {
        opened.database = db::Database::open(request.path, db::Database::Access::Read);
        requireNewestSchema(*opened.database);
    }
    return opened;
}

std::unique_ptr<Application> Application::open(const OpenRequest &request, TaskControl &control)
{
    Opened opened = openFile(request, control);
    const SystemClock clock;
    // A power cut between the steps of create() leaves a file that nobody could log in to: what it began is finished.
    if (opened.lock && session::UserRepository(*opened.database).all().empty())
        session::UserService::createFirst(*opened.database, clock, request.user.isEmpty() ? firstUserName() : request.user);
    session::User user = userFor(*opened.database, clock, request);
    return std::unique_ptr<Application>(new Application(request.path, std::move(opened), std::move(user)));
}

std::unique_ptr<Application> Application::create(const QString &path, const QString &userName)
{
    Opened opened;
    opened.lock = std::make_unique<db::FileLock>(path);
    opened.database = db::Database::create(path);
    db::Migrator::carried().migrate(*opened.database);
    const SystemClock clock;
    session::User user = session::UserService::createFirst(*opened.database, clock, userName);
    return std::unique_ptr<Application>(new Application(path, std::move(opened), std::move(user)));
}

Application::Application(QString path, Opened opened, session::User user)
    : m_path(std::move(path)), m_file(std::move(opened)), m_bus(std::make_unique<db::ChangeBus>()),
      m_session(*m_file.database, m_clock, std::move(user), m_bus.get()), m_history(m_session),
      m_metrics(
          m_session, metrics::Catalogue::standard(), [this](const QString &source) { return filterWords(m_session, source); })
{
    finance::addFrozenRules(m_history);
    if (isReadOnly())
        return;
    evidence::ObjectStore::of(m_path).removeLeftovers();
    m_wasUnclean = !session::FileStateRepository(*m_file.database).read().isClean;
    m_lastBackedUp = session::AuditRepository(*m_file.database).lastId();
    spdlog::info("data file opened, unclean={}", m_wasUnclean);
}

Application::~Application()
{
    try {
        closeInOrder();
    } catch (const std::exception &error) {
        // A destructor has nobody to tell; the next start finds the file marked unclean and checks it.
        spdlog::error("closing failed: {}", error.what());
    }
}

void Application::closeInOrder()
{
    if (isReadOnly() || m_isAbandoned)
        return;
    if (m_session.may(session::Operation::ChangePurge))
        m_history.purge();
    if (m_session.may(session::Operation::EvidenceSweep))
        evidence::sweep(m_session);
    session::FileStateRepository(*m_file.database).markClosed();
    if (m_backsUpAtClose && session::AuditRepository(*m_file.database).lastId() > m_lastBackedUp)
        makeBackup(m_path, "close");
}

void Application::publishAll()
{
    // Settings too: an import may have taken the office's word for its head from its list.
    QSet<QString> tables{QStringLiteral("settings"), QStringLiteral("custom_fields")};
    for (const metrics::Metric &metric : m_metrics.catalogue().all())
        tables.unite(QSet<QString>(metric.reads.begin(), metric.reads.end()));
    m_bus->publish(tables);
}

bool Application::isReadOnly() const
{
    return !m_file.database->isWritable();
}

std::optional<QDateTime> Application::lastBackupAt() const
{
    const auto backups = db::listBackups(m_path);
    const auto last = std::ranges::find_if(backups, isComplete);
    return last == backups.end() ? std::nullopt : std::optional(last->manifest.createdAt);
}

void Application::backUp(const QString &reason, TaskControl &control)
{
    session::Work work(m_session, session::Operation::BackupMake);
    work.setReason(reason);
    work.commit();
    makeBackup(m_path, reason, control);
    m_lastBackedUp = session::AuditRepository(*m_file.database).lastId();
}

void Application::backUpBefore(const QString &step, TaskControl &control)
{
    makeBackup(m_path, "before-" + step, control);
    m_lastBackedUp = session::AuditRepository(*m_file.database).lastId();
}

} // namespace mishutai::desk
