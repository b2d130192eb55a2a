#pragma once

#include "db/row_writer.h"
#include "db/statement.h"
#include "desk/merge.h"
#include "desk_cases.h"
#include "parties/merge/unit_merge.h"
#include "parties/people/contact_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCryptographicHash>

#include <random>

namespace mishutai::desk {

/// What undo leaves behind on purpose: revisions that no form can still hold, the books of the program itself, numbers given.
inline const QStringList kOutside{"audit_log", "changes", "drafts", "file_state", "number_sequences", "schema_migrations"};

inline QStringList tablesOf(const db::Database &database)
{
    QStringList tables;
    db::Statement statement(database,
        "SELECT s.name AS x FROM sqlite_schema AS s WHERE s.type = 'table' "
        "AND EXISTS (SELECT 1 FROM pragma_table_info(s.name) AS c WHERE c.name = 'id') ORDER BY s.name");
    while (statement.next()) {
        if (!kOutside.contains(statement.text("x")))
            tables.append(statement.text("x"));
    }
    return tables;
}

inline QByteArray hashOf(const db::Database &database, const QString &table)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    db::Statement ids(database, QString("SELECT id FROM %1 ORDER BY id").arg(table));
    while (ids.next()) {
        const std::optional<db::Row> row = db::readRow(database, table, ids.integer("id"));
        for (const auto &[column, value] : *row) {
            if (column != u"revision")
                hash.addData((column + u'=' + (value.isNull() ? QString("NULL") : value.toString()) + u'\n').toUtf8());
        }
    }
    return hash.result();
}

inline QMap<QString, QByteArray> hashes(const db::Database &database)
{
    QMap<QString, QByteArray> result;
    for (const QString &table : tablesOf(database))
        result.insert(table, hashOf(database, table));
    return result;
}

inline QStringList changedTables(const QMap<QString, QByteArray> &before, const QMap<QString, QByteArray> &after)
{
    QStringList changed;
    for (auto table = before.begin(); table != before.end(); ++table) {
        if (after.value(table.key()) != table.value())
            changed.append(table.key());
    }
    return changed;
}

inline qint64 count(const db::Database &database, const QString &sql)
{
    db::Statement statement(database, "SELECT count(*) AS x " + sql);
    statement.next();
    return statement.integer("x");
}

inline std::vector<qint64> idsOf(const db::Database &database, const QString &sql)
{
    std::vector<qint64> ids;
    db::Statement statement(database, sql);
    while (statement.next())
        ids.push_back(statement.integer("id"));
    return ids;
}

/// The example with facts that many units share, so that merges meet every kind of collision.
struct MergeBooks {
    ExampleFile file;
    std::unique_ptr<Application> application = file.open();
    session::Session &session = application->session();
    db::Database &database = application->database();
    std::mt19937 random{20211126};

    int below(size_t end) { return static_cast<int>(random() % end); }
    bool toss() { return random() % 2 == 0; }

    void fill()
    {
        const std::vector<qint64> people = idsOf(database, "SELECT id FROM people ORDER BY id LIMIT 6");
        parties::UnitFactService facts(session);
        for (const qint64 id : idsOf(database, "SELECT id FROM units ORDER BY id")) {
            const UnitId unit(id);
            const PersonId person(people[static_cast<size_t>(below(people.size()))]);
            const QDate from = toss() ? QDate() : QDate(2019 + below(3), 1, 1);
            const QDate to = toss() ? QDate() : QDate(2022, 1 + below(12), 1);
            try {
                parties::ContactService(session).put({unit, person, toss() ? "经理" : "", {"会费"}, toss(), from, to, {}});
            } catch (const Error &) {
                // The person is a contact of the unit at that time already.
            }
            facts.put(parties::UnitRoleDetails{unit, toss() ? parties::UnitRoleKind::Media : parties::UnitRoleKind::Expert,
                QDate(2018 + below(2), 1, 1), to, "注"});
            facts.put(parties::QualificationDetails{
                unit, parties::QualificationKind::Champion, {}, {}, QDate(2020, 1, 1), {}, toss() ? "证-1" : "证-2", {}});
            facts.put(parties::UnitYearDetails{unit, 2020, parties::FigureStage::Actual,
                parties::yuanOf(Money::fromFen(100 + below(3))), {}, {}, {}, parties::yuanOf(Money::fromFen(below(9) * 100)), {},
                {}});
        }
    }

    UnitMergeRequest someMerge()
    {
        const std::vector<qint64> units = idsOf(database, "SELECT id FROM units WHERE merged_into_id IS NULL ORDER BY id");
        const size_t first = static_cast<size_t>(below(units.size()));
        const size_t second = (first + 1 + static_cast<size_t>(below(units.size() - 1))) % units.size();
        const parties::Unit survivor = parties::UnitService(session).get(UnitId(units[first]));
        const parties::Unit merged = parties::UnitService(session).get(UnitId(units[second]));
        UnitMergeRequest request{survivor.id, survivor.revision, merged.id, merged.revision, {}, {}};
        const MergePlan plan = planUnitMerge(session, survivor.id, merged.id);
        for (const parties::MergeField &field : plan.fields) {
            if (toss())
                request.taken.insert(field.key);
        }
        if (plan.openMemberships.size() > 1)
            request.membership = {plan.openMemberships[toss() ? 0 : 1].id,
                toss() ? members::SecondMembership::Close : members::SecondMembership::Remove};
        return request;
    }

    void undo() { application->history().undo(application->history().lastUndoable()->batch); }
};

inline parties::UnitDetails named(const QString &name)
{
    parties::UnitDetails details;
    details.name = name;
    return details;
}

} // namespace mishutai::desk
