#include "base/task_control.h"

#include "base/error.h"

namespace mishutai {

void TaskControl::throwIfCancelled() const
{
    if (isCancelled())
        throw Error(Error::Kind::Cancelled, "已取消", {}, "没有写入任何内容，可以重新开始");
}

TaskControl &TaskControl::silent()
{
    class Silent : public TaskControl
    {
        void progress(qint64, qint64, const QString &) override { }
        bool isCancelled() const override { return false; }
    };
    static Silent control;
    return control;
}

} // namespace mishutai
