#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace mishutai::document {

/// The parts of an Office file on their way into a zip. Equal parts in equal order give equal bytes: entries bear a fixed date.
class ZipPackage
{
public:
    void add(const QString &name, const QByteArray &bytes) { m_parts.emplace_back(name, bytes); }
    /// @throws Error Io
    QByteArray bytes() const;

private:
    std::vector<std::pair<QString, QByteArray>> m_parts;
};

} // namespace mishutai::document
