#pragma once

#include "db/lists/list_definition.h"
#include "ui/common/overlay.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace mishutai::ui {

class ListModel;

/// Filter of one column as a spreadsheet has it. Text: type part of it or initials, tick values with their counts, or choose
/// 不含, 开头是, 就是, 不是. Numbers and amounts: from and to. Dates: a day, month, quarter, year or range in one field, or one
/// that is ready-made (本季度). All: 空着, 已填. The pointer stands in the field at once; Enter filters, Escape leaves all as it
/// was.
class HeaderFilter : public Overlay
{
    Q_OBJECT

public:
    /// @throws Error (Storage)
    HeaderFilter(const ListModel &model, int column, QWidget *owner);

    void focusSearch();
    /// The conditions as the sheet stands; empty for none. Nothing where a field holds what is no number or date.
    std::optional<std::vector<db::ListFilter>> filters() const;

Q_SIGNALS:
    void accepted(const std::vector<mishutai::db::ListFilter> &filters);
    void sortChosen(bool isDescending);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void addSorts(QVBoxLayout *column);
    void addValues(QVBoxLayout *column);
    void addRange(QVBoxLayout *column);
    void addPeriod(QVBoxLayout *column);
    void addReadyPeriods(QVBoxLayout *column);
    void addEmptiness(QVBoxLayout *column);
    void addConditions(QVBoxLayout *column);
    void take(const std::vector<db::ListFilter> &filters);
    bool hasText() const;
    void narrowPeriods();
    void addButtons(QVBoxLayout *column);
    void fillValues();
    void narrow();
    void accept();
    std::vector<db::ListFilter> valueFilters() const;
    std::optional<std::vector<db::ListFilter>> rangeFilters() const;
    std::optional<std::vector<db::ListFilter>> periodFilters() const;
    std::optional<qint64> number(const QString &text) const;

    const ListModel &m_model;
    db::ListColumn m_column;
    QLineEdit *m_search = nullptr;
    QComboBox *m_condition = nullptr; ///< of a text column: what the typed text has to do with it
    QListWidget *m_values = nullptr;
    QListWidget *m_periods = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QLabel *m_note = nullptr;
    bool m_isTicked = false; ///< the user ticked values himself
};

} // namespace mishutai::ui
