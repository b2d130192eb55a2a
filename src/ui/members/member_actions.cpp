#include "ui/members/member_actions.h"

#include "members/admission/admission_service.h"
#include "members/member_service.h"
#include "members/posts/member_post_service.h"
#include "office/terms/term_service.h"
#include "parties/people/person_list.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/work.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/records/form_removal.h"
#include "ui/records/form_values.h"

#include <QCoreApplication>

namespace mishutai::ui {

using Need = Form::Need;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MemberActions", text);
}

std::unique_ptr<Form> smallForm(const QString &title)
{
    auto form = std::make_unique<Form>(title);
    form->setSavesAndAdds(false);
    return form;
}

template <class Value>
ChoiceField *addChoice(Form &form, const QString &key, const QString &label, const std::vector<db::Choice> &choices,
    const office::ChoiceTable<Value> &table, Value value)
{
    auto *field = form.add(key, label, new ChoiceField(choices), Need::Required);
    field->setValue(table.stored(value));
    return field;
}

DateField *addDay(
    Form &form, session::Session &session, const QString &key, const QString &label, QDate day, Need need = Need::Required)
{
    auto *field = form.add(key, label, dateField(session), need);
    field->setDate(orNothing(day));
    return field;
}

void addText(Form &form, const QString &key, const QString &label, const QString &text = {})
{
    form.add(key, label, new TextField)->setText(text);
}

template <class Value> Value chosen(const Form &form, const QString &key, const office::ChoiceTable<Value> &table, Value fallback)
{
    return table.fromStored(as<ChoiceField>(form, key)->value()).value_or(fallback);
}

/// The person of a pick field, registered now where the name is new.
PersonId personOf(session::Session &session, const Form &form, const QString &key)
{
    if (const auto id = as<PickField>(form, key)->id())
        return PersonId(*id);
    parties::PersonDetails details;
    details.name = textOf(form, key);
    return parties::PersonService(session).create(details);
}

PickField *addPerson(Form &form, session::Session &session, const QString &key, const QString &label)
{
    auto *person = form.add(key, label, new PickField(session, parties::personList()), Need::Required);
    person->setFreeText(true); // a name that nobody bears yet is a new person
    return person;
}

std::vector<db::Choice> termChoices(session::Session &session)
{
    std::vector<db::Choice> choices;
    for (const office::Term &term : office::TermService(session).list())
        choices.insert(choices.begin(), {QString::number(term.id.value()), term.details.name()});
    return choices;
}

using members::Member;

std::vector<Member> stored(session::Session &session, const std::vector<MemberId> &ids)
{
    std::vector<Member> found;
    for (const MemberId id : ids)
        found.push_back(members::MemberService(session).get(id));
    return found;
}

std::unique_ptr<Form> formFor(const QString &title, const std::vector<MemberId> &ids)
{
    return smallForm(ids.size() == 1 ? title : tr("%1：%2 家").arg(title).arg(ids.size()));
}

QString nameOf(session::Session &session, const Member &member)
{
    return member.unit ? parties::UnitService(session).get(*member.unit).details.name
                       : parties::PersonService(session).get(*member.person).details.name;
}

/// All of them or none, in one undo. What is refused names whom it is refused for.
void forEach(session::Session &session, session::Operation operation, const std::vector<Member> &members,
    const std::function<void(members::MemberService &, const Member &)> &run)
{
    session::Work work(session, operation);
    members::MemberService service(session);
    for (const Member &member : members) {
        try {
            run(service, member);
        } catch (const Error &error) {
            if (members.size() == 1)
                throw;
            const QString name = nameOf(session, member);
            std::vector<FieldError> faults = error.fields();
            for (FieldError &fault : faults)
                fault.message = tr("%1：%2").arg(name, fault.message);
            throw Error(error.kind(), tr("%1：%2").arg(name, error.problem()), error.cause(),
                tr("所选的都没有登记；请改好，或去掉这一家再试"))
                .withFields(std::move(faults));
        }
    }
    work.commit();
}

/// 第一届, registered together with its first post. What is asked for it stands in the form instead of the term.
void addFirstTerm(Form &form, session::Session &session)
{
    addDay(form, session, "term.fromOn", tr("第一届自哪天起"), session.clock().today())
        ->showNotice(tr("还没有届次：这里写第一届开始的日期，与任职一起登记"));
}

TermId termOf(session::Session &session, const Form &form)
{
    if (form.field("term"))
        return TermId(as<ChoiceField>(form, "term")->value().toLongLong());
    office::TermDetails first;
    first.fromOn = dateOf(form, "term.fromOn");
    try {
        return office::TermService(session).add(first);
    } catch (const Error &error) {
        std::vector<FieldError> faults = error.fields();
        for (FieldError &fault : faults)
            fault.field.prepend(QStringLiteral("term."));
        throw Error(error.kind(), error.problem(), error.cause(), error.remedy()).withFields(std::move(faults));
    }
}

} // namespace

