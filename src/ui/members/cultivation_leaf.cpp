#include "ui/members/cultivation_leaf.h"

#include "parties/cultivation/cultivation_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/guarded.h"
#include "ui/common/look/icons.h"
#include "ui/records/form_removal.h"
#include "ui/records/form_values.h"

#include <QPushButton>

namespace mishutai::ui {

namespace {

using Need = Form::Need;
using parties::Cultivation;
using parties::CultivationDetails;
using parties::CultivationService;

struct Step {
    const char *key;
    const char *label;
    QDate CultivationDetails::*day;
};

constexpr Step kSteps[] = {{"appliedOn", QT_TRANSLATE_NOOP("CultivationLeaf", "申报日期"), &CultivationDetails::appliedOn},
    {"approvedOn", QT_TRANSLATE_NOOP("CultivationLeaf", "过审日期"), &CultivationDetails::approvedOn},
    {"enteredOn", QT_TRANSLATE_NOOP("CultivationLeaf", "入库日期（升规入统）"), &CultivationDetails::enteredOn},
    {"leftOn", QT_TRANSLATE_NOOP("CultivationLeaf", "出库日期（退规）"), &CultivationDetails::leftOn}};

QString tr(const char *text)
{
    return QCoreApplication::translate("CultivationLeaf", text);
}

QString lineOf(const CultivationDetails &d, QDate today)
{
    QStringList parts{d.poolName(), parties::label(d.stageOn(today)), d.stepOn(today).toString(Qt::ISODate), d.notes};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("　"));
}

CultivationDetails read(const Form &form, UnitId unit)
{
    CultivationDetails d{unit};
    d.pool = parties::pools().fromStored(as<ChoiceField>(form, "pool")->value()).value_or(d.pool);
    d.title = textOf(form, "title");
    d.year = textOf(form, "year").toInt(); // what is no number is refused as a year
    d.notes = textOf(form, "notes");
    for (const Step &step : kSteps)
        d.*step.day = dateOf(form, step.key);
    return d;
}

void addFields(Form &form, session::Session &session, const CultivationDetails &d)
{
    auto *pool = form.add("pool", tr("培育库"), new ChoiceField(parties::pools().choices()), Need::Required);
    pool->setValue(parties::pools().stored(d.pool));
    form.add("year", tr("年度"), new TextField, Need::Required)->setText(QString::number(d.year));
    for (const Step &step : kSteps)
        form.add(step.key, tr(step.label), dateField(session))->setDate(orNothing(d.*step.day));
    form.add("title", tr("名称"), new TextField)->setText(d.title);
    form.add("notes", tr("备注"), new TextField)->setText(d.notes);
}

} // namespace

void fillCultivations(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions)
{
    const QDate today = session.clock().today();
    pane.addSection(tr("培育库"));
    const auto open = [&pane, &session, unit, actions](const std::optional<Cultivation> &stored) {
        guarded(&pane, [&] { actions.show(cultivationForm(session, unit, stored, actions.changed)); });
    };
    for (const Cultivation &each : CultivationService(session).ofUnit(unit)) {
        const QString year = tr("%1年").arg(each.details.year);
        if (actions.mayEdit)
            pane.addLinkRow(year, lineOf(each.details, today), [open, each] { open(each); });
        else
            pane.addRow(year, lineOf(each.details, today));
    }
    if (!actions.mayEdit)
        return;
    auto *button = new QPushButton(icon("add"), tr("列入培育库"), &pane);
    QObject::connect(button, &QPushButton::clicked, &pane, [open] { open(std::nullopt); });
    pane.addWidget(button);
}

std::unique_ptr<Form> cultivationForm(
    session::Session &session, UnitId unit, const std::optional<Cultivation> &stored, std::function<void()> done)
{
    auto form = std::make_unique<Form>(stored ? tr("修改培育记录") : tr("列入培育库"));
    form->setSavesAndAdds(false);
    addFields(*form, session,
        stored ? stored->details : CultivationDetails{unit, parties::Pool::ToScale, session.clock().today().year()});
    form->setSave([form = form.get(), &session, unit, stored, done] {
        CultivationService service(session);
        if (stored)
            service.change(*stored, read(*form, unit));
        else
            service.add(read(*form, unit));
        done();
    });
    if (stored) {
        addRemoval(*form, tr("删除这一条"), [&session, stored, done] {
            CultivationService(session).remove(stored->id, stored->revision);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

} // namespace mishutai::ui
