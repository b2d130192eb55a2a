#include "ui/records/own_fields.h"

#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "office/custom_fields/own_columns_list.h"
#include "session/session.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/number_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/list/cell_text.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

using office::CustomField;
using office::CustomKind;

std::vector<db::Choice> offered(const CustomField &field)
{
    const QStringList words = field.details.kind == CustomKind::YesNo
        ? QStringList{office::shownValue(field.details, "1"), office::shownValue(field.details, "0")}
        : field.details.choices;
    std::vector<db::Choice> choices;
    for (const QString &word : words)
        choices.push_back({word, word});
    return choices;
}

Field *editorOf(const CustomField &field, session::Session &session)
{
    switch (field.details.kind) {
    case CustomKind::Text:
        return new TextField;
    case CustomKind::Number:
        return new NumberField;
    case CustomKind::Money:
        return new MoneyField;
    case CustomKind::Date:
        return dateField(session);
    case CustomKind::Choice:
    case CustomKind::YesNo:
        return new ChoiceField(offered(field));
    }
    return new TextField;
}

} // namespace

OwnFields::OwnFields(Form &form, session::Session &session, const std::vector<Record> &records) : m_form(form), m_session(session)
{
    for (const Record &record : records) {
        const QHash<QString, QString> values
            = record.id ? office::CustomValueService(session).values(record.owner, *record.id) : QHash<QString, QString>();
        for (const CustomField &field : office::CustomFieldService(session).fields(record.owner)) {
            if (m_fields.empty())
                form.addSection(office::ownGroup());
            const QString &name = field.details.name;
            Field *editor = form.add(office::customKey(name), name, editorOf(field, session));
            editor->setText(values.value(name));
            editor->finish();
            m_fields.push_back(field);
        }
    }
}

void OwnFields::store(office::CustomOwner owner, qint64 record, session::Operation operation) const
{
    QHash<QString, QString> typed;
    for (const CustomField &field : m_fields) {
        if (field.details.owner == owner)
            typed.insert(field.details.name, textOf(m_form, office::customKey(field.details.name)));
    }
    if (!typed.isEmpty())
        office::CustomValueService(m_session).set(operation, owner, record, typed);
}

std::vector<BulkColumn> ownBulkColumns(session::Session &session, office::CustomOwner owner, session::Operation operation,
    const std::function<qint64(session::Session &, qint64)> &recordOf)
{
    std::vector<BulkColumn> columns;
    for (const CustomField &field : office::CustomFieldService(session).fields(owner)) {
        const db::ListColumn shown = office::columnOf(field, {});
        // What is typed is compared as the list shows it: 1200 is 1,200.00.
        const auto after = [shown, field, today = session.clock().today()](const QString &, const QString &typed) {
            try {
                const QString stored = office::storedValue(field.details, typed, today);
                return stored.isEmpty() ? QString() : cellText(shown, stored);
            } catch (const Error &) {
                return typed; // refused, with its reason, by who stores it
            }
        };
        const auto set
            = [owner, operation, recordOf, name = field.details.name](session::Session &at, qint64 row, const QString &text) {
                  office::CustomValueService(at).set(operation, owner, recordOf(at, row), {{name, text}});
              };
        columns.push_back({shown.key, {}, after, set});
    }
    return columns;
}

std::vector<HistorySource> ownHistory(
    session::Session &session, office::CustomOwner owner, qint64 record, session::Operation toRead)
{
    std::vector<HistorySource> sources;
    for (const office::CustomValueRow &row : office::CustomValueService(session).rows(owner, record))
        sources.push_back({"custom_values", row.id, toRead, {}, {}, {}, {}, office::columnOf(row.field, {})});
    return sources;
}

} // namespace mishutai::ui
