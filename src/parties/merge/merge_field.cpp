#include "parties/merge/merge_field.h"

#include <QRegularExpression>
#include <QStringList>

namespace mishutai::parties {

QString joinedWords(const QString &a, const QString &b)
{
    static const QRegularExpression separator(QStringLiteral("[；;、，,\\s]+"));
    if (a.isEmpty() || b.isEmpty() || a == b)
        return a.isEmpty() ? b : a;
    QStringList words = a.split(separator, Qt::SkipEmptyParts) + b.split(separator, Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words.join(u'；');
}

QString joinedLines(const QString &a, const QString &b)
{
    if (b.isEmpty() || a.contains(b))
        return a;
    return a.isEmpty() ? b : a + u'\n' + b;
}

} // namespace mishutai::parties
