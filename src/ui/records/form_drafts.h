#pragma once

#include <QObject>

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class Form;

/// Keeps what is typed into a form that stands outside a list page: every few seconds, and when its owner says so. ListPage keeps
/// the drafts of its own forms. Lives as long as its form, and needs the session as long.
class FormDrafts : public QObject
{
    Q_OBJECT

public:
    /// @param key names the form among all; @param objectId the record that it is about
    FormDrafts(Form *form, session::Session &session, const QString &key, std::optional<qint64> objectId);

    /// Brings back what was not saved, and says so. @return whether there was anything
    bool restore();
    /// Writes down what was typed; nothing when nothing was changed.
    void keep();

private:
    bool isAllowed() const;
    void discard();

    Form *m_form;
    session::Session &m_session;
    QString m_key;
    std::optional<qint64> m_objectId;
};

} // namespace mishutai::ui
