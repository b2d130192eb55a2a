#include "desk/letters/letter_text.h"

#include "base/error.h"
#include "desk/letters/letter_fields.h"
#include "desk/letters/letter_template.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace mishutai::desk {

namespace {

constexpr int kHeadLines = 6; ///< ---, name, label, title, addressee, signer; then one a question

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

using Names = std::vector<LetterFieldName>;

/// {{name}} by what `named` makes of it; formats and the like behind the name stay.
template <class Named> QString renamed(const QString &text, Named named)
{
    static const QRegularExpression field(R"(\{\{\s*([^{}|@(]+?)\s*(?=[|@(}]))");
    QString result;
    qsizetype done = 0;
    for (auto match = field.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        result.append(QStringView(text).mid(done, one.capturedStart() - done));
        result += "{{" + named(one.captured(1));
        done = one.capturedEnd();
    }
    return result.append(QStringView(text).mid(done));
}

Names withQuestions(session::Session &session, const std::vector<reports::Question> &questions)
{
    Names names = letterFieldNames(session);
    for (const reports::Question &question : questions)
        names.push_back({question.label, "ask." + question.key});
    return names;
}

QString inChinese(const QString &text, const Names &names)
{
    return renamed(text, [&names](const QString &key) {
        const auto found = std::ranges::find(names, key, &LetterFieldName::key);
        return found == names.end() ? key : found->label;
    });
}

QString inGrammar(const QString &text, const Names &names)
{
    return renamed(text, [&names](const QString &label) {
        const auto found = std::ranges::find(names, label, &LetterFieldName::label);
        return found == names.end() ? label : found->key;
    });
}

bool isPlain(const QString &line)
{
    return !line.isEmpty() && !line.startsWith('#') && !line.startsWith('@') && !line.startsWith("——") && !line.startsWith("//")
        && !line.startsWith('|') && !line.startsWith("?|");
}

/// The paragraphs of a source, each on one line.
QString paragraphs(const QStringList &lines)
{
    QStringList result;
    bool continues = false;
    for (const QString &raw : lines) {
        const QString line = raw.trimmed();
        if (continues && isPlain(line))
            result.last() += line;
        else if (!line.isEmpty())
            result << line;
        continues = isPlain(line);
    }
    return result.join('\n');
}

struct Source {
    QHash<QString, QString> head;
    QStringList body;
};

Source taken(const QString &source)
{
    Source result;
    const QStringList lines = source.split('\n');
    qsizetype i = 1;
    for (; i < lines.size() && lines[i].trimmed() != "---"; ++i)
        result.head.insert(lines[i].section(':', 0, 0).trimmed(), lines[i].section(':', 1).trimmed());
    result.body = lines.mid(i + 1);
    return result;
}

QString freeKey(const std::vector<reports::Question> &taken)
{
    for (int number = 1;; ++number) {
        const QString key = QStringLiteral("q%1").arg(number);
        if (std::ranges::find(taken, key, &reports::Question::key) == taken.end())
            return key;
    }
}

std::vector<reports::Question> questionsOf(const QStringList &lines, const std::vector<reports::Question> &before)
{
    static const QRegularExpression optional(QStringLiteral("[（(]可不填[）)]$"));
    std::vector<reports::Question> asked;
    for (const QString &line : lines) {
        QString label = line.simplified();
        reports::Question question;
        question.isOptional = label.contains(optional);
        question.label = label.remove(optional).trimmed();
        if (question.label.isEmpty())
            continue;
        const auto known = std::ranges::find(before, question.label, &reports::Question::label);
        if (known != before.end())
            question.key = known->key;
        asked.push_back(question);
    }
    // Keys that are kept come first, so that a new one is free of them.
    for (reports::Question &question : asked) {
        if (question.key.isEmpty())
            question.key = freeKey([&] {
                std::vector<reports::Question> all = before;
                all.insert(all.end(), asked.begin(), asked.end());
                return all;
            }());
    }
    return asked;
}

void refuseNames(session::Session &session, const LetterText &text, const std::vector<reports::Question> &questions)
{
    std::vector<FieldError> faults;
    if (text.name.trimmed().isEmpty() || text.name.size() > 40)
        faults.push_back({"name", "length", tr("名称应有1到40个字")});
    if (text.title.trimmed().isEmpty())
        faults.push_back({"title", "required", tr("请写标题，例如：感谢函")});
    QStringList labels;
    for (const LetterFieldName &known : letterFieldNames(session))
        labels << known.label;
    for (const reports::Question &question : questions) {
        static const QRegularExpression reserved(R"([{}|@(\[\]])");
        if (labels.contains(question.label))
            faults.push_back({"questions", "twice", tr("「%1」写了两次，或和已有的字段同名").arg(question.label)});
        else if (question.label.contains(reserved))
            faults.push_back({"questions", "characters", tr("「%1」里不要用括号、竖线和 @").arg(question.label)});
        labels << question.label;
    }
    if (!faults.empty())
        throw Error(Error::Kind::Validation, tr("函件模板还要改一改，没有保存")).withFields(std::move(faults));
}

/// The field of the form that a line of the source came from, and the fault in its words.
FieldError placed(const Error &fault, size_t questions)
{
    const int row = fault.place() ? fault.place()->row : 0;
    const int bodyFrom = kHeadLines + static_cast<int>(questions) + 2;
    const QString cause = fault.cause().isEmpty() ? fault.problem() : fault.cause();
    static const QHash<int, QString> head{{2, "name"}, {3, "name"}, {4, "title"}, {5, "addressee"}, {6, "signer"}};
    if (row >= bodyFrom)
        return {"body", "template", tr("第%1行：%2").arg((row - bodyFrom) / 2 + 1).arg(cause)};
    return {head.value(row, row > kHeadLines ? "questions" : "body"), "template", cause};
}

} // namespace