std::unique_ptr<Form> suspensionForm(session::Session &session, const std::vector<MemberId> &ids, const QString &title, Done done)
{
    auto form = formFor(title, ids);
    addDay(*form, session, "suspendedOn", tr("自哪天起"), session.clock().today());
    addText(*form, "suspendedReason", tr("原因"));
    addText(*form, "suspendedDocument", tr("文号"));
    form->setSave([form = form.get(), &session, members = stored(session, ids), done = std::move(done)] {
        forEach(session, session::Operation::MemberEdit, members, [&](members::MemberService &service, const Member &member) {
            service.suspend(member.id, member.revision, dateOf(*form, "suspendedOn"), textOf(*form, "suspendedReason"),
                textOf(*form, "suspendedDocument"));
        });
        done();
    });
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> resumptionForm(session::Session &session, const std::vector<MemberId> &ids, Done done)
{
    auto form = formFor(tr("恢复会员资格"), ids);
    addDay(*form, session, "on", tr("自哪天起"), session.clock().today());
    form->setSave([form = form.get(), &session, members = stored(session, ids), done = std::move(done)] {
        forEach(session, session::Operation::MemberEdit, members, [&](members::MemberService &service, const Member &member) {
            service.resume(member.id, member.revision, dateOf(*form, "on"));
        });
        done();
    });
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> leavingForm(session::Session &session, const std::vector<MemberId> &ids, const QString &title, Done done)
{
    auto form = formFor(title, ids);
    addDay(*form, session, "leftOn", tr("自哪天起"), session.clock().today());
    addChoice(
        *form, "leftKind", tr("方式"), members::leaveKinds().choices(), members::leaveKinds(), members::LeaveKind::Resigned);
    addText(*form, "leftReason", tr("原因"));
    addText(*form, "leftDocument", tr("文号"));
    form->setSave([form = form.get(), &session, members = stored(session, ids), done = std::move(done)] {
        const members::Leaving leaving{dateOf(*form, "leftOn"), textOf(*form, "leftReason"),
            chosen(*form, "leftKind", members::leaveKinds(), members::LeaveKind::Resigned), textOf(*form, "leftDocument")};
        forEach(session, session::Operation::MemberLeave, members,
            [&](members::MemberService &service, const Member &member) { service.leave(member.id, member.revision, leaving); });
        done();
    });
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> levelChangeForm(session::Session &session, const std::vector<MemberId> &ids, Done done)
{
    const std::vector<Member> members = stored(session, ids);
    auto form = formFor(tr("级别变动"), ids);
    addChoice(*form, "level", tr("级别"), members::levelChoices(members::headWord(session)), members::memberLevels(),
        members.front().details.level);
    addDay(*form, session, "fromOn", tr("自哪天起"), session.clock().today());
    addText(*form, "document", tr("文号"));
    addText(*form, "note", tr("说明"));
    form->setSave([form = form.get(), &session, members, done = std::move(done)] {
        forEach(session, session::Operation::MemberEdit, members, [&](members::MemberService &service, const Member &member) {
            service.changeLevel(member.id, chosen(*form, "level", members::memberLevels(), members::MemberLevel::Ordinary),
                dateOf(*form, "fromOn"), textOf(*form, "note"), textOf(*form, "document"));
        });
        done();
    });
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> levelForm(session::Session &session, MemberId id, const members::LevelChange &level, Done done)
{
    auto form = smallForm(tr("更正级别"));
    addChoice(
        *form, "level", tr("级别"), members::levelChoices(members::headWord(session)), members::memberLevels(), level.level);
    addText(*form, "document", tr("文号"), level.document);
    addText(*form, "note", tr("说明"), level.note);
    form->setSave([form = form.get(), &session, id, level, done] {
        members::MemberService(session).changeLevel(id,
            chosen(*form, "level", members::memberLevels(), members::MemberLevel::Ordinary), level.fromOn, textOf(*form, "note"),
            textOf(*form, "document"));
        done();
    });
    const std::vector<members::LevelChange> all = members::MemberService(session).levels(id);
    if (!all.empty() && all.front().fromOn != level.fromOn) {
        addRemoval(*form, tr("删除这次变动"), [&session, id, fromOn = level.fromOn, done] {
            members::MemberService(session).removeLevel(id, fromOn);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> postForm(
    session::Session &session, std::optional<UnitId> unit, const std::optional<members::MemberPost> &post, Done done)
{
    const std::vector<db::Choice> terms = termChoices(session);
    if (terms.empty() && !session.may(session::Operation::OfficeEdit))
        throw Error(
            Error::Kind::Conflict, tr("还没有届次"), tr("职务要记在哪一届里"), tr("请让有权登记届次的人先用「换届」登记第一届"));
    auto form = smallForm(post ? tr("修改任职") : tr("新增任职"));
    auto *person = addPerson(*form, session, "person", tr("姓名"));
    addChoice(*form, "post", tr("职务"), members::postChoices(members::headWord(session)), members::posts(),
        post ? post->details.post : members::Post::Director);
    if (terms.empty())
        addFirstTerm(*form, session);
    else
        form->add("term", tr("届次"), new ChoiceField(terms), Need::Required);
    if (auto *term = qobject_cast<ChoiceField *>(form->field("term")))
        term->setValue(post ? QString::number(post->details.term.value()) : terms.front().value);
    addDay(*form, session, "fromOn", tr("任职日期"), post ? post->details.fromOn : session.clock().today());
    addDay(*form, session, "toOn", tr("离任日期"), post ? post->details.toOn : QDate(), Need::Optional);
    addText(*form, "title", tr("称谓"), post ? post->details.title : QString());
    addText(*form, "document", tr("文号"), post ? post->details.document : QString());
    if (post)
        person->setId(post->details.person.value());
    form->setSave([form = form.get(), &session, unit, post, done] {
        session::Work work(session, session::Operation::MemberEdit);
        members::MemberPostDetails d = post
            ? post->details
            : members::MemberPostDetails{PersonId(0), unit, TermId(0), members::Post::Director, {}, {}, {}, {}, {}};
        d.person = personOf(session, *form, "person");
        d.post = chosen(*form, "post", members::posts(), members::Post::Director);
        d.term = termOf(session, *form);
        d.fromOn = dateOf(*form, "fromOn");
        d.toOn = dateOf(*form, "toOn");
        d.title = textOf(*form, "title");
        d.document = textOf(*form, "document");
        members::MemberPostService service(session);
        if (post)
            service.update(post->id, post->revision, d);
        else
            service.put(d);
        work.commit();
        done();
    });
    if (post) {
        addRemoval(*form, tr("删除这条任职"), [&session, post, done] {
            members::MemberPostService(session).remove(post->id, post->revision);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> stepForm(
    session::Session &session, MemberId id, members::StepKind kind, const std::optional<members::MemberStep> &step, Done done)
{
    auto form = smallForm(members::stepKinds().label(kind));
    if (!step)
        addDay(*form, session, "onDate", tr("日期"), session.clock().today());
    addChoice(*form, "result", tr("结果"), members::stepResults().choices(), members::stepResults(),
        step ? step->details.result : members::StepResult::Passed);
    addText(*form, "meeting", tr("会议"), step ? step->details.meeting : QString());
    addText(*form, "document", tr("文号"), step ? step->details.document : QString());
    addText(*form, "note", tr("说明"), step ? step->details.note : QString());
    form->setSave([form = form.get(), &session, id, kind, step, done] {
        members::AdmissionService(session).put({id, kind, step ? step->details.onDate : dateOf(*form, "onDate"),
            chosen(*form, "result", members::stepResults(), members::StepResult::Passed), textOf(*form, "meeting"),
            textOf(*form, "document"), textOf(*form, "note")});
        done();
    });
    if (step) {
        addRemoval(*form, tr("删除这一步"), [&session, step, done] {
            members::AdmissionService(session).remove(*step);
            done();
        });
    }
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> deliberationForm(session::Session &session, const std::vector<MemberId> &applicants, Done done)
{
    auto form = smallForm(tr("审议 %1 家").arg(applicants.size()));
    addDay(*form, session, "onDate", tr("会议日期"), session.clock().today());
    addText(*form, "meeting", tr("会议"));
    addText(*form, "document", tr("批准文号"));
    addChoice(*form, "result", tr("结果"), members::stepResults().choices(), members::stepResults(), members::StepResult::Passed);
    addDay(*form, session, "joinedOn", tr("入会日期"), session.clock().today(), Need::Optional);
    addText(*form, "note", tr("说明"));
    form->setSave([form = form.get(), &session, applicants, done = std::move(done)] {
        members::AdmissionService(session).deliberate(applicants,
            {dateOf(*form, "onDate"), textOf(*form, "meeting"), textOf(*form, "document"),
                chosen(*form, "result", members::stepResults(), members::StepResult::Passed), dateOf(*form, "joinedOn"),
                textOf(*form, "note")});
        done();
    });
    form->markUnchanged();
    return form;
}

std::unique_ptr<Form> individualForm(session::Session &session, std::function<void(qint64)> done)
{
    auto form = smallForm(tr("新增个人会员"));
    addPerson(*form, session, "person.name", tr("姓名"));
    addChoice(*form, "level", tr("级别"), members::levelChoices(members::headWord(session)), members::memberLevels(),
        members::MemberLevel::Ordinary);
    addDay(*form, session, "joinedOn", tr("入会日期"), session.clock().today());
    form->add("person.phone", tr("电话"), new PhoneField);
    form->setSave([form = form.get(), &session, done = std::move(done)] {
        members::Enrolment enrolment;
        enrolment.isIndividual = true;
        if (const auto person = as<PickField>(*form, "person.name")->id())
            enrolment.person = PersonId(*person);
        enrolment.newPerson.name = textOf(*form, "person.name");
        enrolment.newPerson.phone = textOf(*form, "person.phone");
        enrolment.member.level = chosen(*form, "level", members::memberLevels(), members::MemberLevel::Ordinary);
        enrolment.member.joinedOn = dateOf(*form, "joinedOn");
        done(members::MemberService(session).enroll(enrolment).value());
    });
    form->markUnchanged();
    return form;
}

} // namespace mishutai::ui
