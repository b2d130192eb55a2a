#pragma once

#include <QException>
#include <QString>
#include <QStringList>

#include <optional>
#include <source_location>
#include <vector>

namespace mishutai {

/// One fault of one field, as a form and an import show it beside the field.
struct FieldError {
    QString field; ///< name of the field in the details struct, "creditCode"
    QString code; ///< stable English word, "required", "duplicate", "format"
    QString message; ///< what is wrong and what to do, in Chinese, ready to show
    bool operator==(const FieldError &) const = default;
};

/// Where in a file a fault stands. Rows and columns count from 1 as a spreadsheet shows them; 0 is "not known".
struct FilePlace {
    QString file;
    int row = 0;
    int column = 0;
    QString columnName{};
    bool operator==(const FilePlace &) const = default;
};

/// The one exception type of the program. Texts are Chinese and for people: problem, cause, remedy.
/// They may name records; so they are shown, never logged (logs get kind() and where()).
class Error : public QException
{
public:
    enum class Kind {
        Validation, ///< what was entered is not acceptable; fields() may say which field
        NotFound,
        Conflict, ///< stale revision, duplicate key, frozen record
        Forbidden, ///< the user's roles do not include the operation
        Storage, ///< the data file or its engine failed
        Io, ///< another file could not be read or written
        Usage, ///< a call that makes no sense (command line)
        Cancelled ///< the user cancelled; nothing was written
    };

    Error(Kind kind, QString problem, QString cause = {}, QString remedy = {},
        std::source_location where = std::source_location::current());

    Kind kind() const { return m_kind; }
    const QString &problem() const { return m_problem; }
    const QString &cause() const { return m_cause; }
    const QString &remedy() const { return m_remedy; }
    const std::vector<FieldError> &fields() const { return m_fields; }
    const std::optional<FilePlace> &place() const { return m_place; }
    const std::source_location &where() const { return m_where; }

    Error &withFields(std::vector<FieldError> fields);
    Error &withPlace(FilePlace place);

    /// Problem, place, cause, fields and remedy as lines of Chinese text.
    QString text() const;
    /// English name of the kind for logs and JSON: "validation", "not_found", …
    static QString kindName(Kind kind);

    const char *what() const noexcept override { return m_what.constData(); }
    void raise() const override { throw *this; }
    Error *clone() const override { return new Error(*this); }

private:
    Kind m_kind;
    QString m_problem;
    QString m_cause;
    QString m_remedy;
    std::vector<FieldError> m_fields;
    std::optional<FilePlace> m_place;
    std::source_location m_where;
    QByteArray m_what;
};

} // namespace mishutai
