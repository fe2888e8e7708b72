-- What the endpoint inserts that a single POST is compared with.
CREATE TABLE posted (
    id               uuid        PRIMARY KEY,
    provider_id      uuid        NOT NULL,
    learner_id       text        NOT NULL,
    course_code      text        NOT NULL,
    completed_on     date        NOT NULL,
    grade            text,
    source_record_id text        NOT NULL,
    received_at      timestamptz NOT NULL
);

-- What the textbook's consumer keeps: the same facts, state and messages as progress-service.
CREATE TABLE processed_event (
    event_id     uuid        PRIMARY KEY,
    processed_at timestamptz NOT NULL
);

CREATE TABLE plan (
    plan_id       uuid PRIMARY KEY,
    apprentice_id uuid NOT NULL,
    employer_id   uuid NOT NULL,
    framework_id  uuid NOT NULL,
    total         integer NOT NULL,
    credited      integer NOT NULL,
    counted_at    timestamptz
);

CREATE TABLE plan_line (
    line_id       uuid    PRIMARY KEY,
    plan_id       uuid    NOT NULL REFERENCES plan,
    competency_id uuid    NOT NULL,
    delivery      text    NOT NULL,
    state         text    NOT NULL,
    completed_on  date,
    rating        integer,
    event_id      uuid,
    version       bigint  NOT NULL,
    UNIQUE (plan_id, competency_id)
);

CREATE TABLE credit_fact (
    event_id      uuid        PRIMARY KEY,
    plan_id       uuid        NOT NULL,
    competency_id uuid        NOT NULL,
    type          text        NOT NULL,
    completed_on  date        NOT NULL,
    rating        integer,
    version       bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL
);
CREATE INDEX credit_fact_by_plan ON credit_fact (plan_id);

CREATE TABLE requirement (
    certification_id uuid NOT NULL,
    competency_id    uuid NOT NULL,
    framework_id     uuid NOT NULL,
    minimum_rating   integer,
    PRIMARY KEY (certification_id, competency_id)
);
CREATE INDEX requirement_by_framework ON requirement (framework_id);

CREATE TABLE eligibility (
    plan_id          uuid        NOT NULL,
    certification_id uuid        NOT NULL,
    eligible         boolean     NOT NULL,
    decided_at       timestamptz NOT NULL,
    PRIMARY KEY (plan_id, certification_id)
);

CREATE TABLE change (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind             text        NOT NULL,
    plan_id          uuid        NOT NULL,
    apprentice_id    uuid        NOT NULL,
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
