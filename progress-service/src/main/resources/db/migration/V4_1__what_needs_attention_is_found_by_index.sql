-- What needs attention is listed from plans and lines: by provider, and plan by plan.
CREATE INDEX plan_line_due_by_provider ON plan_line (provider_id, anticipated_completion_date, plan_id) WHERE is_due;
CREATE INDEX plan_active ON plan (plan_id) WHERE status = 'ACTIVE';
CREATE INDEX plan_active_by_employer ON plan (employer_id, plan_id) WHERE status = 'ACTIVE';
CREATE INDEX plan_active_by_occupation ON plan (occupation_id, plan_id) WHERE status = 'ACTIVE';
-- A line that is credited leaves the indexes of what is due at their front, where reading begins: clean up early.
ALTER TABLE plan_line SET (autovacuum_vacuum_scale_factor = 0.03, autovacuum_vacuum_cost_limit = 1000);
