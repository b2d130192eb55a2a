#pragma once

#include "parties/people/person.h"
#include "ui/common/form.h"

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class DuplicateWatch;

/// Adds or changes a contact of a unit together with the person's numbers: one batch. While a name or number is typed, who is
/// registered already is offered.
class ContactForm : public Form
{
    Q_OBJECT

public:
    /// @param stored the contact to change; none adds one @param done after saving
    ContactForm(session::Session &session, UnitId unit, const std::optional<parties::Contact> &stored, std::function<void()> done,
        QWidget *parent = nullptr);

private:
    void addFields();
    void fill();
    /// Takes somebody who is registered: the person's numbers come along.
    void take(PersonId person);
    void store();
    std::optional<PersonId> chosenPerson() const;
    PersonId savedPerson();

    session::Session &m_session;
    UnitId m_unit;
    std::optional<parties::Contact> m_stored;
    int m_personRevision = 0;
    std::function<void()> m_done;
};

} // namespace mishutai::ui
