#include "members/posts/member_post_sheet.h"

#include "members/posts/member_post_repository.h"
#include "members/posts/member_post_service.h"
#include "office/sheets/row_reader.h"
#include "office/terms/term_service.h"
#include "parties/people/person_service.h"
#include "parties/sheet_links.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

TermId termOf(session::Session &session, const office::SheetRow &row)
{
    const QString given = row.text("term");
    for (const office::Term &term : office::TermService(session).list()) {
        if (given == QString::number(term.details.number) || given == term.details.name())
            return term.id;
    }
    throw parties::faultOf("term", "unknown", tr("没有届次「%1」，请先登记届次").arg(given.left(40)));
}

PersonId personOf(session::Session &session, const office::SheetRow &row)
{
    const std::optional<PersonId> person = parties::linkedPerson(session, row);
    if (!person)
        throw parties::faultOf("personName", "unknown",
            row.text("personName").isEmpty() ? tr("请填写人员编号或姓名")
                                             : tr("人员库里没有「%1」，请先登记").arg(row.text("personName").left(40)));
    return *person;
}

/// The word of the cell as post, or as title of another post.
void readPost(const office::SheetRow &row, MemberPostDetails &details)
{
    const QString given = row.text("post");
    if (given.isEmpty())
        throw parties::faultOf("post", "required", tr("请填写职务"));
    const std::optional<Post> post = posts().parse(given);
    details.post = post.value_or(Post::Other);
    details.title = post ? row.text("title") : given;
    if (post && details.title.isEmpty() && *post != Post::Other && given != posts().label(*post))
        details.title = given;
}

} // namespace

QString MemberPostSheet::title() const
{
    return tr("届次任职");
}

std::vector<office::SheetColumn> MemberPostSheet::columns() const
{
    std::vector<office::SheetColumn> columns{
        {"term", tr("届次"), {"届"}, true, tr("已登记届次的序数或名称"), "1"},
        {"post", tr("职务"), {}, true, posts().labels(), "理事"},
        {"title", tr("称谓"), {}, false, tr("与职务叫法不同时填写"), {}},
    };
    const auto append
        = [&](const std::vector<office::SheetColumn> &more) { columns.insert(columns.end(), more.begin(), more.end()); };
    append(parties::personLinkColumns());
    append(parties::unitLinkColumns());
    append({
        {"fromOn", tr("起始日期"), {"任职日期"}, true, tr("日期"), "2021-01-15"},
        {"toOn", tr("终止日期"), {"离任日期"}, false, tr("日期，当天起不再任职"), {}},
        {"document", tr("文号"), {"任职文号"}, false, tr("文字"), {}},
        {"notes", tr("备注"), {}, false, tr("文字"), {}},
    });
    return columns;
}

std::vector<QStringList> MemberPostSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const std::vector<office::Term> terms = office::TermService(session).list();
    const parties::PersonService people(session);
    const parties::UnitService units(session);
    std::vector<QStringList> rows;
    for (const MemberPost &post : MemberPostRepository(session.database()).all()) {
        const MemberPostDetails &d = post.details;
        const auto term = std::ranges::find(terms, d.term, &office::Term::id);
        const parties::PersonDetails person = people.get(d.person).details;
        const parties::UnitDetails unit = d.unit ? units.get(*d.unit).details : parties::UnitDetails{};
        rows.push_back({QString::number(term->details.number), posts().label(d.post), d.title, person.code, person.name,
            unit.code, unit.name, office::isoText(d.fromOn), office::isoText(d.toOn), d.document, d.notes});
    }
    return rows;
}

office::RowOutcome MemberPostSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    MemberPostDetails details{personOf(session, row), std::nullopt, termOf(session, row), Post::Other, {}, {}, {}, {}};
    readPost(row, details);
    office::RowReader cells(row, session.clock().today());
    cells.date("fromOn", details.fromOn);
    cells.throwIfFaulty();
    if (const std::optional<MemberPost> stored = MemberPostRepository(session.database()).findByKey(details))
        details = stored->details;
    if (row.has("unitCode") || row.has("unitName"))
        details.unit = parties::linkedUnit(session, row);
    cells.date("toOn", details.toOn);
    cells.text("document", details.document);
    cells.text("notes", details.notes);
    cells.throwIfFaulty();
    return MemberPostService(session).put(details);
}

} // namespace mishutai::members
