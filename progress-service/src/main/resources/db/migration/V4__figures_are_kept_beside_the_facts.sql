-- Figures that follow from plans and their lines, kept by the difference in the transaction of each batch, so that reading
-- them costs what there are organisations and competencies, never what there are plans or credits.
--
-- is_primary parts the plans at which an apprentice is counted as a person from their other plans: the first kind counts
-- people. A provider_id of zeros stands for all providers in grains that have none, for "no provider" in the others.
-- Cancelled plans are in their own status only, with nothing but their number. Rows may fall to zero and stay.

-- grain PLAN: plans by occupation, employer and status. grain PROVIDER: the same per provider of a counted line; lines
-- and credited are that provider's.
CREATE TABLE plan_figures (
    grain         text COLLATE "C" NOT NULL,
    employer_id   uuid    NOT NULL,
    occupation_id uuid    NOT NULL,
    provider_id   uuid    NOT NULL,
    status        text COLLATE "C" NOT NULL,
    is_primary    boolean NOT NULL,
    plans         bigint  NOT NULL,
    with_credit   bigint  NOT NULL,
    complete      bigint  NOT NULL,
    lines         bigint  NOT NULL,
    credited      bigint  NOT NULL,
    millionths    bigint  NOT NULL,
    PRIMARY KEY (grain, employer_id, occupation_id, provider_id, status, is_primary)
) WITH (fillfactor = 60);
COMMENT ON COLUMN plan_figures.complete IS 'plans with no line left open';
COMMENT ON COLUMN plan_figures.millionths IS 'sum over plans of credited / lines, each rounded down to millionths';

-- grain ALL: per competency, all other ids zeros. grain LINE: per occupation, employer, provider and competency. Days are
-- those from the plan's start to the completion.
CREATE TABLE competency_figures (
    grain         text COLLATE "C" NOT NULL,
    employer_id   uuid    NOT NULL,
    occupation_id uuid    NOT NULL,
    provider_id   uuid    NOT NULL,
    competency_id uuid    NOT NULL,
    is_primary    boolean NOT NULL,
    lines         bigint  NOT NULL,
    credited      bigint  NOT NULL,
    timed         bigint  NOT NULL,
    days          bigint  NOT NULL,
    up_to_30      bigint  NOT NULL,
    up_to_90      bigint  NOT NULL,
    up_to_180     bigint  NOT NULL,
    up_to_365     bigint  NOT NULL,
    longer        bigint  NOT NULL,
    PRIMARY KEY (grain, employer_id, occupation_id, provider_id, competency_id, is_primary)
) WITH (fillfactor = 60);

-- week: the Monday. grain ALL: per week. grain PLAN: per occupation and employer. grain PROVIDER: credits only.
CREATE TABLE week_figures (
    grain         text COLLATE "C" NOT NULL,
    week          date    NOT NULL,
    employer_id   uuid    NOT NULL,
    occupation_id uuid    NOT NULL,
    provider_id   uuid    NOT NULL,
    is_primary    boolean NOT NULL,
    credits       bigint  NOT NULL,
    plans         bigint  NOT NULL,
    PRIMARY KEY (grain, employer_id, occupation_id, provider_id, week, is_primary)
) WITH (fillfactor = 60);
CREATE INDEX week_figures_by_week ON week_figures (grain, week);

-- Plans that are eligible: grain PLAN, and grain PROVIDER per provider of a counted line.
CREATE TABLE eligibility_figures (
    grain            text COLLATE "C" NOT NULL,
    employer_id      uuid    NOT NULL,
    occupation_id    uuid    NOT NULL,
    provider_id      uuid    NOT NULL,
    certification_id uuid    NOT NULL,
    is_primary       boolean NOT NULL,
    eligible         bigint  NOT NULL,
    PRIMARY KEY (grain, employer_id, occupation_id, provider_id, certification_id, is_primary)
) WITH (fillfactor = 60);

-- How snapshots call occupations, employers, providers and competencies: the newest name wins.
CREATE TABLE label (
    kind        text        NOT NULL,
    id          uuid        NOT NULL,
    name        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (kind, id)
) WITH (fillfactor = 80);

-- Which figures are hidden beside small groups follows from it, alike on all instances and after each start.
CREATE TABLE small_group_secret (
    secret uuid NOT NULL
);
INSERT INTO small_group_secret (secret) VALUES (gen_random_uuid());
