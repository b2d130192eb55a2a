#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace mishutai::db {

/// Type of a list column: decides alignment, filter conditions, totals and the cell type in exports.
/// Money is int64 fen, Decimal int64 millionths, Date ISO text, Choice text out of `choices`, Code text that keeps its zeros.
enum class ColumnType { Text, Code, Integer, Money, Decimal, Date, Choice, Flag };

struct Choice {
    QString value; ///< as stored
    QString label; ///< as shown
};

struct ListColumn {
    QString key{}; ///< stable English name, used by saved views
    QString title{}; ///< Chinese header
    QString expression{}; ///< SQL over the definition's `from`, constant text of the program, never user input
    ColumnType type = ColumnType::Text;
    bool isShown = true; ///< by default
    bool isSearched = false; ///< SearchIndex takes its text (names with pinyin, codes, phones)
    bool isPersonal = false; ///< masked for roles that may not see it, hidden by the shared-screen key
    bool isTotalled = false; ///< sum shown in the totals row (Integer, Money, Decimal)
    std::vector<Choice> choices = {}; ///< of a Choice column
    int widthInCharacters = 12;
    QString group{}; ///< heading above the first column of this group where a record is shown; empty for none
};

/// Texts that a search finds a row by though no column shows them: former names, every contact. Several for a row.
struct SearchedText {
    QString title{}; ///< "曾用名", said beside the hit
    QString from{}; ///< "unit_aliases AS a"
    QString idColumn{}; ///< the row of the list: "a.unit_id"
    QString expression{}; ///< "a.alias"
    bool isPersonal = false;
};

/// One list of one module: page, filters, sort, export, to-dos and "figure → rows" all use it.
struct ListDefinition {
    QString key{}; ///< "members", object_type of its rows in metrics
    QString title{}; ///< "会员"
    QString from{}; ///< "v_member_list AS m"
    QString idColumn{}; ///< "m.id"
    QString where{}; ///< constant condition or empty
    QString orderBy{}; ///< default order, "m.code"
    QString operation{}; ///< permission key needed to read it
    QStringList tables{}; ///< tables whose change makes it stale
    std::vector<ListColumn> columns{};
    std::vector<SearchedText> alsoSearched{};
    /// Where ids in the default order and their number are read cheaper than from `from`: the bare table under the same alias,
    /// with the same rows. Empty for none.
    QString idFrom{};
};

struct ListSort {
    QString column;
    bool isDescending = false;
};

/// NotContains and Differs let empty cells through. InPeriod names a span that moves with the day ("thisQuarter"): whoever asks
/// turns it into AtLeast and AtMost first.
enum class Condition {
    Contains,
    Equals,
    AnyOf,
    AtLeast,
    AtMost,
    IsEmpty,
    IsNotEmpty,
    NotContains,
    StartsWith,
    Differs,
    InPeriod
};

struct ListFilter {
    QString column;
    Condition condition = Condition::Contains;
    QVariant value{}; ///< QString, qint64, QDate, or QStringList for AnyOf
};

} // namespace mishutai::db
