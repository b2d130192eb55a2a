#pragma once

#include <QLineEdit>

namespace mishutai::ui {

/// Search field of a list: asks at each change but never while an input method composes. ↓ goes into the list, Enter takes the
/// first hit, Escape clears.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// What can be typed, shown in grey: 「名称、拼音首字母、电话尾号（Ctrl+F）」.
    void setHint(const QString &hint);

Q_SIGNALS:
    void searchChanged(const QString &text);
    void downPressed();
    void taken();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void ask();

    QString m_asked;
};

} // namespace mishutai::ui
