-- Runs once, as the superuser, when the database is made. The owner migrates; it may create roles, and no more.
\getenv password OWNER_PASSWORD
CREATE ROLE kendo_owner LOGIN CREATEROLE NOCREATEDB NOSUPERUSER PASSWORD :'password';
ALTER DATABASE kendo OWNER TO kendo_owner;
