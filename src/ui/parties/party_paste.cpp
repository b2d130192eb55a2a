#include "ui/parties/party_paste.h"

#include "parties/pasted/pasted_values.h"
#include "ui/common/form.h"
#include "ui/common/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kLeastRead = 2;

/// Rows of a sheet are no text that somebody wrote.
bool isSheet(const QString &text)
{
    return text.count(u'\t') > text.count(u'\n') + 1;
}

} // namespace

PartyPaste::PartyPaste(Form &form, Fields fields) : QObject(&form), m_form(form), m_fields(std::move(fields))
{
    form.addHeadButton(
        tr("粘贴识别"), tr("把微信里复制的联系人、名片或执照文字填进空着的栏（在第一栏按 Ctrl+V 也行）"), [this] { pasteNow(); });
    // A line edit asks for its keys before a page's shortcut: the filter sees the paste first.
    form.firstField()->editor()->installEventFilter(this);
}

int PartyPaste::fill(const parties::PartyText &text)
{
    std::vector<std::pair<QString, QString>> texts;
    for (const auto &[key, part] : m_fields)
        texts.emplace_back(key, part(text));
    const int filled = m_form.fillEmpty(texts, tr("由粘贴的文字识别，请核对"));
    if (filled > 0)
        MessageArea::of(&m_form).done(tr("识别出%1栏，已填写的栏没有改动").arg(filled));
    else
        MessageArea::of(&m_form).done(tr("识别出的内容，表单里都已填写"));
    return filled;
}

void PartyPaste::pasteNow()
{
    const parties::PartyText text = parties::readPartyText(QApplication::clipboard()->text());
    if (text.count() == 0)
        MessageArea::of(&m_form).done(tr("剪贴板里没有认得出的单位或联系人信息"));
    else
        fill(text);
    m_form.focusFirst();
}

/// One part alone is pasted where the cursor stands, unless it belongs elsewhere: a number is no name.
bool PartyPaste::isMeantForForm(const parties::PartyText &text) const
{
    if (text.count() >= kLeastRead)
        return true;
    const auto belongsElsewhere
        = [&](const auto &field) { return m_form.field(field.first) != m_form.firstField() && !field.second(text).isEmpty(); };
    return text.count() == 1 && std::ranges::any_of(m_fields, belongsElsewhere);
}

bool PartyPaste::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QString given = QApplication::clipboard()->text();
        const parties::PartyText text = isSheet(given) ? parties::PartyText() : parties::readPartyText(given);
        if (isMeantForForm(text)) {
            fill(text);
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

namespace parts {

QString unitKind(const parties::PartyText &text)
{
    const auto kind = parties::unitKindOf(text.licenceType);
    return kind ? parties::unitKinds().label(*kind) : QString();
}

QString ownership(const parties::PartyText &text)
{
    const auto ownership = parties::ownershipOf(text.licenceType);
    return ownership ? parties::ownerships().label(*ownership) : QString();
}

QString licenceNotes(const parties::PartyText &text)
{
    QStringList lines;
    if (!text.licenceType.isEmpty())
        lines << PartyPaste::tr("类型：%1").arg(text.licenceType);
    if (!text.scope.isEmpty())
        lines << PartyPaste::tr("经营范围：%1").arg(text.scope);
    return lines.join(u'\n');
}

} // namespace parts

} // namespace mishutai::ui
