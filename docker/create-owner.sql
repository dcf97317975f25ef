-- Runs once, as the superuser, when the database is made. The owner migrates; it may create roles, and no more.
CREATE ROLE kendo_owner LOGIN CREATEROLE NOCREATEDB NOSUPERUSER PASSWORD 'kendo';
ALTER DATABASE kendo OWNER TO kendo_owner;
