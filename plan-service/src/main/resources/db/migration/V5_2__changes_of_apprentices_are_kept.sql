-- Who changed what of a person's data, and what it was before (guarantees S23). Part of the person's record.
CREATE TABLE apprentice_change (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  apprentice_id uuid        NOT NULL REFERENCES apprentice,
  kind          text        NOT NULL CHECK (kind IN ('ENTERED', 'CORRECTED', 'LEARNER_ID_ADDED', 'MERGED', 'ERASED')),
  members       text[]      NOT NULL,
  -- the members that changed, as they were
  before        jsonb,
  reason        text,
  -- of a merge: the other of the two
  other_id      uuid,
  subject       text        NOT NULL,
  role          text        NOT NULL,
  changed_at    timestamptz NOT NULL
);
CREATE INDEX apprentice_change_of_apprentice ON apprentice_change (apprentice_id, id);

-- A record shows all evidence of a person, also what was withdrawn; what is in force is few of few.
CREATE INDEX evidence_of_apprentice ON evidence (apprentice_id, id);
DROP INDEX evidence_in_force;
