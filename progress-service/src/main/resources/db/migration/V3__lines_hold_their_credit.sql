-- Revisions go up across plans and rebuilds: an ETag is never used twice, and the next event is newer than all before.
CREATE SEQUENCE progress_revision CACHE 100;
SELECT setval('progress_revision', max(revision)) FROM plan_progress;

-- Before the first release: what was taken in so far is forgotten here and read anew from the topics, because the ledger
-- begins at zero and consumers begin where the ledger says.
TRUNCATE inbox, intake_ledger, dead_letter, credit_fact, plan_fact, certification_rule_fact, apprentice, plan, plan_line,
    credit, plan_progress, certification, eligibility, change;

-- ---------------------------------------------------------------------------------------------------------- intake

ALTER TABLE intake_ledger ADD COLUMN parked bigint NOT NULL DEFAULT 0;

-- Facts that wait for the plan or the epoch they speak of. They are in no other table but the inbox.
CREATE TABLE parked_event (
    event_id      uuid        PRIMARY KEY,
    plan_id       uuid        NOT NULL,
    epoch         integer     NOT NULL,
    version       bigint      NOT NULL,
    source        text        NOT NULL,
    type          text        NOT NULL,
    record_key    text        NOT NULL,
    data          text        NOT NULL,
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    written_at    timestamptz NOT NULL,
    parked_at     timestamptz NOT NULL
);
CREATE INDEX parked_event_by_plan ON parked_event (plan_id);

-- What became of records after their batch: a parked one that was released takes one from PARKED and gives one to what it
-- came to. Added to the ledger's counts, the books close.
CREATE TABLE later_outcome (
    topic     text    NOT NULL,
    partition integer NOT NULL,
    outcome   text    NOT NULL,
    records   bigint  NOT NULL,
    PRIMARY KEY (topic, partition, outcome)
);

-- ----------------------------------------------------------------------------------------------------------- state

-- is_primary: an apprentice is counted as one person at one plan, the newest that is not cancelled.
ALTER TABLE plan
    ADD COLUMN is_primary boolean NOT NULL DEFAULT true,
    ADD COLUMN started_on date;

-- A line and the latest word on its competency are one row: they are read and written together. A competency that is not
-- on the plan (any more) keeps its credit in a row of its own, because a rule may ask for it.
DROP TABLE credit;
DROP TABLE plan_line;
CREATE TABLE plan_line (
    plan_id                     uuid        NOT NULL,
    competency_id               uuid        NOT NULL,
    position                    smallint,
    line_id                     uuid,
    is_on_plan                  boolean     NOT NULL,
    is_due                      boolean     NOT NULL,
    competency_name             text,
    delivery                    text,
    disposition                 text        NOT NULL,
    provider_id                 uuid,
    provider_name               text,
    anticipated_completion_date date,
    state                       text        NOT NULL,
    completed_on                date,
    rating                      smallint,
    event_id                    uuid,
    credit_epoch                integer     NOT NULL,
    credit_version              bigint      NOT NULL,
    credit_recorded_at          timestamptz,
    PRIMARY KEY (plan_id, competency_id)
) WITH (fillfactor = 80);
-- open lines of active plans that have a date: what is or will be overdue
CREATE INDEX plan_line_due ON plan_line (anticipated_completion_date, plan_id) WHERE is_due;

DROP TABLE plan_progress;
CREATE TABLE plan_progress (
    plan_id              uuid        PRIMARY KEY,
    instruction_total    integer     NOT NULL,
    instruction_credited integer     NOT NULL,
    job_total            integer     NOT NULL,
    job_credited         integer     NOT NULL,
    held                 integer     NOT NULL,
    credited_days        integer[]   NOT NULL,
    last_completed_on    date,
    revision             bigint      NOT NULL,
    counted_at           timestamptz NOT NULL
) WITH (fillfactor = 60);
