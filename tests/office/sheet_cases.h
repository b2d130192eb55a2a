#pragma once

#include "office/sheets/sheet_import.h"

#include "db/statement.h"
#include "office/sheets/pending_rows.h"
#include "office/sheets/row_reader.h"
#include "session/history/change_history.h"
#include "session/work.h"
#include "support/test_session.h"
#include "tables/table_reader.h"
#include "tables/table_writer.h"

#include <catch2/catch.hpp>

#include <QDate>

namespace mishutai::office {

using mishutai::test::TestSession;

/// A kind of the test's own: a coded thing with a day. Its row writes before it finds its last fault.
class ThingSheet : public RecordSheet
{
public:
    QString key() const override { return "things"; }
    QString title() const override { return "物品"; }
    std::vector<SheetColumn> columns() const override
    {
        return {{"code", "编号", {"物品编号"}, true, "文字", "物-1"}, {"name", "名称", {}, false, "文字", {}},
            {"day", "日期", {}, false, "日期", {}}};
    }
    session::Operation importOperation() const override { return session::Operation::UnitEdit; }
    session::Operation exportOperation() const override { return session::Operation::PartyRead; }
    std::vector<QStringList> identities() const override { return {{"code"}, {"name"}}; }
    std::vector<QStringList> exportRows(session::Session &session) const override
    {
        std::vector<QStringList> rows;
        db::Statement statement(session.database(), "SELECT code, name FROM things ORDER BY code");
        while (statement.next())
            rows.push_back({statement.text("code"), statement.text("name"), QString()});
        return rows;
    }

    RowOutcome importRow(session::Session &session, const SheetRow &row) override
    {
        session::Work work(session, session::Operation::UnitEdit);
        if (row.text("name") == "磁盘已满")
            throw Error(Error::Kind::Storage, "磁盘已满");
        const auto stored = rowOf(session, row.text("code"));
        RowOutcome outcome = RowOutcome::Added;
        if (!stored) {
            work.insert("things", {{"code", row.text("code")}, {"name", row.text("name")}});
        } else {
            const int now = work.update(
                "things", stored->first, stored->second, row.has("name") ? db::Row{{"name", row.text("name")}} : db::Row{});
            outcome = now == stored->second ? RowOutcome::Same : RowOutcome::Changed;
        }
        if (row.text("name") == "半途") {
            session::Work step(session, session::Operation::UnitEdit);
            step.insert("things", {{"code", "物-9"}, {"name", "不要了"}});
        }
        RowReader cells(row, session.clock().today());
        QDate day;
        cells.date("day", day);
        cells.throwIfFaulty();
        work.commit();
        return outcome;
    }
    /// 甲 and 甲甲 are much alike.
    std::optional<FieldError> alikeFault(session::Session &session, const SheetRow &row) override
    {
        if (rowOf(session, row.text("code")) || row.text("name") != "甲甲")
            return std::nullopt;
        return FieldError{"name", "alike", "与「甲」可能是同一物品"};
    }
    void finishImport(session::Session &) override { ++m_finished; }
    int finished() const { return m_finished; }

private:
    static std::optional<std::pair<qint64, int>> rowOf(session::Session &session, const QString &code)
    {
        db::Statement statement(session.database(), "SELECT id, revision FROM things WHERE code = :code");
        statement.bind(":code", code);
        if (!statement.next())
            return std::nullopt;
        return std::pair(statement.integer("id"), static_cast<int>(statement.integer("revision")));
    }

    int m_finished = 0;
};

class Thing
{
public:
    Thing()
    {
        m_file.database().runScript("CREATE TABLE things (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, "
                                    "code TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;");
    }
    ImportResult import(const QString &csv, ImportMode mode, TaskControl &control = TaskControl::silent())
    {
        return importSheet(m_file, m_kind, sheet(csv), "物品.csv", mode, control);
    }
    ImportResult import(const tables::Sheet &sheet, const ImportRequest &request)
    {
        return importSheet(m_file, m_kind, sheet, request);
    }
    static tables::Sheet sheet(const QString &csv) { return tables::TableReader().readBytes(csv.toUtf8(), "物品.csv"); }
    qint64 count(const QString &table)
    {
        db::Statement statement(m_file.database(), "SELECT count(*) AS n FROM " + table);
        statement.next();
        return statement.integer("n");
    }
    ThingSheet &kind() { return m_kind; }
    TestSession &file() { return m_file; }

private:
    TestSession m_file;
    ThingSheet m_kind;
};

inline std::optional<Error> errorOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

inline const QString kTwoGoodOneBad = "物品名单,,\n编号,名称,日期\n物-1,甲,2021-05-14\n物-2,乙,5月32日\n物-3,丙,\n";

} // namespace mishutai::office
