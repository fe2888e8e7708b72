CREATE TABLE occupation (
  id          uuid PRIMARY KEY,
  key         text   NOT NULL UNIQUE,
  title       text   NOT NULL,
  description text,
  revision    bigint NOT NULL DEFAULT 1
);

CREATE TABLE occupation_alternate_title (
  occupation_id uuid NOT NULL REFERENCES occupation,
  position      int  NOT NULL,
  title         text NOT NULL,
  PRIMARY KEY (occupation_id, position)
);

-- Reference data: may name an occupation that has not been imported yet.
CREATE TABLE occupation_code (
  occupation_key text NOT NULL,
  system         text NOT NULL CHECK (system IN ('ONET_SOC_2010', 'ONET_SOC_2019', 'RAPIDS')),
  code           text NOT NULL,
  source         text NOT NULL,
  PRIMARY KEY (occupation_key, system, code)
);
CREATE INDEX occupation_code_by_code ON occupation_code (code);

CREATE TABLE framework (
  id            uuid PRIMARY KEY,
  key           text   NOT NULL UNIQUE,
  title         text   NOT NULL,
  occupation_id uuid   NOT NULL REFERENCES occupation,
  -- goes up with every change of any of its versions
  revision      bigint NOT NULL DEFAULT 1
);
CREATE INDEX framework_of_occupation ON framework (occupation_id);

CREATE TABLE framework_version (
  framework_id uuid        NOT NULL REFERENCES framework,
  number       int         NOT NULL CHECK (number > 0),
  status       text        NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
  revision     bigint      NOT NULL DEFAULT 1,
  title        text        NOT NULL,
  industry     text,
  description  text,
  provenance   jsonb       NOT NULL,
  findings     jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  published_at timestamptz,
  retired_at   timestamptz,
  PRIMARY KEY (framework_id, number)
);

-- A competency is the same one in every version that has its id.
CREATE TABLE competency (
  id           uuid PRIMARY KEY,
  framework_id uuid NOT NULL REFERENCES framework
);
CREATE INDEX competency_of_framework ON competency (framework_id);

CREATE TABLE version_competency (
  framework_id  uuid    NOT NULL,
  number        int     NOT NULL,
  competency_id uuid    NOT NULL REFERENCES competency,
  parent_id     uuid,
  section       text    NOT NULL
    CHECK (section IN ('INDUSTRY_SECTOR_TECHNICAL', 'OCCUPATION_SPECIFIC', 'EMPLOYER_REQUIREMENT')),
  list_position int     NOT NULL,
  form_position int     NOT NULL,
  name          text    NOT NULL,
  definition    text,
  core          boolean NOT NULL,
  aliases       text[]  NOT NULL DEFAULT '{}',
  PRIMARY KEY (framework_id, number, competency_id),
  FOREIGN KEY (framework_id, number) REFERENCES framework_version,
  FOREIGN KEY (framework_id, number, parent_id) REFERENCES version_competency
    DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (framework_id, number, list_position),
  UNIQUE (framework_id, number, form_position)
);
CREATE INDEX version_competency_by_competency ON version_competency (competency_id);

CREATE TABLE certification (
  id           uuid PRIMARY KEY,
  framework_id uuid   NOT NULL REFERENCES framework,
  position     int    NOT NULL,
  name         text   NOT NULL,
  abbreviation text,
  issuer       text,
  revision     bigint NOT NULL DEFAULT 1,
  rule_version int    NOT NULL DEFAULT 0
);
CREATE INDEX certification_in_order ON certification (framework_id, position, id);

CREATE TABLE certification_rule (
  certification_id uuid        NOT NULL REFERENCES certification,
  version          int         NOT NULL,
  rule             jsonb       NOT NULL,
  rule_text        text        NOT NULL,
  note             text,
  recorded_at      timestamptz NOT NULL,
  PRIMARY KEY (certification_id, version)
);

CREATE TABLE version_certification (
  framework_id     uuid NOT NULL,
  number           int  NOT NULL,
  certification_id uuid NOT NULL REFERENCES certification,
  position         int  NOT NULL,
  name             text NOT NULL,
  abbreviation     text,
  PRIMARY KEY (framework_id, number, certification_id),
  FOREIGN KEY (framework_id, number) REFERENCES framework_version
);

CREATE TABLE document_import (
  id           uuid PRIMARY KEY,
  framework_id uuid        NOT NULL,
  number       int         NOT NULL,
  -- of what the document says: equal for copies with other blanks, quotes or line breaks
  fingerprint  text        NOT NULL,
  report       jsonb       NOT NULL,
  imported_at  timestamptz NOT NULL,
  FOREIGN KEY (framework_id, number) REFERENCES framework_version
);
CREATE INDEX document_import_of_framework ON document_import (framework_id, number);

-- Other wordings of competency names, recorded by a person. Matching never guesses.
CREATE TABLE recorded_alias (
  alias  text PRIMARY KEY,
  name   text NOT NULL,
  source text NOT NULL
);

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
