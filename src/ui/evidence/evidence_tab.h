#pragma once

#include "evidence/links/evidence.h"

#include <QPointer>
#include <QWidget>

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace mishutai::ui {

class EvidenceDesk;

/// The leaf 佐证 of one record: a grid of thumbnails with name, day and size. Keys: arrows, Enter opens, F2 names, Del removes,
/// Ctrl+V attaches what the clipboard holds (the page does that).
class EvidenceTab : public QWidget
{
    Q_OBJECT

public:
    EvidenceTab(EvidenceDesk &desk, qint64 id, QWidget *parent = nullptr);

    QListWidget *grid() const { return m_grid; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *makeButtons();
    void fill();
    void showPicture(const QString &sha256);
    void enableButtons();
    QPushButton *addButton(class QLayout &row, const QString &label, const QString &iconName, std::function<void()> run);
    const evidence::EvidenceItem *current() const;
    std::vector<evidence::EvidenceItem> selected() const;
    void renamed(QListWidgetItem *cell);

    EvidenceDesk &m_desk;
    qint64 m_id;
    std::vector<evidence::EvidenceItem> m_items;
    QListWidget *m_grid;
    QList<QPushButton *> m_forOne;
    QPushButton *m_remove = nullptr;
    bool m_isFilling = false;
};

} // namespace mishutai::ui
