#pragma once

#include "office/words.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace mishutai::ui {

/// The first thing a new office sees: its name, its kind, and three ways on. Makes no file; whoever shows it does.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    QString officeName() const;
    office::OfficeKind kind() const;

Q_SIGNALS:
    /// 开始使用; with importList, the import of a list follows at once.
    void startAsked(const QString &officeName, mishutai::office::OfficeKind kind, bool importList);
    void exampleAsked();
    void openAsked();
    /// A sheet or a data file was dropped on the page.
    void fileDropped(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeKinds();
    QWidget *makeButtons();
    void start(bool importList);

    QLineEdit *m_name;
    QButtonGroup *m_kinds;
};

} // namespace mishutai::ui
