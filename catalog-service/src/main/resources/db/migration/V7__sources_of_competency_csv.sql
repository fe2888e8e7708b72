-- The files themselves: they have scales, rules and references, which the catalog has no other place for. A version finds
-- its own by the checksum in its provenance.
CREATE TABLE competency_csv (
  sha256 text  PRIMARY KEY,
  file   bytea NOT NULL
);
