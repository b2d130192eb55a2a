#include "cli/commands.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

} // namespace

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        {"example", "example alliance-2021 FILE", tr("新建数据文件并装入示例"), false, runExample},
        {"dataset", "dataset import|export FOLDER", tr("导入或导出数据备份包（一个装有 CSV 的文件夹）"), false, runDataSet},
        {"import", "import KIND FILE [--sheet NAME] [--dry-run] [--hold-alike] [--skip-unknown] [--rejected FILE.xlsx] [--force]",
            tr("导入一类记录（.csv、.xlsx、.xls、.ods），--sheet 读哪个工作表（不写读第一个有内容的），--dry-run "
               "只检查不写入，--hold-alike "
               "与已有单位、人员相近的也算有问题，--skip-unknown 跳过不认识的列并说出是哪些，--rejected "
               "导入能导入的，其余连同原因写成表"),
            false, runImport},
        {"export", "export KIND FILE [--layout NAME] [--purpose TEXT] [--force]",
            tr("导出一类记录为 .csv 或 .xlsx；--layout 按窗口里存的版式导出列表"), false, runExport},
        {"members", "members count [--on D|--year Y|--period P] [--by level|region|zone|chain|stage|field|kind|title|status]",
            tr("某一天的会员数；给出年份或时段时为期内入会、退会、净增"), false, runMembers},
        {"members", "members find TEXT [--limit N]", tr("按名称、简称、拼音首字母、编号、联系人、电话尾号找会员"), false,
            runMembers},
        {"members", "members import|export FILE", tr("导入或导出会员，同 import members FILE"), false, runMembers},
        {"formats", "formats", tr("列出每类记录（KIND）的列：名称、格式、示例"), false, runFormats},
        {"metrics", "metrics", tr("列出全部指标"), false, runMetrics},
        {"metric", "metric NAME --year Y|--period P [--filter 名称=值]… [--rows]", tr("算一个指标，--rows 列出背后的记录"), false,
            runMetric},
        {"report", "report alliance-annual --year Y|--period P --output FILE.pdf|.docx|.txt [--date D] [--force]", tr("生成报告"),
            true, runReport},
        {"print",
            "print list KIND | certificate|registration|dossier|mailing --members 编号,编号 | bodies --form enterprise|zone "
            "--output FILE.pdf "
            "[--force]",
            tr("打印列表、会员证书（--date D --until D，--portrait 竖排）、登记表、一企一档、寄送清单（也可 .xlsx）、"
               "科协组织建设统计表（--on D，也可 .xlsx；表尾 --enterprises N --technology N --zones N，给了就记下）"),
            true, runPrint},
        {"letter",
            "letter TEMPLATE --members 编号,编号 --output FOLDER|FILE.docx|FILE.pdf [--set 名称=内容]… [--date D] [--force]",
            tr("给会员合并函件并记入往来函件；文件夹里一家一个文件（--format docx|pdf）"), true, runLetter},
        {"check", "check [--rebuild]",
            tr("体检：文件结构、外键、借贷平衡、会员级别时段、日志链和凭证链；--rebuild 重建由记录推出的表"), false, runCheck},
        {"search", "search TEXT [--limit N]", tr("按名称、拼音首字母、编号、电话尾号查找，每类最多 N 条（20）"), false,
            runSearch},
        {"backup", "backup FILE", tr("备份到一个文件，并打开核对"), false, runBackup},
        {"pack", "pack FILE.zip", tr("把数据文件和佐证打成一个压缩包，并读回核对"), false, runPack},
        {"unpack", "unpack FILE.zip [FOLDER]", tr("解开打好的包，逐个核对，不覆盖已有的文件"), false, runUnpack},
    };
    return all;
}

const Command &command(const QString &name)
{
    QStringList known;
    for (const Command &each : commands()) {
        if (each.name == name)
            return each;
        if (!known.contains(each.name))
            known.append(each.name);
    }
    throw Error(Error::Kind::Usage, tr("没有命令「%1」").arg(name), {},
        tr("可用的命令：%1；用法见 mishutai-cli --help").arg(known.join(" ")));
}

QString helpText()
{
    qsizetype width = 0;
    for (const Command &each : commands())
        width = std::max(width, each.usage.size());
    QStringList lines{
        tr("秘书台命令行"), {}, tr("用法：mishutai-cli [--db FILE] [--json] [--user NAME] COMMAND …"), {}, tr("命令：")};
    for (const Command &each : commands())
        lines.append("  " + each.usage + "\n      " + each.purpose);
    lines << QString() << tr("选项：") << tr("  --db FILE     数据文件（NAME.mishutai）")
          << tr("  --json        结果为一行 JSON，写在命令前后都可以")
          << tr("  --user NAME   用户；不写时取唯一没有密码的用户。有密码的从环境变量 MISHUTAI_PASSWORD 取")
          << tr("  --year Y      年份；或用 --period，可写 2021-05、2021Q2、2021年1-10月")
          << tr("  --date D      报告、函件或证书的日期，不写时为今天") << tr("  --force       覆盖已有的输出文件")
          << tr("  --on D        会员数截至哪一天，如 2021-12-31 或 20211231；不写是今天")
          << tr("  --help        本说明；--version 版本") << QString()
          << tr("退出状态：0 完成 · 1 有发现（体检有问题、检查出坏行、查不到） · 2 用法不对 · 3 被拒绝或失败");
    return lines.join('\n');
}

} // namespace mishutai::cli
