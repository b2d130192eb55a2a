#include "ui/common/page_preview.h"

#include "document/layout/page_geometry.h"
#include "document/pdf/paint.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace mishutai::ui {

namespace {

namespace page = document::page;

constexpr int kScreenDpi = 96;
constexpr int kSmallestZoom = 30;
constexpr int kLargestZoom = 300;
constexpr int kZoomStep = 10;
constexpr size_t kMostPictures = 8;

int gap()
{
    return px(16);
}

} // namespace

PageView::PageView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setProperty("zoomsItself", true);
    setProperty("zoomsItself", true);
    setAccessibleName(tr("文稿页面"));
    onThemeChange(this, [this] { arrange(); });
}

void PageView::setDocument(std::shared_ptr<const document::PagedDocument> document)
{
    m_document = std::move(document);
    m_pictures.clear();
    m_marked = nullptr;
    m_hovered.clear();
    arrange();
    Q_EMIT pageChanged(currentPage(), pageCount());
}

int PageView::pageCount() const
{
    return m_document ? static_cast<int>(m_document->pages.size()) : 0;
}

QSize PageView::paperSize() const
{
    const QSize portrait(page::kWidth, page::kHeight);
    return m_document && m_document->isLandscape ? portrait.transposed() : portrait;
}

int PageView::zoom() const
{
    return qRound(100.0 * m_pageWidth * page::kResolution / (double(paperSize().width()) * kScreenDpi));
}

void PageView::setZoom(int percent)
{
    const int middle = currentPage();
    m_zoom = percent == 0 ? 0 : qBound(kSmallestZoom, percent, kLargestZoom);
    arrange();
    goToPage(middle);
}

void PageView::arrange()
{
    const int room = viewport()->width() - 2 * gap();
    const int natural = paperSize().width() * kScreenDpi / page::kResolution;
    const int width = m_zoom == 0 ? qBound(natural * kSmallestZoom / 100, room, natural * 3 / 2) : natural * m_zoom / 100;
    if (width != m_pageWidth)
        m_pictures.clear();
    m_pageWidth = qMax(1, width);
    m_pageHeight = m_pageWidth * paperSize().height() / paperSize().width();
    const int total = pageCount() * (m_pageHeight + gap()) + gap();
    verticalScrollBar()->setRange(0, qMax(0, total - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(px(40));
    horizontalScrollBar()->setRange(0, qMax(0, m_pageWidth + 2 * gap() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    viewport()->update();
    Q_EMIT zoomChanged(zoom());
}

QRect PageView::pageRect(int page) const
{
    const int free = viewport()->width() - m_pageWidth;
    const int left = free > 2 * gap() ? free / 2 : gap() - horizontalScrollBar()->value();
    return {left, gap() + page * (m_pageHeight + gap()) - verticalScrollBar()->value(), m_pageWidth, m_pageHeight};
}

int PageView::currentPage() const
{
    if (pageCount() == 0)
        return 0;
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    return qBound(1, (middle - gap() / 2) / (m_pageHeight + gap()) + 1, pageCount());
}

void PageView::goToPage(int page)
{
    verticalScrollBar()->setValue((page - 1) * (m_pageHeight + gap()));
}

const QPixmap &PageView::picture(int page)
{
    const auto found = m_pictures.find(page);
    if (found != m_pictures.end())
        return found->second;
    if (m_pictures.size() >= kMostPictures)
        m_pictures.clear();
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(QSize(m_pageWidth, m_pageHeight) * ratio);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    document::paintPage(painter, *m_document, page, ratio * m_pageWidth / paperSize().width());
    painter.end();
    picture.setDevicePixelRatio(ratio);
    return m_pictures.emplace(page, picture).first->second;
}

QRect PageView::onView(int page, const document::PlacedText &text) const
{
    const QRect paper = pageRect(page);
    const auto scaled = [this](int length) { return length * m_pageWidth / paperSize().width(); };
    const int top = text.baseline - text.size * 9 / 10;
    return {paper.left() + scaled(text.x) - 1, paper.top() + scaled(top), scaled(text.width) + 2, scaled(text.size) + 2};
}

void PageView::paintFigures(QPainter &painter, int page) const
{
    // Colours of the light theme: the paper is white in both.
    const QColor accent = Theme::light().accent;
    for (const document::PlacedText &text : m_document->pages[static_cast<size_t>(page)].texts) {
        if (text.figure.isEmpty())
            continue;
        const QRect area = onView(page, text);
        if (text.figure == m_hovered || &text == m_marked) {
            QColor ground = accent;
            ground.setAlpha(46);
            painter.fillRect(area, ground);
        }
        QColor line = accent;
        line.setAlpha(110);
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), line);
    }
}

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme().window);
    for (int page = 0; page < pageCount(); ++page) {
        const QRect paper = pageRect(page);
        if (!paper.intersects(event->rect()))
            continue;
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), theme().border);
        painter.drawPixmap(paper.topLeft(), picture(page));
        paintFigures(painter, page);
    }
}

