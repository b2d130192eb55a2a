-- Organisations set up at a unit or in a zone with approval: 企业科协, 产业功能区科协, 专委会, 分会. The body is itself a unit, below
-- the one it was set up at (units.parent_id); its officers are its contacts. Owner: parties.

CREATE TABLE unit_bodies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL UNIQUE REFERENCES units (id),
    form TEXT NOT NULL CHECK (
        form = 'ENTERPRISE' OR form = 'ASSOCIATION' OR form = 'NON_ENTERPRISE' OR form = 'INTERNAL' OR form = 'COMMITTEE' OR
        form = 'BRANCH'),
    approval_no TEXT,                                                              -- 批准文号
    approved_on TEXT CHECK (approved_on IS date(approved_on, '+0 days')),          -- 批准时间
    approved_by TEXT,                                                              -- 批准单位
    filed_on TEXT CHECK (filed_on IS date(filed_on, '+0 days')),                   -- 报备日期
    executive_unit_id INTEGER REFERENCES units (id),                               -- 秘书长执行单位
    unit_members INTEGER CHECK (unit_members >= 0),                                -- 单位会员数量; NULL: not reported
    person_members INTEGER CHECK (person_members >= 0),                            -- 个人会员数量, 科协会员数
    dissolved_on TEXT CHECK (dissolved_on IS date(dissolved_on, '+0 days')),       -- first day without it
    notes TEXT,
    CHECK (approved_on IS NULL OR dissolved_on IS NULL OR approved_on < dissolved_on),
    CHECK (executive_unit_id IS NULL OR executive_unit_id <> unit_id)
) STRICT;
CREATE INDEX unit_bodies_form ON unit_bodies (form, approved_on);
CREATE INDEX unit_bodies_executive ON unit_bodies (executive_unit_id) WHERE executive_unit_id IS NOT NULL;

-- With names and the unit above, merges resolved.
CREATE VIEW v_unit_bodies AS
SELECT b.id, u.canonical_id AS unit_id, u.code AS unit_code, u.name AS unit_name, u.display_name, u.district, u.zone, u.parent_id,
    u.parent_name, b.form, b.approval_no, b.approved_on, b.approved_by, b.filed_on, e.canonical_id AS executive_unit_id,
    e.name AS executive_unit_name, b.unit_members, b.person_members, b.dissolved_on
FROM unit_bodies AS b
JOIN v_units AS u ON u.id = b.unit_id
LEFT JOIN v_units AS e ON e.id = b.executive_unit_id;
