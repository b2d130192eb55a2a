#include "db/checks.h"

#include "base/error.h"
#include "db/database.h"
#include "db/statement.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Checks", text);
}

// A file can be so damaged that the check itself fails: that is a finding, not an exception.
template <class Check> std::vector<CheckFinding> guardedCheck(CheckFinding::Kind kind, Check check)
{
    std::vector<CheckFinding> findings;
    try {
        check(findings);
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Storage)
            throw;
        findings.push_back({kind, {}, 0, tr("检查无法进行：%1").arg(error.cause())});
    }
    if (!findings.empty())
        spdlog::error("check {} found {} faults", static_cast<int>(kind), findings.size());
    return findings;
}

std::vector<CheckFinding> engineCheck(const Database &database, const QString &pragma)
{
    return guardedCheck(CheckFinding::Kind::Integrity, [&](std::vector<CheckFinding> &findings) {
        Statement rows(database, pragma);
        const QByteArray column = rows.columnNames().constFirst().toUtf8();
        while (rows.next()) {
            const QString message = rows.text(column.constData());
            if (message != u"ok")
                findings.push_back({CheckFinding::Kind::Integrity, {}, 0, tr("数据文件结构损坏：%1").arg(message.simplified())});
        }
    });
}

void append(std::vector<CheckFinding> &all, std::vector<CheckFinding> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::vector<CheckFinding> quickCheck(const Database &database)
{
    return engineCheck(database, QStringLiteral("PRAGMA quick_check"));
}

std::vector<CheckFinding> integrityCheck(const Database &database)
{
    return engineCheck(database, QStringLiteral("PRAGMA integrity_check"));
}

std::vector<CheckFinding> foreignKeyCheck(const Database &database)
{
    return guardedCheck(CheckFinding::Kind::ForeignKey, [&](std::vector<CheckFinding> &findings) {
        Statement rows(database, QStringLiteral("PRAGMA foreign_key_check"));
        while (rows.next()) {
            const QString table = rows.text("table");
            findings.push_back({CheckFinding::Kind::ForeignKey, table, rows.integer("rowid"),
                tr("表 %1 第 %2 行引用的 %3 记录不存在").arg(table, rows.text("rowid"), rows.text("parent"))});
        }
    });
}

std::vector<CheckFinding> formatCheck(const Database &database, int newestVersion)
{
    return guardedCheck(CheckFinding::Kind::Format, [&](std::vector<CheckFinding> &findings) {
        Statement id(database, QStringLiteral("PRAGMA application_id"));
        id.next();
        if (id.integer("application_id") != Database::kApplicationId)
            findings.push_back({CheckFinding::Kind::Format, {}, 0, tr("不是秘书台的数据文件")});
        const int version = database.schemaVersion();
        if (version > newestVersion) {
            findings.push_back(
                {CheckFinding::Kind::Format, {}, 0, tr("结构版本 %1 比本程序认识的 %2 新").arg(version).arg(newestVersion)});
        }
    });
}

std::vector<CheckFinding> fullCheck(const Database &database, int newestVersion, TaskControl &control)
{
    control.progress(0, 3, tr("正在检查数据文件"));
    std::vector<CheckFinding> findings = formatCheck(database, newestVersion);
    control.throwIfCancelled();
    control.progress(1, 3, tr("正在检查数据结构"));
    append(findings, integrityCheck(database));
    control.throwIfCancelled();
    control.progress(2, 3, tr("正在检查记录关联"));
    append(findings, foreignKeyCheck(database));
    control.progress(3, 3, tr("检查完成"));
    return findings;
}

} // namespace mishutai::db
