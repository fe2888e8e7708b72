-- Scores carry a time and no version: microseconds since 1970 are the version. Rewrites the table.
ALTER TABLE course_completion ALTER COLUMN source_record_version TYPE bigint;

-- From which percentage of the highest score on a course is passed; null where scores do not count.
ALTER TABLE provider ADD COLUMN pass_score_percent int CHECK (pass_score_percent BETWEEN 0 AND 100);

-- xAPI statements that were taken back, also before they arrived.
CREATE TABLE voided_statement (
  provider_id  uuid        NOT NULL REFERENCES provider,
  statement_id uuid        NOT NULL,
  voided_at    timestamptz NOT NULL,
  PRIMARY KEY (provider_id, statement_id)
);

-- When each provider last sent anything, be it only duplicates.
CREATE TABLE completion_source (
  provider_id      uuid PRIMARY KEY REFERENCES provider,
  last_received_at timestamptz NOT NULL
);
INSERT INTO completion_source (provider_id, last_received_at)
SELECT provider_id, max(received_at) FROM course_completion GROUP BY provider_id;