std::vector<LetterFieldName> letterFieldNames(session::Session &session)
{
    std::vector<LetterFieldName> names{{tr("会员名称"), "member.name"}, {tr("会员简称"), "member.short_name"},
        {tr("会员编号"), "member.code"}, {tr("信用代码"), "member.credit_code"}, {tr("会员级别"), "member.level"},
        {tr("会员状态"), "member.status"}, {tr("入会日期"), "member.joined_on"}, {tr("证书编号"), "member.certificate_no"},
        {tr("联系人"), "member.contact"}, {tr("联系人职务"), "member.contact_post"}, {tr("联系人电话"), "member.phone"},
        {tr("通信地址"), "member.address"}, {tr("法定代表人"), "member.legal_representative"}, {tr("细分领域"), "member.field"},
        {tr("园区"), "member.zone"}, {tr("区县"), "member.district"}, {tr("服务专员"), "member.service_officer"},
        {tr("本会名称"), "office.name"}, {tr("本会简称"), "office.short_name"}, {tr("本会落款"), "office.signer"},
        {tr("本会联系人"), "office.contact"}, {tr("本会电话"), "office.phone"}, {tr("本会地址"), "office.address"},
        {tr("年份"), "year"}};
    // Behind them the fields of the office's own, by their names.
    static const QString member = QStringLiteral("member.");
    for (const QString &key : memberFieldNames(session)) {
        if (key.startsWith(member) && std::ranges::find(names, key, &LetterFieldName::key) == names.end())
            names.push_back({key.mid(member.size()), key});
    }
    return names;
}

LetterText letterTextOf(session::Session &session, const QString &source)
{
    const reports::Template letter = reports::Template::parse(source, tr("函件模板"));
    const Names names = withQuestions(session, letter.questions);
    const Source parts = taken(source);
    const auto chinese = [&](const char *key) { return inChinese(parts.head.value(key), names); };
    LetterText text{letter.label.isEmpty() ? letter.name : letter.label, chinese("title"), chinese("addressee"),
        chinese("signer"), {}, inChinese(paragraphs(parts.body), names)};
    for (const reports::Question &question : letter.questions)
        text.questions << question.label + (question.isOptional ? tr("（可不填）") : QString());
    return text;
}

QString letterSourceOf(session::Session &session, const LetterText &text, const QString &before)
{
    const auto known
        = before.isEmpty() ? std::vector<reports::Question>() : reports::Template::parse(before, tr("函件模板")).questions;
    const std::vector<reports::Question> questions = questionsOf(text.questions, known);
    refuseNames(session, text, questions);
    const Names names = withQuestions(session, questions);
    const auto line = [&names](const QString &typed) { return inGrammar(typed.simplified(), names); };
    QStringList lines{"---", "name: " + text.name.simplified(), "label: " + text.name.simplified(), "title: " + line(text.title),
        "addressee: " + line(text.addressee), "signer: " + line(text.signer)};
    for (const reports::Question &question : questions)
        lines << QStringLiteral("ask: %1%2 = %3").arg(question.key, question.isOptional ? "?" : "", question.label);
    lines << "---";
    for (const QString &paragraph : text.body.split('\n'))
        lines << inGrammar(paragraph.trimmed(), names) << QString();
    const QString source = lines.join('\n');
    try {
        parseLetter(session, source, tr("函件模板"));
    } catch (const Error &fault) {
        throw Error(Error::Kind::Validation, tr("函件模板还要改一改，没有保存"), {}, fault.remedy())
            .withFields({placed(fault, questions.size())});
    }
    return source;
}

} // namespace mishutai::desk
