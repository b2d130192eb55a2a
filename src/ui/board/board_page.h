#pragma once

#include "desk/application.h"
#include "desk/board.h"
#include "ui/shell/page.h"

class QComboBox;
class QPushButton;
class QGridLayout;
class QLabel;
class QTableWidget;

namespace mishutai::ui {

class ChartCard;
class SentenceCard;

/// 工作台: headline figures, the sentence to copy, income and expense by month, and the year's targets.
class BoardPage : public Page
{
    Q_OBJECT

public:
    BoardPage(desk::Application &application, office::OfficeKind kind, QWidget *parent = nullptr);

    QString title() const override { return tr("工作台"); }
    QString iconName() const override { return "dashboard"; }
    QString helpText() const override;
    void refresh() override;
    void focusFirst() override;
    std::vector<PageKey> keys() const override { return {{Qt::CTRL | Qt::SHIFT | Qt::Key_C, tr("复制这句话")}}; }

    QString sentence() const { return m_board.sentence; }

private:
    void build();
    QWidget *makeHead();
    void fillProposals();
    void fillYears();
    void fillCards();
    void fillChart();
    void fillMoney();
    void fillMembers();
    void fillTargets();
    void showRowsOf(const desk::BoardFigure &figure);

    desk::Application &m_application;
    office::OfficeKind m_kind;
    QDate m_day;
    desk::Board m_board;
    bool m_isDue = true; ///< something changed since the figures were read
    QComboBox *m_years = nullptr;
    QGridLayout *m_cards = nullptr;
    QPushButton *m_note = nullptr;
    QLabel *m_reminder = nullptr; ///< of a term that ends soon
    QWidget *m_proposals = nullptr; ///< a link a proposal: 连续两年未缴会费, 可能退规; opens those behind it
    SentenceCard *m_sentence = nullptr;
    ChartCard *m_money = nullptr;
    ChartCard *m_structure = nullptr;
    QTableWidget *m_targets = nullptr;
};

} // namespace mishutai::ui
