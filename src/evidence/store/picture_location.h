#pragma once

#include "evidence/store/media.h"

#include <QByteArray>

namespace mishutai::evidence {

/// Makes where a photo was taken unreadable in its bytes: the GPS part of EXIF (CIPA DC-008) and of XMP, in JPEG, PNG, WebP, HEIC
/// and TIFF. The picture, its direction and its date stay, and so does the length of the file. A copy that leaves the office goes
/// through it; what lies in the store never does, since it is named by its bytes.
/// @return how many places were blanked; 0: nothing was changed
int removeLocation(QByteArray &bytes, Media media);

} // namespace mishutai::evidence
