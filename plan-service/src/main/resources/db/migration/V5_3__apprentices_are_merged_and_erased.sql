-- A person who was entered twice: the duplicate's row stays and says who it is.
ALTER TABLE apprentice
  ADD COLUMN merged_into uuid REFERENCES apprentice,
  ADD COLUMN erased_at timestamptz,
  ADD CHECK (merged_into <> id);
CREATE INDEX apprentice_merged ON apprentice (merged_into) WHERE merged_into IS NOT NULL;
