#include "ui/parties/body_forms.h"

#include "desk/application.h"
#include "desk/prints/body_forms.h"
#include "desk/worker.h"
#include "document/sheets/sheet_layout.h"
#include "parties/bodies/body_service.h"
#include "parties/units/unit_list.h"
#include "parties/units/unit_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/number_field.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/quantity_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/list_page.h"
#include "ui/common/look/icons.h"
#include "ui/common/message_bar.h"
#include "ui/prints/pages_dialog.h"
#include "ui/records/exports/ask_file.h"
#include "ui/records/form_removal.h"
#include "ui/records/form_sheet.h"
#include "ui/records/form_values.h"
#include "ui/shell/task_dialog.h"

#include <QPushButton>

namespace mishutai::ui {

namespace {

using Need = Form::Need;
using parties::BodyDetails;
using parties::BodyOffice;
using parties::BodyService;

QString tr(const char *text)
{
    return QCoreApplication::translate("BodyForms", text);
}

QString officersText(const BodyService &service, const BodyDetails &body, BodyOffice office, QDate day)
{
    QStringList names;
    for (const parties::BodyOfficer &officer : service.officers(body, office, day))
        names.append(officer.position.isEmpty() ? officer.name : tr("%1（%2）").arg(officer.name, officer.position));
    return names.join(QStringLiteral("、"));
}

void addOfficers(DetailPane &pane, const BodyService &service, const BodyDetails &body, QDate day)
{
    const std::pair<BodyOffice, QString> offices[] = {{BodyOffice::Chair, tr("主席")}, {BodyOffice::ViceChair, tr("副主席")},
        {BodyOffice::SecretaryGeneral, tr("秘书长")}, {BodyOffice::DeputySecretaryGeneral, tr("副秘书长")}};
    bool hasAny = false;
    for (const auto &[office, label] : offices) {
        const QString names = officersText(service, body, office, day);
        hasAny = hasAny || !names.isEmpty();
        if (!names.isEmpty())
            pane.addRow(label, names);
    }
    if (!hasAny)
        pane.addRow(tr("负责人"), tr("还没有：在联系人里把职务写成「主席」「副主席」「秘书长」就是"));
}

QString summaryOf(const BodyDetails &d)
{
    QStringList parts{parties::bodyForms().label(d.form), d.approvalNo,
        d.approvedOn.isValid() ? tr("%1批准").arg(d.approvedOn.toString(Qt::ISODate)) : QString(), d.approvedBy,
        d.unitMembers ? tr("单位会员%1个").arg(*d.unitMembers) : QString(),
        d.personMembers ? tr("个人会员%1人").arg(*d.personMembers) : QString(),
        d.dissolvedOn.isValid() ? tr("%1撤销").arg(d.dissolvedOn.toString(Qt::ISODate)) : QString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("　"));
}

void addFields(Form &form, session::Session &session)
{
    form.add("form", tr("组织形式"), new ChoiceField(parties::bodyForms().choices()), Need::Required);
    form.add("approvalNo", tr("批准文号"), new TextField);
    form.add("approvedOn", tr("批准时间"), dateField(session));
    form.add("approvedBy", tr("批准单位"), new TextField);
    form.add("personMembers", tr("个人会员数量（科协会员数）"), new CountField);
    form.add("unitMembers", tr("单位会员数量"), new CountField);
    form.add("executiveUnit", tr("秘书长执行单位"), new PickField(session, parties::unitList()));
    form.add("filedOn", tr("报备日期"), dateField(session));
    form.add("dissolvedOn", tr("撤销日期"), dateField(session))->setPlaceholder(tr("空着即仍有；当天起没有"));
    form.add("notes", tr("备注"), new TextField);
}

void fill(Form &form, const BodyDetails &d)
{
    as<ChoiceField>(form, "form")->setValue(parties::bodyForms().stored(d.form));
    form.field("approvalNo")->setText(d.approvalNo);
    form.field("approvedBy")->setText(d.approvedBy);
    form.field("notes")->setText(d.notes);
    as<DateField>(form, "approvedOn")->setDate(orNothing(d.approvedOn));
    as<DateField>(form, "filedOn")->setDate(orNothing(d.filedOn));
    as<DateField>(form, "dissolvedOn")->setDate(orNothing(d.dissolvedOn));
    as<CountField>(form, "unitMembers")->setCount(d.unitMembers);
    as<CountField>(form, "personMembers")->setCount(d.personMembers);
    as<PickField>(form, "executiveUnit")->setId(d.executiveUnit ? std::optional(d.executiveUnit->value()) : std::nullopt);
}

BodyDetails read(const Form &form, UnitId unit)
{
    BodyDetails d{unit};
    d.form = parties::bodyForms().fromStored(as<ChoiceField>(form, "form")->value()).value_or(d.form);
    d.approvalNo = textOf(form, "approvalNo");
    d.approvedBy = textOf(form, "approvedBy");
    d.notes = textOf(form, "notes");
    d.approvedOn = dateOf(form, "approvedOn");
    d.filedOn = dateOf(form, "filedOn");
    d.dissolvedOn = dateOf(form, "dissolvedOn");
    d.unitMembers = as<CountField>(form, "unitMembers")->count();
    d.personMembers = as<CountField>(form, "personMembers")->count();
    if (const auto id = as<PickField>(form, "executiveUnit")->id())
        d.executiveUnit = UnitId(*id);
    return d;
}

struct Statistics {
    desk::BodyFormKind kind;
    QDate onDay;
    bool isWorkbook;
};

/// Which form, for which day, with the counts that no record gives.
class StatisticsForm : public Form
{
public:
    StatisticsForm(session::Session &session, std::function<void(const Statistics &)> make)
        : Form(tr("科协组织建设统计表")), m_session(session), m_make(std::move(make))
    {
        setSavesAndAdds(false);
        setSaveLabel(tr("生成"));
        const std::vector<db::Choice> kinds{{"enterprise", tr("企业科协")}, {"zone", tr("产业功能区科协")}};
        add("kind", tr("哪一张"), new ChoiceField(kinds), Need::Required)->setValue("enterprise");
        const QDate today = session.clock().today();
        add("onDay", tr("截至"), dateField(session), Need::Required)->setDate(today);
        const std::vector<db::Choice> outputs{{"pages", tr("排版打印（PDF）")}, {"workbook", tr("Excel 工作簿")}};
        add("output", tr("做成"), new ChoiceField(outputs), Need::Required)->setValue("pages");
        addSection(tr("表尾"));
        const desk::LocalCounts counts = desk::localCounts(session, today);
        addCount("enterprises", tr("属地企业数量"), counts.enterprises);
        addCount("technology", tr("科技企业数量"), counts.technology);
        addCount("zones", tr("产业功能区数量"), counts.zones);
        setSave([this] { keepAndMake(); });
        markUnchanged();
    }

private:
    static QString tr(const char *text) { return ui::tr(text); }

