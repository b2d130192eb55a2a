#include "ui/records/exports/export_sheet.h"

#include "desk/application.h"
#include "desk/data_set.h"
#include "desk/prints/file_names.h"
#include "session/session.h"
#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list_page.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/records/exports/ask_file.h"
#include "ui/records/exports/export_columns.h"
#include "ui/shell/task_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace mishutai::ui {

ExportSheet::ExportSheet(ListPage &page, desk::Application &application, desk::ListExport list, const QString &kind)
    : Overlay(&page), m_page(page), m_application(application), m_list(std::move(list)), m_kind(kind),
      m_stored(application.session(), m_list.definition.key), m_shown(new QRadioButton(this)), m_layouts(new QComboBox(this)),
      m_edit(new QPushButton(tr("列和表头…"), this)), m_columns(new ExportColumns(m_list.definition, this)),
      m_name(new QLineEdit(this)), m_keep(new QPushButton(tr("存为版式"), this)), m_drop(new QPushButton(tr("删除版式"), this)),
      m_whole(new QRadioButton(this)), m_layoutBox(makeLayoutBox()),
      m_masking(new QCheckBox(tr("电话等个人信息隐去中间几位(&H)"), this)), m_purposeBox(new QWidget(this)),
      m_purpose(new QLineEdit(m_purposeBox)), m_ending(new QComboBox(this)), m_take(new QPushButton(tr("导出…"), this))
{
    const auto sheet = desk::recordSheet(kind);
    m_isWholePersonal = sheet->exportOperation() == session::Operation::PersonalExport;
    const bool mayWhole = application.session().may(sheet->exportOperation());
    stayOpen();
    build(page.title());
    const desk::ListGroups &groups = m_list.groups;
    const size_t rows = groups.isEmpty() ? m_list.ids.size() : groups.lines() - groups.groups().size();
    m_shown->setText(tr("当前列表：%1 行，按现在的筛选和次序").arg(rows));
    m_whole->setText(tr("按导入格式：全部%1，可改后再导入").arg(sheet->title()));
    m_whole->setEnabled(mayWhole);
    const bool mayShow = application.session().may(session::Operation::PersonalExport);
    m_masking->setChecked(isPersonalHidden() || !mayShow);
    m_masking->setEnabled(mayShow);
    m_shown->setChecked(true);
    fillLayouts({});
    takeLayout();
    (m_purposeBox->isHidden() ? static_cast<QWidget *>(m_take) : m_purpose)->setFocus();
}

QWidget *ExportSheet::makeLayoutBox()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(px(24), 0, 0, 0);
    auto *choice = new QHBoxLayout;
    auto *label = new QLabel(tr("版式(&L)"), box);
    label->setBuddy(m_layouts);
    m_layouts->setMinimumWidth(px(200));
    choice->addWidget(label);
    choice->addWidget(m_layouts, 1);
    choice->addWidget(m_edit);
    column->addLayout(choice);
    column->addWidget(m_columns);
    auto *keeping = new QHBoxLayout;
    m_name->setPlaceholderText(tr("版式的名称，如：报科协"));
    m_name->setAccessibleName(tr("版式的名称"));
    keeping->addWidget(m_name, 1);
    keeping->addWidget(m_keep);
    keeping->addWidget(m_drop);
    column->addLayout(keeping);
    for (QWidget *part : {static_cast<QWidget *>(m_columns), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_keep),
             static_cast<QWidget *>(m_drop)})
        part->hide();
    connect(m_layouts, &QComboBox::currentIndexChanged, this, &ExportSheet::takeLayout);
    connect(m_edit, &QPushButton::clicked, this, &ExportSheet::showColumns);
    connect(m_columns, &ExportColumns::changed, this, &ExportSheet::showState);
    connect(m_name, &QLineEdit::textChanged, this, &ExportSheet::showState);
    connect(m_name, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    connect(m_keep, &QPushButton::clicked, this, [this] { guarded(this, [this] { keepLayout(); }); });
    connect(m_drop, &QPushButton::clicked, this, [this] { guarded(this, [this] { dropLayout(); }); });
    return box;
}

QWidget *ExportSheet::makePurposeBox()
{
    auto *column = new QVBoxLayout(m_purposeBox);
    column->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("用途（含电话等个人信息，会记入操作日志）"), m_purposeBox);
    label->setBuddy(m_purpose);
    m_purpose->setPlaceholderText(tr("如：寄送资料、报送主管部门"));
    m_purpose->setMinimumWidth(px(380));
    column->addWidget(label);
    column->addWidget(m_purpose);
    return m_purposeBox;
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
    column->addWidget(m_layoutBox);
    column->addWidget(m_masking);
    column->addWidget(m_whole);
    column->addWidget(makePurposeBox());
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("取消"), this);
    m_ending->addItem(tr("Excel 工作簿"), "xlsx");
    m_ending->addItem(tr("CSV 文本"), "csv");
    m_ending->setAccessibleName(tr("文件种类"));
    setLook(m_take, "primary");
    cancel->setAutoDefault(true);
    m_take->setAutoDefault(true);
    buttons->addWidget(m_ending);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_take, &QPushButton::clicked, this, &ExportSheet::take);
    connect(m_purpose, &QLineEdit::returnPressed, m_take, &QPushButton::click);
    connect(m_purpose, &QLineEdit::textChanged, this, &ExportSheet::showState);
    connect(m_whole, &QRadioButton::toggled, this, &ExportSheet::showState);
    connect(m_masking, &QCheckBox::toggled, this, [this] {
        showState();
        centre();
    });
}

