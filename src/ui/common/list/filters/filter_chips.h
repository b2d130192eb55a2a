#pragma once

#include <QWidget>

class QHBoxLayout;

namespace mishutai::db {
struct ListDefinition;
}

namespace mishutai::ui {

struct ListState;

/// The filters of a list as sentences, each with a way to take it away. Hidden while there is none.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent);

    void setState(const db::ListDefinition &definition, const ListState &state);
    QStringList texts() const;

Q_SIGNALS:
    void removed(const QString &column); ///< empty for the rows behind a figure
    void cleared();

private:
    void add(const QString &text, const QString &column);

    QHBoxLayout *m_row;
};

} // namespace mishutai::ui
