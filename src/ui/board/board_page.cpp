#include "ui/board/board_page.h"

#include "db/change_bus.h"
#include "members/terms/term_change.h"
#include "metrics/wording.h"
#include "planning/plan/plan_service.h"
#include "ui/common/card.h"
#include "ui/common/charts.h"
#include "ui/common/guarded.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

BoardPage::BoardPage(desk::Application &application, office::OfficeKind kind, QWidget *parent)
    : Page(parent), m_application(application), m_kind(kind)
{
    build();
    connect(&application.bus(), &db::ChangeBus::changed, this, [this] {
        // Several changes in a row are one refresh, and none while another page is in sight.
        m_isDue = true;
        if (isVisible())
            QTimer::singleShot(0, this, [this] { refresh(); });
    });
}

QString BoardPage::helpText() const
{
    return tr("点一个数，看背后的记录\nCtrl+Shift+C 复制这句话\n年份在右上角换");
}

void BoardPage::build()
{
    auto *inner = new QWidget(this);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(px(16), px(10), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(makeHead());
    m_cards = new QGridLayout;
    m_cards->setSpacing(px(12));
    column->addLayout(m_cards);
    m_reminder = new QLabel(inner);
    m_reminder->setObjectName("reminder");
    m_reminder->setWordWrap(true);
    setLook(m_reminder, "section");
    m_reminder->hide();
    column->addWidget(m_reminder);
    m_sentence = new SentenceCard(inner);
    column->addWidget(m_sentence);
    m_note = new QPushButton(inner);
    setLook(m_note, "link");
    m_note->setStyleSheet(QStringLiteral("text-align: left;"));
    m_note->hide();
    connect(m_note, &QPushButton::clicked, this, [this] {
        showRowsOf({m_board.note, {}, {}, {"finance.unposted", Period::year(m_day.year()), {}}});
    });
    column->addWidget(m_note);
    m_proposals = new QWidget(inner);
    auto *proposals = new QVBoxLayout(m_proposals);
    proposals->setContentsMargins(0, 0, 0, 0);
    proposals->setSpacing(px(4));
    column->addWidget(m_proposals);
    auto *copy = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C, this);
    copy->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QShortcut::activated, m_sentence, &SentenceCard::copy);
    auto *charts = new QHBoxLayout;
    charts->setSpacing(px(12));
    m_money = new ChartCard(inner);
    m_structure = new ChartCard(inner);
    charts->addWidget(m_money, 3);
    charts->addWidget(m_structure, 2);
    column->addLayout(charts);
    m_targets = new QTableWidget(0, 4, inner);
    m_targets->setHorizontalHeaderLabels({tr("年度目标"), tr("目标"), tr("目前"), tr("完成率")});
    m_targets->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_targets->verticalHeader()->hide();
    m_targets->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_targets->setShowGrid(false);
    m_targets->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_targets->horizontalHeader()->setSectionsClickable(false);
    m_targets->setSelectionMode(QAbstractItemView::NoSelection);
    m_targets->setFocusPolicy(Qt::NoFocus);
    m_targets->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the page scrolls
    column->addWidget(m_targets);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QWidget *BoardPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *heading = new QLabel(title(), head);
    setLook(heading, "title");
    m_years = new QComboBox(head);
    m_years->setAccessibleName(tr("年份"));
    row->addWidget(heading);
    row->addStretch();
    row->addWidget(m_years);
    connect(m_years, &QComboBox::activated, this, [this](int index) {
        const int year = m_years->itemData(index).toInt();
        const QDate today = m_application.session().clock().today();
        m_day = year == today.year() ? today : QDate(year, 12, 31);
        m_isDue = true;
        refresh();
    });
    return head;
}

void BoardPage::focusFirst()
{
    m_years->setFocus();
}

void BoardPage::refresh()
{
    // The bus does not tell what another program changes in a file that is only read here.
    if (!m_isDue && !m_application.isReadOnly())
        return;
    guarded(this, [this] {
        m_isDue = false;
        if (!m_day.isValid())
            m_day = desk::boardDay(m_application.metrics(), m_application.session().clock().today());
        m_board = desk::board(m_application.metrics(), m_kind, m_day);
        m_sentence->setSentence(m_board.sentence);
        m_note->setText(m_board.note);
        m_note->setVisible(!m_board.note.isEmpty());
        session::Session &session = m_application.session();
        m_reminder->setText(members::TermChangeService(session).reminder(session.clock().today()));
        m_reminder->setVisible(!m_reminder->text().isEmpty());
        fillProposals();
        fillYears();
        fillCards();
        fillChart();
        fillTargets();
    });
}

