#pragma once

#include "desk/application.h"
#include "desk/letters/letter_text.h"
#include "ui/common/form.h"

#include <QPointer>

#include <optional>

class QMenu;

namespace mishutai::ui {

/// A letter of the office's own as text with named fields, which a menu (Alt+I) puts where the cursor stands. Saved, it stands in
/// the data file.
class LetterTemplateForm : public Form
{
    Q_OBJECT

public:
    /// The stored letter that is edited; none for a new one.
    struct Stored {
        qint64 id;
        int revision;
    };

    /// @param source what the form starts from
    LetterTemplateForm(
        desk::Application &application, const QString &source, std::optional<Stored> stored, QWidget *parent = nullptr);

    QMenu *fieldMenu() const { return m_menu; }

private:
    void addFields();
    void fill();
    void fillMenu();
    void insert(const QString &field);
    void preview();
    void store();
    QString source() const;

    desk::Application &m_application;
    QString m_before;
    std::optional<Stored> m_stored;
    QMenu *m_menu;
    QPointer<QWidget> m_lastEditor;
};

/// A letter on its page, with what is known of the member, else with the names of its fields. @throws Error
void showLetter(desk::Application &application, const reports::Template &letter, std::optional<MemberId> member, QWidget *where);

} // namespace mishutai::ui
