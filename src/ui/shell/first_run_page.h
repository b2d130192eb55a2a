#pragma once

#include "office/words.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;

namespace mishutai::ui {

/// The list that a new office begins with.
struct FirstList {
    enum class From { None, AskForFile, Pasted, File };
    From from = From::None;
    QString text{}; ///< the rows that were pasted, or the path of the file that was dropped
};

/// The first thing a new office sees: its name, its kind, and three ways on. Rows pasted anywhere on it, the name's field
/// included, and a list dropped on it are taken as with 导入名单, once there is a name. Makes no file; whoever shows it does.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    QString officeName() const;
    office::OfficeKind kind() const;

Q_SIGNALS:
    /// 开始使用; the import of the list, if any, follows at once.
    void startAsked(const QString &officeName, mishutai::office::OfficeKind kind, const mishutai::ui::FirstList &list);
    void exampleAsked();
    void openAsked();
    /// A data file was dropped on the page.
    void dataFileDropped(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *makeKinds();
    QWidget *makeButtons();
    void start(const FirstList &list);
    bool takePasted();
    void takeList(const FirstList &list, const QString &told);

    FirstList m_list; ///< that waits for the name
    QLineEdit *m_name;
    QLabel *m_listNote;
    QButtonGroup *m_kinds;
};

} // namespace mishutai::ui
