#include "ui/common/guarded.h"

#include "base/error.h"
#include "ui/common/message_bar.h"

#include <QCoreApplication>

#include <spdlog/spdlog.h>

#include <typeinfo>

namespace mishutai::ui {

namespace {

void show(QWidget *where, const Error &error)
{
    spdlog::warn("a use case failed: {} at {}:{}", Error::kindName(error.kind()).toStdString(), error.where().file_name(),
        error.where().line());
    if (error.kind() == Error::Kind::Cancelled)
        MessageArea::of(where).done(error.problem());
    else
        MessageArea::of(where).failed(error);
}

} // namespace

bool guarded(QWidget *where, const std::function<void()> &action)
{
    return guarded(where, action, [](const Error &) { return false; });
}

bool guarded(QWidget *where, const std::function<void()> &action, const std::function<bool(const Error &)> &onFault)
{
    try {
        action();
        return true;
    } catch (const Error &error) {
        if (!onFault(error))
            show(where, error);
    } catch (const std::exception &fault) {
        // what() may hold a value, so only its type is logged.
        spdlog::error("an unexpected fault: {}", typeid(fault).name());
        show(where,
            Error(Error::Kind::Storage, QCoreApplication::translate("Ui", "这一步没有完成"),
                QCoreApplication::translate("Ui", "程序内部出错"),
                QCoreApplication::translate("Ui", "数据没有改动。可以重试；仍不行请复制详情，连同日志交给维护人员")));
    }
    return false;
}

} // namespace mishutai::ui
