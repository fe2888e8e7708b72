-- A post touches a few competencies of each apprentice: only their evidence is read to decide their credits.
CREATE INDEX evidence_in_force_of_competency ON evidence (apprentice_id, competency_id) WHERE withdrawn_at IS NULL;
