#pragma once

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <vector>

namespace mishutai::ui {

/// What a page offers to Ctrl+K besides its records: a saved view.
struct PageCommand {
    QString label;
    QString note;
    std::function<void()> run; ///< the page is in sight then
};

/// A key of one page's own.
struct PageKey {
    QKeySequence keys;
    QString meaning;
};

/// One entry of the navigation. Pages are made once and kept; refresh() is called when they come into sight.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    /// Name of a line icon, "members".
    virtual QString iconName() const = 0;
    /// What F1 says about this page: plain text, one thing a line.
    virtual QString helpText() const { return {}; }
    /// Reads again what does not follow the change bus by itself. Must not throw.
    virtual void refresh() { }
    /// Puts the focus where work begins, usually the list.
    virtual void focusFirst() { setFocus(); }
    virtual std::vector<PageCommand> commands() const { return {}; }
    /// Its own keys, which F1 shows beside those that hold everywhere.
    virtual std::vector<PageKey> keys() const { return {}; }
    /// Shows one record. @return whether records of this type are shown here
    virtual bool reveal(const QString &objectType, qint64 id);
    /// Shows the rows behind a figure. @return as above
    virtual bool showRows(const QString &objectType, const std::vector<qint64> &ids, const QString &label);

Q_SIGNALS:
    /// A message's 撤销 was pressed: the window undoes that batch. @param batch of session::ChangeHistory; 0 the last change
    void undoAsked(qint64 batch = 0);
    /// Another page shall show a record.
    void revealAsked(const QString &objectType, qint64 id);
    /// Another page shall show the rows behind a figure.
    void rowsAsked(const QString &objectType, const std::vector<qint64> &ids, const QString &label);
};

} // namespace mishutai::ui
