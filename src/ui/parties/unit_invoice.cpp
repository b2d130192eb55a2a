#include "ui/parties/unit_invoice.h"

#include "ui/common/detail_pane.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/message_bar.h"
#include "ui/records/form_values.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QPushButton>

namespace mishutai::ui {

namespace {

using parties::UnitDetails;

QString tr(const char *text)
{
    return QCoreApplication::translate("UnitInvoice", text);
}

struct TextPlace {
    const char *key;
    QString UnitDetails::*text;
};

constexpr TextPlace kTexts[] = {{"deliveryAddress", &UnitDetails::deliveryAddress}, {"groupName", &UnitDetails::groupName},
    {"invoiceTitle", &UnitDetails::invoiceTitle}, {"taxNo", &UnitDetails::taxNo}, {"bankName", &UnitDetails::bankName},
    {"bankAccount", &UnitDetails::bankAccount}, {"invoiceAddress", &UnitDetails::invoiceAddress},
    {"invoicePhone", &UnitDetails::invoicePhone}, {"invoiceEmail", &UnitDetails::invoiceEmail}};

void copyBlock(QWidget *beside, const UnitDetails &details)
{
    QApplication::clipboard()->setText(parties::invoiceBlock(details));
    MessageArea::of(beside).done(tr("已复制开票信息"));
}

} // namespace

void addDeliveryFields(Form &form)
{
    form.add("deliveryAddress", tr("快递地址"), new TextField)->setPlaceholder(tr("空着即同通信地址"));
    form.add("isInGroup", tr("已入工作群"), yesNoField());
    form.add("groupName", tr("工作群名称"), new TextField);
}

void addInvoiceFields(Form &form)
{
    form.addSection(tr("开票"));
    form.add("invoiceTitle", tr("开票抬头"), new TextField)->setPlaceholder(tr("空着即单位全称"));
    form.add("taxNo", tr("税号"), new TextField)->setPlaceholder(tr("空着即信用代码"));
    form.add("bankName", tr("开户行"), new TextField);
    form.add("bankAccount", tr("银行账号"), new TextField);
    form.add("invoiceAddress", tr("开票地址"), new TextField);
    form.add("invoicePhone", tr("开票电话"), new PhoneField);
    form.add("invoiceEmail", tr("收票邮箱"), new TextField);
    form.addHeadButton(tr("复制开票信息"), tr("抬头、税号、地址电话、开户行账号，整段复制"), [&form] {
        UnitDetails details;
        details.name = textOf(form, "name");
        details.creditCode = textOf(form, "creditCode");
        readInvoiceFields(form, details);
        copyBlock(&form, details);
    });
}

void fillInvoiceFields(Form &form, const UnitDetails &details)
{
    for (const TextPlace &each : kTexts)
        form.field(each.key)->setText(details.*each.text);
    setFlag(form, "isInGroup", details.isInGroup);
}

void readInvoiceFields(const Form &form, UnitDetails &details)
{
    for (const TextPlace &each : kTexts)
        details.*each.text = textOf(form, each.key);
    details.isInGroup = flagOf(form, "isInGroup");
}

void showInvoice(DetailPane &pane, const UnitDetails &d, bool isHidden)
{
    if (d.invoiceTitle.isEmpty() && d.taxNo.isEmpty() && d.creditCode.isEmpty() && d.bankAccount.isEmpty())
        return;
    const auto shown = [isHidden](const QString &text) { return text.isEmpty() || !isHidden ? text : masked(text); };
    pane.addSection(tr("开票信息"));
    pane.addCopyRow(tr("抬头"), d.invoiceTitle.isEmpty() ? d.name : d.invoiceTitle);
    pane.addCopyRow(tr("税号"), d.taxNo.isEmpty() ? d.creditCode : d.taxNo);
    pane.addCopyRow(tr("开户行"), d.bankName);
    pane.addCopyRow(tr("账号"), shown(d.bankAccount));
    pane.addRow(tr("地址电话"), (d.invoiceAddress + u' ' + shown(d.invoicePhone)).trimmed());
    pane.addCopyRow(tr("收票邮箱"), shown(d.invoiceEmail));
    auto *copy = new QPushButton(tr("复制整段开票信息"), &pane);
    QObject::connect(copy, &QPushButton::clicked, &pane, [&pane, d] { copyBlock(&pane, d); });
    pane.addWidget(copy);
}

} // namespace mishutai::ui
