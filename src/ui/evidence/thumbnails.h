#pragma once

#include "evidence/store/object_store.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace mishutai::ui {

/// A small picture of an image file, at most `edge` pixels wide and high, turned as its camera says. Null for what is no picture,
/// too large to decode within some 300 MB, cut off or hostile. Only the decoder of the kind that the content has is tried, so
/// never one of vector graphics. Any thread.
QImage boundedPicture(const QString &path, evidence::Media media, int edge);

/// Thumbnails of the store's pictures, made one after the other in another thread and kept in thumbs/ beside the objects.
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    explicit Thumbnails(evidence::ObjectStore store, QObject *parent = nullptr);
    ~Thumbnails() override;

    /// Null when it is not made yet, or cannot be made.
    QImage find(const QString &sha256) const;
    /// made() follows, unless it was asked for already.
    void ask(const QString &sha256, evidence::Media media);
    /// Forgets what was asked for and not begun: another record is in sight.
    void forgetWaiting();

    static constexpr int kEdge = 224;

Q_SIGNALS:
    void made(const QString &sha256);

private:
    void keep(const QString &sha256, const QImage &image);

    evidence::ObjectStore m_store;
    QCache<QString, QImage> m_kept;
    QSet<QString> m_asked;
    QThreadPool m_pool;
};

} // namespace mishutai::ui
