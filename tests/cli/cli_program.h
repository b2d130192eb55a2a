#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace mishutai::cli {

/// What a call of mishutai-cli came to.
struct Outcome {
    int status = -1;
    QString out;
    QString err;
    QJsonObject json; ///< of stdout, where it is one object
    QJsonObject error() const { return json["error"].toObject(); }
};

/// Runs the program in `folder`, with a home of its own below it. @param settings environment, "NAME=VALUE"
Outcome run(const QString &folder, const QStringList &arguments, const QStringList &settings = {});
/// The same without the rights of an administrator, whom no permission stops.
Outcome runAsNobody(const QString &folder, const QStringList &arguments, const QStringList &settings = {});

/// All files and folders below a folder: relative path → content, "/" for a folder. The home of run() is left out.
QMap<QString, QByteArray> filesBelow(const QString &folder);
/// Names of what is new, gone or different; empty when every byte is as it was.
std::string changes(const QMap<QString, QByteArray> &before, const QMap<QString, QByteArray> &after);

/// A folder of its own with the example as desk.mishutai, removed at the end of the test.
class Desk
{
public:
    Desk();
    QString folder() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString file() const { return path("desk.mishutai"); }
    /// A file with these bytes; its path.
    QString put(const QString &name, const QByteArray &bytes) const;
    /// The program on the data file: --db FILE, then the arguments.
    Outcome call(const QStringList &arguments, const QStringList &settings = {}) const;
    /// The same with --json.
    Outcome json(const QStringList &arguments, const QStringList &settings = {}) const;

private:
    QTemporaryDir m_folder;
};

/// The example exported as a data set into a new folder beside it; its path.
QString exampleDataSet(const Desk &desk, const QString &folder);

} // namespace mishutai::cli
