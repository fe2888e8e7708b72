-- What an employer or agency attests beside competencies: hours of a month, one statement per plan, delivery and month.
CREATE TABLE stated_hours (
  plan_id   uuid        NOT NULL REFERENCES training_plan,
  delivery  text        NOT NULL CHECK (delivery IN ('RELATED_INSTRUCTION', 'ON_THE_JOB')),
  -- its first day
  month     date        NOT NULL CHECK (extract(day FROM month) = 1),
  hours     int         NOT NULL CHECK (hours BETWEEN 0 AND 744),
  stated_at timestamptz NOT NULL,
  PRIMARY KEY (plan_id, delivery, month)
);

-- Credentials that a person holds from elsewhere. They are the person's, and count for all of their plans.
CREATE TABLE prior_credential (
  id            uuid PRIMARY KEY,
  apprentice_id uuid        NOT NULL REFERENCES apprentice,
  credential_id uuid        NOT NULL,
  awarded_on    date        NOT NULL,
  -- the first day on which it is not valid any more
  expires_on    date        CHECK (expires_on > awarded_on),
  evidence      text        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  UNIQUE (apprentice_id, credential_id, awarded_on)
);

ALTER TABLE apprentice_change
  DROP CONSTRAINT apprentice_change_kind_check,
  ADD CONSTRAINT apprentice_change_kind_check CHECK (kind IN ('ENTERED', 'CORRECTED', 'LEARNER_ID_ADDED', 'MERGED',
    'ERASED', 'CREDENTIAL_RECORDED', 'CREDENTIAL_REMOVED'));
