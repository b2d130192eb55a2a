#include "cli/output.h"

#include "base/terminal.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace mishutai::cli {

namespace {

std::atomic<bool> interrupted = false;

void interrupt(int)
{
    interrupted = true;
}

void print(FILE *stream, const QString &text)
{
    QTextStream out(stream);
    out << text << '\n';
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject placeJson(const FilePlace &place)
{
    QJsonObject json{{"file", place.file}};
    if (place.row > 0)
        json.insert("row", place.row);
    if (place.column > 0)
        json.insert("column", place.column);
    if (!place.columnName.isEmpty())
        json.insert("column_name", place.columnName);
    return json;
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject json{{"kind", Error::kindName(error.kind())}, {"problem", error.problem()}, {"cause", error.cause()},
        {"remedy", error.remedy()}};
    if (error.place())
        json.insert("place", placeJson(*error.place()));
    QJsonArray fields;
    for (const FieldError &fault : error.fields())
        fields.append(QJsonObject{{"field", fault.field}, {"code", fault.code}, {"message", fault.message}});
    if (!fields.isEmpty())
        json.insert("fields", fields);
    return json;
}

} // namespace

int write(const Result &result, bool isJson)
{
    if (isJson) {
        QJsonObject json = result.json;
        json.insert("ok", result.status == Status::Done);
        print(stdout, compact(json));
    } else if (!result.text.isEmpty()) {
        print(stdout, result.text);
    }
    return static_cast<int>(result.status);
}

int write(const Error &error, bool isJson)
{
    if (isJson)
        print(stdout, compact({{"ok", false}, {"error", errorJson(error)}}));
    else
        print(stderr, error.text());
    return static_cast<int>(error.kind() == Error::Kind::Usage ? Status::WrongCall : Status::Failed);
}

ConsoleControl::ConsoleControl() : m_startedAt(QDateTime::currentMSecsSinceEpoch()), m_isTerminal(isTerminal(stderr))
{
    std::signal(SIGINT, &interrupt);
}

ConsoleControl::~ConsoleControl()
{
    if (m_hasShown)
        std::fputs("\r\033[K", stderr);
    std::signal(SIGINT, SIG_DFL);
}

void ConsoleControl::progress(qint64 done, qint64 total, const QString &what)
{
    constexpr qint64 kShownAfter = 1000;
    if (!m_isTerminal || QDateTime::currentMSecsSinceEpoch() - m_startedAt < kShownAfter)
        return;
    m_hasShown = true;
    const QString count = total > 0 ? QString("%1/%2").arg(done).arg(total) : QString::number(done);
    std::fputs(("\r\033[K" + what + " " + count).toUtf8().constData(), stderr);
    std::fflush(stderr);
}

bool ConsoleControl::isCancelled() const
{
    return interrupted;
}

} // namespace mishutai::cli
