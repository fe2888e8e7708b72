-- A rule holds from its day on, until another one does: of those whose day has come the one with the latest day holds, and
-- of several with the same day the one that was recorded last.
ALTER TABLE certification_rule ADD COLUMN effective_from date;
UPDATE certification_rule SET effective_from = CAST(recorded_at AT TIME ZONE 'UTC' AS date);
ALTER TABLE certification_rule ALTER COLUMN effective_from SET NOT NULL;

-- What the other services were told last: the version of the rule, none before there is one.
ALTER TABLE certification ADD COLUMN announced_version int;
UPDATE certification SET announced_version = nullif(rule_version, 0);

-- Every rule that holds or is still to come, for a day: a rule may need another certification through these only.
CREATE FUNCTION rules_from(today date) RETURNS TABLE (certification_id uuid, version int, effective_from date, rule jsonb)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT DISTINCT ON (r.certification_id, r.effective_from) r.certification_id, r.version, r.effective_from, r.rule
    FROM certification_rule r
    WHERE r.effective_from >= coalesce(
      (SELECT max(i.effective_from) FROM certification_rule i
       WHERE i.certification_id = r.certification_id AND i.effective_from <= today), r.effective_from)
    ORDER BY r.certification_id, r.effective_from, r.version DESC;
  END;
