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

/// Text of several lines: Enter is a line break here, Tab goes on.
class LongTextField : public Field
{
    Q_OBJECT

public:
    /// @param lines height
    explicit LongTextField(int lines = 3, QWidget *parent = nullptr);
    QString text() const override;
    void setText(const QString &text) override;
    bool takesEnter() const override { return true; }

private:
    QPlainTextEdit *m_edit;
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
