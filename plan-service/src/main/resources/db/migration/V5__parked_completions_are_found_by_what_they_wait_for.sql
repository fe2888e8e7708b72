-- What a learner id or a mapping releases is found without looking at what still waits, however much that is.
CREATE INDEX course_completion_unknown_learner ON course_completion (provider_id, learner_id) INCLUDE (received_at)
  WHERE state = 'PARKED' AND parked_reason = 'UNKNOWN_LEARNER';
CREATE INDEX course_completion_unmapped_course ON course_completion (provider_id, course_code, completed_on)
  INCLUDE (received_at)
  WHERE state = 'PARKED' AND parked_reason = 'UNMAPPED_COURSE';
