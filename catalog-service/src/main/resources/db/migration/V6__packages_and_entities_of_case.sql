-- CASE packages as they came in, compressed, to be given out again as they came. The key is the source of a version's provenance.
CREATE TABLE case_source (
  sha256  text  PRIMARY KEY,
  package bytea NOT NULL
);
ALTER TABLE case_source ALTER COLUMN package SET STORAGE EXTERNAL;

-- What each framework's current version is in CASE. Made of the version again when it changes; nothing else writes it.
CREATE TABLE case_framework (
  framework_id uuid        PRIMARY KEY REFERENCES framework,
  number       int         NOT NULL,
  edition      int         NOT NULL,
  -- goes up with each change of what is answered
  revision     bigint      NOT NULL,
  case_version text        NOT NULL,
  last_change  timestamptz NOT NULL,
  document     text        NOT NULL,
  -- of the package, about
  characters   bigint      NOT NULL
);

CREATE TABLE case_entity (
  framework_id uuid NOT NULL REFERENCES case_framework,
  kind         text NOT NULL,
  position     int  NOT NULL,
  identifier   uuid NOT NULL,
  -- ends of an association
  origin       uuid,
  destination  uuid,
  json         text NOT NULL,
  PRIMARY KEY (framework_id, kind, position)
);
CREATE INDEX case_entity_by_identifier ON case_entity (identifier, kind);
CREATE INDEX case_entity_by_origin ON case_entity (origin) WHERE origin IS NOT NULL;
CREATE INDEX case_entity_by_destination ON case_entity (destination) WHERE destination IS NOT NULL;
