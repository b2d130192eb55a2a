#pragma once

#include <QFrame>

class QLabel;

namespace mishutai::ui {

/// One headline figure of 工作台: what, how many, a remark. It is a button: a click or Enter opens the rows behind it.
class FigureCard : public QFrame
{
    Q_OBJECT

public:
    explicit FigureCard(QWidget *parent = nullptr);

    void setFigure(const QString &label, const QString &figure, const QString &remark);

Q_SIGNALS:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showState();

    QLabel *m_label;
    QLabel *m_figure;
    QLabel *m_remark;
};

/// A sentence ready to be sent, with a copy button beside it.
class SentenceCard : public QFrame
{
    Q_OBJECT

public:
    explicit SentenceCard(QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void copy();

private:
    QLabel *m_sentence;
};

} // namespace mishutai::ui
