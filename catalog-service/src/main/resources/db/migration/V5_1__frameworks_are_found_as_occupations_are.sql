ALTER TABLE framework ADD COLUMN folded text NOT NULL GENERATED ALWAYS AS (search_folded(title)) STORED;