std::optional<QString> PageView::figureAt(const QPoint &position) const
{
    for (int page = 0; page < pageCount(); ++page) {
        const QRect paper = pageRect(page);
        if (!paper.contains(position))
            continue;
        const QPoint inside = position - paper.topLeft();
        return m_document->figureAt(page, inside * paperSize().width() / m_pageWidth);
    }
    return std::nullopt;
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    const QString hovered = figureAt(event->pos()).value_or(QString());
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    viewport()->setCursor(hovered.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->setToolTip(hovered.isEmpty() ? QString() : tr("点开看这个数字是怎么来的"));
    viewport()->update();
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    const auto figure = figureAt(event->pos());
    if (event->button() == Qt::LeftButton && figure)
        Q_EMIT figureClicked(*figure);
}

void PageView::leaveEvent(QEvent *event)
{
    m_hovered.clear();
    viewport()->update();
    QAbstractScrollArea::leaveEvent(event);
}

std::vector<std::pair<int, const document::PlacedText *>> PageView::figures() const
{
    std::vector<std::pair<int, const document::PlacedText *>> all;
    for (int page = 0; page < pageCount(); ++page) {
        for (const document::PlacedText &text : m_document->pages[static_cast<size_t>(page)].texts) {
            if (!text.figure.isEmpty())
                all.emplace_back(page, &text);
        }
    }
    return all;
}

void PageView::stepFigure(int direction)
{
    const auto all = figures();
    if (all.empty())
        return;
    const auto marked = std::find_if(all.begin(), all.end(), [this](const auto &one) { return one.second == m_marked; });
    auto place
        = marked == all.end() ? (direction > 0 ? -1 : static_cast<int>(all.size())) : static_cast<int>(marked - all.begin());
    place = qBound(0, place + direction, static_cast<int>(all.size()) - 1);
    m_marked = all[static_cast<size_t>(place)].second;
    const QRect area = onView(all[static_cast<size_t>(place)].first, *m_marked);
    if (!viewport()->rect().contains(area))
        verticalScrollBar()->setValue(verticalScrollBar()->value() + area.center().y() - viewport()->height() / 2);
    viewport()->update();
}

void PageView::markFigure(const QString &key)
{
    m_marked = nullptr;
    for (const auto &[page, text] : figures()) {
        if (text->figure == key) {
            m_marked = text;
            verticalScrollBar()->setValue(
                verticalScrollBar()->value() + onView(page, *text).center().y() - viewport()->height() / 2);
            break;
        }
    }
    viewport()->update();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
        goToPage(currentPage() + 1);
        break;
    case Qt::Key_PageUp:
        goToPage(currentPage() - 1);
        break;
    case Qt::Key_Home:
        goToPage(1);
        break;
    case Qt::Key_End:
        goToPage(pageCount());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(zoom() + kZoomStep);
        break;
    case Qt::Key_Minus:
        setZoom(zoom() - kZoomStep);
        break;
    case Qt::Key_Right:
        stepFigure(1);
        break;
    case Qt::Key_Left:
        stepFigure(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked)
            Q_EMIT figureClicked(m_marked->figure);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        setZoom(zoom() + (event->angleDelta().y() > 0 ? kZoomStep : -kZoomStep));
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT pageChanged(currentPage(), pageCount());
}

PagePreview::PagePreview(QWidget *parent)
    : QFrame(parent), m_view(new PageView(this)), m_page(new QLabel(this)), m_zoom(new QLabel(this))
{
    setLook(m_page, "muted");
    setLook(m_zoom, "muted");
    auto *row = new QHBoxLayout;
    row->setContentsMargins(px(10), px(4), px(10), px(4));
    row->addWidget(m_page);
    row->addStretch();
    const auto addButton = [&](const QString &iconName, const QString &text, const QString &tip, auto run) {
        auto *button = new QToolButton(this);
        setLook(button, "quiet");
        if (!iconName.isEmpty())
            button->setIcon(icon(iconName));
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        connect(button, &QToolButton::clicked, this, run);
        row->addWidget(button);
    };
    addButton("zoom-out", {}, tr("缩小（-）"), [this] { m_view->setZoom(m_view->zoom() - kZoomStep); });
    row->addWidget(m_zoom);
    addButton("zoom-in", {}, tr("放大（+）"), [this] { m_view->setZoom(m_view->zoom() + kZoomStep); });
    addButton({}, tr("适合宽度"), tr("适合宽度"), [this] { m_view->setZoom(0); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    connect(m_view, &PageView::figureClicked, this, &PagePreview::figureClicked);
    connect(m_view, &PageView::pageChanged, this,
        [this](int page, int count) { m_page->setText(count > 0 ? tr("第 %1 页，共 %2 页").arg(page).arg(count) : QString()); });
    connect(m_view, &PageView::zoomChanged, this, [this](int percent) { m_zoom->setText(QString("%1%").arg(percent)); });
    setFocusProxy(m_view);
}

} // namespace mishutai::ui
