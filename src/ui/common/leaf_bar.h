#pragma once

#include <QWidget>

#include <vector>

class QToolButton;

namespace mishutai::ui {

/// The names of a record's leaves, one of them current, in as many lines as they need: none is ever out of sight. Turned by the
/// keys of the page (Ctrl+PgUp, Ctrl+PgDn, Alt+1 …), so it takes no focus.
class LeafBar : public QWidget
{
    Q_OBJECT

public:
    explicit LeafBar(QWidget *parent = nullptr);

    void add(const QString &title);
    void clear();
    int count() const { return static_cast<int>(m_buttons.size()); }
    /// Empty where there is none.
    QString title(int leaf) const;
    int current() const { return m_current; }
    /// Tells chosen() when it is another one. @param leaf 0 to count() − 1, else nothing happens
    void setCurrent(int leaf);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(width, /*isDry=*/true); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int leaf);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// @return the height that the lines need
    int place(int width, bool isDry) const;

    std::vector<QToolButton *> m_buttons;
    int m_current = 0;
};

} // namespace mishutai::ui
