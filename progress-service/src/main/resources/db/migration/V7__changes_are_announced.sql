-- Whoever writes changes, the tails of all instances wake up on commit: once for each statement, not for each row.
CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NOTIFY change; RETURN NULL; END $$;
CREATE TRIGGER change_is_announced AFTER INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION announce_change();

-- A row of kind 'reset' concerns nobody and everybody: every reader is told to read everything anew.
ALTER TABLE change
    ALTER COLUMN plan_id DROP NOT NULL,
    ALTER COLUMN apprentice_id DROP NOT NULL,
    ALTER COLUMN employer_id DROP NOT NULL,
    ADD CONSTRAINT change_names_its_plan CHECK (
        kind = 'reset' OR (plan_id IS NOT NULL AND apprentice_id IS NOT NULL AND employer_id IS NOT NULL));

-- The ids that readers see are those of table change, encrypted. Another key makes every reader start over.
CREATE TABLE change_key (
    secret uuid PRIMARY KEY
);
INSERT INTO change_key VALUES (gen_random_uuid());
