-- A rebuild takes the topics in a second time, by the same code, into tables of the same names in schema shadow, and in the
-- end exchanges them. The run-time role owns nothing: the functions below act for it, and do nothing else.
CREATE SCHEMA shadow;

CREATE TABLE rebuild (
    id             uuid        PRIMARY KEY,
    dry_run        boolean     NOT NULL,
    state          text        NOT NULL CHECK (state IN ('RUNNING', 'COMPARED', 'SWAPPED', 'CANCELLED', 'FAILED')),
    -- the migrations that the shadow was made under; null until it is there
    schema_version integer,
    replayed       bigint      NOT NULL DEFAULT 0,
    total          bigint      NOT NULL DEFAULT 0,
    comparison     jsonb,
    flips          integer,
    reason         text,
    requested_at   timestamptz NOT NULL,
    begun_at       timestamptz,
    moved_at       timestamptz,
    finished_at    timestamptz
);
CREATE UNIQUE INDEX one_rebuild_at_a_time ON rebuild ((true)) WHERE state = 'RUNNING';

CREATE TABLE reconciliation (
    id           uuid        PRIMARY KEY,
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'FINISHED', 'FAILED')),
    plans        bigint      NOT NULL DEFAULT 0,
    total        bigint,
    differences  jsonb       NOT NULL DEFAULT '[]',
    undecided    integer     NOT NULL DEFAULT 0,
    is_complete  boolean     NOT NULL DEFAULT true,
    reason       text,
    requested_at timestamptz NOT NULL,
    moved_at     timestamptz NOT NULL,
    finished_at  timestamptz
);
CREATE UNIQUE INDEX one_reconciliation_at_a_time ON reconciliation ((true)) WHERE state = 'RUNNING';

-- Which life of this service's history it is, and in which database.
CREATE TABLE service_epoch (
    only_row          boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch             integer NOT NULL,
    database_identity text
);
INSERT INTO service_epoch (epoch) VALUES (1);

-- The one place that says what a rebuild does with a table, be it made before or after this function:
-- KEPT    is not touched: it is derived from no topic;
-- SILENT  stays too, and what the second intake says to it is said to nobody;
-- SETTLED stays too, and follows with the exchange what the second intake said to it;
-- FACT    is exchanged, if the history holds every fact that it holds;
-- BOOKS   is exchanged, and says how the intake went, which differs from one to the next;
-- DERIVED is exchanged, and compared.
CREATE FUNCTION rebuild_treatment(table_name name) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN table_name IN ('flyway_schema_history', 'rebuild', 'reconciliation', 'service_epoch', 'change_key',
            'issued_credential', 'small_group_secret', 'outbox_pruned') THEN 'KEPT'
        WHEN table_name IN ('outbox', 'change') THEN 'SILENT'
        WHEN table_name = 'dead_letter' THEN 'SETTLED'
        WHEN table_name IN ('credit_fact', 'plan_fact', 'certification_rule_fact') THEN 'FACT'
        WHEN table_name IN ('inbox', 'intake_ledger', 'later_outcome', 'label') THEN 'BOOKS'
        ELSE 'DERIVED' END
$$;

CREATE FUNCTION say_nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;

CREATE FUNCTION drop_shadow() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    shadowed name;
BEGIN
    FOR shadowed IN SELECT relname FROM pg_class WHERE relnamespace = 'shadow'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('DROP TABLE shadow.%I', shadowed);
    END LOOP;
END $$;

-- Constraints and indexes are made by their definitions, not by LIKE, which would name them otherwise: they come to stand
-- in the place of those that later migrations know by name.
CREATE FUNCTION begin_shadow() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    original record;
    part     record;
BEGIN
    PERFORM public.drop_shadow();
    FOR original IN
        SELECT oid, relname, relowner, relacl, reloptions FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND public.rebuild_treatment(relname) <> 'KEPT'
    LOOP
        EXECUTE format('CREATE TABLE shadow.%1$I (LIKE public.%1$I INCLUDING ALL EXCLUDING INDEXES)', original.relname);
        IF original.reloptions IS NOT NULL THEN
            EXECUTE format('ALTER TABLE shadow.%I SET (%s)', original.relname,
                array_to_string(original.reloptions, ', '));
        END IF;
        FOR part IN
            SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
            WHERE conrelid = original.oid AND contype IN ('p', 'u', 'x')
        LOOP
            EXECUTE format('ALTER TABLE shadow.%I ADD CONSTRAINT %I %s', original.relname, part.conname,
                part.definition);
        END LOOP;
        FOR part IN
            SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
            WHERE indrelid = original.oid
              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
        LOOP
            EXECUTE regexp_replace(part.definition, ' ON public\.', ' ON shadow.');
        END LOOP;
        FOR part IN
            SELECT privilege_type, pg_get_userbyid(grantee) AS grantee FROM aclexplode(original.relacl)
            WHERE grantee NOT IN (original.relowner, 0)
        LOOP
            EXECUTE format('GRANT %s ON shadow.%I TO %I', part.privilege_type, original.relname, part.grantee);
        END LOOP;
        IF public.rebuild_treatment(original.relname) = 'SILENT' THEN
            EXECUTE format('CREATE TRIGGER says_nothing BEFORE INSERT ON shadow.%I
                FOR EACH ROW EXECUTE FUNCTION public.say_nothing()', original.relname);
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION analyze_shadow() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    shadowed name;
BEGIN
    FOR shadowed IN SELECT relname FROM pg_class WHERE relnamespace = 'shadow'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ANALYZE shadow.%I', shadowed);
    END LOOP;
END $$;

-- All or nothing, in the caller's transaction. The locks first and in one order: who waits for one of them waits for all.
CREATE FUNCTION swap_shadow() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    exchanged name;
BEGIN
    FOR exchanged IN
        SELECT relname FROM pg_class WHERE relnamespace = 'shadow'::regnamespace AND relkind = 'r'
          AND public.rebuild_treatment(relname) NOT IN ('SILENT', 'SETTLED') ORDER BY relname
    LOOP
        EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', exchanged);
    END LOOP;
    FOR exchanged IN
        SELECT relname FROM pg_class WHERE relnamespace = 'shadow'::regnamespace AND relkind = 'r'
          AND public.rebuild_treatment(relname) NOT IN ('SILENT', 'SETTLED')
    LOOP
        EXECUTE format('DROP TABLE public.%I', exchanged);
        EXECUTE format('ALTER TABLE shadow.%I SET SCHEMA public', exchanged);
    END LOOP;
    PERFORM public.drop_shadow();
END $$;

-- For whoever works with the tables, and nobody else.
DO $$
DECLARE
    app record;
BEGIN
    REVOKE ALL ON FUNCTION begin_shadow(), drop_shadow(), analyze_shadow(), swap_shadow() FROM PUBLIC;
    FOR app IN
        SELECT DISTINCT pg_get_userbyid(grantee) AS name FROM pg_class, aclexplode(relacl)
        WHERE pg_class.oid = 'public.inbox'::regclass AND grantee NOT IN (relowner, 0)
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA shadow TO %I', app.name);
        EXECUTE format('GRANT EXECUTE ON FUNCTION begin_shadow(), drop_shadow(), analyze_shadow(), swap_shadow() TO %I',
            app.name);
    END LOOP;
END $$;
