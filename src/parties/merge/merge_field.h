#pragma once

#include <QSet>
#include <QString>

#include <vector>

namespace mishutai::parties {

/// One field in which two records differ, as a sheet shows them side by side.
struct MergeField {
    QString key; ///< as in FieldErrors: "name"
    QString label;
    QString kept; ///< of the record that goes on
    QString other;
};

/// One field of a details struct: its words, and how it is taken from another record.
template <class Details> struct MergeableField {
    QString key;
    QString label;
    QString (*text)(const Details &);
    void (*take)(Details &target, const Details &source);
};

/// The fields that are filled in both and differ: where one is empty there is nothing to choose.
template <class Details>
std::vector<MergeField> differences(const std::vector<MergeableField<Details>> &fields, const Details &kept, const Details &other)
{
    std::vector<MergeField> result;
    for (const MergeableField<Details> &field : fields) {
        const QString left = field.text(kept);
        const QString right = field.text(other);
        if (!left.isEmpty() && !right.isEmpty() && left != right)
            result.push_back({field.key, field.label, left, right});
    }
    return result;
}

/// `kept` with the fields that it lacks, and those of `taken`, from `other`.
template <class Details>
Details combined(
    const std::vector<MergeableField<Details>> &fields, Details kept, const Details &other, const QSet<QString> &taken)
{
    for (const MergeableField<Details> &field : fields) {
        if (!field.text(other).isEmpty() && (taken.contains(field.key) || field.text(kept).isEmpty()))
            field.take(kept, other);
    }
    return kept;
}

/// Both lists of words, each word once, parted by ；.
QString joinedWords(const QString &a, const QString &b);
/// Both texts, each on its own lines, once where they are one.
QString joinedLines(const QString &a, const QString &b);

} // namespace mishutai::parties
