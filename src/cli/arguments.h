#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace mishutai::cli {

/// A call taken apart: options (before or after the command, "--db FILE" or "--db=FILE"), command, what follows it.
struct Arguments {
    QString command;
    QStringList rest;
    QHash<QString, QString> values; ///< options that take a value, by name without dashes
    QStringList filters; ///< --filter NAME=VALUE, repeated
    QStringList sets; ///< --set NAME=VALUE, repeated
    QSet<QString> flags; ///< options without a value

    bool has(const QString &flag) const { return flags.contains(flag); }
    QString value(const QString &name) const { return values.value(name); }
    bool isJson() const { return has("json"); }

    /// @throws Error Usage for an unknown option or a missing value
    static Arguments parse(const QStringList &words);
};

/// The next of the command's own words. @throws Error Usage, saying what is missing
QString required(const Arguments &arguments, int index, const QString &what);
/// @throws Error Usage when there are more words than the command takes, or an option that it does not
void allow(const Arguments &arguments, int words, const QStringList &options);
/// Nothing that is there is written over without --force. @throws Error Conflict
void requireFree(const Arguments &arguments, const QString &target);

} // namespace mishutai::cli
