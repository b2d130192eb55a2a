#pragma once

#include "parties/duplicates/duplicate_finder.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace mishutai::ui {

class Form;

/// Says under the fields of a form, while they are typed into, what is registered already: under the name, the code and the
/// phone, each with a link. Nothing is refused. Child of the form.
class DuplicateWatch : public QObject
{
    Q_OBJECT

public:
    /// @param session outlives the form
    DuplicateWatch(Form &form, session::Session &session);

    struct UnitFields {
        QString name;
        QString shortName = {};
        QString creditCode = {};
        QString phone = {};
    };
    /// Warns of units. @param linkLabel 打开它 or 用这个单位 @param isNew asked each time: nothing is said while it is not
    void watchUnit(const UnitFields &fields, std::optional<UnitId> self, const QString &linkLabel,
        std::function<void(UnitId)> open, std::function<bool()> isNew = {});
    /// Warns of people, by the number and by the name. @param nameField may be empty
    void watchPerson(const QString &nameField, const QString &phoneField, std::optional<PersonId> self, const QString &linkLabel,
        std::function<void(PersonId)> open, std::function<bool()> isNew = {});

private:
    void onEdit(const QString &field, std::function<void()> look);

    Form &m_form;
    session::Session &m_session;
    parties::DuplicateFinder m_finder;
};

} // namespace mishutai::ui
