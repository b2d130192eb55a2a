#include "ui/records/field_words.h"

#include "db/lists/list_query.h"
#include "db/row_writer.h"
#include "desk/global_search.h"
#include "session/session.h"
#include "ui/common/list/cell_text.h"
#include "ui/records/history_tables.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

#include <algorithm>

namespace mishutai::ui {

namespace {

const QHash<QString, const char *> &words()
{
    static const QHash<QString, const char *> table{{"code", QT_TRANSLATE_NOOP("FieldWords", "编号")},
        {"name", QT_TRANSLATE_NOOP("FieldWords", "名称")}, {"short_name", QT_TRANSLATE_NOOP("FieldWords", "简称")},
        {"credit_code", QT_TRANSLATE_NOOP("FieldWords", "统一社会信用代码")}, {"kind", QT_TRANSLATE_NOOP("FieldWords", "类型")},
        {"ownership", QT_TRANSLATE_NOOP("FieldWords", "单位性质")},
        {"legal_representative", QT_TRANSLATE_NOOP("FieldWords", "法定代表人")},
        {"legal_representative_post", QT_TRANSLATE_NOOP("FieldWords", "法定代表人职务")},
        {"legal_representative_phone", QT_TRANSLATE_NOOP("FieldWords", "法定代表人电话")},
        {"registered_capital_fen", QT_TRANSLATE_NOOP("FieldWords", "注册资本")},
        {"founded_on", QT_TRANSLATE_NOOP("FieldWords", "成立日期")},
        {"registered_address", QT_TRANSLATE_NOOP("FieldWords", "注册地址")},
        {"mailing_address", QT_TRANSLATE_NOOP("FieldWords", "通信地址")},
        {"district", QT_TRANSLATE_NOOP("FieldWords", "所属区县")}, {"zone", QT_TRANSLATE_NOOP("FieldWords", "产业功能区")},
        {"chain", QT_TRANSLATE_NOOP("FieldWords", "产业链")}, {"chain_segment", QT_TRANSLATE_NOOP("FieldWords", "环节")},
        {"field", QT_TRANSLATE_NOOP("FieldWords", "细分领域")}, {"products", QT_TRANSLATE_NOOP("FieldWords", "主营产品")},
        {"size", QT_TRANSLATE_NOOP("FieldWords", "规模")}, {"is_above_scale", QT_TRANSLATE_NOOP("FieldWords", "规上")},
        {"above_scale_year", QT_TRANSLATE_NOOP("FieldWords", "上规年份")},
        {"employees", QT_TRANSLATE_NOOP("FieldWords", "员工总数")},
        {"technical_staff", QT_TRANSLATE_NOOP("FieldWords", "科技人员数")},
        {"is_listed", QT_TRANSLATE_NOOP("FieldWords", "上市")}, {"party_organisation", QT_TRANSLATE_NOOP("FieldWords", "党组织")},
        {"party_members", QT_TRANSLATE_NOOP("FieldWords", "党员人数")},
        {"parent_id", QT_TRANSLATE_NOOP("FieldWords", "上级单位")}, {"is_retired", QT_TRANSLATE_NOOP("FieldWords", "停用")},
        {"merged_into_id", QT_TRANSLATE_NOOP("FieldWords", "并入")}, {"tags", QT_TRANSLATE_NOOP("FieldWords", "标签")},
        {"notes", QT_TRANSLATE_NOOP("FieldWords", "备注")}, {"invoice_title", QT_TRANSLATE_NOOP("FieldWords", "开票抬头")},
        {"tax_no", QT_TRANSLATE_NOOP("FieldWords", "税号")}, {"bank_name", QT_TRANSLATE_NOOP("FieldWords", "开户银行")},
        {"bank_account", QT_TRANSLATE_NOOP("FieldWords", "银行账号")},
        {"invoice_address", QT_TRANSLATE_NOOP("FieldWords", "开票地址")},
        {"invoice_phone", QT_TRANSLATE_NOOP("FieldWords", "开票电话")},
        {"invoice_email", QT_TRANSLATE_NOOP("FieldWords", "收票邮箱")},
        {"delivery_address", QT_TRANSLATE_NOOP("FieldWords", "快递地址")},
        {"is_in_group", QT_TRANSLATE_NOOP("FieldWords", "已入工作群")}, {"group_name", QT_TRANSLATE_NOOP("FieldWords", "工作群")},
        {"website", QT_TRANSLATE_NOOP("FieldWords", "网站")}, {"alias", QT_TRANSLATE_NOOP("FieldWords", "别名")},
        {"role", QT_TRANSLATE_NOOP("FieldWords", "身份")}, {"note", QT_TRANSLATE_NOOP("FieldWords", "说明")},
        {"from_on", QT_TRANSLATE_NOOP("FieldWords", "起")}, {"to_on", QT_TRANSLATE_NOOP("FieldWords", "止")},
        {"gender", QT_TRANSLATE_NOOP("FieldWords", "性别")}, {"phone", QT_TRANSLATE_NOOP("FieldWords", "电话")},
        {"other_phone", QT_TRANSLATE_NOOP("FieldWords", "其他电话")}, {"email", QT_TRANSLATE_NOOP("FieldWords", "电子邮箱")},
        {"wechat", QT_TRANSLATE_NOOP("FieldWords", "微信")}, {"title", QT_TRANSLATE_NOOP("FieldWords", "名称")},
        {"political_status", QT_TRANSLATE_NOOP("FieldWords", "政治面貌")}, {"is_expert", QT_TRANSLATE_NOOP("FieldWords", "专家")},
        {"expertise", QT_TRANSLATE_NOOP("FieldWords", "专长")}, {"post", QT_TRANSLATE_NOOP("FieldWords", "职务")},
        {"purpose", QT_TRANSLATE_NOOP("FieldWords", "对接事项")}, {"is_primary", QT_TRANSLATE_NOOP("FieldWords", "主要联系人")},
        {"salutation", QT_TRANSLATE_NOOP("FieldWords", "称谓")}, {"department", QT_TRANSLATE_NOOP("FieldWords", "部门")},
        {"unit_id", QT_TRANSLATE_NOOP("FieldWords", "单位")}, {"person_id", QT_TRANSLATE_NOOP("FieldWords", "人员")},
        {"applied_on", QT_TRANSLATE_NOOP("FieldWords", "申请日期")}, {"joined_on", QT_TRANSLATE_NOOP("FieldWords", "入会日期")},
        {"approval_no", QT_TRANSLATE_NOOP("FieldWords", "批准文号")},
        {"approval_meeting", QT_TRANSLATE_NOOP("FieldWords", "批准会议")},
        {"referrer", QT_TRANSLATE_NOOP("FieldWords", "推荐人")}, {"suspended_on", QT_TRANSLATE_NOOP("FieldWords", "暂停日期")},
        {"suspended_reason", QT_TRANSLATE_NOOP("FieldWords", "暂停原因")},
        {"suspended_document", QT_TRANSLATE_NOOP("FieldWords", "暂停文件")},
        {"left_on", QT_TRANSLATE_NOOP("FieldWords", "退会日期")}, {"left_kind", QT_TRANSLATE_NOOP("FieldWords", "退会方式")},
        {"left_reason", QT_TRANSLATE_NOOP("FieldWords", "退会原因")},
        {"left_document", QT_TRANSLATE_NOOP("FieldWords", "退会文件")},
        {"certificate_no", QT_TRANSLATE_NOOP("FieldWords", "证书编号")},
        {"service_officer", QT_TRANSLATE_NOOP("FieldWords", "服务专员")},
        {"licence_filed", QT_TRANSLATE_NOOP("FieldWords", "执照已登记")},
        {"registered_on", QT_TRANSLATE_NOOP("FieldWords", "登记日期")}, {"member_id", QT_TRANSLATE_NOOP("FieldWords", "会员")},
        {"level", QT_TRANSLATE_NOOP("FieldWords", "级别")}, {"document", QT_TRANSLATE_NOOP("FieldWords", "文件")},
        {"term_id", QT_TRANSLATE_NOOP("FieldWords", "届次")}, {"series", QT_TRANSLATE_NOOP("FieldWords", "系列")},
        {"own_role", QT_TRANSLATE_NOOP("FieldWords", "本单位角色")},
        {"is_industry_event", QT_TRANSLATE_NOOP("FieldWords", "行业活动")}, {"status", QT_TRANSLATE_NOOP("FieldWords", "状态")},
        {"starts_on", QT_TRANSLATE_NOOP("FieldWords", "开始日期")}, {"ends_on", QT_TRANSLATE_NOOP("FieldWords", "结束日期")},
        {"date_precision", QT_TRANSLATE_NOOP("FieldWords", "日期精度")}, {"place", QT_TRANSLATE_NOOP("FieldWords", "地点")},
        {"venue_count", QT_TRANSLATE_NOOP("FieldWords", "场次")}, {"is_online", QT_TRANSLATE_NOOP("FieldWords", "线上")},
        {"task_unit_id", QT_TRANSLATE_NOOP("FieldWords", "任务来源单位")},
        {"task_received_on", QT_TRANSLATE_NOOP("FieldWords", "接到任务日期")},
        {"participants_micro", QT_TRANSLATE_NOOP("FieldWords", "人数")},
        {"participants_qualifier", QT_TRANSLATE_NOOP("FieldWords", "人数程度")},
        {"participants_wording", QT_TRANSLATE_NOOP("FieldWords", "人数写法")},
        {"online_micro", QT_TRANSLATE_NOOP("FieldWords", "线上人数")},
        {"online_qualifier", QT_TRANSLATE_NOOP("FieldWords", "线上人数程度")},
        {"online_wording", QT_TRANSLATE_NOOP("FieldWords", "线上人数写法")},
        {"enterprises_micro", QT_TRANSLATE_NOOP("FieldWords", "企业数")},
        {"enterprises_qualifier", QT_TRANSLATE_NOOP("FieldWords", "企业数程度")},
        {"enterprises_wording", QT_TRANSLATE_NOOP("FieldWords", "企业数写法")},
        {"content", QT_TRANSLATE_NOOP("FieldWords", "内容")}, {"outcome", QT_TRANSLATE_NOOP("FieldWords", "成效")},
        {"publicity", QT_TRANSLATE_NOOP("FieldWords", "宣传")}, {"body", QT_TRANSLATE_NOOP("FieldWords", "会议机构")},
        {"term_number", QT_TRANSLATE_NOOP("FieldWords", "届")}, {"session_number", QT_TRANSLATE_NOOP("FieldWords", "次")},
        {"is_enlarged", QT_TRANSLATE_NOOP("FieldWords", "扩大会议")}, {"agenda", QT_TRANSLATE_NOOP("FieldWords", "议程")},
        {"reported_on", QT_TRANSLATE_NOOP("FieldWords", "上报日期")},
        {"responsible_id", QT_TRANSLATE_NOOP("FieldWords", "负责人")}, {"activity_id", QT_TRANSLATE_NOOP("FieldWords", "活动")},
        {"line_no", QT_TRANSLATE_NOOP("FieldWords", "序号")}, {"name_as_given", QT_TRANSLATE_NOOP("FieldWords", "名单写法")},
        {"capacity", QT_TRANSLATE_NOOP("FieldWords", "身份")}, {"head_count", QT_TRANSLATE_NOOP("FieldWords", "人数")},
        {"signed_in", QT_TRANSLATE_NOOP("FieldWords", "已签到")}, {"category", QT_TRANSLATE_NOOP("FieldWords", "类别")},
        {"source", QT_TRANSLATE_NOOP("FieldWords", "来源")}, {"issuer_unit_id", QT_TRANSLATE_NOOP("FieldWords", "来文单位")},
        {"document_number", QT_TRANSLATE_NOOP("FieldWords", "文号")}, {"urgency", QT_TRANSLATE_NOOP("FieldWords", "紧急程度")},
        {"handler_id", QT_TRANSLATE_NOOP("FieldWords", "经办人")}, {"opened_on", QT_TRANSLATE_NOOP("FieldWords", "登记日期")},
        {"due_on", QT_TRANSLATE_NOOP("FieldWords", "期限")}, {"extended_due_on", QT_TRANSLATE_NOOP("FieldWords", "延期至")},
        {"closed_on", QT_TRANSLATE_NOOP("FieldWords", "办结日期")}, {"result", QT_TRANSLATE_NOOP("FieldWords", "结果")},
        {"feedback", QT_TRANSLATE_NOOP("FieldWords", "反馈")}, {"satisfaction", QT_TRANSLATE_NOOP("FieldWords", "满意度")},
        {"quantity_micro", QT_TRANSLATE_NOOP("FieldWords", "数量")},
        {"quantity_qualifier", QT_TRANSLATE_NOOP("FieldWords", "数量程度")},
        {"quantity_wording", QT_TRANSLATE_NOOP("FieldWords", "数量写法")},
        {"quantity_unit", QT_TRANSLATE_NOOP("FieldWords", "数量单位")}, {"amount_fen", QT_TRANSLATE_NOOP("FieldWords", "金额")},
        {"reopened_count", QT_TRANSLATE_NOOP("FieldWords", "重开次数")},
        {"period_id", QT_TRANSLATE_NOOP("FieldWords", "会计期间")}, {"dated_on", QT_TRANSLATE_NOOP("FieldWords", "日期")},
        {"word", QT_TRANSLATE_NOOP("FieldWords", "凭证字")}, {"number", QT_TRANSLATE_NOOP("FieldWords", "号")},
        {"agent_status", QT_TRANSLATE_NOOP("FieldWords", "交会计")},
        {"agent_number", QT_TRANSLATE_NOOP("FieldWords", "会计凭证号")}, {"reverses_id", QT_TRANSLATE_NOOP("FieldWords", "冲销")},
        {"replaces_id", QT_TRANSLATE_NOOP("FieldWords", "更正")}, {"paper_count", QT_TRANSLATE_NOOP("FieldWords", "附单据张数")},
        {"no_document_reason", QT_TRANSLATE_NOOP("FieldWords", "无单据原因")},
        {"prepared_by", QT_TRANSLATE_NOOP("FieldWords", "制单")}, {"prepared_by_name", QT_TRANSLATE_NOOP("FieldWords", "制单人")},
        {"posted_by", QT_TRANSLATE_NOOP("FieldWords", "记账")}, {"posted_by_name", QT_TRANSLATE_NOOP("FieldWords", "记账人")},
        {"posted_at", QT_TRANSLATE_NOOP("FieldWords", "记账时间")}, {"voucher_id", QT_TRANSLATE_NOOP("FieldWords", "凭证")},
        {"account_id", QT_TRANSLATE_NOOP("FieldWords", "科目")}, {"account_code", QT_TRANSLATE_NOOP("FieldWords", "科目编号")},
        {"account_name", QT_TRANSLATE_NOOP("FieldWords", "科目名称")},
        {"account_role", QT_TRANSLATE_NOOP("FieldWords", "科目用途")}, {"side", QT_TRANSLATE_NOOP("FieldWords", "方向")},
        {"summary", QT_TRANSLATE_NOOP("FieldWords", "摘要")}, {"fund_id", QT_TRANSLATE_NOOP("FieldWords", "资金")},
        {"project_id", QT_TRANSLATE_NOOP("FieldWords", "项目")},
        {"cash_flow_item", QT_TRANSLATE_NOOP("FieldWords", "现金流量项目")},
        {"category_id", QT_TRANSLATE_NOOP("FieldWords", "收支类别")}, {"dues_year", QT_TRANSLATE_NOOP("FieldWords", "所属年度")},
        {"pool", QT_TRANSLATE_NOOP("FieldWords", "培育库")}, {"entered_on", QT_TRANSLATE_NOOP("FieldWords", "入库日期")},
        {"declared_on", QT_TRANSLATE_NOOP("FieldWords", "申报日期")}, {"passed_on", QT_TRANSLATE_NOOP("FieldWords", "过审日期")},
        {"out_on", QT_TRANSLATE_NOOP("FieldWords", "出库日期")}, {"form", QT_TRANSLATE_NOOP("FieldWords", "组织形式")},
        {"approved_on", QT_TRANSLATE_NOOP("FieldWords", "批准时间")},
        {"approved_by", QT_TRANSLATE_NOOP("FieldWords", "批准单位")}, {"filed_on", QT_TRANSLATE_NOOP("FieldWords", "报备日期")},
        {"executive_unit_id", QT_TRANSLATE_NOOP("FieldWords", "秘书长执行单位")},
        {"unit_members", QT_TRANSLATE_NOOP("FieldWords", "单位会员数量")},
        {"person_members", QT_TRANSLATE_NOOP("FieldWords", "个人会员数量")},
        {"dissolved_on", QT_TRANSLATE_NOOP("FieldWords", "撤销日期")}, {"indicator_id", QT_TRANSLATE_NOOP("FieldWords", "指标")},
        {"stage", QT_TRANSLATE_NOOP("FieldWords", "阶段")}, {"value_micro", QT_TRANSLATE_NOOP("FieldWords", "数值")},
        {"value_qualifier", QT_TRANSLATE_NOOP("FieldWords", "数值程度")},
        {"value_wording", QT_TRANSLATE_NOOP("FieldWords", "数值写法")}, {"growth_micro", QT_TRANSLATE_NOOP("FieldWords", "增长")},
        {"year", QT_TRANSLATE_NOOP("FieldWords", "年度")}, {"section", QT_TRANSLATE_NOOP("FieldWords", "方面")},
        {"metric", QT_TRANSLATE_NOOP("FieldWords", "取数")}, {"metric_filter", QT_TRANSLATE_NOOP("FieldWords", "取数条件")},
        {"direction", QT_TRANSLATE_NOOP("FieldWords", "方式")}, {"target_micro", QT_TRANSLATE_NOOP("FieldWords", "目标值")},
        {"target_fen", QT_TRANSLATE_NOOP("FieldWords", "目标金额")}, {"unit", QT_TRANSLATE_NOOP("FieldWords", "单位")},
        {"baseline_micro", QT_TRANSLATE_NOOP("FieldWords", "基数")},
        {"baseline_qualifier", QT_TRANSLATE_NOOP("FieldWords", "基数程度")},
        {"baseline_wording", QT_TRANSLATE_NOOP("FieldWords", "基数写法")},
        {"baseline_fen", QT_TRANSLATE_NOOP("FieldWords", "基数金额")}, {"done_on", QT_TRANSLATE_NOOP("FieldWords", "完成日期")},
        {"carried_from_id", QT_TRANSLATE_NOOP("FieldWords", "结转自")}, {"on_date", QT_TRANSLATE_NOOP("FieldWords", "日期")},
        {"meeting", QT_TRANSLATE_NOOP("FieldWords", "会议")}, {"reason", QT_TRANSLATE_NOOP("FieldWords", "原因")},
        {"batch", QT_TRANSLATE_NOOP("FieldWords", "批次")}, {"expires_on", QT_TRANSLATE_NOOP("FieldWords", "有效期至")},
        {"awarded_on", QT_TRANSLATE_NOOP("FieldWords", "认定日期")}, {"answer", QT_TRANSLATE_NOOP("FieldWords", "回复")},
        {"sent_on", QT_TRANSLATE_NOOP("FieldWords", "发出日期")}, {"answered_on", QT_TRANSLATE_NOOP("FieldWords", "回复日期")},
        {"output_fen", QT_TRANSLATE_NOOP("FieldWords", "产值")}, {"revenue_fen", QT_TRANSLATE_NOOP("FieldWords", "营收")},
        {"tax_fen", QT_TRANSLATE_NOOP("FieldWords", "纳税")}, {"export_fen", QT_TRANSLATE_NOOP("FieldWords", "出口")},
        {"other_unit_id", QT_TRANSLATE_NOOP("FieldWords", "对方单位")}, {"case_id", QT_TRANSLATE_NOOP("FieldWords", "事项")},
        {"plan_item_id", QT_TRANSLATE_NOOP("FieldWords", "目标")},
        {"output_qualifier", QT_TRANSLATE_NOOP("FieldWords", "产值程度")},
        {"output_wording", QT_TRANSLATE_NOOP("FieldWords", "产值写法")},
        {"revenue_qualifier", QT_TRANSLATE_NOOP("FieldWords", "营收程度")},
        {"revenue_wording", QT_TRANSLATE_NOOP("FieldWords", "营收写法")},
        {"tax_qualifier", QT_TRANSLATE_NOOP("FieldWords", "纳税程度")},
        {"tax_wording", QT_TRANSLATE_NOOP("FieldWords", "纳税写法")},
        {"export_qualifier", QT_TRANSLATE_NOOP("FieldWords", "出口程度")},
        {"export_wording", QT_TRANSLATE_NOOP("FieldWords", "出口写法")},
        {"employees_qualifier", QT_TRANSLATE_NOOP("FieldWords", "员工总数程度")},
        {"employees_wording", QT_TRANSLATE_NOOP("FieldWords", "员工总数写法")},
        {"technical_staff_qualifier", QT_TRANSLATE_NOOP("FieldWords", "科技人员数程度")},
        {"technical_staff_wording", QT_TRANSLATE_NOOP("FieldWords", "科技人员数写法")}};
    return table;
}

/// Key of the list that a column links to; empty for none.
QString linkedList(const QString &column)
{
    static const QHash<QString, QString> lists{{"unit_id", "units"}, {"parent_id", "units"}, {"task_unit_id", "units"},
        {"issuer_unit_id", "units"}, {"person_id", "people"}, {"responsible_id", "people"}, {"handler_id", "people"},
        {"other_unit_id", "units"}, {"executive_unit_id", "units"}, {"member_id", "members"}, {"activity_id", "activities"},
        {"project_id", "cases"}};
    return lists.value(column);
}

/// The table of named rows that a column links to, where no page lists them.
QString linkedTable(const QString &column)
{
    static const QHash<QString, QString> tables{
        {"account_id", "accounts"}, {"category_id", "entry_categories"}, {"fund_id", "funds"}, {"indicator_id", "indicators"}};
    return tables.value(column);
}

/// What a column holds, where no list says it: its name does.
db::ListColumn guessedColumn(const QString &column)
{
    db::ListColumn guess;
    if (column.endsWith(u"_fen"))
        guess.type = db::ColumnType::Money;
    else if (column.endsWith(u"_micro"))
        guess.type = db::ColumnType::Decimal;
    else if (column.startsWith(u"is_") || column == u"licence_filed" || column == u"signed_in")
        guess.type = db::ColumnType::Flag;
    guess.isPersonal = column.endsWith(u"phone") || column == u"email" || column == u"wechat" || column == u"bank_account";
    return guess;
}

} // namespace

FieldWords::FieldWords(session::Session &session, const QString &table)
    : m_session(session), m_list(desk::listByKey(table)), m_choices(choicesOf(session, table))
{
}

const db::ListColumn *FieldWords::shownColumn(const QString &column) const
{
    if (!m_list)
        return nullptr;
    const auto found = std::ranges::find_if(
        m_list->columns, [&column](const db::ListColumn &shown) { return shown.expression.section(u'.', 1) == column; });
    return found == m_list->columns.end() ? nullptr : &*found;
}

QString FieldWords::title(const QString &column) const
{
    if (const db::ListColumn *shown = shownColumn(column))
        return shown->title;
    const char *word = words().value(column);
    return word ? QCoreApplication::translate("FieldWords", word) : QString();
}

QString FieldWords::linked(const QString &column, qint64 id) const
{
    const db::ListDefinition *list = desk::listByKey(linkedList(column));
    if (!list) {
        const QString table = linkedTable(column);
        const auto row = table.isEmpty() ? std::nullopt : db::readRow(m_session.database(), table, id);
        return row ? db::valueOf(*row, QStringLiteral("name")).toString() : QString();
    }
    const auto rows = db::ListQuery(m_session.database(), *list).rows({id});
    return rows.empty() ? QString() : rows.front().cells[static_cast<size_t>(nameColumn(*list))].toString();
}

QString FieldWords::text(const QString &column, const QVariant &value) const
{
    if (!value.isValid() || value.isNull())
        return {};
    const QString link = linked(column, value.toLongLong());
    if (!link.isEmpty())
        return link;
    if (column.endsWith(u"_at"))
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs)
            .toLocalTime()
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    const db::ListColumn *shown = shownColumn(column);
    db::ListColumn what = shown ? *shown : guessedColumn(column);
    if (m_choices.contains(column)) {
        what.type = db::ColumnType::Choice;
        what.choices = m_choices.value(column);
    }
    QString text = cellText(what, value);
    if (what.type == db::ColumnType::Flag && text.isEmpty())
        text = QCoreApplication::translate("FieldWords", "否");
    const bool isHidden = isPersonalHidden() || !m_session.may(session::Operation::PersonalRead);
    return what.isPersonal && isHidden ? masked(text) : text;
}

} // namespace mishutai::ui
