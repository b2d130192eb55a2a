#pragma once

#include <QDate>
#include <QString>

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// A setting of the office, kept in the data file. Value is bool, int, QString or QDate. Declared once, by the room that uses it.
template <class Value> struct SettingKey {
    const char *key; ///< stable, "room.name"
    Value fallback; ///< while nothing is set, or what is stored cannot be read
};

/// Reading needs no permission, writing SettingEdit. @throws Error (Forbidden | Storage)
class Settings
{
public:
    explicit Settings(session::Session &session) : m_session(session) { }

    template <class Value> Value get(const SettingKey<Value> &key) const;
    /// One use case; none when the setting has this value already.
    template <class Value> void set(const SettingKey<Value> &key, const Value &value);

private:
    session::Session &m_session;
};

extern template bool Settings::get(const SettingKey<bool> &) const;
extern template int Settings::get(const SettingKey<int> &) const;
extern template QString Settings::get(const SettingKey<QString> &) const;
extern template QDate Settings::get(const SettingKey<QDate> &) const;
extern template void Settings::set(const SettingKey<bool> &, const bool &);
extern template void Settings::set(const SettingKey<int> &, const int &);
extern template void Settings::set(const SettingKey<QString> &, const QString &);
extern template void Settings::set(const SettingKey<QDate> &, const QDate &);

/// Minutes without a key after which the window locks; 0: never (users.md §1).
inline constexpr SettingKey<int> kIdleLockMinutes{"session.idle_lock_minutes", 0};
/// Days within which an event must be reported upwards; 0: no such clock (3 for a body under a 科协).
inline constexpr SettingKey<int> kReportingClockDays{"office.reporting_clock_days", 0};
/// Stored word of office::HeadWord: 理事长, 会长 or 主席.
inline const SettingKey<QString> kHeadWord{"office.head_word", QString()};

} // namespace mishutai::office
