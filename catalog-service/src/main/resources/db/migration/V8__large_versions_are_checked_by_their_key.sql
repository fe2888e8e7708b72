-- The check that a parent is of the same version runs for each row before anything is known of a new version's size.
-- Two more indexes that begin with the version looked as good to it as the key, and were read whole for each row.
ALTER TABLE version_competency
  DROP CONSTRAINT version_competency_framework_id_number_list_position_key,
  DROP CONSTRAINT version_competency_framework_id_number_form_position_key,
  ADD UNIQUE (list_position, framework_id, number),
  ADD UNIQUE (form_position, framework_id, number);
