#include "ui/shell/keys_sheet.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

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

// Below the page's own those of the window, then lists, then forms.
constexpr Key kWindowKeys[] = {
    {"Ctrl+K", QT_TRANSLATE_NOOP("KeysSheet", "查找全部、去某一页")},
    {"Ctrl+1 … 9", QT_TRANSLATE_NOOP("KeysSheet", "换页")},
    {"Ctrl+Z  Ctrl+Y", QT_TRANSLATE_NOOP("KeysSheet", "撤销、恢复")},
    {"F1", QT_TRANSLATE_NOOP("KeysSheet", "本页帮助和按键")},
    {"Alt+M", QT_TRANSLATE_NOOP("KeysSheet", "打开菜单")},
    {"Ctrl+Shift+H", QT_TRANSLATE_NOOP("KeysSheet", "隐藏或显示个人信息")},
    {"Ctrl++  Ctrl+-", QT_TRANSLATE_NOOP("KeysSheet", "字号大小（Ctrl+滚轮也可）")},
    {"Ctrl+0", QT_TRANSLATE_NOOP("KeysSheet", "字号复原")},
};
constexpr Key kListKeys[] = {
    {"Ctrl+F  F3", QT_TRANSLATE_NOOP("KeysSheet", "在列表里查找")},
    {"Ctrl+N", QT_TRANSLATE_NOOP("KeysSheet", "新增")},
    {"Enter  F2", QT_TRANSLATE_NOOP("KeysSheet", "修改所选")},
    {"Del", QT_TRANSLATE_NOOP("KeysSheet", "删除所选（可撤销）")},
    {"Ctrl+C", QT_TRANSLATE_NOOP("KeysSheet", "复制所选行，含表头")},
    {"Ctrl+Shift+C", QT_TRANSLATE_NOOP("KeysSheet", "复制常用的一项（如电话）")},
    {"Ctrl+V", QT_TRANSLATE_NOOP("KeysSheet", "粘贴几行导入；截图作佐证")},
    {"Ctrl+P", QT_TRANSLATE_NOOP("KeysSheet", "打印眼前的列表")},
    {"Alt+↓  Alt+↑", QT_TRANSLATE_NOOP("KeysSheet", "按这一列筛选、排序（加 Shift 为第二列）")},
    {"Alt+V  Alt+L", QT_TRANSLATE_NOOP("KeysSheet", "视图；选择列")},
    {"Shift+↓  Ctrl+A", QT_TRANSLATE_NOOP("KeysSheet", "多选；再按 F2 批量修改")},
    {"Ctrl+PgDn  Alt+1 …", QT_TRANSLATE_NOOP("KeysSheet", "右边换页签：资料、历史")},
    {"Alt+G  ← →", QT_TRANSLATE_NOOP("KeysSheet", "按这一列分组；收起、展开")},
    {"Shift+F10", QT_TRANSLATE_NOOP("KeysSheet", "所选记录能做的事（菜单键也行）")},
    {"F5", QT_TRANSLATE_NOOP("KeysSheet", "重新读取列表")},
    {"Ctrl+Shift+W", QT_TRANSLATE_NOOP("KeysSheet", "金额用元或万元")},
};
constexpr Key kFormKeys[] = {
    {"Enter", QT_TRANSLATE_NOOP("KeysSheet", "下一栏；最后一栏保存")},
    {"Ctrl+S", QT_TRANSLATE_NOOP("KeysSheet", "保存")},
    {"Shift+Enter", QT_TRANSLATE_NOOP("KeysSheet", "几行高的栏里换行")},
    {"Ctrl+Enter", QT_TRANSLATE_NOOP("KeysSheet", "保存并新增")},
    {"Esc", QT_TRANSLATE_NOOP("KeysSheet", "收起，内容留作草稿")},
    {"Alt+D", QT_TRANSLATE_NOOP("KeysSheet", "放弃取回的草稿，从头填")},
    {"↓", QT_TRANSLATE_NOOP("KeysSheet", "展开可选项")},
    {"＋ －", QT_TRANSLATE_NOOP("KeysSheet", "日期前后一天")},
    {"PgUp PgDn", QT_TRANSLATE_NOOP("KeysSheet", "日期前后一月")},
    {"T", QT_TRANSLATE_NOOP("KeysSheet", "今天")},
    {"1200*3", QT_TRANSLATE_NOOP("KeysSheet", "金额栏里直接计算")},
};

using Shown = std::vector<std::pair<QString, QString>>;

Shown shown(std::span<const Key> keys)
{
    Shown all;
    for (const Key &key : keys)
        all.emplace_back(QString::fromUtf8(key.keys), KeysSheet::tr(key.meaning));
    return all;
}

Shown shown(const std::vector<PageKey> &keys)
{
    Shown all;
    for (const PageKey &key : keys)
        all.emplace_back(key.keys.toString(QKeySequence::NativeText), key.meaning);
    return all;
}

} // namespace

KeysSheet::KeysSheet(const Page *page, QWidget *owner) : Overlay(owner)
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
    if (page && !page->helpText().isEmpty()) {
        addLabel(page->title(), "heading");
        addLabel(page->helpText(), "");
        column->addSpacing(px(8));
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(3));
    // @return the row below
    const auto fill = [&](const QString &title, const Shown &keys, int first, int row) {
        auto *heading = new QLabel(title, this);
        setLook(heading, "heading");
        grid->addWidget(heading, row++, first, 1, 2);
        for (const auto &[name, meaning] : keys) {
            auto *label = new QLabel(name, this);
            setLook(label, "section");
            grid->addWidget(label, row, first);
            grid->addWidget(new QLabel(meaning, this), row++, first + 1);
        }
        grid->setColumnMinimumWidth(first + 2, px(20));
        return row;
    };
    const std::vector<PageKey> own = page ? page->keys() : std::vector<PageKey>();
    const int below = own.empty() ? 0 : fill(tr("本页的键"), shown(own), 0, 0);
    fill(tr("到处能用"), shown(kWindowKeys), 0, below);
    fill(tr("列表里的键"), shown(kListKeys), 3, 0);
    fill(tr("表单里的键"), shown(kFormKeys), 6, 0);
    column->addLayout(grid);
    auto *close = new QPushButton(tr("知道了"), this);
    connect(close, &QPushButton::clicked, this, [this] { dismiss(); });
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace mishutai::ui
