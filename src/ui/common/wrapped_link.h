#pragma once

#include <QPushButton>

namespace mishutai::ui {

/// A link whose text takes as many lines as it needs, so that a long name never makes its column wider than there is room.
class WrappedLink : public QPushButton
{
    Q_OBJECT

public:
    explicit WrappedLink(const QString &text, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect textRect(int width) const;
};

} // namespace mishutai::ui
