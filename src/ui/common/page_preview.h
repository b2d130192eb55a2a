#pragma once

#include "document/layout/paged_document.h"

#include <QAbstractScrollArea>
#include <QFrame>
#include <QPixmap>

#include <map>
#include <memory>

class QLabel;

namespace mishutai::ui {

/// Pages one below the other, painted by the same code as printer and PDF. Paper stays white in the dark theme.
/// Keys: PgUp PgDn, Home, End, + −; ← → go from figure to figure, Enter opens the marked one. Ctrl+wheel zooms.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageView(QWidget *parent = nullptr);

    /// Keeps the place when the new document has it.
    void setDocument(std::shared_ptr<const document::PagedDocument> document);
    int pageCount() const;
    /// The page in the middle of the view, from 1; 0 without a document.
    int currentPage() const;
    void goToPage(int page);
    /// Per cent of the size on paper (96 dpi); 0 fits the width.
    void setZoom(int percent);
    /// What is in force, also while the width is fitted.
    int zoom() const;
    void markFigure(const QString &key);

Q_SIGNALS:
    void figureClicked(const QString &key);
    void pageChanged(int page, int count);
    void zoomChanged(int percent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Place {
        int page;
        QPoint point; ///< units of document/page_geometry.h
    };

    void arrange();
    QSize paperSize() const; ///< of the document's pages, units
    QRect pageRect(int page) const; ///< on the viewport
    const QPixmap &picture(int page);
    std::optional<QString> figureAt(const QPoint &position) const;
    QRect onView(int page, const document::PlacedText &text) const;
    void paintFigures(QPainter &painter, int page) const;
    void stepFigure(int direction);
    std::vector<std::pair<int, const document::PlacedText *>> figures() const;

    std::shared_ptr<const document::PagedDocument> m_document;
    std::map<int, QPixmap> m_pictures;
    int m_zoom = 0;
    int m_pageWidth = 1;
    int m_pageHeight = 1;
    QString m_hovered;
    const document::PlacedText *m_marked = nullptr;
};

/// PageView with its line of page number and zoom.
class PagePreview : public QFrame
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    PageView *view() const { return m_view; }
    void setDocument(std::shared_ptr<const document::PagedDocument> document) { m_view->setDocument(std::move(document)); }

Q_SIGNALS:
    void figureClicked(const QString &key);

private:
    PageView *m_view;
    QLabel *m_page;
    QLabel *m_zoom;
};

} // namespace mishutai::ui
