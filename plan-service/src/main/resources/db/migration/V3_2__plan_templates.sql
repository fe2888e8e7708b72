-- Plans for nobody yet. The lines are read and written whole; each names a period instead of a date.
CREATE TABLE plan_template (
  id                      uuid PRIMARY KEY,
  name                    text   NOT NULL,
  framework_id            uuid   NOT NULL,
  framework_version       int    NOT NULL,
  target_certification_id uuid   NOT NULL,
  -- null: shared by all employers
  employer_id             uuid REFERENCES employer,
  lines                   jsonb  NOT NULL,
  version                 bigint NOT NULL DEFAULT 1
);
CREATE INDEX plan_template_of_employer ON plan_template (employer_id, id);
