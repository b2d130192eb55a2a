#include "office/office_sheets.h"

#include "office/holidays/holiday_service.h"
#include "office/profile/office_profile_service.h"
#include "office/sheets/row_reader.h"
#include "office/terms/term_service.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

void readOffice(RowReader &reader, OfficeDetails &details)
{
    reader.text("name", details.name);
    reader.text("shortName", details.shortName);
    reader.choice("kind", officeKinds(), details.kind);
    reader.text("creditCode", details.creditCode);
    reader.text("addressee", details.addressee);
    reader.text("signer", details.signer);
    reader.text("authority", details.authority);
    reader.text("region", details.region);
    reader.text("address", details.address);
    reader.text("contact", details.contact);
    reader.text("phone", details.phone);
    reader.yuan("registeredFund", details.registeredFund);
    reader.choice("bookkeeping", bookkeepings(), details.bookkeeping);
    reader.date("startedOn", details.startedOn);
    reader.date("registeredOn", details.registeredOn);
    reader.throwIfFaulty();
}

} // namespace

QString OfficeSheet::title() const
{
    return tr("单位资料");
}

std::vector<SheetColumn> OfficeSheet::columns() const
{
    return {
        {"name", tr("单位名称"), {"名称"}, true, tr("文字"), tr("示例新材料产业联盟")},
        {"shortName", tr("简称"), {}, false, tr("文字"), tr("联盟")},
        {"kind", tr("单位类型"), {}, false, officeKinds().labels(), tr("联盟协会")},
        {"creditCode", tr("统一社会信用代码"), {"信用代码"}, false, tr("18位"), {}},
        {"addressee", tr("主送单位"), {}, false, tr("文字"), tr("示例市经济和信息化局")},
        {"signer", tr("落款"), {}, false, tr("文字"), tr("示例新材料产业联盟秘书处")},
        {"authority", tr("登记管理机关"), {tr("主管部门")}, false, tr("文字"), {}},
        {"region", tr("所在地区"), {}, false, tr("文字"), tr("示例市")},
        {"address", tr("地址"), {}, false, tr("文字"), {}},
        {"contact", tr("联系人"), {}, false, tr("文字"), {}},
        {"phone", tr("联系电话"), {tr("电话")}, false, tr("电话"), "028-85550123"},
        {"registeredFund", tr("注册资金（元）"), {tr("注册资金"), tr("开办资金")}, false, tr("金额（元）"), "30000.00"},
        {"bookkeeping", tr("账务方式"), {}, false, bookkeepings().labels(), tr("代理记账")},
        {"startedOn", tr("启动日期"), {}, false, tr("日期"), "2020-03-01"},
        {"registeredOn", tr("登记日期"), {tr("注册日期"), tr("成立日期")}, false, tr("日期"), "2020-12-20"},
    };
}

std::vector<QStringList> OfficeSheet::exportRows(session::Session &session) const
{
    const std::optional<OfficeProfile> profile = OfficeProfileService(session).find();
    if (!profile)
        return {};
    const OfficeDetails &d = profile->details;
    return {{d.name, d.shortName, officeKinds().label(d.kind), d.creditCode, d.addressee, d.signer, d.authority, d.region,
        d.address, d.contact, d.phone, yuanText(d.registeredFund), bookkeepings().label(d.bookkeeping), isoText(d.startedOn),
        isoText(d.registeredOn)}};
}

RowOutcome OfficeSheet::importRow(session::Session &session, const SheetRow &row)
{
    OfficeProfileService service(session);
    const std::optional<OfficeProfile> present = service.find();
    OfficeDetails details = present ? present->details : OfficeDetails();
    RowReader reader(row, session.clock().today());
    readOffice(reader, details);
    if (!present) {
        service.create(details);
        return RowOutcome::Added;
    }
    return service.update(present->revision, details) == present->revision ? RowOutcome::Same : RowOutcome::Changed;
}

QString TermSheet::title() const
{
    return tr("届次");
}

std::vector<SheetColumn> TermSheet::columns() const
{
    return {
        {"number", tr("届次"), {tr("届")}, true, tr("整数"), "1"},
        {"title", tr("名称"), {}, false, tr("文字"), tr("第一届")},
        {"fromOn", tr("起始日期"), {tr("换届日期"), tr("成立日期")}, true, tr("日期"), "2020-12-20"},
        {"toOn", tr("届满日期"), {tr("终止日期")}, false, tr("日期，当天起不再属于本届"), "2025-12-20"},
    };
}

std::vector<QStringList> TermSheet::exportRows(session::Session &session) const
{
    std::vector<QStringList> rows;
    for (const Term &term : TermService(session).list())
        rows.push_back(
            {QString::number(term.details.number), term.details.title, isoText(term.details.fromOn), isoText(term.details.toOn)});
    return rows;
}

RowOutcome TermSheet::importRow(session::Session &session, const SheetRow &row)
{
    TermService service(session);
    RowReader reader(row, session.clock().today());
    std::optional<int> number;
    reader.integer("number", number);
    if (!number && reader.errors().empty())
        reader.fail("number", "required", tr("请填写届次"));
    reader.throwIfFaulty();
    const std::vector<Term> terms = service.list();
    const auto present = std::ranges::find_if(terms, [&](const Term &term) { return term.details.number == *number; });
    TermDetails details = present == terms.end() ? TermDetails() : present->details;
    details.number = *number;
    reader.text("title", details.title);
    reader.date("fromOn", details.fromOn);
    reader.date("toOn", details.toOn);
    reader.throwIfFaulty();
    if (present == terms.end()) {
        service.add(details);
        return RowOutcome::Added;
    }
    return service.update(present->id, present->revision, details) == present->revision ? RowOutcome::Same : RowOutcome::Changed;
}

QString HolidaySheet::title() const
{
    return tr("节假日");
}

std::vector<SheetColumn> HolidaySheet::columns() const
{
    return {
        {"dayOn", tr("日期"), {}, true, tr("日期"), "2021-10-01"},
        {"kind", tr("类别"), {tr("类型")}, false, holidayKinds().labels(), tr("放假")},
        {"name", tr("名称"), {tr("节日")}, false, tr("文字"), tr("国庆节")},
    };
}

std::vector<QStringList> HolidaySheet::exportRows(session::Session &session) const
{
    std::vector<QStringList> rows;
    for (const Holiday &holiday : HolidayService(session).list())
        rows.push_back({isoText(holiday.details.dayOn), holidayKinds().label(holiday.details.kind), holiday.details.name});
    return rows;
}

RowOutcome HolidaySheet::importRow(session::Session &session, const SheetRow &row)
{
    RowReader reader(row, session.clock().today());
    HolidayDetails details;
    reader.date("dayOn", details.dayOn);
    reader.choice("kind", holidayKinds(), details.kind);
    reader.text("name", details.name);
    reader.throwIfFaulty();
    switch (HolidayService(session).set(details)) {
    case HolidayService::Outcome::Added:
        return RowOutcome::Added;
    case HolidayService::Outcome::Changed:
        return RowOutcome::Changed;
    case HolidayService::Outcome::Same:
        break;
    }
    return RowOutcome::Same;
}

} // namespace mishutai::office
