-- Published rows said before this moment may be gone: an event of an earlier time that is not here was not lost.
CREATE TABLE outbox_pruned (
  only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  until    timestamptz NOT NULL
);
INSERT INTO outbox_pruned (until) VALUES ('-infinity');
