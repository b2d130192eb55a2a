#pragma once

#include "base/task_control.h"

#include <QByteArray>
#include <QString>

#include <functional>

struct zip;
struct zip_source;

namespace mishutai::desk {

/// A zip on disk, written once from files as large as they are; tables::ZipArchive reads workbooks, in memory and on a budget.
class ZipWriter
{
public:
    /// @throws Error Io
    explicit ZipWriter(const QString &path);
    ~ZipWriter();
    Q_DISABLE_COPY_MOVE(ZipWriter)

    void addText(const QString &name, const QByteArray &text);
    /// @param isCompressed for what is not compressed itself
    void addFile(const QString &name, const QString &source, bool isCompressed);
    /// Reads the files and writes the zip. @throws Error Io, Cancelled; then no zip is there
    void finish(TaskControl &control, const QString &what);

private:
    void add(const QString &name, zip_source *source, bool isCompressed);

    QString m_path;
    zip *m_archive = nullptr;
    QByteArrayList m_texts; ///< read when the zip is written
};

class ZipReader
{
public:
    /// @throws Error Io, Validation (no zip)
    explicit ZipReader(const QString &path);
    ~ZipReader();
    Q_DISABLE_COPY_MOVE(ZipReader)

    /// A small entry as a whole; empty when it is missing or larger. @throws Error Storage (damaged)
    QByteArray text(const QString &name, qint64 mostBytes) const;
    /// Gives an entry block by block, of `bytes` bytes in all. @return SHA-256, hex
    /// @throws Error Storage (missing, damaged, of another size), Cancelled, and what `take` throws
    QByteArray read(
        const QString &name, qint64 bytes, const std::function<void(const QByteArray &)> &take, const TaskControl &control) const;

private:
    QString m_fileName;
    zip *m_archive = nullptr;
};

} // namespace mishutai::desk
