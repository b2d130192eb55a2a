#pragma once

#include "db/statement.h"
#include "desk/application.h"
#include "desk/example_data.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

namespace mishutai::test {

/// The example at work: a data file of its own that a test may change, removed at its end. The example is made once a process.
class ExampleOffice
{
public:
    ExampleOffice()
    {
        REQUIRE(QFile::copy(madeOnce(), path()));
        m_application = desk::Application::open({path(), desk::Access::Write, {}, {}});
    }

    desk::Application &application() { return *m_application; }
    session::Session &session() { return m_application->session(); }
    QString path() const { return m_folder.filePath(QStringLiteral("office.mishutai")); }
    void close() { m_application.reset(); }

    /// The first answer of a query of one column x over the base tables.
    qint64 number(const QString &sql)
    {
        db::Statement statement(m_application->database(), sql);
        REQUIRE(statement.next());
        return statement.integer("x");
    }

private:
    static QString madeOnce()
    {
        static const QTemporaryDir folder;
        static const QString file = [] {
            const QString made = folder.filePath(QStringLiteral("example.mishutai"));
            desk::createExample(QStringLiteral("alliance-2021"), made);
            return made;
        }();
        return file;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<desk::Application> m_application;
};

} // namespace mishutai::test
