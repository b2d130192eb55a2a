#include "ui/records/export_sheet.h"

#include "desk/application.h"
#include "desk/data_set.h"
#include "session/session.h"
#include "ui/common/list_page.h"
#include "ui/common/message_bar.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/records/ask_file.h"
#include "ui/shell/task_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace mishutai::ui {

ExportSheet::ExportSheet(ListPage &page, desk::Application &application, desk::ListExport list, const QString &kind)
    : Overlay(&page), m_page(page), m_application(application), m_list(std::move(list)), m_kind(kind),
      m_shown(new QRadioButton(this)), m_whole(new QRadioButton(this)), m_purposeBox(new QWidget(this)),
      m_purpose(new QLineEdit(m_purposeBox)), m_take(new QPushButton(tr("导出…"), this))
{
    const auto sheet = desk::recordSheet(kind);
    m_isWholePersonal = sheet->exportOperation() == session::Operation::PersonalExport;
    const bool mayWhole = application.session().may(sheet->exportOperation());
    stayOpen();
    build(page.title());
    m_shown->setText(tr("当前列表：%1 行 %2 列，按现在的筛选和次序").arg(m_list.ids.size()).arg(m_list.columns.size()));
    m_whole->setText(tr("按导入格式：全部%1，可改后再导入").arg(sheet->title()));
    m_whole->setEnabled(mayWhole);
    m_shown->setChecked(true);
    showPurpose();
    (m_purposeBox->isHidden() ? static_cast<QWidget *>(m_take) : m_purpose)->setFocus();
}

void ExportSheet::build(const QString &title)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(10));
    auto *heading = new QLabel(tr("导出%1").arg(title), this);
    setLook(heading, "title");
    column->addWidget(heading);
    column->addWidget(m_shown);
    column->addWidget(m_whole);
    auto *purpose = new QVBoxLayout(m_purposeBox);
    purpose->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("用途（含电话等个人信息，会记入操作日志）"), m_purposeBox);
    label->setBuddy(m_purpose);
    m_purpose->setPlaceholderText(tr("如：寄送资料、报送主管部门"));
    m_purpose->setMinimumWidth(px(380));
    purpose->addWidget(label);
    purpose->addWidget(m_purpose);
    column->addWidget(m_purposeBox);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("取消"), this);
    setLook(m_take, "primary");
    cancel->setAutoDefault(true);
    m_take->setAutoDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_take, &QPushButton::clicked, this, &ExportSheet::take);
    connect(m_purpose, &QLineEdit::returnPressed, m_take, &QPushButton::click);
    connect(m_purpose, &QLineEdit::textChanged, this, &ExportSheet::showPurpose);
    connect(m_whole, &QRadioButton::toggled, this, &ExportSheet::showPurpose);
}

void ExportSheet::showPurpose()
{
    const bool isPersonal = m_whole->isChecked() ? m_isWholePersonal : !desk::personalColumns(m_list).isEmpty();
    m_purposeBox->setVisible(isPersonal);
    m_take->setEnabled(!isPersonal || !m_purpose->text().trimmed().isEmpty());
}

void ExportSheet::take()
{
    desk::ListExport list = m_list;
    list.purpose = m_purpose->text().trimmed();
    const QString whole = m_whole->isChecked() ? m_kind : QString();
    const auto access = m_application.isReadOnly() ? desk::Worker::Access::Read : desk::Worker::Access::Write;
    const auto write = [page = &m_page, request = m_application.workerRequest(), access, list, whole](const QString &file) {
        runTask(
            page, tr("正在导出"),
            [request, access, list, whole, file](TaskControl &control) {
                desk::Worker worker(request, access);
                return whole.isEmpty()
                    ? desk::exportList(worker.session(), list, file, control)
                    : desk::exportSheet(worker.session(), *desk::recordSheet(whole), file, list.purpose, control);
            },
            [page](int rows) { MessageArea::of(page).saved(tr("已导出 %1 行").arg(rows)); });
    };
    askSaveFile(
        &m_page, tr("导出%1").arg(m_page.title()), m_page.title() + ".xlsx", tr("Excel 工作簿 (*.xlsx);;CSV (*.csv)"), write);
    dismiss(/*giveFocusBack=*/false);
}

} // namespace mishutai::ui
