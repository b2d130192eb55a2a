#include "desk/prints/file_names.h"

#include <QFileInfo>

namespace mishutai::desk {

namespace {

constexpr qsizetype kMostCharacters = 60; ///< three bytes each still leave room in the 255 of a file system

QString cleaned(const QString &part)
{
    static const QString kRefused = QStringLiteral("\\/:*?\"<>|");
    QString clean;
    for (const QChar character : part.simplified()) {
        const bool isRefused = kRefused.contains(character) || character.category() == QChar::Other_Control
            || character.category() == QChar::Other_Format;
        clean += isRefused ? QChar(u'_') : character;
    }
    return clean;
}

} // namespace

QString fileName(const QStringList &parts)
{
    QStringList clean;
    for (const QString &part : parts)
        if (!part.simplified().isEmpty())
            clean.append(cleaned(part));
    QString name = clean.join('-');
    if (name.size() > kMostCharacters) {
        name.truncate(kMostCharacters);
        if (name.back().isHighSurrogate())
            name.chop(1);
    }
    // Windows drops blanks and dots at the end; a leading dot hides the file.
    while (name.endsWith('.') || name.endsWith(' '))
        name.chop(1);
    while (name.startsWith('.'))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("_") : name;
}

QString freePath(const QDir &folder, const QString &name, const QString &ending)
{
    QString path = folder.filePath(name + ending);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(QStringLiteral("%1（%2）%3").arg(name).arg(number).arg(ending));
    return path;
}

} // namespace mishutai::desk
