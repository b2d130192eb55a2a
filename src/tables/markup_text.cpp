#include "tables/markup_text.h"

#include <algorithm>

namespace mishutai::tables {

namespace {

constexpr qsizetype kLongestEntity = 10;

/// What stands between & and ; or an empty text.
QString meaningOf(QStringView name)
{
    static const QHash<QString, QString> named{{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"},
        {"nbsp", " "}, {"ensp", " "}, {"emsp", " "}, {"yen", "¥"}, {"middot", "·"}, {"mdash", "—"}, {"ndash", "–"},
        {"ldquo", "“"}, {"rdquo", "”"}, {"times", "×"}};
    if (!name.startsWith(u'#'))
        return named.value(name.toString().toLower());
    const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
    bool isNumber = false;
    const uint code = name.mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
    const bool isCharacter = isNumber && code >= 0x20 && code <= 0x10FFFF && !QChar::isSurrogate(code);
    return isCharacter ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
}

bool isBlank(QChar character)
{
    return character.isSpace();
}

} // namespace

QString decodedEntities(QStringView text)
{
    QString result;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype mark = text.indexOf(u'&', at);
        if (mark < 0)
            break;
        result += text.mid(at, mark - at);
        const qsizetype end = text.mid(mark + 1, kLongestEntity).indexOf(u';');
        const QString meaning = end > 0 ? meaningOf(text.mid(mark + 1, end)) : QString();
        result += meaning.isEmpty() ? QString(u'&') : meaning;
        at = meaning.isEmpty() ? mark + 1 : mark + end + 2;
    }
    return result + text.mid(at).toString();
}

void MarkupScanner::skipPast(QStringView mark)
{
    const qsizetype end = m_text.indexOf(mark, m_at, Qt::CaseInsensitive);
    m_at = end < 0 ? m_text.size() : end + mark.size();
}

void MarkupScanner::readAttributes(MarkupPiece &piece, qsizetype end)
{
    while (m_at < end) {
        const auto isSeparator = [this](qsizetype at) { return isBlank(m_text[at]) || m_text[at] == u'/'; };
        while (m_at < end && isSeparator(m_at))
            ++m_at;
        const qsizetype begin = m_at;
        while (m_at < end && !isSeparator(m_at) && m_text[m_at] != u'=')
            ++m_at;
        const QString name = m_text.mid(begin, m_at - begin).toString().toLower();
        while (m_at < end && isBlank(m_text[m_at]))
            ++m_at;
        if (m_at >= end || m_text[m_at] != u'=') {
            piece.attributes.insert(name, {});
            continue;
        }
        ++m_at;
        while (m_at < end && isBlank(m_text[m_at]))
            ++m_at;
        const QChar quote = m_at < end ? m_text[m_at] : QChar();
        const bool isQuoted = quote == u'"' || quote == u'\'';
        const qsizetype from = m_at + (isQuoted ? 1 : 0);
        qsizetype to = from;
        while (to < end && (isQuoted ? m_text[to] != quote : !isBlank(m_text[to])))
            ++to;
        piece.attributes.insert(name, decodedEntities(m_text.mid(from, to - from)));
        m_at = std::min(end, to + (isQuoted ? 1 : 0));
    }
}

/// The end of a tag: the > that stands in no quotes; a tag without one is text.
static qsizetype endOfTag(QStringView text, qsizetype at)
{
    QChar quote;
    bool isValueDue = false;
    for (qsizetype i = at; i < text.size(); ++i) {
        const QChar character = text[i];
        if (!quote.isNull()) {
            quote = character == quote ? QChar() : quote;
        } else if (character == u'>') {
            return i;
        } else if (isValueDue && (character == u'"' || character == u'\'')) {
            quote = character;
        }
        isValueDue = character == u'=' || (isValueDue && isBlank(character));
    }
    return text.indexOf(u'>', at);
}

bool MarkupScanner::readTag(MarkupPiece &piece)
{
    const bool isEnd = m_at + 1 < m_text.size() && m_text[m_at + 1] == u'/';
    const qsizetype begin = m_at + (isEnd ? 2 : 1);
    const qsizetype end = endOfTag(m_text, begin);
    if (end < 0)
        return false;
    qsizetype to = begin;
    while (to < end && !isBlank(m_text[to]) && m_text[to] != u'/')
        ++to;
    piece.kind = isEnd ? MarkupPiece::Kind::End : MarkupPiece::Kind::Start;
    piece.text = m_text.mid(begin, to - begin).toString().toLower();
    m_at = to;
    readAttributes(piece, end);
    m_at = end + 1;
    if (!isEnd && (piece.text == u"script" || piece.text == u"style"))
        skipPast(QString("</" + piece.text + ">"));
    return true;
}

bool MarkupScanner::next(MarkupPiece &piece)
{
    while (m_at < m_text.size()) {
        piece = MarkupPiece{};
        const QStringView rest = m_text.mid(m_at);
        if (rest.startsWith(u"<!--")) {
            skipPast(u"-->");
        } else if (rest.startsWith(u"<!") || rest.startsWith(u"<?")) {
            skipPast(u">");
        } else if (rest.size() > 1 && rest[0] == u'<' && (rest[1].isLetter() || rest[1] == u'/')) {
            if (readTag(piece))
                return true;
            m_at = m_text.size();
        } else {
            qsizetype end = m_text.indexOf(u'<', m_at + 1);
            end = end < 0 ? m_text.size() : end;
            piece.text = decodedEntities(m_text.mid(m_at, end - m_at));
            m_at = end;
            return true;
        }
    }
    return false;
}

} // namespace mishutai::tables
