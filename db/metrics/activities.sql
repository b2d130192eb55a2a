-- Figures of events and meetings. An event counts on its first day; planned, cancelled and postponed ones never count.

-- metric: activities.count
-- label: 行业活动
-- unit: 次
-- value: count
-- definition: 期内已举办、计入行业活动的活动，不论联盟是主办、承办、协办还是组织参展；内部会议、培训和党建活动不计。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
-- filter: kind choice activities.kind
-- filter: role choice activities.ownRole
-- filter: series text activities.series
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier, a.place AS place, a.district AS district, a.series AS series, a.outcome AS outcome
FROM v_activities AS a
WHERE a.is_industry_event = 1
  AND a.status = 'HELD'
  AND a.starts_on BETWEEN :from AND :to
  AND a.kind = coalesce(:kind, a.kind)
  AND a.own_role = coalesce(:role, a.own_role)
  AND coalesce(a.series, '') = coalesce(:series, a.series, '')
;

-- metric: activities.hosted
-- label: 主办和承办的活动
-- unit: 场
-- value: count
-- definition: 期内已举办、联盟主办、承办、牵头承办或联合承办的行业活动。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
-- filter: kind choice activities.kind
-- filter: series text activities.series
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier, a.place AS place, a.district AS district, a.series AS series, a.outcome AS outcome
FROM v_activities AS a
WHERE a.is_industry_event = 1
  AND a.status = 'HELD'
  AND a.own_role IN ('HOST', 'UNDERTAKE', 'LEAD_UNDERTAKE', 'JOINT_UNDERTAKE')
  AND a.starts_on BETWEEN :from AND :to
  AND a.kind = coalesce(:kind, a.kind)
  AND coalesce(a.series, '') = coalesce(:series, a.series, '')
;

-- metric: activities.exhibitions
-- label: 展会
-- unit: 场
-- value: count
-- definition: 期内已举办、联盟举办或组织会员参加的展会。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_activities AS a
WHERE a.kind = 'EXHIBITION' AND a.status = 'HELD' AND a.starts_on BETWEEN :from AND :to
;

-- metric: activities.matchmaking
-- label: 产业对接和招商活动
-- unit: 次
-- value: count
-- definition: 期内已举办的对接、宣讲推介类行业活动。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_activities AS a
WHERE a.kind IN ('MATCHING', 'PROMOTION') AND a.status = 'HELD' AND a.starts_on BETWEEN :from AND :to
;

-- metric: activities.party_building
-- label: 党建活动
-- unit: 次
-- value: count
-- definition: 期内已开展的党建活动。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_activities AS a
WHERE a.kind = 'PARTY' AND a.status = 'HELD' AND a.starts_on BETWEEN :from AND :to
;

-- metric: activities.trainings
-- label: 培训学习
-- unit: 次
-- value: count
-- definition: 期内参加或举办的培训。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier, a.content AS content, a.outcome AS outcome
FROM v_activities AS a
WHERE a.kind = 'TRAINING' AND a.status = 'HELD' AND a.starts_on BETWEEN :from AND :to
;

-- metric: meetings.count
-- label: 理（监）事会会议
-- unit: 次
-- value: count
-- definition: 期内召开的会员（代表）大会、理事会、监事会会议；办公会不计。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier, a.agenda AS agenda, a.date_precision AS date_precision, a.content AS content, a.outcome AS outcome
FROM v_activities AS a
WHERE a.kind = 'MEETING'
  AND a.status = 'HELD'
  AND a.body IN ('GENERAL_MEETING', 'COUNCIL', 'SUPERVISORS', 'COUNCIL_AND_SUPERVISORS', 'STANDING_COUNCIL')
  AND a.starts_on BETWEEN :from AND :to
;

-- metric: meetings.documents
-- label: 会议通过的制度文件
-- unit: 项
-- value: count
-- definition: 期内各次会议通过的制度和文件。
-- reads: activities, activity_outcomes, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, o.activity_id AS object_id, o.title AS label, o.on_date AS on_date, NULL AS value,
  'exact' AS qualifier, o.activity_name AS activity
