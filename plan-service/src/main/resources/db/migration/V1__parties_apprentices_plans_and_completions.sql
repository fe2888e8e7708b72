-- Party data. Only this service holds data of persons (guarantees S14).

CREATE TABLE employer (
  id      uuid PRIMARY KEY,
  name    text   NOT NULL,
  ein     text UNIQUE,
  version bigint NOT NULL DEFAULT 1
);

CREATE TABLE provider (
  id          uuid PRIMARY KEY,
  name        text   NOT NULL,
  type        text   NOT NULL CHECK (type IN ('COMPANY', 'COLLEGE', 'TRAINER', 'OTHER')),
  pass_grades text[] NOT NULL DEFAULT '{}',
  version     bigint NOT NULL DEFAULT 1
);

CREATE TABLE apprentice (
  id            uuid PRIMARY KEY,
  name          text   NOT NULL,
  email         text,
  employer_id   uuid   NOT NULL REFERENCES employer,
  occupation_id uuid,
  version       bigint NOT NULL DEFAULT 1
);
CREATE INDEX apprentice_of_employer ON apprentice (employer_id, id);

-- one person may have several ids at one provider; one id is one person
CREATE TABLE learner_id (
  provider_id   uuid NOT NULL REFERENCES provider,
  learner_id    text NOT NULL,
  apprentice_id uuid NOT NULL REFERENCES apprentice,
  PRIMARY KEY (provider_id, learner_id)
);
CREATE INDEX learner_id_of_apprentice ON learner_id (apprentice_id);

-- Published framework versions never change, so one copy each is kept for good.
CREATE TABLE published_framework (
  framework_id uuid  NOT NULL,
  number       int   NOT NULL,
  body         jsonb NOT NULL,
  PRIMARY KEY (framework_id, number)
);

-- Competencies that the catalog has confirmed; they are never deleted there.
CREATE TABLE known_competency (
  competency_id uuid PRIMARY KEY
);

CREATE TABLE training_plan (
  id                      uuid PRIMARY KEY,
  apprentice_id           uuid        NOT NULL REFERENCES apprentice,
  employer_id             uuid        NOT NULL REFERENCES employer,
  framework_id            uuid        NOT NULL,
  framework_version       int         NOT NULL,
  framework_title         text        NOT NULL,
  occupation_id           uuid        NOT NULL,
  occupation_title        text        NOT NULL,
  target_certification_id uuid        NOT NULL,
  status                  text        NOT NULL
    CHECK (status IN ('DRAFT', 'PROPOSED', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'CANCELLED')),
  epoch                   int         NOT NULL DEFAULT 1,
  version                 bigint      NOT NULL DEFAULT 1,
  created_at              timestamptz NOT NULL
);
CREATE INDEX training_plan_of_apprentice ON training_plan (apprentice_id);
CREATE INDEX training_plan_of_employer ON training_plan (employer_id, id);
CREATE UNIQUE INDEX one_active_plan_per_apprentice_and_occupation
  ON training_plan (apprentice_id, occupation_id) WHERE status IN ('ACTIVE', 'SUSPENDED');

CREATE TABLE plan_line (
  id                          uuid PRIMARY KEY,
  plan_id                     uuid    NOT NULL REFERENCES training_plan,
  ordinal                     int     NOT NULL,
  competency_id               uuid    NOT NULL,
  competency_name             text    NOT NULL,
  core                        boolean NOT NULL,
  delivery                    text    NOT NULL CHECK (delivery IN ('RELATED_INSTRUCTION', 'ON_THE_JOB')),
  disposition                 text    NOT NULL CHECK (disposition IN ('TRAIN', 'PRIOR', 'EXCLUDED')),
  reason                      text,
  course_name                 text,
  course_description          text,
  provider_id                 uuid REFERENCES provider,
  anticipated_completion_date date,
  minimum_rating              int CHECK (minimum_rating BETWEEN 0 AND 4),
  state                       text    NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CREDITED', 'REVOKED')),
  -- the credit, while there is one
  credit_basis                text,
  credit_completed_on         date,
  credit_rating               int,
  credit_provider_id          uuid,
  credit_reference            uuid,
  credit_event_id             uuid,
  UNIQUE (plan_id, competency_id),
  UNIQUE (plan_id, ordinal)
);

CREATE INDEX plan_line_credited_by ON plan_line (credit_reference) WHERE credit_reference IS NOT NULL;

