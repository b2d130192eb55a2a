#include "office/sheets/inexact_cells.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "ui/common/fields/quantity_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/members/member_actions.h"
#include "ui/records/form_removal.h"
#include "ui/records/form_values.h"

#include <QCoreApplication>

namespace mishutai::ui {

using Need = Form::Need;
using parties::QualificationDetails;
using parties::UnitFact;
using parties::UnitFactService;
using parties::UnitRoleDetails;
using parties::UnitYearDetails;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MemberActions", text);
}

/// A form that adds never writes over a fact with the same key, one that changes never over what came meanwhile.
template <class Details>
void save(session::Session &session, const std::optional<UnitFact<Details>> &stored, const Details &wanted)
{
    UnitFactService service(session);
    if (stored)
        service.change(*stored, wanted);
    else
        service.add(wanted);
}

/// 元 as the 万元 that the form speaks in, and back.
std::optional<Quantity> inWan(const std::optional<Quantity> &yuan)
{
    return yuan ? Quantity::parse(parties::wanText(yuan)) : std::nullopt;
}

/// In the unit of its field, which gives every figure that one.
std::optional<Quantity> figureOf(const Form &form, const QString &key)
{
    const std::optional<Quantity> figure = as<QuantityField>(form, key)->quantity();
    return figure ? office::withoutUnit(figure, figure->unit()) : figure;
}

} // namespace

