-- What printing needs of a version: names of certifications, definitions, provenance, schedule of work processes.
-- Copies that were made before have none and are asked for again when somebody prints.
ALTER TABLE published_framework ADD COLUMN details jsonb;
