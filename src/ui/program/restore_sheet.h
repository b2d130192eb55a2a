#pragma once

#include "ui/common/overlay.h"

#include <QStringList>

#include <functional>

class QLabel;
class QListWidget;
class QPushButton;

namespace mishutai::ui {

/// The backups of the open file, the newest first: when, why, how large and how many records. Enter on one says what coming back
/// to it means, a second Enter does it; O is for a file elsewhere.
class RestoreSheet : public Overlay
{
    Q_OBJECT

public:
    /// @param take gets the path of the backup, once it was confirmed
    RestoreSheet(QWidget *owner, const QString &dataFile, std::function<void(const QString &)> take);

    QListWidget *list() const { return m_list; }
    /// Empty until one was chosen.
    QString question() const;
    /// Asks whether to come back to a file. @throws Error Conflict when it is the open one, Storage
    void choose(const QString &backup);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void fill();
    void chooseOther();
    void takeIt();

    QString m_dataFile;
    std::function<void(const QString &)> m_take;
    QListWidget *m_list;
    QLabel *m_question;
    QPushButton *m_restore;
    QString m_chosen;
};

} // namespace mishutai::ui
