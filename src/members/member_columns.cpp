#include "members/member_columns.h"

#include "office/sheets/row_reader.h"
#include "parties/units/unit_columns.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

/// Keys of UnitDetails that a member list has of the unit, in the order of their columns.
const QStringList kOfUnit{"name", "shortName", "creditCode", "kind", "field", "zone", "district", "mailingAddress"};
/// The same, further back: what else an office keeps of its members in such a list.
const QStringList kMoreOfUnit{"legalRepresentative", "legalRepresentativePhone", "registeredCapital", "foundedOn", "ownership",
    "chain", "chainSegment", "products", "size", "employees", "registeredAddress", "invoiceTitle", "taxNo", "bankName",
    "bankAccount", "invoiceEmail", "deliveryAddress", "isInGroup"};

/// The columns that the sheet of units has for them, as this sheet calls them.
std::vector<office::SheetColumn> unitColumnsOf(const QStringList &keys)
{
    const std::vector<office::SheetColumn> all = parties::unitColumns();
    std::vector<office::SheetColumn> columns;
    for (const QString &key : keys) {
        office::SheetColumn column = *std::ranges::find(all, key, &office::SheetColumn::key);
        column.key = memberColumnOf("unit." + key);
        column.isRequired = false;
        if (key == u"name")
            column.aliases << QStringList{"会员单位", "会员单位名称", "会员单位全称", "会员名称", "会员名", "单位", "姓名"};
        else if (key == u"kind")
            column.format += tr("；个人会员写个人");
        columns.push_back(column);
    }
    return columns;
}

/// The texts below them.
QStringList unitCellsOf(const QStringList &keys, const QStringList &texts)
{
    static const std::vector<office::SheetColumn> all = parties::unitColumns();
    QStringList cells;
    for (const QString &key : keys)
        cells << texts.at(std::ranges::find(all, key, &office::SheetColumn::key) - all.begin());
    return cells;
}

std::vector<office::SheetColumn> contactColumns()
{
    const QString text = tr("文字");
    return {
        {"contactName", tr("联系人"), {"联系人姓名", "姓名"}, false, text, "示例甲"},
        {"contactPost", tr("联系人职务"), {"职务", "联系人职位"}, false, text, {}},
        {"contactPhone", tr("电话"),
            {"联系电话", "联系人电话", "手机", "手机号", "手机号码", "联系方式", "联系人手机", "联系人手机号"}, false, tr("电话"),
            "13800000000"},
        {"contactDepartment", tr("部门"), {"所在部门", "联系人部门"}, false, text, {}},
        {"contactWechat", tr("微信"), {"微信号", "联系人微信"}, false, text, {}},
        {"contactEmail", tr("邮箱"), {"电子邮箱", "邮箱地址", "联系人邮箱", "E-mail", "Email"}, false, text, "name@example.cn"},
    };
}

std::vector<office::SheetColumn> membershipColumns()
{
    const QString text = tr("文字");
    const QString date = tr("日期");
    return {
        {"level", tr("级别"), {"会员级别", "会员类别", "会员等级", "会内职务", "单位级别"}, false, memberLevels().labels(),
            "会员单位"},
        {"status", tr("状态"), {"会员状态", "会籍状态", "在会状态", "会籍"}, false,
            memberStatuses().labels() + tr("；也可写除名、自动终止"), "在会"},
        {"appliedOn", tr("申请日期"), {"申请时间"}, false, date, {}},
        {"joinedOn", tr("入会日期"), {"入会时间"}, false, date, "2021-03-01"},
        {"approvalNo", tr("批准文号"), {}, false, text, {}},
        {"approvalMeeting", tr("批准会议"), {}, false, text, {}},
        {"referrer", tr("推荐人"), {"介绍人"}, false, text, {}},
        {"suspendedOn", tr("暂停日期"), {"暂停时间"}, false, date, {}},
        {"suspendedReason", tr("暂停原因"), {}, false, text, {}},
        {"suspendedDocument", tr("暂停文号"), {}, false, text, {}},
        {"leftOn", tr("退会日期"), {"退会时间", "除名日期", "除名时间", "离会日期", "退出日期"}, false,
            tr("日期，当天起不再是会员"), {}},
        {"leftKind", tr("退会方式"), {}, false, leaveKinds().labels(), {}},
        {"leftReason", tr("退会原因"), {}, false, text, {}},
        {"leftDocument", tr("退会文号"), {}, false, text, {}},
        {"certificateNo", tr("证书编号"), {"证书号"}, false, text, {}},
        {"serviceOfficer", tr("服务专员"), {}, false, text, {}},
        {"licenceFiled", tr("法人执照已登记"), {"执照已登记"}, false, tr("是/否"), "是"},
        {"registeredOn", tr("登记日期"), {"系统登记日期"}, false, date, {}},
        {"notes", tr("备注"), {}, false, text, {}},
    };
}

