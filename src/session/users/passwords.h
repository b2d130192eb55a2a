#pragma once

#include <QString>

#include <cstddef>

namespace mishutai::session {

/// Cost of one hash. The default is libsodium's INTERACTIVE (64 MiB, about a quarter of a second); tests use cheapest().
struct PasswordCost {
    unsigned long long operations;
    std::size_t memoryBytes;
    static PasswordCost interactive();
    static PasswordCost cheapest();
};

/// Shortest password that is accepted, in characters.
inline constexpr qsizetype kMinPasswordLength = 6;

/// argon2id hash in libsodium's text form, salt and cost included. Text is brought to NFC first. Any thread; takes its time.
/// @throws Error (Storage) when memory does not suffice
QString hashPassword(const QString &password, PasswordCost cost = PasswordCost::interactive());
bool verifyPassword(const QString &hash, const QString &password);
/// True when the hash was made at another cost.
bool needsRehash(const QString &hash, PasswordCost cost = PasswordCost::interactive());

} // namespace mishutai::session
