#pragma once

#include "db/lists/list_query.h"
#include "db/lists/search_index.h"
#include "ui/common/fields/suggest_field.h"

#include <functional>
#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

/// Another record: a unit, a person. Type part of its name, initials, code or phone tail; the last entry makes a new record with
/// what was typed. Text that names no record is a fault unless setFreeText() allows it.
class PickField : public SuggestField
{
    Q_OBJECT

public:
    /// Makes a record of that name. @return its id, or nothing when the user thought better of it @throws Error
    using Create = std::function<std::optional<qint64>(const QString &name)>;

    /// What tells a row from others of like names.
    using Note = std::function<QString(const db::ListRow &)>;

    /// The first searched column of the definition is the text, the next two columns shown are the note.
    /// @param session outlives the field
    PickField(session::Session &session, db::ListDefinition definition, QWidget *parent = nullptr);

    std::optional<qint64> id() const { return m_id; }
    void setId(std::optional<qint64> id);
    void setCreate(Create create) { m_create = std::move(create); }
    /// In place of the next two columns shown. @throws Error of the note is shown, and nothing is offered
    void setNote(Note note) { m_note = std::move(note); }
    void setFreeText(bool isAllowed) { m_isFreeText = isAllowed; }
    void setText(const QString &text) override;
    QString fault() const override;

protected:
    std::vector<Suggestion> suggestions(const QString &typed) const override;
    void take(const Suggestion &suggestion) override;

private:
    QString nameOf(const db::ListRow &row) const;
    QString noteOf(const db::ListRow &row) const;

    const db::ListDefinition m_definition;
    db::ListQuery m_query;
    db::SearchIndex m_index;
    size_t m_nameColumn = 0;
    std::optional<qint64> m_id;
    Create m_create;
    Note m_note;
    bool m_isFreeText = false;
};

} // namespace mishutai::ui
