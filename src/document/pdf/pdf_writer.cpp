#include "document/pdf/pdf_writer.h"

#include "document/layout/page_geometry.h"
#include "document/pdf/paint.h"
#include "document/pdf/pdf_finish.h"

#include "base/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>

namespace mishutai::document {

QByteArray writePdf(const PagedDocument &document, TaskControl &control)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(page::kResolution);
        writer.setPageLayout(QPageLayout(
            QPageSize(QPageSize::A4), document.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
        QPainter painter;
        if (!painter.begin(&writer))
            throw Error(Error::Kind::Io, QCoreApplication::translate("Document", "无法生成 PDF"));
        const int count = static_cast<int>(document.pages.size());
        for (int page = 0; page < count; ++page) {
            control.throwIfCancelled();
            control.progress(page, count, QCoreApplication::translate("Document", "生成 PDF 页面"));
            if (page > 0)
                writer.newPage();
            paintPage(painter, document, page, 1);
        }
        control.progress(count, count, QCoreApplication::translate("Document", "生成 PDF 页面"));
    }
    return finishPdf(buffer.data(), document);
}

} // namespace mishutai::document
