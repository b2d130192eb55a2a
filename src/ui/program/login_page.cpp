#include "ui/program/login_page.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

LoginPage::LoginPage(const QStringList &users, const QString &fileName, QWidget *parent)
    : QWidget(parent), m_user(new QComboBox(this)), m_password(new QLineEdit(this))
{
    auto *card = new QFrame(this);
    setLook(card, "card");
    card->setFixedWidth(px(420));
    auto *heading = new QLabel(tr("登录"), card);
    setLook(heading, "title");
    auto *file = new QLabel(fileName, card);
    setLook(file, "muted");
    m_user->addItems(users);
    m_password->setEchoMode(QLineEdit::Password);
    auto *enter = new QPushButton(tr("进入"), card);
    setLook(enter, "primary");
    auto *other = new QPushButton(tr("打开别的文件…"), card);
    auto *form = new QFormLayout;
    form->addRow(tr("用户"), m_user);
    form->addRow(tr("密码"), m_password);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(px(28), px(24), px(28), px(24));
    column->setSpacing(px(12));
    column->addWidget(heading);
    column->addWidget(file);
    column->addLayout(form);
    column->addWidget(enter);
    column->addWidget(other);
    auto *whole = new QVBoxLayout(this);
    whole->addStretch();
    whole->addWidget(card, 0, Qt::AlignHCenter);
    whole->addStretch(2);
    setFocusProxy(m_password);
    const auto login = [this] { Q_EMIT loginAsked(m_user->currentText(), m_password->text()); };
    connect(enter, &QPushButton::clicked, this, login);
    connect(m_password, &QLineEdit::returnPressed, this, login);
    connect(other, &QPushButton::clicked, this, &LoginPage::otherFileAsked);
}

} // namespace mishutai::ui
