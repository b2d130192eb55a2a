#pragma once

#include "ui/common/fields/field.h"

class QPlainTextEdit;

namespace mishutai::ui {

/// Text of one line.
class TextField : public LineField
{
    Q_OBJECT

public:
    explicit TextField(QWidget *parent = nullptr) : LineField(parent) { }
    bool finish() override;
};

/// Text of several lines: Enter goes on as in any field, Shift+Enter begins a line.
class LongTextField : public Field
{
    Q_OBJECT

public:
    /// @param lines height
    explicit LongTextField(int lines = 3, QWidget *parent = nullptr);
    QString text() const override;
    void setText(const QString &text) override;
    bool takesEnter() const override { return m_takesEnter; }
    /// For text that is written in paragraphs: Enter begins a line here and Tab goes on.
    void setTakesEnter(bool takesEnter);

private:
    QPlainTextEdit *m_edit;
    bool m_takesEnter = false;
};

/// 统一社会信用代码, checked by GB 32100-2015 while it is typed.
class CreditCodeField : public LineField
{
    Q_OBJECT

public:
    explicit CreditCodeField(QWidget *parent = nullptr);
    QString fault() const override;
    bool finish() override;

protected:
    void textChanged() override;
};

/// A mobile or fixed-line number. Blanks and hyphens may stand in it.
class PhoneField : public LineField
{
    Q_OBJECT

public:
    explicit PhoneField(QWidget *parent = nullptr);
    QString fault() const override;
    bool finish() override;

protected:
    void textChanged() override;
};

} // namespace mishutai::ui
