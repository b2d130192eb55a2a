#pragma once

#include "base/ids.h"
#include "members/member.h"
#include "office/words.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// 入会: unit, contact and membership in one go. Eight fields, three of them required; a pasted licence or contact adds the
/// fields that it fills.
class EnrolmentForm : public Form
{
    Q_OBJECT

public:
    EnrolmentForm(
        session::Session &session, office::OfficeKind kind, std::function<void(qint64)> done, QWidget *parent = nullptr);

protected:
    void makeFieldsOf(const QStringList &keys) override;

private:
    void addDays(office::OfficeKind kind);
    Field *madeFor(const QString &key);
    parties::UnitDetails collected(parties::UnitDetails unit) const;
    /// What the form says of a unit that is registered, where its books say nothing.
    void completeUnit(UnitId unit);
    void enroll();

    session::Session &m_session;
    std::function<void(qint64)> m_done;
};

} // namespace mishutai::ui
