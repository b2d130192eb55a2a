#pragma once

#include "db/lists/list_definition.h"
#include "db/statement.h"
#include "db/transaction.h"
#include "support/test_session.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace mishutai::test {

/// A list of plainly fictitious members in a table of its own: text, code, choice, date, money, flag, phone.
inline const db::ListDefinition &sampleDefinition()
{
    using db::ColumnType;
    static const db::ListDefinition definition{.key = "samples",
        .title = QStringLiteral("会员"),
        .from = "samples AS s",
        .idColumn = "s.id",
        .where = {},
        .orderBy = "s.code",
        .operation = "member.read",
        .tables = {"samples"},
        .columns = {
            {.key = "name",
                .title = QStringLiteral("单位名称"),
                .expression = "s.name",
                .type = ColumnType::Text,
                .isSearched = true,
                .choices = {},
                .widthInCharacters = 24},
            {.key = "code",
                .title = QStringLiteral("会员编号"),
                .expression = "s.code",
                .type = ColumnType::Code,
                .isSearched = true,
                .choices = {},
                .widthInCharacters = 9},
            {.key = "level",
                .title = QStringLiteral("类别"),
                .expression = "s.level",
                .type = ColumnType::Choice,
                .choices = {{"council", QStringLiteral("理事单位")}, {"vice", QStringLiteral("副理事长单位")},
                    {"member", QStringLiteral("会员单位")}},
                .widthInCharacters = 12},
            {.key = "joined",
                .title = QStringLiteral("入会日期"),
                .expression = "s.joined_on",
                .type = ColumnType::Date,
                .choices = {},
                .widthInCharacters = 10},
            {.key = "phone",
                .title = QStringLiteral("电话"),
                .expression = "s.phone",
                .type = ColumnType::Text,
                .isSearched = true,
                .isPersonal = true,
                .choices = {},
                .widthInCharacters = 12},
            {.key = "due",
                .title = QStringLiteral("欠缴（元）"),
                .expression = "s.due_fen",
                .type = ColumnType::Money,
                .isTotalled = true,
                .choices = {},
                .widthInCharacters = 12},
            {.key = "paid",
                .title = QStringLiteral("会费"),
                .expression = "s.paid",
                .type = ColumnType::Choice,
                .choices = {{"yes", QStringLiteral("已缴")}, {"no", QStringLiteral("欠缴")}},
                .widthInCharacters = 8},
            {.key = "remark",
                .title = QStringLiteral("备注"),
                .expression = "s.remark",
                .type = ColumnType::Text,
                .isShown = false,
                .choices = {},
                .widthInCharacters = 16},
        }};
    return definition;
}

/// A data file with `count` of those members, and settings that touch nobody's desktop.
class SampleFile : public TestSession
{
public:
    explicit SampleFile(int count)
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settingsFolder.path());
        QCoreApplication::setOrganizationName("mishutai-test");
        QCoreApplication::setApplicationName("mishutai-test");
        database().runScript(
            "CREATE TABLE samples (id INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL, "
            "joined_on TEXT, phone TEXT, due_fen INTEGER NOT NULL, paid TEXT NOT NULL, remark TEXT) STRICT;"
            "CREATE INDEX samples_code ON samples (code);");
        fill(count);
    }

    void fill(int count)
    {
        static const QStringList towns{"成都", "重庆", "长沙", "兰州", "吉林", "厦门", "平顶山", "大同", "宝鸡", "自贡"};
        static const QStringList trades{"先进炭材", "石墨电极", "炭素制品", "负极材料", "金发科技", "碳化硅", "特种纤维"};
        static const QStringList forms{"有限责任公司", "股份有限公司", "研究院", "厂", "集团"};
        static const QStringList levels{"council", "vice", "member", "member", "member"};
        db::Transaction transaction(database());
        db::Statement statement(database(),
            "INSERT INTO samples (name, code, level, joined_on, phone, due_fen, paid, remark) "
            "VALUES (:name, :code, :level, :joined, :phone, :due, :paid, :remark)");
        for (int i = 0; i < count; ++i) {
            const bool isPaid = i % 3 != 0;
            statement.bind(":name", QStringLiteral("示例%1%2%3").arg(towns[i % 10], trades[i % 7], forms[i % 5]))
                .bind(":code", QString("M%1").arg(i + 1, 5, 10, QChar('0')))
                .bind(":level", levels[i % 5])
                .bind(":joined", QDate(2018, 1, 3).addDays(i % 1400))
                .bind(":phone", QString("1380000%1").arg(i % 10000, 4, 10, QChar('0')))
                .bind(":due", isPaid ? (i % 50 == 1 ? -50000 : 0) : 200000 + i % 7 * 100000)
                .bind(":paid", isPaid ? QString("yes") : QString("no"))
                .bind(":remark", QVariant())
                .execute();
        }
        transaction.commit();
    }

private:
    QTemporaryDir m_settingsFolder;
};

} // namespace mishutai::test