    void addCount(const QString &key, const QString &label, const std::optional<Quantity> &known)
    {
        add(key, label, new QuantityField(tr("个")))->setQuantity(known);
    }

    void keepAndMake()
    {
        const desk::LocalCounts counts{as<QuantityField>(*this, "enterprises")->quantity(),
            as<QuantityField>(*this, "technology")->quantity(), as<QuantityField>(*this, "zones")->quantity()};
        const Statistics wanted{
            as<ChoiceField>(*this, "kind")->value() == "zone" ? desk::BodyFormKind::Zone : desk::BodyFormKind::Enterprise,
            dateOf(*this, "onDay"), as<ChoiceField>(*this, "output")->value() == "workbook"};
        if (m_session.may(session::Operation::ObservationRecord))
            desk::keepLocalCounts(m_session, counts, wanted.onDay);
        m_make(wanted);
    }

    session::Session &m_session;
    std::function<void(const Statistics &)> m_make;
};

void makeWorkbook(desk::Application &application, ListPage &page, const Statistics &wanted)
{
    const auto write = [&application, &page, wanted](const QString &file) {
        runTask(
            &page, tr("正在导出"),
            [request = application.workerRequest(), wanted, file](TaskControl &control) {
                desk::Worker worker(request, desk::Worker::Access::Read);
                const tables::Table table = desk::bodyTable(worker.session(), wanted.kind, wanted.onDay, control);
                tables::TableWriter::writeFile(file, table, control);
                return true;
            },
            [&page](bool) { MessageArea::of(&page).saved(tr("统计表已导出")); });
    };
    const QString name
        = wanted.kind == desk::BodyFormKind::Zone ? tr("产业功能区科协组织建设统计表") : tr("企业科协组织建设统计表");
    askSaveFile(&page, tr("导出统计表"), name + ".xlsx", tr("Excel 工作簿 (*.xlsx)"), write);
}

void makePages(desk::Application &application, ListPage &page, const Statistics &wanted)
{
    using Pages = std::shared_ptr<const document::PagedDocument>;
    runTask(
        &page, tr("正在排版"),
        [request = application.workerRequest(), wanted](TaskControl &control) {
            desk::Worker worker(request, desk::Worker::Access::Read);
            const document::Sheet sheet = desk::bodySheet(worker.session(), wanted.kind, wanted.onDay, control);
            document::FontSet fonts;
            return Pages(std::make_shared<document::PagedDocument>(document::layout(sheet, fonts, control)));
        },
        [&page](const Pages &pages) { new PagesDialog(pages, &page); });
}

} // namespace

bool fillBody(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions)
{
    const BodyService service(session);
    const std::optional<parties::Body> body = service.find(unit);
    if (!body && !actions.mayEdit)
        return false;
    pane.addSection(tr("组织建设"));
    const auto open
        = [&pane, &session, unit, actions] { guarded(&pane, [&] { actions.show(bodyForm(session, unit, actions.changed)); }); };
    if (!body) {
        auto *button = new QPushButton(icon("add"), tr("登记为组织（科协、专委会、分会）"), &pane);
        QObject::connect(button, &QPushButton::clicked, &pane, open);
        pane.addWidget(button);
        return false;
    }
    if (actions.mayEdit)
        pane.addLinkRow(tr("组织"), summaryOf(body->details), open);
    else
        pane.addRow(tr("组织"), summaryOf(body->details));
    addOfficers(pane, service, body->details, session.clock().today());
    return true;
}

std::unique_ptr<Form> bodyForm(session::Session &session, UnitId unit, std::function<void()> done)
{
    const std::optional<parties::Body> body = BodyService(session).find(unit);
    auto form = std::make_unique<Form>(tr("组织建设"));
    form->setSavesAndAdds(false);
    addFields(*form, session);
    if (body)
        fill(*form, body->details);
    else if (const auto guess = parties::guessedForm(parties::UnitService(session).get(unit).details.name))
        as<ChoiceField>(*form, "form")->setValue(parties::bodyForms().stored(*guess));
    form->setSave([form = form.get(), &session, unit, body, done] {
        BodyService service(session);
        if (body)
            service.change(*body, read(*form, unit));
        else
            service.add(read(*form, unit));
        done();
    });
    if (body) {
        addRemoval(*form, tr("不是组织，删除这一条"), [&session, body, done] {
            BodyService(session).remove(body->details.unit, body->revision);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

void showBodyStatistics(desk::Application &application, ListPage &page)
{
    const auto make = [&application, &page](const Statistics &wanted) {
        // The sheet goes first; a file dialog over it would close it.
        QMetaObject::invokeMethod(
            &page,
            [&application, &page, wanted] {
                guarded(&page, [&] {
                    if (wanted.isWorkbook)
                        makeWorkbook(application, page, wanted);
                    else
                        makePages(application, page, wanted);
                });
            },
            Qt::QueuedConnection);
    };
    new FormSheet(std::make_unique<StatisticsForm>(application.session(), make), application.session(), "body_statistics",
        std::nullopt, &page);
}

} // namespace mishutai::ui