FROM v_activity_outcomes AS o
WHERE o.kind = 'DOCUMENT_ADOPTED' AND o.on_date BETWEEN :from AND :to
;

-- metric: meetings.resolutions
-- label: 会议决议
-- unit: 项
-- value: count
-- definition: 期内各次会议形成的决议和通过的文件。
-- reads: activities, activity_outcomes, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, o.activity_id AS object_id, o.title AS label, o.on_date AS on_date, NULL AS value,
  'exact' AS qualifier, o.activity_name AS activity
FROM v_activity_outcomes AS o
WHERE o.kind IN ('DOCUMENT_ADOPTED', 'RESOLUTION') AND o.on_date BETWEEN :from AND :to
;

-- metric: activities.enterprises
-- label: 活动参加企业
-- unit: 家
-- value: decimal
-- definition: 期内各场活动登记的参加企业数之和，同一企业参加两场计两次；没有登记企业数的活动不计。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: sum
-- filter: series text activities.series
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date,
  a.enterprises_micro AS value, a.enterprises_qualifier AS qualifier
FROM v_activities AS a
WHERE a.status = 'HELD'
  AND a.enterprises_qualifier IS NOT NULL
  AND a.starts_on BETWEEN :from AND :to
  AND coalesce(a.series, '') = coalesce(:series, a.series, '')
;

-- metric: activities.institutions
-- label: 活动参加的金融、保险机构及高校院所
-- unit: 家
-- value: count
-- definition: 期内活动名单里的金融机构、高校和科研院所，同一家在一个期间只计一次。
-- reads: activities, activity_attendees, units
-- operation: activity.read
-- rows: activity.read
-- fold: distinct
-- filter: series text activities.series
SELECT 'units' AS object_type, t.unit_id AS object_id, t.unit_name AS label, t.starts_on AS on_date, t.unit_id AS value,
  'exact' AS qualifier, t.activity_name AS activity
FROM v_activity_attendees AS t
WHERE t.status = 'HELD'
  AND t.unit_kind IN ('FINANCE', 'UNIVERSITY', 'INSTITUTE')
  AND t.starts_on BETWEEN :from AND :to
  AND coalesce(t.series, '') = coalesce(:series, t.series, '')
;

-- metric: activities.matches
-- label: 活动促成的合作结对
-- unit: 家
-- value: count
-- definition: 期内活动成果里登记的牵线结对，一条一家。
-- reads: activities, activity_outcomes, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
-- filter: series text activities.series
SELECT 'activities' AS object_type, o.activity_id AS object_id, o.title AS label, o.on_date AS on_date, NULL AS value,
  'exact' AS qualifier, o.unit_name AS unit, o.other_unit_name AS other_unit, o.activity_name AS activity
FROM v_activity_outcomes AS o
WHERE o.kind = 'MATCH'
  AND o.status = 'HELD'
  AND o.on_date BETWEEN :from AND :to
  AND coalesce(o.series, '') = coalesce(:series, o.series, '')
;

-- metric: activities.signings
-- label: 现场签约
-- unit: 项
-- value: count
-- definition: 期内活动上正式签约的项目。
-- reads: activities, activity_outcomes, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, o.activity_id AS object_id, o.title AS label, o.on_date AS on_date, NULL AS value,
  'exact' AS qualifier, o.unit_name AS unit, o.other_unit_name AS other_unit, o.activity_name AS activity
FROM v_activity_outcomes AS o
WHERE o.kind = 'SIGNING' AND o.status = 'HELD' AND o.on_date BETWEEN :from AND :to
;

-- metric: activities.demands_collected
-- label: 征集发布供需信息的企业
-- unit: 家
-- value: decimal
-- definition: 期内为活动征集并发布供需信息的企业数。
-- reads: activities, activity_outcomes, units
-- operation: activity.read
-- rows: activity.read
-- fold: sum
SELECT 'activities' AS object_type, o.activity_id AS object_id, o.title AS label, o.on_date AS on_date,
  o.quantity_micro AS value, coalesce(o.quantity_qualifier, 'unknown') AS qualifier, o.activity_name AS activity
