#pragma once

#include "base/error.h"
#include "desk/application.h"
#include "desk/data_set.h"
#include "desk/example_data.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <optional>

namespace mishutai::desk {

/// The example in a folder of its own, made once a process and copied.
class ExampleFile
{
public:
    ExampleFile() { REQUIRE(QFile::copy(madeOnce(), path())); }
    QString folder() const { return m_folder.path(); }
    QString path() const { return m_folder.filePath("desk.mishutai"); }
    std::unique_ptr<Application> open(Access access = Access::Write) const { return Application::open({path(), access, {}, {}}); }

private:
    static QString madeOnce()
    {
        static const QTemporaryDir folder;
        static const QString file = [] {
            const QString made = folder.filePath("example.mishutai");
            createExample("alliance-2021", made);
            return made;
        }();
        return file;
    }
    QTemporaryDir m_folder;
};

template <class Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

/// Relative path → content of every file below.
inline QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        found.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return found;
}

inline void putFile(const QString &path, const QByteArray &bytes)
{
    REQUIRE(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace mishutai::desk
