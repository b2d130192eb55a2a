#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace mishutai::ui {

/// Who opens a file that has several users, or one with a password.
class LoginPage : public QWidget
{
    Q_OBJECT

public:
    LoginPage(const QStringList &users, const QString &fileName, QWidget *parent = nullptr);

Q_SIGNALS:
    void loginAsked(const QString &user, const QString &password);
    void otherFileAsked();

private:
    QComboBox *m_user;
    QLineEdit *m_password;
};

} // namespace mishutai::ui
