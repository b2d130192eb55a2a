#include "ui/program/restore_sheet.h"

#include "db/backup/backup.h"
#include "ui/common/guarded.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/records/exports/ask_file.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace mishutai::ui {

namespace {

QString timeText(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString reasonText(const QString &reason)
{
    const std::pair<QLatin1String, QString> known[]{{QLatin1String("close"), RestoreSheet::tr("关闭时")},
        {QLatin1String("timer"), RestoreSheet::tr("定时")}, {QLatin1String("manual"), RestoreSheet::tr("手动备份")},
        {QLatin1String("before-migration"), RestoreSheet::tr("程序升级前")},
        {QLatin1String("before-import"), RestoreSheet::tr("导入前")}};
    for (const auto &[word, text] : known) {
        if (reason == word)
            return text;
    }
    return reason;
}

/// "会员127、活动40、服务62、凭证210": what the user knows how many there should be of.
QString countsText(const db::FileContents &contents)
{
    const std::pair<QString, QString> tables[]{{QStringLiteral("members"), RestoreSheet::tr("会员")},
        {QStringLiteral("activities"), RestoreSheet::tr("活动")}, {QStringLiteral("cases"), RestoreSheet::tr("服务")},
        {QStringLiteral("vouchers"), RestoreSheet::tr("收支")}};
    QStringList parts;
    for (const auto &[table, name] : tables)
        parts.append(name + QString::number(contents.rowCounts.value(table)));
    return parts.join(u'、');
}

QString lineOf(const db::BackupEntry &entry)
{
    const QStringList parts{timeText(entry.manifest.createdAt), reasonText(entry.manifest.reason),
        QLocale::c().formattedDataSize(entry.manifest.bytes, 1, QLocale::DataSizeTraditionalFormat),
        countsText(entry.manifest.contents)};
    return parts.join(QStringLiteral("　")) + (entry.isWhole ? QString() : RestoreSheet::tr("　（不完整）"));
}

} // namespace

RestoreSheet::RestoreSheet(QWidget *owner, const QString &dataFile, std::function<void(const QString &)> take)
    : Overlay(owner), m_dataFile(dataFile), m_take(std::move(take)), m_list(new QListWidget(this)), m_question(new QLabel(this)),
      m_restore(new QPushButton(tr("恢复"), this))
{
    stayOpen();
    build();
    fill();
    popUpCentred();
    m_list->setFocus();
}

QString RestoreSheet::question() const
{
    return m_chosen.isEmpty() ? QString() : m_question->text();
}

void RestoreSheet::build()
{
    auto *title = new QLabel(tr("从备份恢复"), this);
    setLook(title, "title");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(10));
    column->addWidget(title);
    m_list->setMinimumSize(px(620), px(240));
    m_list->setAccessibleName(tr("备份"));
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    m_question->setWordWrap(true);
    m_question->setMinimumHeight(px(44));
    column->addWidget(m_question);
    setLook(m_restore, "primary");
    m_restore->setEnabled(false);
    m_restore->setAutoDefault(true); // Enter, outside a dialog too
    auto *other = new QPushButton(tr("其他文件…"), this);
    other->setToolTip(tr("O，例如 U 盘上的备份"));
    auto *close = new QPushButton(tr("不恢复"), this);
    close->setToolTip(tr("Esc"));
    auto *row = new QHBoxLayout;
    row->addWidget(other);
    row->addStretch();
    row->addWidget(m_restore);
    row->addWidget(close);
    column->addLayout(row);
    connect(other, &QPushButton::clicked, this, [this] { chooseOther(); });
    connect(close, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_restore, &QPushButton::clicked, this, [this] { takeIt(); });
    connect(m_list, &QListWidget::itemClicked, this,
        [this](const QListWidgetItem *item) { guarded(this, [&] { choose(item->data(Qt::UserRole).toString()); }); });
}

void RestoreSheet::fill()
{
    for (const db::BackupEntry &entry : db::listBackups(m_dataFile)) {
        auto *item = new QListWidgetItem(lineOf(entry), m_list);
        item->setData(Qt::UserRole, entry.path);
    }
    m_list->setCurrentRow(0);
    m_question->setText(m_list->count() == 0 ? tr("这个文件还没有自动备份。用「其他文件…」选 U 盘或别处的备份。")
                                             : tr("选要回到的那一份，按 Enter。"));
}

void RestoreSheet::choose(const QString &backup)
{
    db::refuseItself(backup, m_dataFile);
    const auto manifest = db::manifestOf(backup);
    const QDateTime made = manifest ? manifest->createdAt : QFileInfo(backup).lastModified();
    const QString which = QFileInfo(backup).fileName();
    m_chosen = backup;
    m_question->setText(
        tr("回到 %1 的样子（%2）？那以后登记的都不在里面；现在的文件会另存在旁边，不会丢。").arg(timeText(made), which));
    m_restore->setEnabled(true);
    m_restore->setFocus();
}

void RestoreSheet::chooseOther()
{
    askOpenFile(this, tr("从备份恢复"), tr("备份 (*.mishutai)"), [this](const QString &backup) { choose(backup); });
}

void RestoreSheet::takeIt()
{
    if (m_chosen.isEmpty())
        return;
    const auto take = m_take;
    const QString chosen = m_chosen;
    QWidget *owner = parentWidget();
    dismiss();
    guarded(owner, [&] { take(chosen); });
}

bool RestoreSheet::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_list || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        guarded(this, [this] {
            if (const QListWidgetItem *item = m_list->currentItem())
                choose(item->data(Qt::UserRole).toString());
        });
        return true;
    case Qt::Key_O:
        chooseOther();
        return true;
    default:
        return Overlay::eventFilter(object, event);
    }
}

} // namespace mishutai::ui
