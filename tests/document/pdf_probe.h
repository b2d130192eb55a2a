#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace mishutai::document::probe {

/// A word of a PDF as pdftotext -bbox reports it; points, y down from the page's top.
struct Word {
    int page = 0; ///< from 0
    qreal left = 0;
    qreal top = 0;
    qreal right = 0;
    qreal bottom = 0;
    QString text;
};

/// A row of body text.
struct Row {
    int page = 0;
    int number = 0; ///< on the grid, 0 to 21
    qreal left = 0;
    qreal right = 0;
    qreal offset = 0; ///< from the grid, points
    QString text;
};

/// A PDF in a temporary file, seen through poppler-utils and qpdf: programs that share no code with the writer.
class Pdf
{
public:
    explicit Pdf(const QByteArray &bytes);
    ~Pdf();
    Q_DISABLE_COPY_MOVE(Pdf)

    /// Output of a program given the file; arguments may hold "FILE". Fails the test when the program does.
    QString run(const QString &program, const QStringList &arguments) const;
    /// pdftotext without blanks and line ends.
    QString text() const;
    std::vector<Word> words() const;
    /// Rows of 3号 text inside the 版心; words of other sizes are left out.
    std::vector<Row> rows() const;

private:
    QString m_path;
};

QString withoutBlanks(QString text);

/// Every row of body text keeps the page of GB/T 9704: on the grid of 22 rows, inside the edges, no line that starts with a
/// closing or ends with an opening mark, no heading alone at the foot, no radical or compatibility code point.
void checkGrid(const Pdf &pdf);
/// "— n —" on each of the pages, odd ones on the right half and even ones on the left.
void checkPageNumbers(const Pdf &pdf, int pages);

} // namespace mishutai::document::probe
