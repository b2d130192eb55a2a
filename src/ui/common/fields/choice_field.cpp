#include "ui/common/fields/choice_field.h"

#include "base/chinese/pinyin.h"
#include "ui/common/list/cell_text.h"

#include <algorithm>

namespace mishutai::ui {

ChoiceField::ChoiceField(std::vector<db::Choice> choices, Others others, QWidget *parent)
    : SuggestField(parent), m_choices(std::move(choices)), m_others(others)
{
}

const db::Choice *ChoiceField::choice() const
{
    const QString typed = text().trimmed();
    for (const db::Choice &choice : m_choices) {
        if (choice.label == typed)
            return &choice;
    }
    return nullptr;
}

QString ChoiceField::value() const
{
    if (const db::Choice *one = choice())
        return one->value;
    return m_others == Others::Allowed ? text().trimmed() : QString();
}

void ChoiceField::setValue(const QString &value)
{
    for (const db::Choice &choice : m_choices) {
        if (choice.value == value) {
            setText(choice.label);
            return;
        }
    }
    setText(value);
}

void ChoiceField::setChoices(std::vector<db::Choice> choices)
{
    m_choices = std::move(choices);
}

QString ChoiceField::fault() const
{
    return isEmpty() || m_others == Others::Allowed || choice() ? QString() : tr("请从列表中选择（按 ↓ 看全部）");
}

bool ChoiceField::finish()
{
    // What is typed in full or by initials of one choice alone is that choice, also where the list was never opened.
    if (m_others == Others::Refused && !isEmpty() && !choice() && !popup()->isOpen()) {
        const std::vector<Suggestion> found = suggestions(text());
        if (found.size() == 1)
            take(found.front());
    }
    return SuggestField::finish();
}

std::vector<Suggestion> ChoiceField::suggestions(const QString &typed) const
{
    std::vector<Suggestion> found;
    for (const db::Choice &choice : m_choices) {
        if (matchesTyped(choice.label, typed))
            found.push_back({choice.label, {}, choice.value, false, {}});
    }
    // Enter takes the first: 理事单位 typed in full, or lsdw, is not 常务理事单位.
    const QString wanted = typed.trimmed();
    const auto rank = [&wanted, initials = wanted.toLower()](const Suggestion &one) {
        const QString own = pinyinInitials(one.text);
        if (one.text == wanted || own == initials)
            return 0;
        return one.text.startsWith(wanted) || own.startsWith(initials) ? 1 : 2;
    };
    std::ranges::stable_sort(found, {}, rank);
    // Where any text may stand, Enter must be able to keep it.
    const bool keepsTyped = m_others == Others::Allowed && !typed.trimmed().isEmpty();
    if (keepsTyped && (found.empty() || found.front().text != typed.trimmed()))
        found.insert(found.begin(), {typed.trimmed(), found.empty() ? QString() : tr("照此填写"), typed.trimmed(), false, {}});
    return found;
}

void ChoiceField::take(const Suggestion &suggestion)
{
    setText(suggestion.text);
}

} // namespace mishutai::ui
