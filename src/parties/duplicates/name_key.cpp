#include "parties/duplicates/name_key.h"

#include "base/chinese/text.h"

#include <QRegularExpression>
#include <QSet>

namespace mishutai::parties {

namespace {

/// Fewer characters than this say too little without their place: 成都炭素, 上海炭素.
constexpr int kLeastStem = 3;

QSet<QString> words(const char *text)
{
    const QStringList list = QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

const QSet<QString> &provinces()
{
    static const QSet<QString> names
        = words("北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 "
                "四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门");
    return names;
}

/// Cities that stand in names without 市.
const QSet<QString> &cities()
{
    static const QSet<QString> names = words("成都 绵阳 德阳 眉山 资阳 遂宁 南充 广安 达州 巴中 广元 雅安 乐山 自贡 泸州 内江 "
                                             "宜宾 攀枝花 西昌 都江堰 彭州 邛崃 崇州 简阳 "
                                             "石家庄 唐山 保定 太原 大同 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 苏州 无锡 常州 "
                                             "南通 徐州 扬州 镇江 盐城 泰州 杭州 宁波 温州 "
                                             "嘉兴 湖州 绍兴 金华 台州 合肥 芜湖 马鞍山 蚌埠 福州 厦门 泉州 漳州 南昌 九江 赣州 "
                                             "济南 青岛 烟台 潍坊 淄博 济宁 临沂 威海 郑州 "
                                             "洛阳 南阳 武汉 宜昌 襄阳 长沙 株洲 湘潭 衡阳 岳阳 广州 深圳 珠海 佛山 东莞 中山 "
                                             "惠州 江门 汕头 南宁 柳州 桂林 海口 三亚 贵阳 "
                                             "遵义 昆明 曲靖 拉萨 西安 咸阳 宝鸡 兰州 西宁 银川 乌鲁木齐 呼和浩特 包头");
    return names;
}

bool isPublicBody(const QString &name)
{
    static const QRegularExpression ending(QStringLiteral("(大学|学院|学校|中学|小学|局|委|委员会|处|科|室|部|厅|署|中心|院|所|"
                                                          "馆|站|协会|联盟|学会|商会|总会|联合会|科协|工会|政府|"
                                                          "街道|镇|乡|银行|分行|支行|分公司)$"));
    return ending.match(name).hasMatch();
}

QString withoutForm(QString name)
{
    static const QRegularExpression form(
        QStringLiteral("((集团)?(股份)?有限(责任)?公司|(股份|集团|总)公司|公司|(特殊)?(普通|有限)?合伙(企业)?|集团|股份)$"));
    if (name.endsWith(QStringLiteral("分公司")))
        return name;
    for (QString before; before != name;) {
        before = name;
        const QString shorter = QString(name).remove(form);
        if (shorter.size() >= 2)
            name = shorter;
    }
    return name;
}

/// Takes a place in brackets, 示例材料(成都), out of the name; other brackets only lose themselves.
QString withoutBrackets(QString name, NameKey &key)
{
    static const QRegularExpression brackets(QStringLiteral("\\(([^()]*)\\)"));
    for (auto match = brackets.match(name); match.hasMatch(); match = brackets.match(name)) {
        QString inside = match.captured(1);
        QString bare = inside;
        if (bare.endsWith(u'市') || bare.endsWith(u'省'))
            bare.chop(1);
        if (provinces().contains(bare))
            key.province = bare;
        else if (cities().contains(bare))
            key.city = bare;
        if (isPlaceName(bare))
            inside.clear();
        name.replace(match.capturedStart(), match.capturedLength(), inside);
    }
    return name.remove(u'(').remove(u')');
}

/// The place at the front of `name`, taken off as long as enough is left.
void takePlace(QString &name, const QRegularExpression &pattern, const QSet<QString> *known, QString &place)
{
    const auto match = pattern.match(name);
    if (!match.hasMatch() || name.size() - match.capturedLength() < kLeastStem)
        return;
    if (known && !known->contains(match.captured(1)))
        return;
    place = match.captured(1);
    name = name.mid(match.capturedLength());
}

void takePlaces(QString &name, NameKey &key)
{
    static const QRegularExpression province(
        QStringLiteral("^(黑龙江|内蒙古|.{2})(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?"));
    static const QRegularExpression wholeCity(QStringLiteral("^(.{2,4}?)市"));
    static const QRegularExpression shortCity(QStringLiteral("^(攀枝花|都江堰|石家庄|哈尔滨|马鞍山|乌鲁木齐|呼和浩特|.{2})"));
    static const QRegularExpression district(QStringLiteral("^(.{2,3}?)[区县]"));
    takePlace(name, province, &provinces(), key.province);
    takePlace(name, wholeCity, nullptr, key.city);
    if (key.city.isEmpty())
        takePlace(name, shortCity, &cities(), key.city);
    takePlace(name, district, nullptr, key.district);
}

bool isOther(const QString &a, const QString &b)
{
    return !a.isEmpty() && !b.isEmpty() && a != b;
}

} // namespace

bool NameKey::isLike(const NameKey &other) const
{
    return !stem.isEmpty() && stem == other.stem && !isOther(province, other.province) && !isOther(city, other.city)
        && !isOther(district, other.district);
}

NameKey nameKey(const QString &name)
{
    static const QRegularExpression marks(QStringLiteral("[·・.,，。、—–\\-_\"'“”‘’《》【】\\[\\]]"));
    NameKey key;
    QString rest = normalized(name).remove(marks);
    rest = withoutBrackets(withoutForm(rest), key);
    rest = withoutForm(rest);
    if (!isPublicBody(rest))
        takePlaces(rest, key);
    key.stem = rest;
    return key;
}

bool isPlaceName(const QString &word)
{
    return provinces().contains(word) || cities().contains(word);
}

QString withWideBrackets(QString name)
{
    return name.replace(u'(', u'（').replace(u')', u'）');
}

} // namespace mishutai::parties
