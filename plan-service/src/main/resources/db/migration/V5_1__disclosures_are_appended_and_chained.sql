-- Who read a person's record (guarantees S13). Entries are only ever appended, and each one's hash covers the one before,
-- so that what is changed, taken out or cut off at the end shows. No foreign keys: a read must not lock the apprentice.
CREATE TABLE disclosure (
  apprentice_id uuid        NOT NULL,
  -- set by the trigger: 1, 2, 3 ... of one apprentice
  ordinal       bigint      NOT NULL,
  disclosed_at  timestamptz NOT NULL,
  subject       text        NOT NULL,
  role          text        NOT NULL,
  party_id      uuid,
  what          text        NOT NULL,
  purpose       text        NOT NULL,
  hash          bytea       NOT NULL,
  PRIMARY KEY (apprentice_id, ordinal)
);

-- How long each chain is and how it ends.
CREATE TABLE disclosure_chain (
  apprentice_id uuid PRIMARY KEY,
  entries       bigint NOT NULL,
  head          bytea  NOT NULL
);

CREATE FUNCTION disclosure_hash(before bytea, entry disclosure) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(before || convert_to(jsonb_build_array(entry.apprentice_id, entry.ordinal,
  CAST(extract(epoch FROM entry.disclosed_at) * 1000000 AS bigint), entry.subject, entry.role, entry.party_id,
  entry.what, entry.purpose)::text, 'UTF8'));

-- One chain is locked per apprentice, so that readers of other apprentices do not wait.
CREATE FUNCTION chain_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chain disclosure_chain;
BEGIN
  INSERT INTO disclosure_chain (apprentice_id, entries, head) VALUES (NEW.apprentice_id, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT chain FROM disclosure_chain WHERE apprentice_id = NEW.apprentice_id FOR UPDATE;
  NEW.ordinal := chain.entries + 1;
  NEW.hash := disclosure_hash(chain.head, NEW);
  UPDATE disclosure_chain SET entries = NEW.ordinal, head = NEW.hash WHERE apprentice_id = NEW.apprentice_id;
  RETURN NEW;
END $$;

CREATE TRIGGER chain_disclosure BEFORE INSERT ON disclosure FOR EACH ROW EXECUTE FUNCTION chain_disclosure();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only appended', TG_TABLE_NAME;
END $$;

CREATE TRIGGER disclosure_is_only_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
