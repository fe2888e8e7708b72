-- Published rows said before this moment may be gone: an event of an earlier time that is not here was not lost.
CREATE TABLE outbox_pruned (
  only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  until    timestamptz NOT NULL
);
INSERT INTO outbox_pruned (until) VALUES ('-infinity');

-- What was taken back from a line last, so that it can be said anew after a restore; revokes: the event that is taken back.
SET LOCAL statement_timeout = 0;
CREATE TABLE revoked_credit (
  line_id      uuid PRIMARY KEY,
  basis        text NOT NULL,
  completed_on date NOT NULL,
  rating       int,
  provider_id  uuid,
  reference    uuid NOT NULL,
  revokes      uuid NOT NULL
);
INSERT INTO revoked_credit
SELECT l.id, o.payload ->> 'basis', CAST(o.payload ->> 'completedOn' AS date), CAST(o.payload ->> 'rating' AS int),
  CAST(o.payload ->> 'providerId' AS uuid), CAST(o.payload #>> '{evidence,reference}' AS uuid),
  CAST(o.payload ->> 'revokes' AS uuid)
FROM plan_line l JOIN outbox o ON o.event_id = l.credit_event_id
WHERE l.state = 'REVOKED';
-- after the rows are found, for it locks the lines out
ALTER TABLE revoked_credit ADD FOREIGN KEY (line_id) REFERENCES plan_line;