void BoardPage::fillProposals()
{
    qDeleteAll(m_proposals->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    const QDate today = m_application.session().clock().today();
    const std::vector<desk::BoardFigure> proposals = desk::proposals(m_application.metrics(), m_kind, today);
    for (const desk::BoardFigure &proposal : proposals) {
        auto *link = new QPushButton(proposal.label, m_proposals);
        link->setObjectName(proposal.query.metric);
        setLook(link, "link");
        link->setStyleSheet(QStringLiteral("text-align: left;"));
        connect(link, &QPushButton::clicked, this, [this, proposal] { showRowsOf(proposal); });
        m_proposals->layout()->addWidget(link);
    }
    m_proposals->setVisible(!proposals.empty());
}

void BoardPage::fillYears()
{
    constexpr int kYearsOffered = 10;
    const int newest = m_application.session().clock().today().year();
    m_years->clear();
    for (int year = newest; year > newest - kYearsOffered; --year)
        m_years->addItem(tr("%1年").arg(year), year);
    m_years->setCurrentIndex(newest - m_day.year());
}

void BoardPage::fillCards()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int column = 0;
    for (const desk::BoardFigure &figure : m_board.figures) {
        auto *card = new FigureCard(this);
        card->setFigure(figure.label, figure.text, figure.remark);
        connect(card, &FigureCard::clicked, this, [this, figure] { showRowsOf(figure); });
        m_cards->addWidget(card, 0, column++);
    }
}

void BoardPage::showRowsOf(const desk::BoardFigure &figure)
{
    guarded(this, [&] {
        QString type;
        std::vector<qint64> ids;
        for (const metrics::MetricRow &row : m_application.metrics().rows(figure.query, 0)) {
            type = row.objectType;
            ids.push_back(row.objectId);
        }
        Q_EMIT rowsAsked(type, ids, figure.label + " " + figure.text);
    });
}

void BoardPage::fillChart()
{
    m_money->setVisible(office::keepsBooks(m_kind));
    if (office::keepsBooks(m_kind))
        fillMoney();
    fillMembers();
}

void BoardPage::fillMoney()
{
    const metrics::MetricService &metrics = m_application.metrics();
    ChartData money;
    money.title = tr("%1年各月收支").arg(m_day.year());
    money.unit = tr("万元");
    money.decimals = 6;
    for (int month = 1; month <= m_day.month(); ++month)
        money.categories.append(tr("%1月").arg(month));
    for (const auto &[name, metric] :
        {std::pair(tr("收入"), QString("finance.income.total")), std::pair(tr("支出"), QString("finance.expense.total"))}) {
        ChartData::Series series;
        series.name = name;
        for (const qint64 fen : desk::monthlyFen(metrics, metric, m_day))
            series.values.emplace_back(fen);
        money.series.push_back(std::move(series));
    }
    m_money->setData(std::move(money));
}

void BoardPage::fillMembers()
{
    const metrics::MetricService &metrics = m_application.metrics();
    const QString member = office::word(office::Word::Member, m_kind);
    ChartData members;
    members.title = tr("%1和活动（按月累计）").arg(member);
    members.kind = ChartData::Kind::Line;
    ChartData::Series count{tr("%1（家）").arg(member), {}};
    ChartData::Series events{tr("累计活动（次）"), {}};
    for (int month = 1; month <= m_day.month(); ++month) {
        members.categories.append(QString::number(month));
        const Period upTo = Period::monthsUpTo(m_day.year(), month);
        events.values.emplace_back(metrics.value({"activities.count", upTo, {}}).raw);
    }
    for (const qint64 atMonthEnd : desk::monthlyMembers(metrics, m_day))
        count.values.emplace_back(atMonthEnd);
    members.series = {count, events};
    m_structure->setData(std::move(members));
}

void BoardPage::fillTargets()
{
    const planning::PlanService plan(m_application.session());
    auto items = plan.items(m_day.year());
    const auto isTarget = [](const planning::PlanItem &item) { return item.details.kind != planning::PlanKind::Problem; };
    const bool isNextYear = std::ranges::none_of(items, isTarget);
    if (isNextYear)
        items = plan.items(m_day.year() + 1);
    m_targets->horizontalHeaderItem(0)->setText(tr("%1年度目标").arg(m_day.year() + (isNextYear ? 1 : 0)));
    const auto measured = planning::progress(items, m_application.metrics(), m_day);
    m_targets->setVisible(!measured.empty());
    m_targets->setRowCount(static_cast<int>(measured.size()));
    for (int row = 0; row < m_targets->rowCount(); ++row) {
        const planning::Progress &each = measured[static_cast<size_t>(row)];
        const QString rate = each.rate ? each.rate->percentText(1) : QString();
        const QStringList cells{
            each.item.details.title, each.targetText, each.actualText, each.isReached ? tr("%1 已完成").arg(rate) : rate};
        for (int column = 0; column < cells.size(); ++column)
            m_targets->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_targets->setFixedHeight(
        m_targets->horizontalHeader()->sizeHint().height() + m_targets->verticalHeader()->length() + 2 * m_targets->frameWidth());
}

} // namespace mishutai::ui
