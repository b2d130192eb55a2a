#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::office {

/// 届: a term of the council.
struct TermDetails {
    int number = 1; ///< 第一届 is 1
    QString title; ///< as the office calls it where that differs, else empty
    QDate fromOn;
    QDate toOn; ///< first day that no longer belongs to it; invalid: it runs on

    bool holdsOn(QDate day) const { return fromOn <= day && (!toOn.isValid() || day < toOn); }
    /// "第一届", or the office's own title.
    QString name() const;
    bool operator==(const TermDetails &) const = default;
};

struct Term {
    TermId id;
    int revision;
    TermDetails details;
};

/// Empty when acceptable. Asks nothing of the other terms.
std::vector<FieldError> validate(const TermDetails &details);
/// Whether two terms share a day.
bool overlap(const TermDetails &a, const TermDetails &b);

} // namespace mishutai::office
