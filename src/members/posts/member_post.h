#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"
#include "office/words.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::members {

/// 职务 in the bodies of the office.
enum class Post {
    Chair,
    RotatingChair,
    ExecutiveChair,
    ViceChair,
    ExecutiveViceChair,
    StandingDirector,
    Director,
    ChiefSupervisor,
    Supervisor,
    SecretaryGeneral,
    DeputySecretaryGeneral,
    HonoraryChair,
    Adviser,
    Representative,
    PartyLiaison,
    Other
};

const office::ChoiceTable<Post> &posts();

/// A post held in a term for the days [fromOn, toOn); an invalid toOn is "still".
struct MemberPostDetails {
    PersonId person;
    std::optional<UnitId> unit; ///< whom the person stands for
    TermId term; ///< 届
    Post post = Post::Director;
    QString title; ///< as the office calls it, where that differs
    QDate fromOn;
    QDate toOn;
    QString notes;
    QString document{}; ///< number of the decision

    bool operator==(const MemberPostDetails &) const = default;
};

struct MemberPost {
    MemberPostId id;
    int revision;
    MemberPostDetails details;
};

/// Empty when acceptable; asks nothing of the data file.
std::vector<FieldError> validate(const MemberPostDetails &details);
/// "理事长" in the office's own words, or the title where there is one.
QString postText(const MemberPostDetails &details, office::HeadWord word = office::HeadWord::Director);
/// Posts in the office's own words.
std::vector<db::Choice> postChoices(office::HeadWord word);

} // namespace mishutai::members
