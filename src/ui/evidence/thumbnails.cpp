#include "ui/evidence/thumbnails.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QSaveFile>

namespace mishutai::ui {

namespace {

using evidence::Media;

/// A progressive JPEG without subsampling is held whole with six bytes a pixel.
constexpr qint64 kMostPixels = 50'000'000;
constexpr int kMostEdge = 30'000;
constexpr int kMostMegabytes = 256;
constexpr int kKeptPictures = 400;

QByteArray decoderOf(Media media)
{
    switch (media) {
    case Media::Jpeg:
        return "jpeg";
    case Media::Png:
        return "png";
    case Media::Webp:
        return "webp";
    case Media::Gif:
        return "gif";
    case Media::Bmp:
        return "bmp";
    default:
        return {};
    }
}

bool isDecodable(QSize size)
{
    return size.isValid() && size.width() <= kMostEdge && size.height() <= kMostEdge
        && qint64(size.width()) * size.height() <= kMostPixels;
}

QImage keptPicture(const QString &path)
{
    return QFileInfo(path).size() > 0 ? boundedPicture(path, Media::Png, Thumbnails::kEdge) : QImage();
}

/// In a folder that may not be written, or on a full disk, it is made again the next time.
void keepPicture(const QString &path, const QImage &image)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && image.save(&file, "PNG"))
        file.commit();
}

QImage pictureOf(const evidence::ObjectStore &store, const QString &sha256, Media media)
{
    const QString kept = store.thumbnailPath(sha256);
    if (QImage image = keptPicture(kept); !image.isNull())
        return image;
    const auto object = store.find(sha256);
    if (!object)
        return {};
    const QImage image = boundedPicture(*object, media, Thumbnails::kEdge);
    if (!image.isNull())
        keepPicture(kept, image);
    return image;
}

} // namespace

QImage boundedPicture(const QString &path, Media media, int edge)
{
    const QByteArray decoder = decoderOf(media);
    if (decoder.isEmpty())
        return {};
    QImageReader::setAllocationLimit(kMostMegabytes);
    QImageReader reader(path, decoder);
    reader.setAutoDetectImageFormat(false); // or a decoder of vector graphics would be tried after all
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!isDecodable(size))
        return {};
    if (size.width() > edge || size.height() > edge)
        reader.setScaledSize(size.scaled(edge, edge, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

Thumbnails::Thumbnails(evidence::ObjectStore store, QObject *parent) : QObject(parent), m_store(std::move(store))
{
    m_kept.setMaxCost(kKeptPictures);
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

Thumbnails::~Thumbnails()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QImage Thumbnails::find(const QString &sha256) const
{
    const QImage *image = m_kept.object(sha256);
    return image ? *image : QImage();
}

void Thumbnails::ask(const QString &sha256, Media media)
{
    if (!evidence::isPicture(media) || m_asked.contains(sha256) || m_kept.contains(sha256))
        return;
    m_asked.insert(sha256);
    m_pool.start([this, store = m_store, sha256, media] {
        const QImage image = pictureOf(store, sha256, media);
        QMetaObject::invokeMethod(
            this, [this, sha256, image] { keep(sha256, image); }, Qt::QueuedConnection);
    });
}

void Thumbnails::forgetWaiting()
{
    m_pool.clear();
    m_asked.clear();
}

void Thumbnails::keep(const QString &sha256, const QImage &image)
{
    m_asked.remove(sha256);
    m_kept.insert(sha256, new QImage(image));
    Q_EMIT made(sha256);
}

} // namespace mishutai::ui
