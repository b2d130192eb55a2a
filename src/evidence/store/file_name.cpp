#include "evidence/store/file_name.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace mishutai::evidence {

namespace {

constexpr int kMostKept = 255;
constexpr int kMostBytes = 240; // 255 less what a copy beside it may add

bool isUnseen(QChar character)
{
    return character.category() == QChar::Other_Control || character.category() == QChar::Other_Format
        || character.category() == QChar::Separator_Line || character.category() == QChar::Separator_Paragraph;
}

QString lastPart(const QString &given)
{
    static const QRegularExpression kSeparators(QStringLiteral("[/\\\\]"));
    return given.mid(given.lastIndexOf(kSeparators) + 1);
}

QString fallbackName()
{
    return QCoreApplication::translate("Evidence", "佐证");
}

/// The ending without the dot, lower case; empty for none and for what is too long to be one.
QString endingOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot < 0 ? QString() : name.mid(dot + 1).trimmed().toLower();
    return ending.size() > 10 ? QString() : ending;
}

bool isReserved(const QString &stem)
{
    static const QRegularExpression kReserved(
        QStringLiteral(
            "^(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|com[0-9\u00B9\u00B2\u00B3]|lpt[0-9\u00B9\u00B2\u00B3])\\s*(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return kReserved.match(stem).hasMatch();
}

/// Shortens at whole characters, so that no half of a pair is left.
QString atMostBytes(QString text, int bytes)
{
    while (text.toUtf8().size() > bytes) {
        text.chop(1);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
    }
    return text;
}

QString withoutForbidden(const QString &name)
{
    static const QString kForbidden = QStringLiteral("<>:\"|?*");
    QString clean;
    for (const QChar character : name) {
        if (kForbidden.contains(character))
            clean += u'_';
        else if (!isUnseen(character) && character != QChar::ReplacementCharacter)
            clean += character;
    }
    return clean;
}

QString trimmedDots(QString stem)
{
    const auto isEdge = [](QChar character) { return character == u'.' || character.isSpace(); };
    while (!stem.isEmpty() && isEdge(stem.back()))
        stem.chop(1);
    while (!stem.isEmpty() && (isEdge(stem.front()) || stem.front() == u'-' || stem.front() == u'~'))
        stem.remove(0, 1);
    return stem;
}

QDate fromMatch(const QRegularExpressionMatch &match)
{
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()) : QDate();
}

} // namespace

QString keptName(const QString &given)
{
    QString name;
    for (const QChar character : lastPart(given)) {
        if (!isUnseen(character))
            name += character;
    }
    name = QString::fromUtf8(name.toUtf8()).trimmed(); // lone surrogates become the replacement character
    if (name.size() > kMostKept) {
        const QString ending = endingOf(name);
        const QString tail = ending.isEmpty() ? QString() : u'.' + ending;
        name = name.left(kMostKept - tail.size());
        if (name.back().isHighSurrogate())
            name.chop(1);
        name += tail;
    }
    return name.isEmpty() ? fallbackName() : name;
}

QString cleanFileName(const QString &kept, Media media)
{
    const QString name = trimmedDots(withoutForbidden(lastPart(kept)));
    QString ending = endingOf(name);
    QString stem = ending.isEmpty() ? name : name.left(name.lastIndexOf(u'.'));
    if (!usualEnding(media).isEmpty() && !isUsualEnding(media, ending)) {
        stem = name;
        ending = usualEnding(media);
    }
    stem = trimmedDots(stem);
    if (stem.isEmpty())
        stem = fallbackName();
    if (isReserved(stem))
        stem.prepend(u'_');
    const QString tail = ending.isEmpty() ? QString() : u'.' + ending;
    return trimmedDots(atMostBytes(stem, kMostBytes - static_cast<int>(tail.toUtf8().size()))) + tail;
}

bool mayBeOpened(const QString &kept, Media media)
{
    static const QSet<QString> kRun{"exe", "com", "scr", "pif", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf",
        "wsh", "hta", "msi", "msp", "lnk", "url", "reg", "jar", "sh", "bash", "run", "desktop", "appimage", "deb", "rpm", "py",
        "pl", "command", "app", "cpl", "dll", "chm", "scf", "inf", "application", "gadget"};
    return media != Media::Program && !kRun.contains(endingOf(cleanFileName(kept, media))) && !kRun.contains(endingOf(kept));
}

QDate dateInName(const QString &name)
{
    static const QRegularExpression kDay(
        QStringLiteral("(?<!\\d)(20\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=\\d{6}(?:\\d{3})?(?!\\d)|\\D|$)"));
    static const QRegularExpression kParted(
        QStringLiteral("(?<!\\d)(20\\d\\d)[-_.年 ](0?[1-9]|1[0-2])[-_.月 ](3[01]|[12]\\d|0?[1-9])(?!\\d)"));
    static const QRegularExpression kMillis(QStringLiteral("(?:mmexport|wx_camera_|microMsg[._]|pt\\d{4}_|^)(1[0-9]{12})(?!\\d)"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression &shape : {kDay, kParted}) {
        auto matches = shape.globalMatch(name);
        while (matches.hasNext()) {
            if (const QDate day = fromMatch(matches.next()); day.isValid())
                return day;
        }
    }
    if (const auto millis = kMillis.match(name); millis.hasMatch())
        return QDateTime::fromMSecsSinceEpoch(millis.captured(1).toLongLong()).date();
    return {};
}

} // namespace mishutai::evidence
