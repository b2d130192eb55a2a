#pragma once

#include <QRawFont>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <vector>

namespace mishutai::document {

/// What a piece of text is for; a role has its fonts in order of choice.
enum class FontRole {
    Title, ///< 2号小标宋
    Body, ///< 仿宋; its own half-width digits and Latin letters too
    Kai, ///< 楷体
    Hei, ///< 黑体
    PageNumber ///< 宋体
};

enum class FontPolicy {
    Installed, ///< the office's own 方正小标宋, 仿宋_GB2312, 楷体_GB2312 … where installed, else the converted ones
    Bundled ///< the converted ones only: the same pages on every machine
};

/// The fonts of one layout. Faces load when a character first asks for one. Belongs to the thread that made it, and needs a
/// QGuiApplication.
class FontSet
{
public:
    /// @param folders where the converted fonts may lie; empty means searchFolders()
    explicit FontSet(FontPolicy policy = FontPolicy::Installed, QStringList folders = {});

    /// $MISHUTAI_FONT_DIR, ../share/mishutai/fonts and ../../fonts beside the program, /usr/share/mishutai/fonts.
    static QStringList searchFolders();

    /// Number of the face that sets a character of a role: the role's own, else the first of its fallbacks that has it,
    /// else the role's own (which then draws its mark for an unknown character).
    /// @throws Error (Io) when none of the role's fonts can be had
    int face(FontRole role, char32_t character);
    /// Whether the face is the role's own choice.
    bool isFirstChoice(FontRole role, int face);
    bool hasCharacter(int face, char32_t character) const;
    /// Family name under which Qt knows the face.
    const QString &family(int face) const { return m_faces[static_cast<size_t>(face)].family; }
    int faceCount() const { return static_cast<int>(m_faces.size()); }
    /// Width of a character in thousandths of the type size.
    int advance(int face, char32_t character) const;

private:
    struct Face {
        QString family;
        QRawFont font; ///< 1000 px, so that widths are thousandths
        mutable std::map<char32_t, int> advances;
    };
    struct Chain {
        std::vector<QString> candidates; ///< not looked at yet; the next one first
        std::vector<int> faces; ///< loaded, the role's own first
        std::map<char32_t, int> chosen;
    };

    Chain &chain(FontRole role) { return m_chains[static_cast<size_t>(role)]; }
    bool loadNext(Chain &chain);
    int load(const QString &candidate);

    FontPolicy m_policy;
    QStringList m_folders;
    std::vector<Face> m_faces;
    std::array<Chain, 5> m_chains;
};

/// The font of a family for painting: no hinting, no merging with other fonts. @param pixelSize > 0
QFont paintFont(const QString &family, int pixelSize);

} // namespace mishutai::document
