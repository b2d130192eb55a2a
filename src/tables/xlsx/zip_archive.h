#pragma once

#include "tables/table_reader.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

struct zip;
struct zip_file;

namespace mishutai::tables {

/// One part of an archive as a device that stops at a number of bytes, whatever size the archive claims.
class ZipPart : public QIODevice
{
public:
    ZipPart(zip_file *file, qint64 limit);
    ~ZipPart() override;
    bool isSequential() const override { return true; }
    bool isOverLimit() const { return m_isOverLimit; }
    /// Reads to the end, where the checksum is compared. @returns false when the part is damaged or over its limit
    bool drain();

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file *m_file;
    qint64 m_left;
    bool m_isOverLimit = false;
    bool m_isDamaged = false;
};

/// A zip in memory, refused when it claims more than the budget.
class ZipArchive
{
public:
    /// @param bytes must outlive the archive
    /// @throws Error Validation (no zip, cut off, over the budget)
    ZipArchive(const QByteArray &bytes, QString fileName, const ReadBudget &budget);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    bool has(const QString &name) const;
    /// @throws Error Validation (missing, encrypted, over the budget)
    std::unique_ptr<ZipPart> open(const QString &name) const;
    const QString &fileName() const { return m_fileName; }

private:
    void checkBudget() const;

    QString m_fileName;
    ReadBudget m_budget;
    zip *m_archive = nullptr;
};

} // namespace mishutai::tables
