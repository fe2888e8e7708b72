-- What a document says of the occupation belongs to the version: it holds for the occupation once the version does.
ALTER TABLE framework_version
  ADD COLUMN occupation   jsonb,
  ADD COLUMN annotations  jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN replacements jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN schedule     jsonb,
  -- when its content or status changed last
  ADD COLUMN changed_at   timestamptz;

UPDATE framework_version SET changed_at = greatest(created_at, published_at, retired_at);
ALTER TABLE framework_version ALTER COLUMN changed_at SET NOT NULL;

UPDATE framework_version v SET occupation = jsonb_build_object(
  'title', o.title, 'description', o.description,
  'alternateTitles', (SELECT coalesce(jsonb_agg(t.title ORDER BY t.position), '[]')
                      FROM occupation_alternate_title t WHERE t.occupation_id = o.id),
  'onetSocCodes', jsonb_build_array(), 'rapidsCodes', jsonb_build_array())
FROM framework f JOIN occupation o ON o.id = f.occupation_id WHERE f.id = v.framework_id;

ALTER TABLE version_competency
  ADD COLUMN code          text,
  -- carried over from the version before, because the document of this one does not mention it
  ADD COLUMN not_mentioned boolean NOT NULL DEFAULT false;

-- An alias that an agency accepted for one framework holds there; one without a framework holds everywhere.
ALTER TABLE recorded_alias
  DROP CONSTRAINT recorded_alias_pkey,
  ADD COLUMN framework_id uuid REFERENCES framework,
  ADD CONSTRAINT recorded_alias_once UNIQUE NULLS NOT DISTINCT (framework_id, alias);

-- Who changed what and when. Rows are never changed.
CREATE TABLE framework_history (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  framework_id  uuid        NOT NULL REFERENCES framework,
  number        int         NOT NULL,
  action        text        NOT NULL,
  competency_id uuid,
  detail        text,
  who           text        NOT NULL,
  at            timestamptz NOT NULL
);
CREATE INDEX framework_history_of_framework ON framework_history (framework_id, id);
