#include "document/fonts.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHash>
#include <QMutex>

namespace mishutai::document {

namespace {

constexpr int kMeasuringSize = 1000;
const QString kFilePrefix = QStringLiteral("file:");

// Names differ between WPS, Office and Linux, so each font stands under all it is known by.
const QStringList kInstalledTitle{QStringLiteral("方正小标宋_GBK"), QStringLiteral("方正小标宋简体"),
    QStringLiteral("FZXiaoBiaoSong-B05"), QStringLiteral("FZXiaoBiaoSong-B05S"), QStringLiteral("华文中宋"),
    QStringLiteral("STZhongsong")};
const QStringList kInstalledBody{QStringLiteral("仿宋_GB2312"), QStringLiteral("FangSong_GB2312"), QStringLiteral("仿宋"),
    QStringLiteral("FangSong"), QStringLiteral("华文仿宋"), QStringLiteral("STFangsong"), QStringLiteral("朱雀仿宋"),
    QStringLiteral("Zhuque Fangsong (technical preview)")};
const QStringList kInstalledKai{QStringLiteral("楷体_GB2312"), QStringLiteral("KaiTi_GB2312"), QStringLiteral("楷体"),
    QStringLiteral("KaiTi"), QStringLiteral("华文楷体"), QStringLiteral("STKaiti")};
const QStringList kInstalledHei{
    QStringLiteral("黑体"), QStringLiteral("SimHei"), QStringLiteral("华文黑体"), QStringLiteral("STHeiti")};
const QStringList kInstalledPageNumber{
    QStringLiteral("宋体"), QStringLiteral("SimSun"), QStringLiteral("华文宋体"), QStringLiteral("STSong")};

QStringList installed(FontRole role)
{
    switch (role) {
    case FontRole::Title:
        return kInstalledTitle;
    case FontRole::Body:
        return kInstalledBody;
    case FontRole::Kai:
        return kInstalledKai;
    case FontRole::Hei:
        return kInstalledHei;
    case FontRole::PageNumber:
        return kInstalledPageNumber;
    }
    return {};
}

QString file(const char *name)
{
    return kFilePrefix + QLatin1String(name) + QStringLiteral(".ttf");
}

QString bundled(FontRole role)
{
    switch (role) {
    case FontRole::Title:
        return file("MishutaiTitle");
    case FontRole::Body:
        return file("MishutaiFang");
    case FontRole::Kai:
        return file("MishutaiKai");
    case FontRole::Hei:
        return file("MishutaiHei");
    case FontRole::PageNumber:
        return file("MishutaiSong");
    }
    return {};
}

/// Families that stand for the converted fonts of a role where those are missing.
QStringList systemStandIns(FontRole role)
{
    if (role == FontRole::Hei)
        return {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Serif CJK SC")};
    return {QStringLiteral("LXGW WenKai"), QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Noto Sans CJK SC")};
}

std::vector<QString> candidates(FontRole role, FontPolicy policy)
{
    QStringList names;
    if (policy == FontPolicy::Installed)
        names += installed(role);
    // What 仿宋 and 楷体 lack comes from a light 楷体, what 黑体 lacks from a bold face.
    names << bundled(role);
    if (role == FontRole::Hei)
        names << file("MishutaiTitle") << file("MishutaiWenkai");
    else
        names << file("MishutaiWenkai") << file("MishutaiTitle");
    if (policy == FontPolicy::Installed)
        names += systemStandIns(role);
    names.removeDuplicates();
    return {names.rbegin(), names.rend()};
}

QString findFile(const QStringList &folders, const QString &name)
{
    for (const QString &folder : folders) {
        const QFileInfo candidate(QDir(folder), name);
        if (candidate.isFile())
            return candidate.canonicalFilePath();
    }
    return {};
}

/// Family of a font file, which is added to the program's fonts once, whichever thread asks. Empty when it is no font.
QString familyOfFile(const QString &path)
{
    static QMutex mutex;
    static QHash<QString, QString> families;
    const QMutexLocker lock(&mutex);
    const auto known = families.constFind(path);
    if (known != families.constEnd())
        return *known;
    const int id = QFontDatabase::addApplicationFont(path);
    const QString family = id < 0 ? QString() : QFontDatabase::applicationFontFamilies(id).value(0);
    families.insert(path, family);
    return family;
}

} // namespace

QFont paintFont(const QString &family, int pixelSize)
{
    QFont font(family);
    font.setPixelSize(pixelSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoFontMerging);
    return font;
}

FontSet::FontSet(FontPolicy policy, QStringList folders)
    : m_policy(policy), m_folders(folders.isEmpty() ? searchFolders() : std::move(folders))
{
    for (size_t role = 0; role < m_chains.size(); ++role)
        m_chains[role].candidates = candidates(static_cast<FontRole>(role), m_policy);
}

QStringList FontSet::searchFolders()
{
    QStringList folders;
    const QString named = qEnvironmentVariable("MISHUTAI_FONT_DIR");
    if (!named.isEmpty())
        folders << named;
    const QDir program(QCoreApplication::applicationDirPath());
    folders << program.absoluteFilePath(QStringLiteral("../share/mishutai/fonts"))
            << program.absoluteFilePath(QStringLiteral("../../fonts")) << QStringLiteral("/usr/share/mishutai/fonts");
    return folders;
}

int FontSet::face(FontRole role, char32_t character)
{
    Chain &fonts = chain(role);
    if (const auto known = fonts.chosen.find(character); known != fonts.chosen.end())
        return known->second;
    for (size_t i = 0; i < fonts.faces.size() || loadNext(fonts); ++i) {
        if (hasCharacter(fonts.faces[i], character))
            return fonts.chosen[character] = fonts.faces[i];
    }
    if (fonts.faces.empty()) {
        throw Error(Error::Kind::Io, QCoreApplication::translate("Document", "没有可用的排版字体"),
            QCoreApplication::translate("Document", "在这些文件夹里没有找到字体：%1").arg(m_folders.join(QStringLiteral("、"))),
            QCoreApplication::translate("Document", "运行 scripts/setup.sh 准备字体后重试"));
    }
    return fonts.chosen[character] = fonts.faces.front();
}

bool FontSet::isFirstChoice(FontRole role, int face)
{
    const Chain &fonts = chain(role);
    return !fonts.faces.empty() && fonts.faces.front() == face;
}

bool FontSet::hasCharacter(int face, char32_t character) const
{
    return m_faces[static_cast<size_t>(face)].font.supportsCharacter(character);
}

int FontSet::advance(int face, char32_t character) const
{
    const Face &known = m_faces[static_cast<size_t>(face)];
    const auto [entry, isNew] = known.advances.try_emplace(character, kMeasuringSize);
    if (isNew) {
        const QList<quint32> glyphs = known.font.glyphIndexesForString(QString::fromUcs4(&character, 1));
        const QList<QPointF> advances = known.font.advancesForGlyphIndexes(glyphs);
        if (!advances.isEmpty())
            entry->second = qRound(advances.front().x());
    }
    return entry->second;
}

/// Takes candidates until one can be loaded; no when there is none left.
bool FontSet::loadNext(Chain &chain)
{
    while (!chain.candidates.empty()) {
        const QString candidate = chain.candidates.back();
        chain.candidates.pop_back();
        const int face = load(candidate);
        if (face >= 0) {
            chain.faces.push_back(face);
            return true;
        }
    }
    return false;
}

/// Number of the face of a candidate, −1 when it cannot be had.
int FontSet::load(const QString &candidate)
{
    QString family = candidate;
    if (candidate.startsWith(kFilePrefix)) {
        const QString path = findFile(m_folders, candidate.mid(kFilePrefix.size()));
        family = path.isEmpty() ? QString() : familyOfFile(path);
    } else if (!QFontDatabase::hasFamily(candidate)) {
        // Without this question Qt answers with some other font.
        family.clear();
    }
    if (family.isEmpty())
        return -1;
    for (size_t i = 0; i < m_faces.size(); ++i)
        if (m_faces[i].family == family)
            return static_cast<int>(i);
    QRawFont font = QRawFont::fromFont(paintFont(family, kMeasuringSize), QFontDatabase::SimplifiedChinese);
    if (!font.isValid())
        return -1;
    m_faces.push_back({family, std::move(font), {}});
    return static_cast<int>(m_faces.size()) - 1;
}

} // namespace mishutai::document
