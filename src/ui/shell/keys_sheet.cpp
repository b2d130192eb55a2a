#include "ui/shell/keys_sheet.h"

#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <span>

namespace mishutai::ui {

namespace {

struct Key {
    const char *keys;
    const char *meaning;
};

// Two columns: the window and its lists at the left, forms and fields at the right.
constexpr Key kWindowKeys[] = {
    {"Ctrl+K", QT_TRANSLATE_NOOP("KeysSheet", "查找全部、去某一页")},
    {"Ctrl+1 … 7", QT_TRANSLATE_NOOP("KeysSheet", "换页")},
    {"Ctrl+F  F3", QT_TRANSLATE_NOOP("KeysSheet", "在列表里查找")},
    {"Ctrl+N", QT_TRANSLATE_NOOP("KeysSheet", "新增")},
    {"Enter  F2", QT_TRANSLATE_NOOP("KeysSheet", "修改所选")},
    {"Del", QT_TRANSLATE_NOOP("KeysSheet", "删除所选（可撤销）")},
    {"Ctrl+Z  Ctrl+Y", QT_TRANSLATE_NOOP("KeysSheet", "撤销、恢复")},
    {"Ctrl+C", QT_TRANSLATE_NOOP("KeysSheet", "复制所选行，含表头")},
    {"Ctrl+Shift+C", QT_TRANSLATE_NOOP("KeysSheet", "复制常用的一项（如电话）")},
    {"Ctrl+P", QT_TRANSLATE_NOOP("KeysSheet", "打印眼前的列表")},
    {"Alt+↓  Alt+↑", QT_TRANSLATE_NOOP("KeysSheet", "按这一列筛选、排序（加 Shift 为第二列）")},
    {"Alt+V  Alt+L", QT_TRANSLATE_NOOP("KeysSheet", "视图；选择列")},
    {"Shift+↓  Ctrl+A", QT_TRANSLATE_NOOP("KeysSheet", "多选；再按 F2 批量修改")},
    {"Ctrl+PgDn  Alt+1 …", QT_TRANSLATE_NOOP("KeysSheet", "右边换页签：资料、历史")},
    {"Ctrl+Shift+W", QT_TRANSLATE_NOOP("KeysSheet", "金额用元或万元")},
    {"Ctrl+Shift+H", QT_TRANSLATE_NOOP("KeysSheet", "隐藏或显示个人信息")},
};
constexpr Key kFormKeys[] = {
    {"Enter", QT_TRANSLATE_NOOP("KeysSheet", "下一栏；最后一栏保存")},
    {"Ctrl+S", QT_TRANSLATE_NOOP("KeysSheet", "保存")},
    {"Shift+Enter", QT_TRANSLATE_NOOP("KeysSheet", "几行高的栏里换行")},
    {"Ctrl+Enter", QT_TRANSLATE_NOOP("KeysSheet", "保存并新增")},
    {"Esc", QT_TRANSLATE_NOOP("KeysSheet", "收起，内容留作草稿")},
    {"↓", QT_TRANSLATE_NOOP("KeysSheet", "展开可选项")},
    {"＋ －", QT_TRANSLATE_NOOP("KeysSheet", "日期前后一天")},
    {"PgUp PgDn", QT_TRANSLATE_NOOP("KeysSheet", "日期前后一月")},
    {"T", QT_TRANSLATE_NOOP("KeysSheet", "今天")},
    {"1200*3", QT_TRANSLATE_NOOP("KeysSheet", "金额栏里直接计算")},
    {"Ctrl++  Ctrl+-", QT_TRANSLATE_NOOP("KeysSheet", "字号大小（Ctrl+滚轮也可）")},
    {"Ctrl+0", QT_TRANSLATE_NOOP("KeysSheet", "字号复原")},
};

} // namespace

KeysSheet::KeysSheet(const QString &pageTitle, const QString &pageHelp, QWidget *owner) : Overlay(owner)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(22), px(18), px(22), px(18));
    column->setSpacing(px(8));
    const auto addLabel = [&](const QString &text, const char *look) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        setLook(label, look);
        column->addWidget(label);
    };
    if (!pageHelp.isEmpty()) {
        addLabel(pageTitle, "heading");
        addLabel(pageHelp, "");
        column->addSpacing(px(8));
    }
    addLabel(tr("按键"), "heading");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(5));
    const auto fill = [&](std::span<const Key> keys, int first) {
        int row = 0;
        for (const Key &key : keys) {
            auto *name = new QLabel(QString::fromUtf8(key.keys), this);
            setLook(name, "section");
            grid->addWidget(name, row, first);
            grid->addWidget(new QLabel(tr(key.meaning), this), row++, first + 1);
        }
    };
    fill(kWindowKeys, 0);
    fill(kFormKeys, 3);
    grid->setColumnMinimumWidth(2, px(20));
    column->addLayout(grid);
    auto *close = new QPushButton(tr("知道了"), this);
    connect(close, &QPushButton::clicked, this, [this] { dismiss(); });
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace mishutai::ui
