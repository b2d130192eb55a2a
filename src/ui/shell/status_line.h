#pragma once

#include <QDateTime>
#include <QFrame>

class QLabel;

namespace mishutai::ui {

/// What the lower edge of the window says.
struct WindowStatus {
    QDateTime savedAt; ///< last use case that was committed; invalid for none since opening
    QDateTime backedUpAt; ///< invalid for never
    QString location; ///< path of the data file
    QString user; ///< name, and 单人模式 where there is one user
    bool isReadOnly = false;
};

/// 「已保存 10:42 · 已备份 10:40 · 位置 …」 and who is at work.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent);

    void setStatus(const WindowStatus &status);
    QString text() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    WindowStatus m_status;
    QLabel *m_state;
    QLabel *m_user;
};

} // namespace mishutai::ui
