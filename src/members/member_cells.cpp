#include "members/member_cells.h"

#include "base/chinese/phone.h"
#include "members/member_columns.h"
#include "parties/pasted/name_forms.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

/// The head that a level is called after: 会长单位.
std::optional<office::HeadWord> headWordOf(const QString &level)
{
    const std::vector<db::Choice> words = office::headWords().choices();
    const auto said = std::ranges::find_if(words, [&level](const db::Choice &word) { return level.contains(word.label); });
    return said == words.end() ? std::nullopt : office::headWords().fromStored(said->value);
}

/// Whether a level is called after another head than the office's own: 会长单位 where it says 理事长.
bool isOtherHead(session::Session &session, const QString &level)
{
    const std::optional<office::HeadWord> said = headWordOf(level);
    return said && *said != headWord(session);
}

void readLevel(session::Session &session, office::RowReader &cells, bool isNew, MemberLevel &level)
{
    const QString given = cells.row().text("level");
    if (given.isEmpty()) {
        if (isNew && cells.row().has("level"))
            cells.row().warn("level", "default", tr("没有级别，按%1").arg(levelText(level, headWord(session))));
        return;
    }
    const std::optional<MemberLevel> read = memberLevels().parse(given);
    if (!read) {
        cells.fail("level", "choice",
            tr("「%1」不在可选范围内，请填：%2").arg(given.left(40), office::headed(memberLevels().labels(), headWord(session))));
        return;
    }
    level = *read;
    if (isOtherHead(session, given))
        cells.row().warn("level", "word",
            tr("「%1」按本单位的叫法是「%2」；叫法在单位资料里改").arg(given, levelText(level, headWord(session))));
}

void readFields(office::RowReader &cells, MemberDetails &d)
{
    cells.text("code", d.code);
    cells.pastDate("appliedOn", d.appliedOn);
    cells.pastDate("joinedOn", d.joinedOn);
    cells.text("approvalNo", d.approvalNo);
    cells.text("approvalMeeting", d.approvalMeeting);
    cells.text("referrer", d.referrer);
    cells.pastDate("suspendedOn", d.suspendedOn);
    cells.text("suspendedReason", d.suspendedReason);
    cells.text("suspendedDocument", d.suspendedDocument);
    cells.pastDate("leftOn", d.leftOn);
    cells.choice("leftKind", leaveKinds(), d.leftKind);
    cells.text("leftReason", d.leftReason);
    cells.text("leftDocument", d.leftDocument);
    cells.text("certificateNo", d.certificateNo);
    cells.text("serviceOfficer", d.serviceOfficer);
    cells.flag("licenceFiled", d.licenceFiled);
    cells.pastDate("registeredOn", d.registeredOn);
    cells.text("notes", d.notes);
}

/// 除名 and 主动退会 are ways of leaving, and so a status too.
std::optional<MemberStatus> readStatus(office::RowReader &cells, MemberDetails &details)
{
    const std::optional<LeaveKind> way = leaveKinds().parse(cells.row().text("status"));
    if (way && !memberStatuses().parse(cells.row().text("status"))) {
        if (!details.leftKind && details.leftOn.isValid())
            details.leftKind = way;
        return MemberStatus::Left;
    }
    std::optional<MemberStatus> status;
    cells.choice("status", memberStatuses(), status);
    return status;
}

/// A list seldom says since when; what it leaves open begins today.
void takeToday(office::RowReader &cells, QDate today, std::optional<MemberStatus> status, MemberDetails &details)
{
    const bool isApplying = status == MemberStatus::Applying || status == MemberStatus::Refused;
    if (startOf(details).isValid())
        return;
    if (isApplying && cells.row().warnings) {
        details.appliedOn = today;
        cells.row().warn("status", "today",
            tr("状态是「%1」，没有申请日期，按%2申请导入").arg(memberStatuses().label(*status), today.toString(Qt::ISODate)));
    } else if (!cells.row().has("joinedOn")) {
        if (details.leftOn.isValid() || status == MemberStatus::Left)
            cells.fail("joinedOn", "required", tr("已退会的请填写入会日期；记不清的写大概的日期"));
        else
            details.joinedOn = today;
    }
}

/// The status follows from the dates; a list that says otherwise is not taken.
void checkStatus(office::RowReader &cells, std::optional<MemberStatus> status, const MemberDetails &details)
{
    // Whether an application was refused stands in its steps.
    const bool isRefused = status == MemberStatus::Refused && statusOf(details) == MemberStatus::Applying;
    if (!status || isRefused || *status == statusOf(details))
        return;
    const QString wanted = cells.row().text("status");
    if (*status == MemberStatus::Left)
        cells.fail("leftOn", "required", tr("状态是「%1」，请填写退会日期").arg(wanted));
    else if (*status == MemberStatus::Suspended)
        cells.fail("suspendedOn", "required", tr("状态是「%1」，请填写暂停日期").arg(wanted));
    else
        cells.fail("status", "contradiction",
            tr("状态写的是「%1」，按日期应为「%2」，请改其中一项").arg(wanted, memberStatuses().label(statusOf(details))));
}

