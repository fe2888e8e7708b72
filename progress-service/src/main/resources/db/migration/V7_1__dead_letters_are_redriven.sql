-- What a record came to when it was read again. One that is refused again stays a dead letter: without an outcome.
ALTER TABLE dead_letter
    ADD COLUMN redriven_at timestamptz,
    ADD COLUMN outcome text;
CREATE INDEX dead_letter_open ON dead_letter (dead_letter_class, id) WHERE outcome IS NULL;
