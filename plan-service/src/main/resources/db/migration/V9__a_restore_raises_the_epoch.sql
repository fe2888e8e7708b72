-- Which life of this service's history it is, and in which database. restated_through: plans up to this id were said anew
-- in this epoch; null when all were.
CREATE TABLE service_epoch (
  only_row          boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch             int     NOT NULL,
  database_identity text,
  restated_through  uuid
);
INSERT INTO service_epoch (epoch) VALUES (1);
