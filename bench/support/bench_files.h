#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace mishutai::bench {

/// Files to measure on, in a folder of this run on the disk of the build. What is dear to make is kept in the build folder and
/// made anew when migrations or examples changed.
class BenchFiles
{
public:
    /// @throws std::runtime_error when the build folder is not writable
    BenchFiles();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// A data file with the schema and a first user. @return its path
    QString emptyFile(const QString &name) const { return copyOf(keptEmpty(), name); }
    /// The example alliance-2021.
    QString exampleFile(const QString &name) const { return copyOf(keptExample(), name); }
    /// An alliance with so many members, each with a contact, made through the services.
    QString membersFile(int count, const QString &name) const { return copyOf(keptMembers(count), name); }

private:
    static QString keptEmpty();
    static QString keptExample();
    static QString keptMembers(int count);
    QString copyOf(const QString &kept, const QString &name) const;

    QTemporaryDir m_folder;
};

/// Plainly fictitious full names, all different: 示例金方科技有限公司 … @param place from 0
QString unitName(int place);
/// 示例甲一一 …; 1,000 different ones
QString personName(int place);
/// 13800000000 …, all different
QString phone(int place);

/// A 会员名单 as a secretary has it: UTF-8 CSV with names, levels, days, contacts and phones.
QByteArray memberList(int count);

/// The file copied byte by byte and synced: the least that making it can cost.
void copySynced(const QString &source, const QString &target);

/// All rows of these tables of a file, written into another by one plain INSERT each, in one transaction: the least that filling
/// them can cost. The schema is there and the tables of `target` are empty.
void copyRows(const QString &source, const QString &target, const QStringList &tables);

} // namespace mishutai::bench
