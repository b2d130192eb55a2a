#include "ui/common/form.h"

#include "ui/common/composition.h"
#include "ui/common/guarded.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kDraftDelayMs = 3000;

} // namespace

Form::Form(const QString &title, QWidget *parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_head(new QHBoxLayout), m_grid(new QGridLayout)
{
    setWindowTitle(title);
    m_heading = new QLabel(title, this);
    m_heading->setWordWrap(true);
    m_heading->setMinimumWidth(1);
    setLook(m_heading, "heading");
    auto *body = new QWidget;
    auto *stack = new QVBoxLayout(body);
    stack->setContentsMargins(px(18), px(4), px(18), px(12));
    stack->addLayout(m_grid);
    stack->addStretch();
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(9));
    m_grid->setColumnStretch(1, 1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(14), 0, 0);
    column->setSpacing(px(8));
    m_head->setContentsMargins(px(18), 0, px(18), 0);
    m_head->addWidget(m_heading, 1);
    column->addLayout(m_head);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeButtons());
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftDelayMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &Form::draftDue);
}

void Form::setSubject(const QString &name)
{
    m_heading->setText(name.isEmpty() ? windowTitle() : tr("%1：%2").arg(windowTitle(), name));
}

QWidget *Form::makeButtons()
{
    auto *bar = new QFrame(this);
    setLook(bar, "bar");
    m_saveButton = new QPushButton(tr("保存"), bar);
    setLook(m_saveButton, "primary");
    m_saveButton->setToolTip(tr("Ctrl+S，或在最后一栏按 Enter"));
    m_saveAndAdd = new QPushButton(tr("保存并新增"), bar);
    m_saveAndAdd->setToolTip(tr("Ctrl+Enter"));
    auto *leave = new QPushButton(tr("收起"), bar);
    leave->setToolTip(tr("Esc，已填内容留作草稿"));
    connect(m_saveButton, &QPushButton::clicked, this, &Form::save);
    connect(m_saveAndAdd, &QPushButton::clicked, this, &Form::saveAndAdd);
    connect(leave, &QPushButton::clicked, this, &Form::leave);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(px(18), px(9), px(18), px(9));
    row->addWidget(m_saveButton);
    row->addWidget(m_saveAndAdd);
    row->addStretch();
    row->addWidget(leave);
    return bar;
}

void Form::showNotice(const QString &text, const QString &label, std::function<void()> action)
{
    auto *bar = new QFrame(this);
    setLook(bar, "banner");
    auto *said = new QLabel(text, bar);
    said->setWordWrap(true);
    auto *link = new QPushButton(label, bar);
    setLook(link, "link");
    auto *key = new QShortcut(Qt::ALT | Qt::Key_D, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, link, &QPushButton::click);
    link->setToolTip(tr("Alt+D"));
    connect(link, &QPushButton::clicked, this, [this, action = std::move(action)] { guarded(this, action); });
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(px(18), px(3), px(12), px(3));
    row->addWidget(said, 1);
    row->addWidget(link);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, bar);
}

void Form::addField(const QString &key, const QString &label, Field *field, Need need)
{
    auto *caption = new QLabel(this);
    const bool isRequired = need == Need::Required;
    caption->setBuddy(field);
    caption->setWordWrap(true);
    onThemeChange(caption, [caption, label, isRequired] {
        const QString star = isRequired ? QString(" <span style='color:%1'>*</span>").arg(theme().bad.name()) : QString();
        caption->setText(QString("<span style='color:%1'>%2</span>%3").arg(theme().muted.name(), label.toHtmlEscaped(), star));
        caption->setFixedWidth(px(88));
        caption->setContentsMargins(0, px(6), 0, 0);
    });
    field->setRequired(isRequired);
    field->editor()->setAccessibleName(isRequired ? tr("%1（必填）").arg(label) : label);
    const int row = m_grid->rowCount();
    m_grid->addWidget(caption, row, 0, Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
    // Tab goes as people read: the buttons, though made first, come after the last field.
    if (!m_rows.empty())
        setTabOrder(m_rows.back().field->editor(), field->editor());
    setTabOrder(field->editor(), m_saveButton);
    m_rows.push_back({key, label, field, caption});
    // Installed after the field's own filter, so it is asked first.
    field->editor()->installEventFilter(this);
    connect(field, &Field::edited, this, [this] {
        m_isChanged = true;
        m_draftTimer.start();
    });
}

void Form::addSection(const QString &title)
{
    auto *label = new QLabel(title, this);
    setLook(label, "section");
    label->setContentsMargins(0, px(8), 0, 0);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
}

QPushButton *Form::addHeadButton(const QString &label, const QString &toolTip, std::function<void()> run)
{
    auto *button = new QPushButton(label, this);
    setLook(button, "quiet");
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    m_head->addWidget(button);
    return button;
}

int Form::fillEmpty(const std::vector<std::pair<QString, QString>> &texts, const QString &notice)
{
    QStringList said;
    for (const auto &[key, text] : texts) {
        if (!text.isEmpty())
            said << key;
    }
    makeFieldsOf(said);
    int count = 0;
    for (const auto &[key, text] : texts) {
        Field *target = field(key);
        if (!target || text.isEmpty() || !target->isEmpty() || !target->isEnabled())
            continue;
        target->setText(text);
        Q_EMIT target->edited();
        target->showNotice(notice);
        if (const QString fault = target->fault(); !fault.isEmpty())
            target->showFault(fault);
        ++count;
    }
    return count;
}

void Form::addWidget(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void Form::setSavesAndAdds(bool isOffered)
{
    m_saveAndAdd->setVisible(isOffered);
}

void Form::setSaveLabel(const QString &label)
{
    m_saveButton->setText(label);
}

Field *Form::field(const QString &key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&key](const Row &row) { return row.key == key; });
    return found == m_rows.end() ? nullptr : found->field;
}

