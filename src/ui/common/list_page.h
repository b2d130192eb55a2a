#pragma once

#include "session/permissions.h"
#include "ui/shell/page.h"

#include <QKeySequence>

#include <functional>
#include <memory>
#include <optional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace mishutai::db {
struct ListDefinition;
}

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class DetailPane;
class Form;
class ListPanel;
class SearchField;

/// What can be done with the selected records: an entry of the context menu, with a key. Hidden for users who may not.
struct RecordAction {
    QString label;
    QString iconName;
    QKeySequence shortcut;
    session::Operation operation;
    bool takesSeveral = false;
    std::function<void(const std::vector<qint64> &ids)> run; ///< may throw Error
};

/// 撤销 for a page's message about the change that was just made: it takes back that change, whatever was done since.
std::function<void()> undoOfLastChange(Page &page, session::Session &session);

/// The record page of every module: title, search, buttons, list and, at its right, the chosen record or the form that edits it.
/// A module derives from it and says what a record looks like, which form edits it and what can be done.
class ListPage : public Page
{
    Q_OBJECT

public:
    /// @param session and definition outlive the page
    ListPage(session::Session &session, const db::ListDefinition &definition, QWidget *parent = nullptr);
    ~ListPage() override;

    QString title() const override { return m_title; }
    QString helpText() const override;
    void refresh() override;
    void focusFirst() override;
    bool reveal(const QString &objectType, qint64 id) override;
    bool showRows(const QString &objectType, const std::vector<qint64> &ids, const QString &label) override;

    /// The key of its list: the kind of its records, and of drafts of its form.
    const QString &key() const;
    /// Its saved views.
    std::vector<PageCommand> commands() const override;
    std::vector<PageKey> keys() const override;

    ListPanel *panel() const { return m_panel; }
    SearchField *search() const { return m_search; }
    DetailPane *detail() const { return m_detail; }
    Form *openedForm() const { return m_form; }
    /// 撤销 for a message about the change that was just made: it takes back that change, whatever was done since.
    std::function<void()> undoOfLastChange();
    /// Opens the form for a new record (no id) or one that exists.
    void openForm(std::optional<qint64> id);

    /// F2 on several records. @return whether something was opened
    virtual bool editSeveral(const std::vector<qint64> &ids);

protected:
    /// Fills the pane, which was cleared. May throw Error.
    virtual void showRecord(DetailPane &pane, qint64 id) = 0;
    /// A form whose save calls the service; fields filled where there is an id. Nothing when records are not edited here.
    virtual std::unique_ptr<Form> makeForm(std::optional<qint64> id);

    /// What becomes of rows of a sheet that were pasted while the form was open; without it they stay on the clipboard.
    virtual std::function<void(const QString &rows)> takesRows() { return {}; }
    /// Where the kind of office calls the list otherwise than its definition does.
    void setTitle(const QString &title);
    /// 「新增会员」 Ctrl+N and F2: who may not sees no button.
    void offerForm(const QString &newLabel, session::Operation toCreate, session::Operation toEdit);
    /// 删除 by Del: at once, with 撤销 in sight. `run` may throw Error.
    void offerRemoval(session::Operation operation, std::function<void(const std::vector<qint64> &ids)> run);
    /// Nobody has a list to begin with: the empty page offers the form alone.
    void startByForm() { m_startsByForm = true; }
    void offerImport(session::Operation operation, std::function<void()> run);
    void offerExport(session::Operation operation, std::function<void()> run);
    /// Ctrl+Shift+C copies this of the current record (a phone); the label names it: 「复制电话」.
    void offerQuickCopy(const QString &label, std::function<QString(qint64 id)> text);
    void addRecordAction(RecordAction action);
    /// Another button of the title line.
    QPushButton *addToolButton(const QString &label, const QString &iconName, std::function<void()> run);
    /// After a form made or changed a record: it is current once the list is read again.
    void selectRecord(qint64 id);
    /// Reads the list again and says that what selectRecord() named is saved; where the filter hides it, that too, with 查看.
    void tellSaved(bool isNew);
    /// Before a small form opens: a form that is saved as it was has nothing to take back.
    void noteLastChange();
    /// After it changed the current record: shows it again and says what was done, with 撤销.
    void tellChange(const QString &said);
    /// What a record is called in messages.
    virtual QString labelOf(qint64 id) const;
    session::Session &session() const { return m_session; }
    /// Fills the detail pane again.
    void showCurrent();

private:
    void build();
    void connectList();
    void addKeys();
    QWidget *makeHead();
    void openMenu(const QPoint &position);
    void addRecordEntries(QMenu &menu, const std::vector<qint64> &ids);
    void runAction(const RecordAction &action);
    /// Turns the detail's leaves by key: where the leaf has keys of its own, the focus goes there.
    void turnLeaf(const std::function<void()> &turn);
    /// Del in the list: asks where the leaf beside it has that key too.
    void askRemoval();
    void removeSelected();
    void quickCopy();
    void closeForm();
    /// Gives an open form the width that a company's name needs, and the list its own back.
    void makeRoomForForm();
    void giveRoomBack();
    void tellPlace(qint64 id, bool isNew);
    void formSaved(bool addsAnother);
    void formLeft();
    void keepDraft();
    void keepDraftWhenFree();
    void resumeDraft();
    bool keepsDrafts() const;

    session::Session &m_session;
    const db::ListDefinition &m_definition;
    QString m_title;
    QLabel *m_heading = nullptr;
    QSplitter *m_splitter;
    QList<int> m_sizesBefore; ///< of the splitter, while a form has more room than the detail
    ListPanel *m_panel;
    SearchField *m_search;
    QStackedWidget *m_side;
    DetailPane *m_detail;
    QHBoxLayout *m_buttons = nullptr;
    QPushButton *m_new = nullptr;
    bool m_startsByForm = false;
    Form *m_form = nullptr;
    std::optional<qint64> m_formId;
    qint64 m_batchBefore = 0; ///< the last change when a small form opened
    std::optional<qint64> m_savedId; ///< what was saved and not told yet
    std::optional<session::Operation> m_toCreate;
    std::optional<session::Operation> m_toEdit;
    std::vector<RecordAction> m_actions;
    std::optional<RecordAction> m_removal;
    QString m_quickCopyLabel;
    std::function<QString(qint64)> m_quickCopy;
    bool m_isShowDue = false;
    std::optional<qint64> m_shownId; ///< the current record when the loop was idle last
};

} // namespace mishutai::ui
