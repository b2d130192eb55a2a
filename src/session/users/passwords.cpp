#include "session/users/passwords.h"

#include "base/error.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

namespace mishutai::session {

namespace {

/// UTF-8 of a password, wiped when it goes.
class SecretBytes
{
public:
    explicit SecretBytes(const QString &text) : m_bytes(text.normalized(QString::NormalizationForm_C).toUtf8()) { }
    ~SecretBytes() { sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(SecretBytes)
    const char *data() const { return m_bytes.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

void requireSodium()
{
    static const bool kIsReady = sodium_init() >= 0;
    if (!kIsReady)
        throw Error(Error::Kind::Storage, QCoreApplication::translate("Passwords", "密码功能无法使用"),
            QCoreApplication::translate("Passwords", "加密库初始化失败"),
            QCoreApplication::translate("Passwords", "请重新启动程序；仍不行请重新安装"));
}

} // namespace

PasswordCost PasswordCost::interactive()
{
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

PasswordCost PasswordCost::cheapest()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

QString hashPassword(const QString &password, PasswordCost cost)
{
    requireSodium();
    const SecretBytes secret(password);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), secret.data(), secret.size(), cost.operations, cost.memoryBytes) != 0)
        throw Error(Error::Kind::Storage, QCoreApplication::translate("Passwords", "密码没有设成"),
            QCoreApplication::translate("Passwords", "内存不足"),
            QCoreApplication::translate("Passwords", "请关闭一些程序后再试"));
    return QString::fromLatin1(hash.data());
}

bool verifyPassword(const QString &hash, const QString &password)
{
    requireSodium();
    const SecretBytes secret(password);
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), secret.data(), secret.size()) == 0;
}

bool needsRehash(const QString &hash, PasswordCost cost)
{
    requireSodium();
    return crypto_pwhash_str_needs_rehash(hash.toLatin1().constData(), cost.operations, cost.memoryBytes) != 0;
}

} // namespace mishutai::session
