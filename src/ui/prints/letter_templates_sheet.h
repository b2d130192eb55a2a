#pragma once

#include "desk/application.h"
#include "ui/common/overlay.h"
#include "ui/prints/letter_template_form.h"

#include <functional>
#include <optional>
#include <vector>

class QListWidget;
class QPushButton;

namespace mishutai::ui {

class Page;

/// The letters there are: those that the program carries and those of the office. Enter makes letters for the chosen members, N a
/// new one from the one that is chosen, F2 edits, Del removes (with 撤销), P shows the page.
class LetterTemplatesSheet : public Overlay
{
    Q_OBJECT

public:
    /// @param members for whom letters are made; empty: the sheet is for editing
    /// @param make makes letters from the letter of that name
    LetterTemplatesSheet(
        Page &page, desk::Application &application, std::vector<qint64> members, std::function<void(const QString &)> make);

    QListWidget *list() const { return m_list; }
    /// By its label, without the key.
    QPushButton *button(const QString &label) const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void addButton(const QString &label, const QString &toolTip, std::function<void()> run, bool needsOwn);
    void fill();
    void showState();
    QString name() const; ///< of the chosen one; empty for none
    bool isOwn() const;
    void takeIt();
    void openForm(const QString &source, std::optional<LetterTemplateForm::Stored> stored);
    void makeNew();
    void edit();
    void remove();
    void preview();
    void readFile();

    Page &m_page;
    desk::Application &m_application;
    std::vector<qint64> m_members;
    std::function<void(const QString &)> m_make;
    QListWidget *m_list;
    struct Button {
        QPushButton *button;
        bool needsOwn;
    };
    std::vector<Button> m_buttons;
};

} // namespace mishutai::ui
