#pragma once

#include "office/sheets/choice_table.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace mishutai::finance {

/// Source text of finance in the user's language.
inline QString translated(const char *text)
{
    return QCoreApplication::translate("Finance", text);
}

/// Stored words and labels of an enumeration, in the order of choice lists. Each enumeration of finance specialises it.
template <class E> const office::ChoiceTable<E> &terms();

/// As stored: "EXPENSE"
template <class E> QString key(E value)
{
    return terms<E>().stored(value);
}

/// As shown: 费用
template <class E> QString label(E value)
{
    return terms<E>().label(value);
}

template <class E> std::optional<E> fromKey(const QString &key)
{
    return terms<E>().fromStored(key);
}

} // namespace mishutai::finance
