#pragma once

#include "ui/common/fields/field.h"

class QListWidget;

namespace mishutai::ui {

/// Several of some words, side by side: arrows go from one to the next, Space ticks. A word that is set and not offered is added.
class TicksField : public Field
{
    Q_OBJECT

public:
    explicit TicksField(const QStringList &words, QWidget *parent = nullptr);

    QStringList ticked() const;
    void setTicked(const QStringList &words);
    /// The ticked words, parted by ；.
    QString text() const override;
    void setText(const QString &text) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addWord(const QString &word);
    /// As high as its words need at this width: none is out of sight.
    void fit();

    QListWidget *m_list;
};

} // namespace mishutai::ui
