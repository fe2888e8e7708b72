INSERT INTO occupation_code (occupation_key, system, code, source) VALUES
  ('electronic-health-records-specialist', 'ONET_SOC_2010', '29-2071.00',
   'O*NET-SOC 2010: Medical Records and Health Information Technicians'),
  ('electronic-health-records-specialist', 'ONET_SOC_2019', '29-2072.00',
   'O*NET-SOC 2010 to 2019 crosswalk, CC BY 4.0: Medical Records Specialists'),
  ('electronic-health-records-specialist', 'ONET_SOC_2019', '29-9021.00',
   'O*NET-SOC 2010 to 2019 crosswalk, CC BY 4.0: Health Information Technologists and Medical Registrars');

INSERT INTO recorded_alias (alias, name, source) VALUES
  ('Healthcare Delivery', 'Healthcare Delivery Services',
   'training-plan form of the state''s Electronic Health Records Specialist model'),
  ('Health Informatics Skills using the Electronic Health Records', 'Health Informatics Skills Using the EHR',
   'training-plan form of the state''s Electronic Health Records Specialist model');
