#pragma once

#include <QFrame>
#include <QVariant>

#include <optional>
#include <vector>

class QKeyEvent;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace mishutai::ui {

/// One offer of a list that opens under a field.
struct Suggestion {
    QString text;
    QString note; ///< muted, below the text: code, town, kind
    QVariant value;
    bool isNew = false; ///< 「新建…」
    QString iconName;
};

/// The list under a field. It never takes the focus (input methods go on working) and lies inside the window.
class SuggestPopup : public QFrame
{
    Q_OBJECT

public:
    explicit SuggestPopup(QLineEdit *edit);

    void offer(const std::vector<Suggestion> &suggestions);
    void close();
    bool isOpen() const { return isVisible(); }
    /// Marked entry, if the list is open.
    std::optional<Suggestion> current() const;
    void setNothingMarked();
    /// Whether nobody went down the list, or it is closed.
    bool isFirstMarked() const;
    /// ↑ ↓ PgUp PgDn. @return whether the key was used
    bool keyPressed(QKeyEvent *event);
    const std::vector<Suggestion> &offers() const { return m_suggestions; }
    int count() const { return static_cast<int>(m_suggestions.size()); }

Q_SIGNALS:
    void chosen();

private:
    void place();
    int neededWidth() const;

    QLineEdit *m_edit;
    QListView *m_view;
    QStandardItemModel *m_model;
    std::vector<Suggestion> m_suggestions;
};

} // namespace mishutai::ui
