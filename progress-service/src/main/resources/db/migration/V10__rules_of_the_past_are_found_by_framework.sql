-- Asked as it was known at a time: a certification may have left the framework since.
CREATE INDEX certification_rule_fact_by_framework ON certification_rule_fact ((content ->> 'frameworkId'));