FROM v_activity_outcomes AS o
WHERE o.kind = 'DEMANDS_COLLECTED' AND o.status = 'HELD' AND o.on_date BETWEEN :from AND :to
;

-- metric: activities.exhibitors
-- label: 组织参展的会员企业
-- unit: 家
-- value: count
-- definition: 期内由联盟组织参展的单位，同一活动一家计一次。
-- reads: activities, activity_attendees, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
-- filter: activity text activities.code
-- filter: kind choice activities.kind
SELECT 'activities' AS object_type, t.activity_id AS object_id, coalesce(t.unit_short_name, t.unit_name, t.name_as_given) AS label,
  t.starts_on AS on_date, NULL AS value, 'exact' AS qualifier, t.activity_name AS activity
FROM v_activity_attendees AS t
WHERE t.status = 'HELD'
  AND t.capacity = 'EXHIBITOR'
  AND t.starts_on BETWEEN :from AND :to
  AND t.activity_code = coalesce(:activity, t.activity_code)
  AND t.activity_kind = coalesce(:kind, t.activity_kind)
;

-- metric: activities.online_viewers
-- label: 线上参会人数
-- unit: 人
-- value: decimal
-- definition: 期内各场线上活动登记的在线人数之和。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: sum
-- filter: kind choice activities.kind
-- filter: activity text activities.code
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, a.online_micro AS value,
  a.online_qualifier AS qualifier
FROM v_activities AS a
WHERE a.status = 'HELD'
  AND a.online_qualifier IS NOT NULL
  AND a.starts_on BETWEEN :from AND :to
  AND a.kind = coalesce(:kind, a.kind)
  AND a.code = coalesce(:activity, a.code)
;

-- metric: activities.venues
-- label: 分会场
-- unit: 个
-- value: count
-- definition: 期内同一活动在两个以上会场举办的，会场数之和。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: sum
-- filter: activity text activities.code
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, a.venue_count AS value,
  'exact' AS qualifier
FROM v_activities AS a
WHERE a.status = 'HELD' AND a.venue_count > 1 AND a.starts_on BETWEEN :from AND :to
  AND a.code = coalesce(:activity, a.code)
;

-- metric: activities.media
-- label: 报道活动的媒体
-- unit: 家
-- value: count
-- definition: 期内报道联盟活动的媒体，同一家只计一次。
-- reads: activities, activity_partners, units
-- operation: activity.read
-- rows: activity.read
-- fold: distinct
-- filter: activity text activities.code
SELECT 'activities' AS object_type, p.activity_id AS object_id, p.unit_name AS label, p.starts_on AS on_date, p.unit_id AS value,
  'exact' AS qualifier, p.activity_name AS activity
FROM v_activity_partners AS p
WHERE p.role = 'MEDIA'
  AND p.status = 'HELD'
  AND p.starts_on BETWEEN :from AND :to
  AND p.activity_code = coalesce(:activity, p.activity_code)
;

-- metric: activities.forums
-- label: 牵头承办的论坛
-- unit: 场
-- value: count
-- definition: 期内已举办、联盟主办或承办的论坛。
-- reads: activities, units
-- operation: activity.read
-- rows: activity.read
-- fold: count
SELECT 'activities' AS object_type, a.id AS object_id, a.name AS label, a.starts_on AS on_date, NULL AS value,
  'exact' AS qualifier, a.code AS code, a.place AS place, a.outcome AS outcome, a.task_unit_name AS task_unit,
  a.task_received_on AS task_received_on
FROM v_activities AS a
WHERE a.kind = 'FORUM'
  AND a.status = 'HELD'
  AND a.own_role IN ('HOST', 'UNDERTAKE', 'LEAD_UNDERTAKE', 'JOINT_UNDERTAKE')
  AND a.starts_on BETWEEN :from AND :to
;