void ExportSheet::fillLayouts(const QString &chosen)
{
    const QSignalBlocker quiet(m_layouts);
    m_layouts->clear();
    m_layouts->addItem(tr("和列表一样（%1 列）").arg(m_list.columns.size()));
    for (const desk::ExportLayout &layout : m_stored.all())
        m_layouts->addItem(layout.name, layout.name);
    m_layouts->setCurrentIndex(qMax(0, chosen.isEmpty() ? 0 : m_layouts->findData(chosen)));
}

void ExportSheet::takeLayout()
{
    guarded(this, [this] {
        const QString name = m_layouts->currentData().toString();
        desk::ListExport list = m_list;
        if (!name.isEmpty()) {
            const desk::ExportLayout layout = m_stored.get(name);
            desk::apply(layout, list);
            m_purpose->setText(layout.purpose);
            m_ending->setCurrentIndex(qMax(0, m_ending->findData(layout.ending)));
        }
        m_name->setText(name);
        m_columns->setColumns(list.columns, list.headers);
    });
}

void ExportSheet::showColumns()
{
    m_columns->show();
    const bool maySave = m_stored.maySave();
    m_name->setVisible(maySave);
    m_keep->setVisible(maySave);
    m_drop->setVisible(maySave);
    m_columns->setFocus();
    centre();
}

void ExportSheet::keepLayout()
{
    const desk::ListExport now = list();
    const QString name = m_name->text().trimmed();
    m_stored.save({name, now.columns, now.headers, now.purpose, m_ending->currentData().toString()});
    fillLayouts(name);
    showState();
    MessageArea::of(&m_page).done(tr("已存为版式「%1」，下次导出可选").arg(name), m_page.undoOfLastChange());
}

void ExportSheet::dropLayout()
{
    const QString name = m_layouts->currentData().toString();
    m_stored.remove(name);
    fillLayouts({});
    takeLayout();
    MessageArea::of(&m_page).done(tr("已删除版式「%1」").arg(name), m_page.undoOfLastChange());
}

desk::ListExport ExportSheet::list() const
{
    desk::ListExport list = m_list;
    list.columns = m_columns->columns();
    list.headers = m_columns->headers();
    list.purpose = m_purpose->text().trimmed();
    list.masksPersonal = m_masking->isChecked();
    return list;
}

void ExportSheet::showState()
{
    const bool isWhole = m_whole->isChecked();
    const desk::ListExport now = list();
    const bool isPersonal = isWhole ? m_isWholePersonal : desk::leavesPersonal(now);
    m_layoutBox->setEnabled(!isWhole);
    m_masking->setVisible(!isWhole && !desk::personalColumns(now).isEmpty());
    m_purposeBox->setVisible(isPersonal);
    m_take->setEnabled((isWhole || !now.columns.isEmpty()) && (!isPersonal || !now.purpose.isEmpty()));
    m_keep->setEnabled(!m_name->text().trimmed().isEmpty() && !now.columns.isEmpty());
    m_drop->setEnabled(!m_layouts->currentData().toString().isEmpty());
}

/// After a part came into sight or left.
void ExportSheet::centre()
{
    const QWidget *frame = parentWidget();
    const int margin = px(8);
    layout()->activate();
    adjustSize();
    resize(qMin(width(), frame->width() - 2 * margin), qMin(height(), frame->height() - 2 * margin));
    move((frame->width() - width()) / 2, qMax(margin, qMin(y(), frame->height() - height() - margin)));
}

void ExportSheet::take()
{
    const desk::ListExport chosen = list();
    const QString whole = m_whole->isChecked() ? m_kind : QString();
    const QString ending = m_ending->currentData().toString();
    const auto access = m_application.isReadOnly() ? desk::Worker::Access::Read : desk::Worker::Access::Write;
    const auto write = [page = &m_page, request = m_application.workerRequest(), access, chosen, whole](const QString &file) {
        runTask(
            page, tr("正在导出"),
            [request, access, chosen, whole, file](TaskControl &control) {
                desk::Worker worker(request, access);
                return whole.isEmpty()
                    ? desk::exportList(worker.session(), chosen, file, control)
                    : desk::exportSheet(worker.session(), *desk::recordSheet(whole), file, chosen.purpose, control);
            },
            [page](int rows) { MessageArea::of(page).saved(tr("已导出 %1 行").arg(rows)); });
    };
    const QString excel = tr("Excel 工作簿 (*.xlsx)");
    const QString text = tr("CSV (*.csv)");
    const QString layoutName = m_layouts->currentData().toString();
    const QString name = desk::fileName({m_page.title(), whole.isEmpty() ? layoutName : QString()});
    askSaveFile(&m_page, tr("导出%1").arg(m_page.title()), name + "." + ending,
        ending == "csv" ? text + ";;" + excel : excel + ";;" + text, write);
    dismiss(/*giveFocusBack=*/false);
    // Not to the button that happens to come next: work goes on in the list.
    m_page.focusFirst();
}

} // namespace mishutai::ui
