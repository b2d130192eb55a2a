#pragma once

#include "document/fonts.h"
#include "document/layout/paged_document.h"

#include "base/task_control.h"

#include <QDate>
#include <QString>

#include <span>

namespace mishutai::document {

/// What a certificate says. Plain data.
struct Certificate {
    QString title; ///< 会员证书
    QString number; ///< 证书编号
    QString holder; ///< full name, in large type
    QString sentence; ///< what the holder is, and 特发此证
    QString validity; ///< "有效期：…"; may be empty
    QString issuer;
    QDate date;
    bool operator==(const Certificate &) const = default;
};

/// How the A4 page lies.
enum class CertificateShape { Landscape, Portrait };

/// One A4 page for each: border, title, number, holder, sentence, issuer and date with room for the seal. Names of any
/// length wrap by words. Equal certificates give equal pages. Runs on the thread of the FontSet.
/// @param certificates at least one @throws Error (Io when no font can be had, Cancelled)
PagedDocument layout(std::span<const Certificate> certificates, FontSet &fonts, TaskControl &control,
    CertificateShape shape = CertificateShape::Landscape);

} // namespace mishutai::document