/// Names of several people in one cell; a text that is not just names stays one.
QStringList namesOf(const QString &text)
{
    static const QRegularExpression sign(QStringLiteral("\\s*[、,，;；/／\\r\\n]\\s*"));
    static const QRegularExpression name(QStringLiteral("\\A[\\p{Han}A-Za-z·. ]{2,20}([（(][^（()）]{2,20}[)）])?\\z"));
    const QStringList parts = text.split(sign, Qt::SkipEmptyParts);
    const bool areNames = std::ranges::all_of(parts, [](const QString &part) { return name.match(part.trimmed()).hasMatch(); });
    return areNames ? parts : QStringList{text};
}

/// As many parts as there are people, else the whole text for the first.
QStringList dealt(const QString &text, qsizetype people)
{
    static const QRegularExpression sign(QStringLiteral("[、,，;；/／\\r\\n]"));
    const QStringList parts = text.split(sign, Qt::SkipEmptyParts);
    return parts.size() == people ? parts : QStringList{text};
}

ContactEntry whole(const office::SheetRow &row)
{
    return {row.text("contactName"), row.text("contactPost"), row.text("contactPhone"), row.text(kOtherPhone),
        row.text("contactDepartment"), row.text("contactWechat"), row.text("contactEmail")};
}

/// 「王总（总经理）」: what stands in brackets behind a name is the post, where it is one and the list says no other.
void takePostApart(ContactEntry &entry)
{
    static const QRegularExpression form(QStringLiteral("\\A([^（(]+?)\\s*[（(]\\s*([^（()）]+?)\\s*[)）]\\z"));
    const QRegularExpressionMatch parts = form.match(entry.name);
    static const QRegularExpression sign(QStringLiteral("[、,，/／]"));
    if (!parts.hasMatch() || !std::ranges::all_of(parts.captured(2).split(sign), parties::isPost))
        return;
    if (!entry.post.isEmpty() && entry.post != parts.captured(2))
        return;
    entry.name = parts.captured(1);
    entry.post = parts.captured(2);
}

/// The first number, the other one, and what is more than a person has room for.
void giveNumbers(ContactEntry &entry, const QStringList &numbers)
{
    entry.phone = numbers.value(0);
    entry.otherPhone = numbers.value(1);
    entry.morePhones = numbers.mid(2);
}

} // namespace

std::optional<office::HeadWord> headWordIn(const office::SheetRow &row)
{
    return headWordOf(row.text("level"));
}

void readMemberCells(session::Session &session, office::RowReader &cells, bool isNew, MemberDetails &details)
{
    readLevel(session, cells, isNew, details.level);
    readFields(cells, details);
    const std::optional<MemberStatus> status = readStatus(cells, details);
    takeToday(cells, session.clock().today(), status, details);
    checkStatus(cells, status, details);
}

std::vector<ContactEntry> contactEntries(const office::SheetRow &row)
{
    ContactEntry first = whole(row);
    const QStringList names = namesOf(first.name);
    const QStringList numbers = phonesOf(first.phone) + phonesOf(first.otherPhone);
    if (names.size() < 2) {
        if (!numbers.isEmpty())
            giveNumbers(first, numbers);
        takePostApart(first);
        return {first};
    }
    const QStringList posts = dealt(first.post, names.size());
    const QStringList chats = dealt(first.wechat, names.size());
    const QStringList mails = dealt(first.email, names.size());
    std::vector<ContactEntry> entries;
    for (qsizetype i = 0; i < names.size(); ++i) {
        entries.push_back({names[i].trimmed(), posts.value(i).trimmed(), {}, {}, first.department, chats.value(i).trimmed(),
            mails.value(i).trimmed()});
        takePostApart(entries.back());
        if (numbers.size() == names.size())
            entries.back().phone = numbers[i];
    }
    const bool areDealt = numbers.size() == names.size() || first.phone.isEmpty();
    if (!areDealt && numbers.isEmpty())
        entries.front().phone = first.phone;
    else if (!areDealt)
        giveNumbers(entries.front(), numbers);
    const QString told = tr("「%1」按 %2 位联系人导入").arg(QString(first.name).replace(u'\n', u' ').left(40)).arg(names.size());
    row.warn("contactName", "several", areDealt ? told : told + tr("，电话都记在「%1」名下，请核对").arg(entries.front().name));
    return entries;
}

} // namespace mishutai::members
