#include "base/chinese/pinyin_table.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>
#include <mutex>

namespace mishutai {

static QByteArray tableText()
{
    QFile file(":/resources/pinyin/pinyin.txt");
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::Storage, QCoreApplication::translate("Base", "拼音表没有随程序安装"),
            QCoreApplication::translate("Base", "程序文件不完整"),
            QCoreApplication::translate("Base", "请重新安装程序；数据不受影响"));
    return file.readAll();
}

const PinyinTable &PinyinTable::instance()
{
    static std::once_flag loaded;
    static std::unique_ptr<const PinyinTable> table;
    std::call_once(loaded, [] { table.reset(new PinyinTable(tableText())); });
    return *table;
}

PinyinTable::PinyinTable(const QByteArray &text) : m_readings(1)
{
    constexpr size_t kBeyondLastIdeograph = 0x33480;
    m_groups.resize(kBeyondLastIdeograph);
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = text.indexOf('\n', start);
        if (end < 0)
            end = text.size();
        addLine(QByteArrayView(text).sliced(start, end - start));
        start = end + 1;
    }
}

void PinyinTable::addLine(QByteArrayView line)
{
    const qsizetype blank = line.indexOf(' ');
    if (line.startsWith('#') || blank <= 0)
        return;
    PinyinReadings group;
    group.readings = [](QByteArray joined) {
        const QList<QByteArray> parts = joined.split(',');
        return std::vector<QByteArray>(parts.begin(), parts.end());
    }(line.first(blank).toByteArray());
    for (const QByteArray &reading : group.readings) {
        group.initials |= quint32{1} << (reading[0] - 'a');
        if (reading.size() > 1)
            group.seconds |= quint32{1} << (reading[1] - 'a');
        if (reading.size() > 1 && reading[1] == 'v')
            group.seconds |= quint32{1} << ('u' - 'a');
    }
    const auto number = static_cast<quint16>(m_readings.size());
    m_readings.push_back(std::move(group));
    for (const char32_t character : QString::fromUtf8(line.sliced(blank + 1)).toUcs4()) {
        m_groups.at(character) = number;
        ++m_characterCount;
    }
}

} // namespace mishutai
