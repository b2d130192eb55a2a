#include "ui/common/fields/text_field.h"

#include "base/chinese/credit_code.h"
#include "base/chinese/phone.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/theme.h"

#include <QPlainTextEdit>

namespace mishutai::ui {

namespace {

constexpr qsizetype kCodeLength = 18;

} // namespace

bool TextField::finish()
{
    const QString trimmed = text().trimmed();
    if (trimmed != text())
        edit()->setText(trimmed);
    return LineField::finish();
}

LongTextField::LongTextField(int lines, QWidget *parent) : Field(parent), m_edit(new QPlainTextEdit(this))
{
    m_edit->setTabChangesFocus(true);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setEditor(m_edit);
    setTakesEnter(false);
    onThemeChange(this, [this, lines] { m_edit->setFixedHeight(lines * m_edit->fontMetrics().lineSpacing() + px(18)); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_edit->document()->isModified())
            noteEdit();
        else
            refreshState();
    });
}

void LongTextField::setTakesEnter(bool takesEnter)
{
    m_takesEnter = takesEnter;
    m_edit->setPlaceholderText(takesEnter ? QString() : tr("Shift+Enter 换行"));
}

QString LongTextField::text() const
{
    return m_edit->toPlainText();
}

void LongTextField::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->document()->setModified(false);
    showFault({});
}

CreditCodeField::CreditCodeField(QWidget *parent) : LineField(parent)
{
    setPlaceholder(tr("18位统一社会信用代码"));
}

QString CreditCodeField::fault() const
{
    return isEmpty() ? QString() : creditCodeFault(text()).value_or(QString());
}

bool CreditCodeField::finish()
{
    const QString code = normalizedCreditCode(text());
    if (code != text())
        edit()->setText(code);
    return LineField::finish();
}

void CreditCodeField::textChanged()
{
    const qsizetype length = normalizedCreditCode(text()).size();
    if (length == 0)
        showHint({});
    else if (length < kCodeLength)
        showHint(tr("还差 %1 位").arg(kCodeLength - length));
    else if (fault().isEmpty())
        showHint(tr("✓ 校验位正确"));
    else
        showFault(fault());
}

PhoneField::PhoneField(QWidget *parent) : LineField(parent)
{
    setPlaceholder(tr("手机或座机，座机带区号"));
}

QString PhoneField::fault() const
{
    return isEmpty() || normalizedPhone(text()) ? QString() : tr("不是完整的电话号码，例如 13800005678、028-85550123");
}

bool PhoneField::finish()
{
    if (const auto phone = normalizedPhone(text()))
        edit()->setText(*phone);
    return LineField::finish();
}

void PhoneField::textChanged()
{
    const auto phone = normalizedPhone(text());
    showHint(phone ? tr("✓ %1").arg(isMobilePhone(*phone) ? tr("手机") : tr("座机")) : QString());
}

} // namespace mishutai::ui