void Form::markUnchanged()
{
    m_isChanged = false;
    m_draftTimer.stop();
}

QByteArray Form::draft() const
{
    QJsonObject texts;
    for (const Row &row : m_rows) {
        if (!row.field->isEmpty())
            texts.insert(row.key, row.field->text());
    }
    return QJsonDocument(texts).toJson(QJsonDocument::Compact);
}

void Form::restoreDraft(const QByteArray &draft)
{
    const QJsonObject texts = QJsonDocument::fromJson(draft).object();
    makeFieldsOf(texts.keys());
    for (const Row &row : m_rows)
        row.field->setText(texts.value(row.key).toString());
    m_isChanged = true;
}

void Form::showFaults(const std::vector<FieldError> &faults)
{
    Field *first = nullptr;
    QStringList others;
    for (const FieldError &fault : faults) {
        Field *faulty = field(fault.field);
        if (!faulty) {
            others << fault.message;
            continue;
        }
        faulty->showFault(fault.message);
        first = first ? first : faulty;
    }
    if (!others.isEmpty())
        MessageArea::of(this).failed(Error(Error::Kind::Validation, tr("还不能保存"), others.join(QStringLiteral("；"))));
    if (first)
        focus(first);
}

void Form::focusFirst()
{
    if (m_rows.empty())
        return;
    const auto first = [this](auto &&isWanted) {
        const auto found = std::find_if(
            m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.field->isEnabled() && isWanted(*row.field); });
        return found == m_rows.end() ? nullptr : found->field;
    };
    Field *toFill = first([](const Field &field) { return field.isRequired() && field.isEmpty(); });
    if (Field *field = toFill ? toFill : first([](const Field &) { return true; }))
        focus(field);
}

void Form::focus(Field *field)
{
    field->editor()->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(field);
}

bool Form::checkFields()
{
    std::vector<FieldError> faults;
    for (const Row &row : m_rows) {
        if (!row.field->finish())
            faults.push_back({row.key, "format", row.field->fault()});
        else if (row.field->isRequired() && row.field->isEmpty())
            faults.push_back({row.key, "required", tr("请填写%1").arg(row.label)});
    }
    showFaults(faults);
    return faults.empty();
}

bool Form::save()
{
    if (!checkFields())
        return false;
    const bool isSaved = guarded(this, m_save, [this](const Error &error) {
        if (error.fields().empty())
            return false;
        showFaults(error.fields());
        return true;
    });
    if (isSaved) {
        markUnchanged();
        Q_EMIT saved(/*addsAnother=*/false);
    }
    return isSaved;
}

void Form::saveAndAdd()
{
    // saved() is to be told once, with what the user asked for.
    const QSignalBlocker quiet(this);
    const bool isSaved = save();
    blockSignals(false);
    if (isSaved)
        Q_EMIT saved(/*addsAnother=*/m_saveAndAdd->isVisibleTo(this));
}

void Form::leave()
{
    m_draftTimer.stop();
    Q_EMIT left();
}

void Form::goOn(const QWidget *editor)
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].field->editor() != editor)
            continue;
        if (!m_rows[i].field->finish())
            return; // stays where the fault is
        for (size_t next = i + 1; next < m_rows.size(); ++next) {
            if (m_rows[next].field->isVisibleTo(this) && m_rows[next].field->isEnabled()) {
                focus(m_rows[next].field);
                return;
            }
        }
        save();
        return;
    }
}

bool Form::keepRowsOut(const QWidget *editor)
{
    const QString rows = QApplication::clipboard()->text().trimmed();
    if (!qobject_cast<const QLineEdit *>(editor) || !rows.contains('\n') || !rows.contains('\t'))
        return false;
    const auto count = rows.count('\n') + 1;
    if (m_takeRows)
        MessageArea::of(this).offer(
            tr("剪贴板里是 %1 行表格，没有贴进这一栏").arg(count), tr("导入这些行"), [take = m_takeRows, rows] { take(rows); });
    else
        MessageArea::of(this).done(tr("剪贴板里是 %1 行表格，没有贴进这一栏；收起表单后在列表里按 Ctrl+V 可导入").arg(count));
    return true;
}

bool Form::keyPressed(QKeyEvent *event, QWidget *editor)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto row
        = std::find_if(m_rows.begin(), m_rows.end(), [editor](const Row &one) { return one.field->editor() == editor; });
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        saveAndAdd();
    } else if (event->matches(QKeySequence::Save)) {
        save();
    } else if (event->matches(QKeySequence::Paste)) {
        return keepRowsOut(editor);
    } else if (event->key() == Qt::Key_Escape) {
        if (row == m_rows.end() || !row->field->dropOpen())
            leave();
    } else if (isEnter && row != m_rows.end() && !row->field->takesEnter() && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        goOn(editor);
    } else {
        return false;
    }
    return true;
}

void Form::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->matches(QKeySequence::Save))
        save();
    else
        QWidget::keyPressEvent(event);
}

bool Form::eventFilter(QObject *object, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(object);
    if (event->type() == QEvent::ShortcutOverride && editor) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // The form's own keys, before a menu takes them.
        if (key->key() == Qt::Key_Escape || key->matches(QKeySequence::Save)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && editor && !isComposing(editor))
        return keyPressed(static_cast<QKeyEvent *>(event), editor);
    return QWidget::eventFilter(object, event);
}

} // namespace mishutai::ui