QStringList membershipCells(const MemberDetails &d)
{
    using office::isoText;
    return {memberLevels().label(d.level), memberStatuses().label(statusOf(d)), isoText(d.appliedOn), isoText(d.joinedOn),
        d.approvalNo, d.approvalMeeting, d.referrer, isoText(d.suspendedOn), d.suspendedReason, d.suspendedDocument,
        isoText(d.leftOn), leaveKinds().label(d.leftKind), d.leftReason, d.leftDocument, d.certificateNo, d.serviceOfficer,
        office::flagText(d.licenceFiled), isoText(d.registeredOn), d.notes};
}

} // namespace

std::vector<office::SheetColumn> memberColumns()
{
    const QString text = tr("文字");
    std::vector<office::SheetColumn> columns{
        {"code", tr("会员编号"), {"编号", "会员号"}, false, text, "会员-0001"},
        {"unitCode", tr("单位编号"), {}, false, text, "单位-0001"},
    };
    const std::vector<office::SheetColumn> ofPerson{{"personCode", tr("人员编号"), {}, false, tr("文字，个人会员用"), {}}};
    for (const auto &more : {unitColumnsOf(kOfUnit), ofPerson, contactColumns(), membershipColumns(), unitColumnsOf(kMoreOfUnit)})
        columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

QStringList keysOfUnitAndContact()
{
    QStringList keys;
    for (const auto &columns : {unitColumnsOf(kOfUnit), contactColumns(), unitColumnsOf(kMoreOfUnit)}) {
        for (const office::SheetColumn &column : columns)
            keys << column.key;
    }
    return keys;
}

QStringList memberCells(
    const Member &member, const parties::UnitDetails &unit, const parties::PersonDetails &individual, const ContactEntry &contact)
{
    const QStringList texts = parties::unitCells(unit, {});
    QStringList ofUnit = unitCellsOf(kOfUnit, texts);
    if (!member.unit) {
        ofUnit[kOfUnit.indexOf(u"name")] = individual.name;
        ofUnit[kOfUnit.indexOf(u"kind")] = tr("个人");
    }
    return QStringList{member.details.code, unit.code} + ofUnit
        + QStringList{individual.code, contact.name, contact.post, contact.phone, contact.department, contact.wechat,
            contact.email}
    + membershipCells(member.details) + unitCellsOf(kMoreOfUnit, texts);
}

QString memberColumnOf(const QString &field)
{
    static const QHash<QString, QString> names{{"unit.code", "unitCode"}, {"unit.name", "unitName"}, {"unit", "unitName"},
        {"person", "unitName"}, {"person.name", "unitName"}};
    const QString own = field.section(u'.', 1);
    if (own == u"otherPhone")
        return QStringLiteral("contactPhone");
    if (names.contains(field) || own.isEmpty())
        return names.value(field, field);
    if (field.startsWith(u"unit."))
        return own;
    const bool isOfContact = field.startsWith(u"contact.") || field.startsWith(u"person.");
    return isOfContact ? "contact" + own.left(1).toUpper() + own.mid(1) : field;
}

office::SheetRow unitRow(const office::SheetRow &row)
{
    office::SheetRow result{row.number, {}, row.warnings};
    const auto take = [&](const QString &key, const QString &unitKey) {
        if (!row.text(key).isEmpty())
            result.cells.insert(unitKey, row.text(key));
    };
    take("unitCode", "code");
    for (const QString &key : kOfUnit + kMoreOfUnit)
        take(memberColumnOf("unit." + key), key);
    return result;
}

} // namespace mishutai::members
