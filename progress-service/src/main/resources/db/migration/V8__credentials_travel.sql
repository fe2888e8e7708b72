-- What left the house is remembered: this table is derived from nothing, and a rebuild leaves it as it is. Whether a
-- credential still holds is decided from the state tables and kept, because a revocation is for ever.
-- The wide document goes out of line, so that a status list is read from few pages.
CREATE TABLE issued_credential (
    credential_id    uuid        PRIMARY KEY,
    plan_id          uuid        NOT NULL,
    certification_id uuid        NOT NULL,
    since            date,
    expires_on       date,
    rule_version     integer     NOT NULL,
    plan_epoch       integer     NOT NULL,
    status_list      integer     NOT NULL,
    status_index     integer     NOT NULL,
    issued_at        timestamptz NOT NULL,
    revoked_at       timestamptz,
    document         text        NOT NULL,
    UNIQUE (status_list, status_index)
) WITH (toast_tuple_target = 128);
CREATE UNIQUE INDEX issued_credential_holding ON issued_credential (plan_id, certification_id) WHERE revoked_at IS NULL;
CREATE INDEX issued_credential_by_plan ON issued_credential (plan_id, credential_id);

-- Numbers of credentials: every 65,536 begin a new status list.
CREATE SEQUENCE credential_number MINVALUE 0 START 0;
