#include "office/settings.h"

#include "office/settings_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <optional>

namespace mishutai::office {

namespace {

QString textOf(bool value)
{
    return value ? QStringLiteral("1") : QStringLiteral("0");
}

QString textOf(int value)
{
    return QString::number(value);
}

QString textOf(const QString &value)
{
    return value;
}

QString textOf(QDate value)
{
    return value.toString(Qt::ISODate);
}

void read(const QString &text, std::optional<bool> &value)
{
    if (text == u"0" || text == u"1")
        value = text == u"1";
}

void read(const QString &text, std::optional<int> &value)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber)
        value = number;
}

void read(const QString &text, std::optional<QString> &value)
{
    value = text;
}

void read(const QString &text, std::optional<QDate> &value)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid() || text.isEmpty())
        value = date;
}

} // namespace

template <class Value> Value Settings::get(const SettingKey<Value> &key) const
{
    std::optional<Value> value;
    if (const auto text = SettingsRepository(m_session.database()).find(QString::fromLatin1(key.key)))
        read(*text, value);
    return value.value_or(key.fallback);
}

template <class Value> void Settings::set(const SettingKey<Value> &key, const Value &value)
{
    if (get(key) == value)
        return;
    session::Work work(m_session, session::Operation::SettingEdit);
    SettingsRepository(m_session.database()).put(work, QString::fromLatin1(key.key), textOf(value));
    work.commit();
}

template bool Settings::get(const SettingKey<bool> &) const;
template int Settings::get(const SettingKey<int> &) const;
template QString Settings::get(const SettingKey<QString> &) const;
template QDate Settings::get(const SettingKey<QDate> &) const;
template void Settings::set(const SettingKey<bool> &, const bool &);
template void Settings::set(const SettingKey<int> &, const int &);
template void Settings::set(const SettingKey<QString> &, const QString &);
template void Settings::set(const SettingKey<QDate> &, const QDate &);

} // namespace mishutai::office
