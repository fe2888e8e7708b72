-- Who decided what about a plan, when and why. Rows are only ever added; credits are events and not in here.
CREATE TABLE plan_history (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id      uuid        NOT NULL REFERENCES training_plan ON DELETE CASCADE,
  plan_version bigint      NOT NULL,
  kind         text        NOT NULL,
  line_id      uuid,
  what         text        NOT NULL,
  before       jsonb,
  after        jsonb,
  why          text,
  who          text        NOT NULL,
  role         text        NOT NULL,
  at           timestamptz NOT NULL
);
CREATE INDEX plan_history_of_plan ON plan_history (plan_id, id);

-- Lines change places in one statement: it is the outcome that has to be unique, not each row on the way.
ALTER TABLE plan_line
  DROP CONSTRAINT plan_line_plan_id_ordinal_key,
  ADD CONSTRAINT plan_line_plan_id_ordinal_key UNIQUE (plan_id, ordinal) DEFERRABLE INITIALLY IMMEDIATE;

-- A correction names the sign-off or evidence that it replaces, which stays readable and counts no more.
ALTER TABLE sign_off
  ADD COLUMN corrects uuid UNIQUE REFERENCES sign_off;
ALTER TABLE prior_learning
  ADD COLUMN corrects uuid UNIQUE REFERENCES prior_learning,
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN withdrawal_reason text;
CREATE INDEX evidence_of_line ON evidence (line_id) WHERE line_id IS NOT NULL AND withdrawn_at IS NULL;
