-- progress-service: what other services said (facts, append only), what follows from it (state, replaced), and the
-- bookkeeping that makes both exactly once. No personal data: people are ids.

-- ---------------------------------------------------------------------------------------------------------- intake

-- Every event that took effect or was judged, once: the guard against repeats under any offset.
CREATE TABLE inbox (
    event_id uuid NOT NULL,
    source   text NOT NULL,
    PRIMARY KEY (event_id, source)
);

-- One row per partition, moved in the transaction of the effects: received = applied + duplicate + stale + dead_lettered.
-- A record delivered again below next_offset counts as redelivered only.
CREATE TABLE intake_ledger (
    topic          text        NOT NULL,
    partition      integer     NOT NULL,
    next_offset    bigint      NOT NULL DEFAULT 0,
    received       bigint      NOT NULL DEFAULT 0,
    applied        bigint      NOT NULL DEFAULT 0,
    duplicate      bigint      NOT NULL DEFAULT 0,
    stale          bigint      NOT NULL DEFAULT 0,
    dead_lettered  bigint      NOT NULL DEFAULT 0,
    redelivered    bigint      NOT NULL DEFAULT 0,
    last_record_at timestamptz,
    moved_at       timestamptz,
    PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

-- Where a record lies that could not be taken, and why. The record itself stays in its topic.
CREATE TABLE dead_letter (
    id                uuid        PRIMARY KEY,
    topic             text        NOT NULL,
    partition         integer     NOT NULL,
    record_offset     bigint      NOT NULL,
    dead_letter_class text        NOT NULL,
    reason            text        NOT NULL,
    received_at       timestamptz NOT NULL,
    UNIQUE (topic, partition, record_offset)
);

-- ----------------------------------------------------------------------------------------------------------- facts

-- Every competency event with both times: the day it happened (completed_on) and when it was known (recorded_at).
CREATE TABLE credit_fact (
    plan_id       uuid        NOT NULL,
    epoch         integer     NOT NULL,
    version       bigint      NOT NULL,
    kind          text        NOT NULL,
    event_id      uuid        NOT NULL,
    line_id       uuid        NOT NULL,
    apprentice_id uuid        NOT NULL,
    competency_id uuid        NOT NULL,
    delivery      text        NOT NULL,
    basis         text        NOT NULL,
    completed_on  date        NOT NULL,
    rating        smallint,
    provider_id   uuid,
    recorded_at   timestamptz NOT NULL,
    applied_at    timestamptz NOT NULL,
    PRIMARY KEY (plan_id, epoch, version)
);

CREATE TABLE plan_fact (
    plan_id     uuid        NOT NULL,
    epoch       integer     NOT NULL,
    version     bigint      NOT NULL,
    event_id    uuid        NOT NULL,
    snapshot    jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL,
    applied_at  timestamptz NOT NULL,
    PRIMARY KEY (plan_id, epoch, version)
);

CREATE TABLE certification_rule_fact (
    certification_id uuid        NOT NULL,
    rule_version     integer     NOT NULL,
    event_id         uuid        NOT NULL,
    content          jsonb       NOT NULL,
    recorded_at      timestamptz NOT NULL,
    applied_at       timestamptz NOT NULL,
    PRIMARY KEY (certification_id, rule_version)
);

-- ----------------------------------------------------------------------------------------------------------- state

-- Locked by whoever changes anything that an apprentice's eligibility is derived from.
CREATE TABLE apprentice (
    apprentice_id uuid PRIMARY KEY
);

CREATE TABLE plan (
    plan_id                 uuid        PRIMARY KEY,
    apprentice_id           uuid        NOT NULL,
    employer_id             uuid        NOT NULL,
    employer_name           text        NOT NULL,
    framework_id            uuid        NOT NULL,
    framework_version       integer     NOT NULL,
    framework_title         text        NOT NULL,
    occupation_id           uuid        NOT NULL,
    occupation_title        text        NOT NULL,
    target_certification_id uuid        NOT NULL,
    status                  text        NOT NULL,
    epoch                   integer     NOT NULL,
    version                 bigint      NOT NULL,
    recorded_at             timestamptz NOT NULL
);
CREATE INDEX plan_by_apprentice ON plan (apprentice_id);
CREATE INDEX plan_by_employer ON plan (employer_id, plan_id);
CREATE INDEX plan_by_framework ON plan (framework_id, plan_id);
CREATE INDEX plan_by_target ON plan (target_certification_id, plan_id);

CREATE TABLE plan_line (
    plan_id                     uuid     NOT NULL REFERENCES plan,
    position                    smallint NOT NULL,
    line_id                     uuid     NOT NULL,
    competency_id               uuid     NOT NULL,
    competency_name             text     NOT NULL,
    delivery                    text     NOT NULL,
    disposition                 text     NOT NULL,
    provider_id                 uuid,
    provider_name               text,
    core                        boolean  NOT NULL,
    minimum_rating              smallint,
    anticipated_completion_date date,
    PRIMARY KEY (plan_id, position)
);

-- The latest word on one competency of one plan. A revoked credit stays, so that older news about it is known as stale.
CREATE TABLE credit (
    plan_id       uuid    NOT NULL,
    competency_id uuid    NOT NULL,
    state         text    NOT NULL,
    completed_on  date    NOT NULL,
    rating        smallint,
    event_id      uuid    NOT NULL,
    epoch         integer NOT NULL,
    version       bigint  NOT NULL,
    PRIMARY KEY (plan_id, competency_id)
) WITH (fillfactor = 90);

-- is_waiting: there are credits, and the plan has not been heard of yet. revision goes up with every recount.
CREATE TABLE plan_progress (
    plan_id              uuid        PRIMARY KEY,
    is_waiting           boolean     NOT NULL,
    instruction_total    integer     NOT NULL,
    instruction_credited integer     NOT NULL,
    job_total            integer     NOT NULL,
    job_credited         integer     NOT NULL,
    revision             bigint      NOT NULL,
    counted_at           timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX plan_progress_waiting ON plan_progress (plan_id) WHERE is_waiting;

-- reviewed_through: plans up to this id were re-evaluated under this rule version; null when all were.
CREATE TABLE certification (
    certification_id uuid        PRIMARY KEY,
    name             text        NOT NULL,
    abbreviation     text,
    framework_id     uuid        NOT NULL,
    rule_version     integer     NOT NULL,
    rule             jsonb       NOT NULL,
    recorded_at      timestamptz NOT NULL,
    reviewed_through uuid
);
CREATE INDEX certification_by_framework ON certification (framework_id);

-- Only plans that are or were eligible have a row; the explanation is evaluated from credits and rule when it is asked for.
CREATE TABLE eligibility (
    plan_id          uuid        NOT NULL,
    certification_id uuid        NOT NULL,
    eligible         boolean     NOT NULL,
    since            date,
    expires_on       date,
    rule_version     integer     NOT NULL,
    decided_at       timestamptz NOT NULL,
    PRIMARY KEY (plan_id, certification_id)
);
CREATE INDEX eligibility_by_certification ON eligibility (certification_id, plan_id) WHERE eligible;

-- --------------------------------------------------------------------------------------------------------- outgoing

-- What the event stream shows. Ids are drawn under an advisory lock that is held until commit: they appear in order.
CREATE TABLE change (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind             text        NOT NULL,
    plan_id          uuid        NOT NULL,
    apprentice_id    uuid        NOT NULL,
    employer_id      uuid        NOT NULL,
    total            integer,
    credited         integer,
    certification_id uuid,
    eligible         boolean,
    changed_at       timestamptz NOT NULL
);

CREATE TABLE outbox (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id          uuid        NOT NULL UNIQUE,
    topic             text        NOT NULL,
    record_key        text        NOT NULL,
    type              text        NOT NULL,
    aggregate_id      uuid        NOT NULL,
    epoch             integer     NOT NULL,
    aggregate_version bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    payload           jsonb       NOT NULL,
    published_at      timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
