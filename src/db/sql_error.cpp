#include "db/sql_error.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <QCoreApplication>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

// Stable: brokenRule() finds the rule behind it.
QString rulePrefix()
{
    return tr("数据规则：");
}

QString rule(const QString &engineText)
{
    static const QString kMark = QStringLiteral(" constraint failed: ");
    const qsizetype at = engineText.indexOf(kMark);
    return rulePrefix() + (at < 0 ? engineText : engineText.mid(at + kMark.size()));
}

Error refusal(int code, const QString &engineText, std::source_location where)
{
    using Kind = Error::Kind;
    switch (code) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_ROWID:
        return Error(Kind::Conflict, tr("已有相同的记录"), rule(engineText), tr("请换一个不重复的编号或名称"), where);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return Error(Kind::Conflict, tr("记录之间的关联不允许这样修改"), tr("还有别的记录引用它，或它引用的记录已不存在"),
            tr("请先处理引用它的记录，或刷新后再试"), where);
    case SQLITE_CONSTRAINT_NOTNULL:
        return Error(Kind::Validation, tr("必填内容没有填写"), rule(engineText), tr("请补全后再保存"), where);
    default:
        return Error(Kind::Validation, tr("填写的内容不符合要求"), rule(engineText), tr("请更正后再保存"), where);
    }
}

struct StorageText {
    int code;
    const char *cause;
    const char *remedy;
};

constexpr StorageText kStorageTexts[] = {
    {SQLITE_BUSY, "数据文件正被另一个程序占用", "请稍候再试；如另开着一个窗口，请先关闭它"},
    {SQLITE_LOCKED, "数据文件正被本程序的另一项任务占用", "请等那项任务完成后再试"},
    {SQLITE_READONLY, "数据文件是只读的", "请检查文件和文件夹的写入权限，或关闭占用它的程序后重新打开"},
    {SQLITE_FULL, "磁盘已满", "请清理磁盘空间后再试；之前保存的内容没有受影响"},
    {SQLITE_IOERR, "读写磁盘时出错", "请检查磁盘或移动存储设备是否正常，再重新打开数据文件"},
    {SQLITE_CORRUPT, "数据文件已损坏", "请在「设置 → 备份」中从最近的备份恢复"},
    {SQLITE_NOTADB, "文件不是数据文件或已损坏", "请在「设置 → 备份」中从最近的备份恢复"},
    {SQLITE_CANTOPEN, "无法打开数据文件", "请检查文件是否还在、是否有读写权限"},
    {SQLITE_PERM, "没有读写数据文件的权限", "请检查文件和文件夹的权限"},
    {SQLITE_NOMEM, "内存不足", "请关闭一些程序后再试"},
    {SQLITE_TOOBIG, "内容过长", "请缩短后再保存"},
};

Error storage(int code, std::source_location where)
{
    for (const StorageText &text : kStorageTexts) {
        if (text.code == (code & 0xff))
            return Error(Error::Kind::Storage, tr("数据没有读写成功"), tr(text.cause), tr(text.remedy), where);
    }
    return Error(Error::Kind::Storage, tr("数据没有读写成功"), tr("程序内部的查询出错（代码 %1）").arg(code),
        tr("请重新打开程序；如再次出现，请把日志交给维护人员"), where);
}

} // namespace

Error sqlError(int nativeCode, const QString &engineText, const QString &sql, std::source_location where)
{
    const bool isRefusal = (nativeCode & 0xff) == SQLITE_CONSTRAINT;
    // The engine's own text of a syntax error quotes SQL only; that of a RAISE comes from a migration. Neither holds values.
    spdlog::log(isRefusal ? spdlog::level::warn : spdlog::level::err, "sql failed: code {} ({}) in: {}", nativeCode,
        engineText.toStdString(), sql.simplified().toStdString());
    return isRefusal ? refusal(nativeCode, engineText, where) : storage(nativeCode, where);
}

Error sqlError(sqlite3 *handle, const QString &sql, std::source_location where)
{
    const int code = sqlite3_extended_errcode(handle);
    return sqlError(code, QString::fromUtf8(sqlite3_errmsg(handle)), sql, where);
}

std::optional<QString> brokenRule(const Error &error)
{
    const QString prefix = rulePrefix();
    if (!error.cause().startsWith(prefix))
        return std::nullopt;
    return error.cause().mid(prefix.size());
}

} // namespace mishutai::db
