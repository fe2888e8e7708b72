-- A rule version that was entered earlier may come to hold later, and a certification may be named otherwise under the same
-- rule: the order is that of the announcements. Events from before they had a revision were in the order of versions.
ALTER TABLE certification_rule_fact ADD COLUMN revision bigint;
UPDATE certification_rule_fact SET revision = rule_version;
ALTER TABLE certification_rule_fact
    ALTER COLUMN revision SET NOT NULL,
    DROP CONSTRAINT certification_rule_fact_pkey,
    ADD PRIMARY KEY (certification_id, revision);

ALTER TABLE certification ADD COLUMN revision bigint;
UPDATE certification SET revision = rule_version;
ALTER TABLE certification ALTER COLUMN revision SET NOT NULL;