-- What may credit a line: dated facts from which the state of lines is derived, never the other way round.
CREATE TABLE evidence (
  id               uuid PRIMARY KEY,
  apprentice_id    uuid        NOT NULL REFERENCES apprentice,
  competency_id    uuid        NOT NULL,
  line_id          uuid REFERENCES plan_line,
  basis            text        NOT NULL CHECK (basis IN ('COURSE_COMPLETION', 'SIGN_OFF', 'PRIOR_LEARNING')),
  reference        uuid        NOT NULL,
  provider_id      uuid,
  course_code      text,
  -- all courses that together evidence the competency, as mapped on the day of completion
  required_courses text[]      NOT NULL DEFAULT '{}',
  completed_on     date        NOT NULL,
  rating           int,
  recorded_at      timestamptz NOT NULL,
  withdrawn_at     timestamptz
);
CREATE INDEX evidence_in_force ON evidence (apprentice_id) WHERE withdrawn_at IS NULL;
CREATE INDEX evidence_of_reference ON evidence (reference);

CREATE TABLE course_mapping (
  id             uuid PRIMARY KEY,
  provider_id    uuid   NOT NULL REFERENCES provider,
  course_code    text   NOT NULL,
  competency_ids uuid[] NOT NULL,
  valid_from     date   NOT NULL,
  valid_to       date,
  version        bigint NOT NULL DEFAULT 1
);
CREATE INDEX course_mapping_of_course ON course_mapping (provider_id, course_code);
CREATE INDEX course_mapping_of_competency ON course_mapping USING gin (competency_ids);

-- Every completion that was received; state says what became of it.
CREATE TABLE course_completion (
  id                    uuid PRIMARY KEY,
  provider_id           uuid        NOT NULL REFERENCES provider,
  source_record_id      text        NOT NULL,
  source_record_version int         NOT NULL,
  learner_id            text        NOT NULL,
  apprentice_id         uuid REFERENCES apprentice,
  course_code           text        NOT NULL,
  completed_on          date        NOT NULL,
  grade                 text,
  -- what the provider said; null where it left the decision to the grade
  stated_passed         boolean,
  passed                boolean     NOT NULL,
  evidence_url          text,
  state                 text        NOT NULL CHECK (state IN ('ACCEPTED', 'PARKED', 'SUPERSEDED', 'REVOKED')),
  parked_reason         text CHECK (parked_reason IN ('UNKNOWN_LEARNER', 'UNMAPPED_COURSE')),
  received_at           timestamptz NOT NULL,
  revoked_at            timestamptz,
  revocation_reason     text,
  UNIQUE (provider_id, source_record_id, source_record_version)
);
CREATE INDEX course_completion_of_provider ON course_completion (provider_id, id);
CREATE INDEX course_completion_of_learner ON course_completion (provider_id, learner_id, id);
CREATE INDEX course_completion_parked ON course_completion (provider_id, id) WHERE state = 'PARKED';

CREATE TABLE sign_off (
  id          uuid PRIMARY KEY,
  line_id     uuid        NOT NULL REFERENCES plan_line,
  rating      int         NOT NULL CHECK (rating BETWEEN 0 AND 4),
  assessor    text        NOT NULL,
  assessed_on date        NOT NULL,
  note        text,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX sign_off_of_line ON sign_off (line_id);

-- Evidence for lines whose disposition is PRIOR.
CREATE TABLE prior_learning (
  id           uuid PRIMARY KEY,
  line_id      uuid        NOT NULL REFERENCES plan_line,
  description  text        NOT NULL,
  evidence_url text,
  assessed_on  date        NOT NULL,
  recorded_at  timestamptz NOT NULL
);
CREATE INDEX prior_learning_of_line ON prior_learning (line_id);

-- Answers of requests that carried an Idempotency-Key, kept 72 hours (guarantees R7, D2).
CREATE TABLE idempotency (
  party      text        NOT NULL,
  route      text        NOT NULL,
  key        text        NOT NULL,
  body_hash  text        NOT NULL,
  status     int,
  body       text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (party, route, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TABLE outbox (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id          uuid        NOT NULL UNIQUE,
  topic             text        NOT NULL,
  record_key        text        NOT NULL,
  type              text        NOT NULL,
  aggregate_id      uuid        NOT NULL,
  epoch             int         NOT NULL,
  aggregate_version bigint      NOT NULL,
  created_at        timestamptz NOT NULL,
  payload           jsonb       NOT NULL,
  published_at      timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
