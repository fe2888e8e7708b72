-- The Idempotency-Key under which it was sent, hashed with the line and whose key it is; null where none was sent.
ALTER TABLE sign_off ADD COLUMN request_id uuid UNIQUE;
ALTER TABLE prior_learning ADD COLUMN request_id uuid UNIQUE;
