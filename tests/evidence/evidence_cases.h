#pragma once

#include "base/error.h"
#include "evidence/links/evidence_service.h"
#include "support/test_session.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <functional>
#include <optional>

namespace mishutai::test {

inline std::optional<Error> errorOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

/// A file with these bytes in a folder. @return its path
inline QString putFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    REQUIRE(QDir().mkpath(folder));
    QFile file(folder + u'/' + name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return file.fileName();
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Relative path → bytes of every file below.
inline QMap<QString, QByteArray> treeOf(const QString &folder)
{
    QMap<QString, QByteArray> tree;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        tree.insert(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return tree;
}

/// The smallest thing that is a JPEG by its first bytes; different for each text.
inline QByteArray jpeg(const QByteArray &text)
{
    return "\xFF\xD8\xFF\xE0" + text;
}

/// A data file with its store, and a folder of the user's own files.
struct Desk {
    TestSession session;
    evidence::EvidenceService service{session.session()};
    QString inbox() const { return const_cast<TestSession &>(session).file().folder() + "/收件"; }
    QString file(const QString &name, const QByteArray &bytes) const { return putFile(inbox(), name, bytes); }
    evidence::AttachResult attach(const evidence::RecordRef &record, const QString &name, const QByteArray &bytes)
    {
        return service.attach(record, {{.path = file(name, bytes)}});
    }
};

const evidence::RecordRef kEvent{"activities", 3};
const evidence::RecordRef kVoucher{"vouchers", 7};

} // namespace mishutai::test
