#include "parties/duplicates/sheet_likeness.h"

#include <QCoreApplication>

#include <limits>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

/// Rows are told from records by where they stand; no record has such an id.
qint64 idOfRow(int row)
{
    return std::numeric_limits<qint64>::max() - row;
}

QString rowName(int row)
{
    return tr("本表第%1行").arg(row);
}

template <class Likeness> FieldError faultOf(const Likeness &known, const QString &field, const QString &kind)
{
    return {field, "alike",
        tr("与「%1」（%2，%3）可能是同一%4：若是，请改用它的编号；若不是，可照样新增")
            .arg(known.name, known.code, label(known.reason), kind)};
}

} // namespace

DuplicateFinder &SheetLikeness::finder(session::Session &session)
{
    if (!m_finder)
        m_finder = std::make_unique<DuplicateFinder>(session);
    return *m_finder;
}

std::optional<FieldError> SheetLikeness::ofUnit(
    session::Session &session, const DuplicateFinder::UnitQuestion &question, const QString &field, int row)
{
    const std::vector<UnitLikeness> known = finder(session).units(question);
    if (!known.empty())
        return faultOf(known.front(), field, tr("单位"));
    finder(session).add(UnitId(idOfRow(row)), rowName(row), question);
    return std::nullopt;
}

std::optional<FieldError> SheetLikeness::ofPerson(
    session::Session &session, const QString &name, const QStringList &phones, const QString &field, int row)
{
    const std::vector<PersonLikeness> known = finder(session).people(name, phones);
    if (!known.empty())
        return faultOf(known.front(), field, tr("人"));
    finder(session).add(PersonId(idOfRow(row)), rowName(row), name, phones);
    return std::nullopt;
}

} // namespace mishutai::parties
