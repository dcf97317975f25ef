-- Two people of acme and their invoices, by the login of the server and under row-level security as its work is.
SET ROLE kendo_tenant;
SET app.tenant_id = '1';

INSERT INTO people (tenant_id, id, first_name, last_name, email, locale) VALUES
  (1, 1, 'Alice', 'Johnson', 'alice@acme.example', 'en'),
  (1, 2, 'Bob', 'Smit', 'bob@acme.example', 'nl');

INSERT INTO invoices (tenant_id, id, number, amount, customer_id) VALUES
  (1, 1, '2026-001', '€ 120', 1),
  (1, 2, '2026-002', '€ 80', 2);
