-- Differences of published framework versions never change, so one copy each is kept for good.
CREATE TABLE version_diff (
  framework_id uuid  NOT NULL,
  from_number  int   NOT NULL,
  to_number    int   NOT NULL,
  body         jsonb NOT NULL,
  PRIMARY KEY (framework_id, from_number, to_number)
);
