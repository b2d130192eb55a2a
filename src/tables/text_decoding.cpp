#include "tables/text_decoding.h"

#include "tables/faults.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace mishutai::tables {

namespace {

/// Bytes of the well-formed UTF-8 sequence at `at`; 0 when there is none. (RFC 3629)
int sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto byte
        = [&](qsizetype offset) { return at + offset < bytes.size() ? static_cast<uchar>(bytes[at + offset]) : uchar(0); };
    const auto follows = [&](qsizetype offset) { return (byte(offset) & 0xC0) == 0x80; };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool isOverlong = first == 0xE0 && byte(1) < 0xA0;
        const bool isSurrogate = first == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !isOverlong && !isSurrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool isOverlong = first == 0xF0 && byte(1) < 0x90;
        const bool isBeyond = first == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !isOverlong && !isBeyond ? 4 : 0;
    }
    return 0;
}

struct Utf8Finding {
    qint64 faults = 0;
    qint64 longSequences = 0; ///< of three bytes, as nearly all Chinese is; GBK makes them by chance only
};

Utf8Finding examineUtf8(const QByteArray &bytes)
{
    Utf8Finding finding;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const int length = sequenceLength(bytes, at);
        if (length == 0)
            ++finding.faults;
        else if (length >= 3)
            ++finding.longSequences;
        at += std::max(length, 1);
    }
    return finding;
}

/// A few places that are no text are faults of their cells, which SheetBuilder names; more, and the file is not what it is taken
/// for.
constexpr qsizetype kMostBad = 200;
constexpr qsizetype kCharactersPerBad = 10;

/// Row and column of a place in a text, by line breaks and separators; quotes are left alone, since the text is damaged.
Error damaged(const QString &fileName, QStringView before, const QString &encoding)
{
    const auto row = static_cast<int>(before.count(u'\n')) + 1;
    const QStringView line = before.mid(before.lastIndexOf(u'\n') + 1);
    const qsizetype separators = std::max({line.count(u','), line.count(u';'), line.count(u'\t')});
    return unreadable(fileName, Texts::tr("文件里有读不出来的文字"),
        Texts::tr("有字节不是%1编码的文字，文件可能已经损坏").arg(encoding),
        Texts::tr("请用WPS或Excel打开，改正这一处的文字，另存为xlsx或“CSV UTF-8”"), row, static_cast<int>(separators) + 1);
}

bool isBad(QStringView text, qsizetype at)
{
    const QChar character = text[at];
    if (character == QChar::ReplacementCharacter)
        return true;
    if (character.isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    return character.isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

DecodedText checked(QString text, const QString &encoding, const QString &fileName)
{
    qsizetype bad = 0;
    qsizetype first = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isBad(text, at))
            continue;
        first = first < 0 ? at : first;
        ++bad;
    }
    if (bad > std::min(kMostBad, text.size() / kCharactersPerBad))
        throw damaged(fileName, QStringView(text).left(first), encoding);
    return {std::move(text), encoding};
}

std::optional<DecodedText> decodeByMark(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        return checked(QString::fromUtf8(bytes.mid(3)), QStringLiteral("UTF-8"), fileName);
    }
    const bool isLittle = bytes.startsWith("\xFF\xFE");
    if (!isLittle && !bytes.startsWith("\xFE\xFF"))
        return std::nullopt;
    QStringDecoder decoder(
        isLittle ? QStringConverter::Utf16LE : QStringConverter::Utf16BE, QStringConverter::Flag::ConvertInitialBom);
    const QString encoding = isLittle ? QStringLiteral("UTF-16LE") : QStringLiteral("UTF-16BE");
    const QString text = decoder.decode(bytes.sliced(2, (bytes.size() - 2) / 2 * 2));
    if (bytes.size() % 2 != 0)
        throw damaged(fileName, text, encoding);
    return checked(text, encoding, fileName);
}

} // namespace

DecodedText decodeText(const QByteArray &bytes, const QString &fileName)
{
    if (std::optional<DecodedText> marked = decodeByMark(bytes, fileName))
        return *marked;

    const Utf8Finding finding = examineUtf8(bytes);
    if (finding.faults == 0 || finding.longSequences > 3 * finding.faults)
        return checked(QString::fromUtf8(bytes), QStringLiteral("UTF-8"), fileName);

    QStringDecoder decoder("GB18030");
    if (!decoder.isValid())
        throw unreadable(fileName, Texts::tr("文件不是UTF-8编码，这台电脑上读不了"), Texts::tr("这台电脑缺少GB18030编码的支持"),
            Texts::tr("请用WPS或Excel打开，另存为xlsx或“CSV UTF-8”"));
    return checked(decoder.decode(bytes), QStringLiteral("GB18030"), fileName);
}

} // namespace mishutai::tables
