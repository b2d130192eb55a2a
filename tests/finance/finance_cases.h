#pragma once

#include "base/error.h"
#include "db/sql_error.h"
#include "db/statement.h"
#include "finance/accounts/account_repository.h"
#include "finance/accounts/chart_resource.h"
#include "finance/accounts/period_service.h"
#include "finance/entries/category_service.h"
#include "finance/entries/entry_service.h"
#include "finance/finance_setup.h"
#include "finance/vouchers/voucher_service.h"
#include "office/sheets/sheet_import.h"
#include "parties/units/unit_service.h"
#include "support/test_session.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

#include <optional>

namespace mishutai::finance {

/// Books of 2021 as FinanceSetup opens them, at noon of 15 June 2021.
class Books
{
public:
    Books()
    {
        m_session.clock().set(QDateTime(QDate(2021, 6, 15), QTime(12, 0)));
        m_bank.emplace(FinanceSetup(m_session).start({.year = 2021, .bankAccountName = {}, .bankName = {}, .bankNumber = {}}));
    }

    session::Session &session() { return m_session; }
    db::Database &database() { return m_session.database(); }
    test::TestSession &test() { return m_session; }
    AccountId bank() const { return *m_bank; }

    AccountId account(const QString &code)
    {
        return AccountRepository(database()).findByCode(QString::fromLatin1(kDefaultChart), code).value().id;
    }
    CategoryId category(const QString &name) { return CategoryService(m_session).findByName(name).value().id; }
    UnitId unit(const QString &name)
    {
        parties::UnitDetails details;
        details.name = name;
        return parties::UnitService(m_session).create(details);
    }

    EntryDetails entry(EntryDirection direction, const QString &category_, qint64 fen, QDate date = QDate(2021, 6, 1))
    {
        EntryDetails details;
        details.date = date;
        details.direction = direction;
        details.category = category(category_);
        details.account = bank();
        details.amount = Money::fromFen(fen);
        return details;
    }
    VoucherDetails voucher(qint64 fen, QDate date = QDate(2021, 6, 1))
    {
        VoucherDetails details;
        details.date = date;
        details.lines = {line("100201", Side::Debit, fen), line("420101", Side::Credit, fen)};
        return details;
    }
    VoucherLine line(const QString &code, Side side, qint64 fen)
    {
        VoucherLine line;
        line.account = account(code);
        line.side = side;
        line.amount = Money::fromFen(fen);
        line.summary = QStringLiteral("示例");
        return line;
    }
    VoucherId posted(const VoucherDetails &details)
    {
        VoucherService service(m_session);
        const VoucherId id = service.draft(details);
        service.post({id});
        return id;
    }
    Voucher read(VoucherId id) { return VoucherService(m_session).voucher(id).value(); }

    /// The first answer of a query of one column x.
    qint64 number(const QString &sql)
    {
        db::Statement statement(database(), sql);
        return statement.next() ? statement.integer("x") : -1;
    }
    QString text(const QString &sql)
    {
        db::Statement statement(database(), sql);
        return statement.next() ? statement.text("x") : QString();
    }
    /// Runs SQL beside the services; the rule that refuses it, "done" when none does.
    std::string attack(const QString &sql)
    {
        try {
            db::Statement(database(), sql).execute();
        } catch (const Error &error) {
            return db::brokenRule(error).value_or(Error::kindName(error.kind())).toStdString();
        }
        return "done";
    }

private:
    test::TestSession m_session;
    std::optional<AccountId> m_bank;
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

inline QStringList codesOf(const std::vector<FieldError> &faults)
{
    QStringList codes;
    for (const FieldError &fault : faults)
        codes << fault.field + QLatin1Char(' ') + fault.code;
    return codes;
}

inline office::ImportResult import(session::Session &session, office::RecordSheet &kind, const QString &csv,
    office::ImportMode mode = office::ImportMode::AllOrNothing)
{
    return office::importSheet(session, kind, tables::TableReader().readBytes(csv.toUtf8(), "表.csv"), "表.csv", mode);
}

inline QStringList problemsOf(const office::ImportResult &result)
{
    QStringList lines;
    for (const office::RowVerdict &verdict : result.faulty) {
        for (const FieldError &fault : verdict.faults)
            lines << QString("%1 %2 %3").arg(verdict.row).arg(fault.field, fault.message);
        if (verdict.faults.empty())
            lines << QString("%1 %2").arg(verdict.row).arg(verdict.problem);
    }
    return lines;
}

} // namespace mishutai::finance
