#include "evidence/store/saved_copy.h"

#include "base/durable_file.h"
#include "base/error.h"
#include "db/backup/durable_copy.h"
#include "evidence/store/picture_location.h"

#include <QCoreApplication>
#include <QFile>

namespace mishutai::evidence {

bool saveCopy(const QString &object, const QString &target, Media media, TaskControl &control)
{
    if (isPicture(media) || media == Media::Heic || media == Media::Tiff) {
        QFile file(object);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(Error::Kind::Io, QCoreApplication::translate("Evidence", "没有另存"), file.errorString(),
                QCoreApplication::translate("Evidence", "请用「体检」看看缺哪些文件，可以从备份恢复"));
        QByteArray bytes = file.readAll();
        if (removeLocation(bytes, media) > 0) {
            durableWrite(target, bytes);
            return true;
        }
    }
    const QString partial = target + QStringLiteral(".part");
    QFile::remove(partial);
    db::durableCopy(object, partial, control);
    db::durableRename(partial, target);
    return false;
}

} // namespace mishutai::evidence
