-- What is attested of a plan beside competencies, as its latest snapshot says it, with that event's id: {eventId, hours,
-- priorCredentials}. Null for the many of whom nothing is.
ALTER TABLE plan ADD COLUMN attested jsonb;

-- The first day on which it is decided otherwise although no event comes: it expires, or what is recorded begins to count.
ALTER TABLE eligibility ADD COLUMN changes_on date;
UPDATE eligibility SET changes_on = expires_on WHERE eligible;
CREATE INDEX eligibility_due ON eligibility (changes_on, plan_id) WHERE changes_on IS NOT NULL;

-- A cache is per session: another one's numbers may be lower although they are drawn later, and revisions have to go up.
ALTER SEQUENCE progress_revision CACHE 1;
