#include "support/bench_files.h"

#include "base/durable_file.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/statement.h"
#include "db/transaction.h"
#include "desk/application.h"
#include "desk/example_data.h"
#include "members/member_service.h"
#include "office/profile/office_profile_service.h"
#include "session/work.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <stdexcept>

namespace mishutai::bench {

namespace {

/// The folder of the kept files.
QString keptFolder()
{
    const QString folder = QStringLiteral(BENCH_DATA_DIR);
    if (!QDir().mkpath(folder))
        throw std::runtime_error("the build folder is not writable");
    return folder;
}

void addTree(QCryptographicHash &hash, const QString &folder)
{
    for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (entry.isDir()) {
            addTree(hash, entry.filePath());
            continue;
        }
        QFile file(entry.filePath());
        if (file.open(QIODevice::ReadOnly))
            hash.addData(file.readAll());
    }
}

/// Path of a kept file; the name changes with what the program carries.
QString keptPath(const QString &name)
{
    static const QString state = [] {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        addTree(hash, ":/db/migrations");
        addTree(hash, ":/resources/examples");
        return QString::fromLatin1(hash.result().toHex().left(10));
    }();
    return QDir(keptFolder()).filePath(name + "-" + state + ".mishutai");
}

/// The kept file, made the first time under another name so that half a file is never taken for whole.
template <class Make> QString kept(const QString &name, Make make)
{
    const QString path = keptPath(name);
    if (QFile::exists(path))
        return path;
    const QString unfinished = path + ".part";
    desk::removeDataFile(unfinished);
    make(unfinished);
    if (!QFile::rename(unfinished, path))
        throw std::runtime_error("a file to measure on could not be kept");
    desk::removeDataFile(unfinished);
    return path;
}

members::Enrolment enrolment(int place)
{
    members::Enrolment result;
    result.newUnit.name = unitName(place);
    result.newUnit.field = (place % 3 == 0) ? QStringLiteral("新材料") : QStringLiteral("装备制造");
    result.contact = {personName(place), QStringLiteral("办公室主任"), phone(place)};
    result.member.joinedOn = QDate(2021, 1, 1).addDays(place % 365);
    return result;
}

} // namespace

QString unitName(int place)
{
    static const QString first = QStringLiteral("金锦天华新中东南西北海川江山云龙凤祥瑞恒");
    static const QString second = QStringLiteral("方峰达通源宏泰盛联创安和信诚德美光明星宇");
    static const QStringList trades{"科技", "材料", "机械", "电子", "化工", "能源", "环保", "智能", "精工", "碳素", "航空",
        "生物", "医药", "食品", "建设", "物流", "软件", "仪器", "钢构", "塑业", "电缆", "光电", "动力", "检测", "设计"};
    static const QStringList towns{"", "成都", "重庆", "长沙", "绵阳", "厦门", "自贡", "宝鸡", "大同", "平顶山"};
    const auto index = static_cast<qsizetype>(place);
    const auto round = index / (10'000 * towns.size());
    return QStringLiteral("示例%1%2%3%4%5有限公司")
        .arg(towns[index / 10'000 % towns.size()], first.mid(index % 20, 1), second.mid(index / 20 % 20, 1),
            trades[index / 400 % trades.size()], round > 0 ? QString::number(round) : QString());
}

QString personName(int place)
{
    static const QString surnames = QStringLiteral("甲乙丙丁戊己庚辛壬癸");
    static const QString given = QStringLiteral("一二三四五六七八九十");
    const auto index = static_cast<qsizetype>(place);
    return QStringLiteral("示例%1%2%3")
        .arg(surnames.mid(index % 10, 1), given.mid(index / 10 % 10, 1), given.mid(index / 100 % 10, 1));
}

QString phone(int place)
{
    // Spread over all eight digits; the factor is odd and ends in 7, so no two are the same.
    return QString::number(13'800'000'000 + place * 48'271'007LL % 100'000'000);
}

QByteArray memberList(int count)
{
    QString text = QStringLiteral("单位全称,级别,入会日期,细分领域,联系人,联系人职务,联系电话\n");
    for (int place = 0; place < count; ++place) {
        const members::Enrolment row = enrolment(place);
        text += QStringList{row.newUnit.name, place % 10 == 0 ? QStringLiteral("理事单位") : QStringLiteral("会员单位"),
                    row.member.joinedOn.toString(Qt::ISODate), row.newUnit.field, row.contact.name, row.contact.post,
                    row.contact.phone}
                    .join(',')
            + '\n';
    }
    return text.toUtf8();
}

void copySynced(const QString &source, const QString &target)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("a file to copy could not be read");
    durableWrite(target, file.readAll());
}

void copyRows(const QString &source, const QString &target, const QStringList &tables)
{
    const auto from = db::Database::open(source, db::Database::Access::Read);
    const auto to = db::Database::open(target, db::Database::Access::Write);
    db::Transaction transaction(*to);
    for (const QString &table : tables) {
        db::Statement rows(*from, "SELECT * FROM " + table);
        std::optional<db::Statement> insert;
        QStringList columns;
        while (rows.next()) {
            if (!insert) {
                columns = rows.columnNames();
                insert.emplace(
                    *to, QString("INSERT INTO %1 (%2) VALUES (:%3)").arg(table, columns.join(", "), columns.join(", :")));
            }
            for (const QString &column : columns)
                insert->bind(":" + column, rows.value(column.toLatin1().constData()));
            insert->execute();
        }
    }
    transaction.commit();
}

BenchFiles::BenchFiles() : m_folder(keptFolder() + "/run")
{
    if (!m_folder.isValid())
        throw std::runtime_error("the build folder is not writable");
}

QString BenchFiles::copyOf(const QString &kept, const QString &name) const
{
    const QString target = path(name);
    desk::removeDataFile(target);
    if (!QFile::copy(kept, target))
        throw std::runtime_error("a file to measure on could not be copied");
    return target;
}

QString BenchFiles::keptEmpty()
{
    return kept("empty", [](const QString &path) { desk::Application::create(path, QStringLiteral("秘书处")); });
}

QString BenchFiles::keptExample()
{
    return kept("alliance-2021", [](const QString &path) { desk::createExample("alliance-2021", path); });
}

QString BenchFiles::keptMembers(int count)
{
    return kept(QString("members-%1").arg(count), [count](const QString &path) {
        const auto application = desk::Application::create(path, QStringLiteral("秘书处"));
        session::Work work(application->session(), session::Operation::MemberImport);
        office::OfficeDetails office;
        office.name = QStringLiteral("示例联盟");
        office::OfficeProfileService(application->session()).create(office);
        members::MemberService service(application->session());
        for (int place = 0; place < count; ++place)
            service.enroll(enrolment(place));
        work.commit();
    });
}

} // namespace mishutai::bench