std::unique_ptr<Form> qualificationForm(
    session::Session &session, UnitId unit, const std::optional<UnitFact<QualificationDetails>> &fact, Done done)
{
    auto form = std::make_unique<Form>(fact ? tr("修改资质") : tr("新增资质"));
    form->setSavesAndAdds(false);
    const QualificationDetails d
        = fact ? fact->details : QualificationDetails{unit, parties::QualificationKind::HighTech, {}, {}, {}, {}, {}, {}};
    auto *kind = form->add("kind", tr("资质"), new ChoiceField(parties::qualificationKinds().choices()), Need::Required);
    if (fact)
        kind->setValue(parties::qualificationKinds().stored(d.kind));
    auto *level = form->add("level", tr("级别"), new ChoiceField(parties::qualificationLevels().choices()));
    if (d.level)
        level->setValue(parties::qualificationLevels().stored(*d.level));
    form->add("awardedOn", tr("认定日期"), dateField(session), Need::Required)->setDate(orNothing(d.awardedOn));
    form->add("expiresOn", tr("失效日期"), dateField(session))->setDate(orNothing(d.expiresOn));
    form->add("batch", tr("批次"), new TextField)->setText(d.batch);
    form->add("title", tr("名称"), new TextField)->setText(d.title);
    form->add("certificateNo", tr("证书编号"), new TextField)->setText(d.certificateNo);
    form->setSave([form = form.get(), &session, fact, d, done] {
        QualificationDetails wanted = d;
        wanted.kind = parties::qualificationKinds().fromStored(as<ChoiceField>(*form, "kind")->value()).value_or(d.kind);
        wanted.level = parties::qualificationLevels().fromStored(as<ChoiceField>(*form, "level")->value());
        wanted.awardedOn = dateOf(*form, "awardedOn");
        wanted.expiresOn = dateOf(*form, "expiresOn");
        wanted.batch = textOf(*form, "batch");
        wanted.title = textOf(*form, "title");
        wanted.certificateNo = textOf(*form, "certificateNo");
        save(session, fact, wanted);
        done();
    });
    if (fact) {
        addRemoval(*form, tr("删除这一条"), [&session, fact, done] {
            UnitFactService(session).removeQualification(fact->id, fact->revision);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> unitYearForm(
    session::Session &session, UnitId unit, const std::optional<UnitFact<UnitYearDetails>> &fact, Done done)
{
    auto form = std::make_unique<Form>(fact ? tr("修改年度数据") : tr("新增年度数据"));
    form->setSavesAndAdds(false);
    const int lastYear = session.clock().today().year() - 1;
    const UnitYearDetails d
        = fact ? fact->details : UnitYearDetails{unit, lastYear, parties::FigureStage::Actual, {}, {}, {}, {}, {}, {}, {}};
    form->add("year", tr("年度"), new TextField, Need::Required)->setText(QString::number(d.year));
    auto *stage = form->add("stage", tr("数据性质"), new ChoiceField(parties::figureStages().choices()), Need::Required);
    stage->setValue(parties::figureStages().stored(d.stage));
    const auto addFigure
        = [&](const QString &key, const QString &label, const QString &unit, const std::optional<Quantity> &figure) {
              form->add(key, label, new QuantityField(unit))->setQuantity(figure);
          };
    addFigure("output", tr("产值（万元）"), tr("万元"), inWan(d.output));
    addFigure("revenue", tr("营业收入（万元）"), tr("万元"), inWan(d.revenue));
    addFigure("tax", tr("纳税（万元）"), tr("万元"), inWan(d.tax));
    addFigure("exports", tr("出口（万元）"), tr("万元"), inWan(d.exports));
    addFigure("employees", tr("员工总数"), tr("人"), d.employees);
    addFigure("technicalStaff", tr("科技人员数"), tr("人"), d.technicalStaff);
    form->add("source", tr("来源"), new TextField)->setText(d.source);
    form->setSave([form = form.get(), &session, fact, d, done] {
        UnitYearDetails wanted = d;
        wanted.year = textOf(*form, "year").toInt(); // what is no number is refused as a year
        wanted.stage = parties::figureStages().fromStored(as<ChoiceField>(*form, "stage")->value()).value_or(d.stage);
        wanted.output = parties::yuanOfWan(figureOf(*form, "output"));
        wanted.revenue = parties::yuanOfWan(figureOf(*form, "revenue"));
        wanted.tax = parties::yuanOfWan(figureOf(*form, "tax"));
        wanted.exports = parties::yuanOfWan(figureOf(*form, "exports"));
        wanted.employees = figureOf(*form, "employees");
        wanted.technicalStaff = figureOf(*form, "technicalStaff");
        wanted.source = textOf(*form, "source");
        save(session, fact, wanted);
        done();
    });
    if (fact) {
        addRemoval(*form, tr("删除这一条"), [&session, fact, done] {
            UnitFactService(session).removeYear(fact->id, fact->revision);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> unitRoleForm(
    session::Session &session, UnitId unit, const std::optional<UnitFact<UnitRoleDetails>> &fact, Done done)
{
    auto form = std::make_unique<Form>(fact ? tr("修改身份") : tr("新增身份"));
    form->setSavesAndAdds(false);
    const UnitRoleDetails d
        = fact ? fact->details : UnitRoleDetails{unit, parties::UnitRoleKind::Partner, session.clock().today(), {}, {}};
    auto *role = form->add("role", tr("身份"), new ChoiceField(parties::unitRoleKinds().choices()), Need::Required);
    if (fact)
        role->setValue(parties::unitRoleKinds().stored(d.role));
    form->add("fromOn", tr("起始日期"), dateField(session))->setDate(orNothing(d.fromOn));
    auto *to = form->add("toOn", tr("终止日期"), dateField(session));
    to->setDate(orNothing(d.toOn));
    to->setPlaceholder(tr("空着即仍是；当天起不再是"));
    form->add("note", tr("说明"), new TextField)->setText(d.note);
    form->setSave([form = form.get(), &session, fact, d, done] {
        UnitRoleDetails wanted = d;
        wanted.role = parties::unitRoleKinds().fromStored(as<ChoiceField>(*form, "role")->value()).value_or(d.role);
        wanted.fromOn = dateOf(*form, "fromOn");
        wanted.toOn = dateOf(*form, "toOn");
        wanted.note = textOf(*form, "note");
        save(session, fact, wanted);
        done();
    });
    if (fact) {
        addRemoval(*form, tr("删除这一条"), [&session, fact, done] {
            UnitFactService(session).removeRole(fact->id, fact->revision);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

} // namespace mishutai::ui
