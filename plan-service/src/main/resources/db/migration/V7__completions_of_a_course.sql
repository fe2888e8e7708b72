-- Lists of a course's completions go on from an id, provider by provider.
CREATE INDEX course_completion_of_course ON course_completion (provider_id, course_code, id);
