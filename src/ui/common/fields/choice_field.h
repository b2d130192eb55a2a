#pragma once

#include "db/lists/list_definition.h"
#include "ui/common/fields/suggest_field.h"

namespace mishutai::ui {

/// One of some words, found by typing part of it or its initials. With Others::Allowed any other text may stand too (places,
/// titles: what was entered before is offered).
class ChoiceField : public SuggestField
{
    Q_OBJECT

public:
    enum class Others { Refused, Allowed };

    explicit ChoiceField(std::vector<db::Choice> choices, Others others = Others::Refused, QWidget *parent = nullptr);

    /// As stored: the value of the choice, or the text itself where others are allowed. Empty for none.
    QString value() const;
    void setValue(const QString &value);
    void setChoices(std::vector<db::Choice> choices);
    QString fault() const override;
    bool finish() override;

protected:
    std::vector<Suggestion> suggestions(const QString &typed) const override;
    void take(const Suggestion &suggestion) override;

private:
    const db::Choice *choice() const;

    std::vector<db::Choice> m_choices;
    Others m_others;
};

} // namespace mishutai::ui
