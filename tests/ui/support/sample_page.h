#pragma once

#include "session/session.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/choice_field.h"
#include "ui/common/fields/date_field.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list_page.h"
#include "ui/support/sample_list.h"

namespace mishutai::test {

/// A record page as a module writes it, over the sample list.
class SamplePage : public ui::ListPage
{
public:
    explicit SamplePage(SampleFile &file) : ListPage(file.session(), sampleDefinition()), m_file(file)
    {
        panel()->model()->setTone(
            "paid", [](const QVariant &value) { return value.toString() == "yes" ? ui::Tone::Good : ui::Tone::Warning; });
        offerForm(QStringLiteral("新增会员"), session::Operation::MemberEnroll, session::Operation::MemberEdit);
        offerImport(session::Operation::MemberImport, [] {});
        offerExport(session::Operation::PersonalExport, [] {});
        offerRemoval(session::Operation::MemberDelete, [this](const std::vector<qint64> &ids) {
            for (const qint64 id : ids)
                db::Statement(m_file.database(), "DELETE FROM samples WHERE id = :id").bind(":id", id).execute();
            m_file.bus().publish({"samples"});
        });
        offerQuickCopy(QStringLiteral("复制电话"), [this](qint64 id) { return column(id, "phone"); });
    }

    QString iconName() const override { return "members"; }

protected:
    void showRecord(ui::DetailPane &pane, qint64 id) override
    {
        pane.setTitle(column(id, "name"), column(id, "code"));
        pane.addBadge(QStringLiteral("理事单位"), ui::Tone::Accent);
        pane.addBadge(QStringLiteral("已缴"), ui::Tone::Good);
        pane.addCopyRow(QStringLiteral("电话"), column(id, "phone"));
        pane.addRow(QStringLiteral("入会日期"), column(id, "joined_on"));
        pane.addRow(QStringLiteral("备注"), column(id, "remark"));
        pane.addSection(QStringLiteral("联系人"));
        pane.addTable({QStringLiteral("姓名"), QStringLiteral("职务"), QStringLiteral("电话")},
            {{QStringLiteral("示例甲"), QStringLiteral("秘书长"), "13800000001"},
                {QStringLiteral("示例乙"), QString(), "028-85550123"}});
        pane.addTab(QStringLiteral("往来"), [this, id](ui::DetailPane &leaf) { leaf.addRow("code", column(id, "code")); });
    }

    std::unique_ptr<ui::Form> makeForm(std::optional<qint64> id) override
    {
        auto form = std::make_unique<ui::Form>(id ? QStringLiteral("修改会员") : QStringLiteral("新增会员"));
        auto *name = form->add("name", QStringLiteral("单位名称"), new ui::TextField, ui::Form::Need::Required);
        auto *level = form->add("level", QStringLiteral("类别"), new ui::ChoiceField(sampleDefinition().columns[2].choices),
            ui::Form::Need::Required);
        auto *joined
            = form->add("joined", QStringLiteral("入会日期"), new ui::DateField([this] { return m_file.clock().today(); }));
        form->add("creditCode", QStringLiteral("信用代码"), new ui::CreditCodeField);
        auto *phone = form->add("phone", QStringLiteral("电话"), new ui::PhoneField);
        auto *due = form->add("due", QStringLiteral("欠缴"), new ui::MoneyField);
        auto *remark = form->add("remark", QStringLiteral("备注"), new ui::LongTextField);
        if (id) {
            name->setText(column(*id, "name"));
            level->setValue(column(*id, "level"));
            joined->setText(column(*id, "joined_on"));
            phone->setText(column(*id, "phone"));
            remark->setText(column(*id, "remark"));
        }
        form->setSave([=, this] {
            if (name->text().contains(QStringLiteral("重复")))
                throw Error(Error::Kind::Validation, QStringLiteral("还不能保存"))
                    .withFields({{"name", "duplicate", QStringLiteral("已有同名的会员")}});
            const QString sql = id
                ? QString("UPDATE samples SET name = :name, level = :level, joined_on = :joined, phone = :phone, "
                          "due_fen = :due, remark = :remark WHERE id = :id")
                : QString("INSERT INTO samples (name, code, level, joined_on, phone, due_fen, paid, remark) VALUES "
                          "(:name, 'NEW', :level, :joined, :phone, :due, 'no', :remark)");
            db::Statement statement(m_file.database(), sql);
            statement.bind(":name", name->text()).bind(":level", level->value()).bind(":joined", joined->date());
            statement.bind(":phone", phone->text()).bind(":due", due->money().value_or(Money())).bind(":remark", remark->text());
            if (id)
                statement.bind(":id", *id);
            statement.execute();
            selectRecord(id ? *id : statement.insertedId());
            m_file.bus().publish({"samples"});
        });
        return form;
    }

private:
    QString column(qint64 id, const char *name) const
    {
        db::Statement statement(m_file.database(), QString("SELECT %1 FROM samples WHERE id = :id").arg(name));
        statement.bind(":id", id);
        return statement.next() ? statement.text(statement.columnNames().first().toUtf8().constData()) : QString();
    }

    SampleFile &m_file;
};

} // namespace mishutai::test
