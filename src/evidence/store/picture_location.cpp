#include "evidence/store/picture_location.h"

#include <QtEndian>

#include <array>
#include <optional>

namespace mishutai::evidence {

namespace {

constexpr quint16 kGpsPointer = 0x8825;
constexpr qsizetype kEntryBytes = 12;
constexpr int kMostEntries = 1000;

/// Numbers of a TIFF structure inside the bytes, in its own byte order; nothing outside of them is ever touched.
class Tiff
{
public:
    /// @param at of its header. Nothing when there is none.
    static std::optional<Tiff> at(QByteArray &bytes, qsizetype at)
    {
        const QByteArray head = bytes.mid(at, 4);
        if (head == QByteArrayView("II*\0", 4))
            return Tiff(bytes, at, /*isLittle=*/true);
        if (head == QByteArrayView("MM\0*", 4))
            return Tiff(bytes, at, /*isLittle=*/false);
        return std::nullopt;
    }

    /// @return whether there was a GPS part that said something
    bool blankGps()
    {
        bool isBlanked = false;
        qint64 directory = number32(4);
        // The second directory is that of the thumbnail.
        for (int which = 0; which < 2 && directory > 0; ++which) {
            const int entries = number16(directory);
            for (int i = 0; i < entries && i < kMostEntries; ++i) {
                const qint64 entry = directory + 2 + i * kEntryBytes;
                if (number16(entry) == kGpsPointer)
                    isBlanked = blankDirectory(number32(entry + 8)) || isBlanked;
            }
            directory = number32(directory + 2 + entries * kEntryBytes);
        }
        return isBlanked;
    }

private:
    Tiff(QByteArray &bytes, qsizetype start, bool isLittle) : m_bytes(bytes), m_start(start), m_isLittle(isLittle) { }

    bool holds(qint64 place, qint64 count) const { return place >= 0 && count >= 0 && m_start + place + count <= m_bytes.size(); }

    quint16 number16(qint64 place) const
    {
        if (!holds(place, 2))
            return 0;
        const void *from = m_bytes.constData() + m_start + place;
        return m_isLittle ? qFromLittleEndian<quint16>(from) : qFromBigEndian<quint16>(from);
    }

    quint32 number32(qint64 place) const
    {
        if (!holds(place, 4))
            return 0;
        const void *from = m_bytes.constData() + m_start + place;
        return m_isLittle ? qFromLittleEndian<quint32>(from) : qFromBigEndian<quint32>(from);
    }

    bool blank(qint64 place, qint64 count)
    {
        if (!holds(place, count))
            return false;
        bool isChanged = false;
        for (qint64 i = 0; i < count; ++i) {
            char &byte = m_bytes[m_start + place + i];
            isChanged = isChanged || byte != 0;
            byte = 0;
        }
        return isChanged;
    }

    /// Values, then entries, then their number: a directory of nothing, which every reader passes over.
    bool blankDirectory(qint64 directory)
    {
        static constexpr std::array<int, 13> kSizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
        const int entries = number16(directory);
        if (directory <= 0 || entries == 0 || entries > kMostEntries)
            return false;
        for (int i = 0; i < entries; ++i) {
            const qint64 entry = directory + 2 + i * kEntryBytes;
            const quint16 type = number16(entry + 2);
            const qint64 bytes = type < kSizes.size() ? qint64(kSizes[type]) * number32(entry + 4) : 0;
            constexpr qint64 kMostOfValue = 4096;
            if (bytes > 4 && bytes <= kMostOfValue)
                blank(number32(entry + 8), bytes);
        }
        return blank(directory, 2 + entries * kEntryBytes);
    }

    QByteArray &m_bytes;
    qsizetype m_start;
    bool m_isLittle;
};

int blankExif(QByteArray &bytes)
{
    static const QByteArray kMark("Exif\0\0", 6);
    int count = 0;
    for (qsizetype at = bytes.indexOf(kMark); at >= 0; at = bytes.indexOf(kMark, at + 1)) {
        if (auto tiff = Tiff::at(bytes, at + kMark.size()); tiff && tiff->blankGps())
            ++count;
    }
    return count;
}

/// A file that is TIFF itself, or a chunk that holds one without the mark.
int blankTiffAt(QByteArray &bytes, qsizetype at)
{
    auto tiff = Tiff::at(bytes, at);
    return tiff && tiff->blankGps() ? 1 : 0;
}

bool isNameCharacter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/// exif:GPSLatitude="30,39.5N" and <exif:GPSLatitude>30,39.5N</…>: the text goes, its room stays.
int blankXmp(QByteArray &bytes)
{
    int count = 0;
    static const QByteArray kName = ":GPS";
    for (qsizetype at = bytes.indexOf(kName); at >= 0; at = bytes.indexOf(kName, at + 1)) {
        qsizetype from = at + kName.size();
        while (from < bytes.size() && isNameCharacter(bytes[from]))
            ++from;
        if (from >= bytes.size())
            break;
        const char opener = bytes[from];
        const char closer = opener == '>' ? '<' : '"';
        if (opener == '=' && from + 1 < bytes.size() && bytes[from + 1] == '"')
            ++from;
        else if (opener != '>')
            continue;
        constexpr qsizetype kMostOfValue = 200;
        const qsizetype to = bytes.indexOf(closer, from + 1);
        if (to < 0 || to - from > kMostOfValue)
            continue;
        for (qsizetype i = from + 1; i < to; ++i)
            bytes[i] = ' ';
        count += to > from + 1 ? 1 : 0;
    }
    return count;
}

/// CRC-32 of ISO 3309, which each chunk of a PNG ends with.
quint32 crcOf(QByteArrayView bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0);
    }
    return ~crc;
}

/// Chunk by chunk: length, kind, bytes, CRC.
int blankPng(QByteArray &bytes)
{
    constexpr qsizetype kSignature = 8;
    constexpr qsizetype kFrame = 12;
    int count = 0;
    for (qsizetype at = kSignature; at + kFrame <= bytes.size();) {
        const qsizetype length = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.constData() + at));
        if (length > bytes.size() - at - kFrame)
            break;
        const QByteArray kind = bytes.mid(at + 4, 4);
        if (kind == "eXIf" || kind == "iTXt" || kind == "tEXt") {
            QByteArray chunk = bytes.mid(at + 8, length);
            const int blanked = kind == "eXIf" ? blankTiffAt(chunk, 0) : blankXmp(chunk);
            if (blanked > 0) {
                count += blanked;
                bytes.replace(at + 8, length, chunk);
                qToBigEndian(crcOf(QByteArrayView(bytes).sliced(at + 4, length + 4)), bytes.data() + at + 8 + length);
            }
        }
        at += length + kFrame;
    }
    return count;
}

/// RIFF: a chunk EXIF, with or without the mark before the TIFF.
int blankWebp(QByteArray &bytes)
{
    int count = blankExif(bytes);
    for (qsizetype at = bytes.indexOf("EXIF"); at >= 0; at = bytes.indexOf("EXIF", at + 1))
        count += blankTiffAt(bytes, at + 8);
    return count;
}

} // namespace

int removeLocation(QByteArray &bytes, Media media)
{
    switch (media) {
    case Media::Jpeg:
    case Media::Heic:
        return blankExif(bytes) + blankXmp(bytes);
    case Media::Webp:
        return blankWebp(bytes) + blankXmp(bytes);
    case Media::Tiff:
        return blankTiffAt(bytes, 0) + blankXmp(bytes);
    case Media::Png:
        return blankPng(bytes);
    default:
        return 0;
    }
}

} // namespace mishutai::evidence
