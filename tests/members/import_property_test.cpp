#include "members/member_sheet.h"
#include "members_cases.h"
#include "office/sheets/pending_rows.h"
#include "parties/people/person_sheet.h"
#include "parties/units/unit_sheet.h"
#include "session/history/change_history.h"

#include <random>

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

/// Lists as people keep them and as nobody should: payloads, wrong days, doubles, blanks. The same seed gives the same list.
class RandomList
{
public:
    explicit RandomList(unsigned seed) : m_random(seed) { }

    QString csv(int rows)
    {
        QString text = QStringLiteral("会员名单,,,,,\n序号,单位名称,联系人,联系电话,会员级别,入会时间,备注\n");
        for (int row = 1; row <= rows; ++row)
            text += QString("%1,%2,%3,%4,%5,%6,%7\n")
                        .arg(row)
                        .arg(quoted(name()), quoted(pick({"示例甲", "示例乙", "", "示例䶮𠮷", "'; DROP TABLE units; --"})),
                            phone(), pick({"理事", "会员", "普通会员", "", "大王"}),
                            pick({"2021.3.1", "2021年4月1日", "20210501", "2021-02-30", "昨天天", ""}), quoted(payload()));
        return text;
    }

private:
    QString pick(const QStringList &from)
    {
        return from[static_cast<qsizetype>(m_random() % static_cast<unsigned>(from.size()))];
    }
    QString name()
    {
        return pick({QString("示例%1材料有限公司").arg(m_random() % 20), QString("示例%1材料有限公司").arg(m_random() % 20),
            "=HYPERLINK(\"x\")", "%_\\'\"", "", "../../etc/passwd", QString("a\u202Eb").repeated(3)});
    }
    QString phone()
    {
        return m_random() % 4 == 0 ? pick({"请查收", "1", ""}) : QString("138%1").arg(m_random() % 30, 8, 10, QChar('0'));
    }
    QString payload()
    {
        return pick({"", "+86 138", "@SUM(1)", "-5", "＝1+1", "两行\n的话", "\t=1", "'=1", "{{x}}", "<b>粗</b>"});
    }
    static QString quoted(QString text) { return '"' + text.replace('"', "\"\"") + '"'; }

    std::mt19937 m_random;
};

QString dump(session::Session &session)
{
    QStringList lines;
    for (const auto &rows : {MemberSheet().exportRows(session), parties::UnitSheet().exportRows(session),
             parties::PersonSheet().exportRows(session)}) {
        for (const QStringList &row : rows)
            lines << row.join('\t');
    }
    return lines.join('\n');
}

office::ImportResult taken(session::Session &session, const QString &csv)
{
    MemberSheet sheet;
    return office::importSheet(session, sheet, tables::TableReader().readBytes(csv.toUtf8(), "名单.csv"),
        {.fileName = "名单.csv", .mode = office::ImportMode::GoodRows, .usesMemory = true, .keepsFaulty = true});
}

} // namespace

TEST_CASE("an import done twice is an import done once, and undone it is none", "[members][import]")
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        TestSession file;
        const QString csv = RandomList(seed).csv(40);
        const office::ImportResult once = taken(file, csv);
        REQUIRE(once.taken() > 0);
        REQUIRE_FALSE(once.faulty.empty());
        const QString state = dump(file);
        const QString changes = ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM changes");
        const office::ImportResult twice = taken(file, csv);
        CHECK(twice.added == 0);
        CHECK(twice.changed == 0);
        CHECK(twice.same == once.taken());
        CHECK(twice.faulty.size() == once.faulty.size());
        CHECK(dump(file) == state);
        CHECK(ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM changes") == changes);
        MemberSheet sheet;
        CHECK(office::PendingRows(file, sheet).count() == once.pending);
        session::ChangeHistory history(file);
        history.undo(history.lastUndoable()->batch);
        CHECK(dump(file).isEmpty());
        CHECK(office::PendingRows(file, sheet).count() == 0);
    }
}
