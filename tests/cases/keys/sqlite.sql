CREATE TABLE tenants (
  id BLOB NOT NULL PRIMARY KEY,
  CONSTRAINT tenants_id_uuid_886a3fee CHECK (length(id) = 16)
) STRICT;

CREATE TABLE accounts (
  tenant_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (tenant_id, number),
  CONSTRAINT accounts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT accounts_tenant_id_uuid_8d74ad5c CHECK (length(tenant_id) = 16),
  CONSTRAINT accounts_number_range_ad5165fc CHECK (number BETWEEN -2147483648 AND 2147483647)
) STRICT;

CREATE TABLE entries (
  account_tenant_id BLOB NOT NULL,
  account_number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  reverses_account_tenant_id BLOB,
  reverses_account_number INTEGER,
  reverses_line INTEGER,
  CONSTRAINT entries_pkey PRIMARY KEY (account_tenant_id, account_number, line),
  CONSTRAINT entries_account_tenant_id_account_number_fkey FOREIGN KEY (account_tenant_id, account_number) REFERENCES accounts (tenant_id, number) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT entries_reverses_account_tenant_id_reverses_account_nu_1c30bf3e FOREIGN KEY (reverses_account_tenant_id, reverses_account_number, reverses_line) REFERENCES entries (account_tenant_id, account_number, line) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT entries_account_tenant_id_uuid_731133a6 CHECK (length(account_tenant_id) = 16),
  CONSTRAINT entries_account_number_range_e1a5f2dd CHECK (account_number BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT entries_line_range_cf9b1359 CHECK (line BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT entries_reverses_account_tenant_id_uuid_6806d060 CHECK (length(reverses_account_tenant_id) = 16),
  CONSTRAINT entries_reverses_account_number_range_72b842cc CHECK (reverses_account_number BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT entries_reverses_line_range_25c58d69 CHECK (reverses_line BETWEEN -2147483648 AND 2147483647)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_reverses_account_tenant_id_reverses_account_nu_c64e1030 ON entries (reverses_account_tenant_id, reverses_account_number, reverses_line);

CREATE TABLE details (
  entry_account_tenant_id BLOB NOT NULL,
  entry_account_number INTEGER NOT NULL,
  entry_line INTEGER NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT details_pkey PRIMARY KEY (entry_account_tenant_id, entry_account_number, entry_line),
  CONSTRAINT details_entry_account_tenant_id_entry_account_number_e_cc31cac0 FOREIGN KEY (entry_account_tenant_id, entry_account_number, entry_line) REFERENCES entries (account_tenant_id, account_number, line) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT details_entry_account_tenant_id_uuid_62c24616 CHECK (length(entry_account_tenant_id) = 16),
  CONSTRAINT details_entry_account_number_range_6110df62 CHECK (entry_account_number BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT details_entry_line_range_ebe98fd9 CHECK (entry_line BETWEEN -2147483648 AND 2147483647)
) STRICT;

CREATE TABLE readings (
  at INT NOT NULL PRIMARY KEY DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  value REAL NOT NULL
) STRICT;

CREATE TABLE countries (
  code TEXT NOT NULL PRIMARY KEY,
  CONSTRAINT countries_code_length_d3835376 CHECK (length(code) <= 2),
  CONSTRAINT countries_code_upper_e3c920ed CHECK (code = upper(code))
) STRICT;

CREATE TABLE serials (
  id INTEGER PRIMARY KEY,
  country_code TEXT,
  CONSTRAINT serials_country_code_fkey FOREIGN KEY (country_code) REFERENCES countries (code) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT serials_id_range_2154ad00 CHECK (id BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT serials_country_code_length_aed69d5a CHECK (length(country_code) <= 2)
) STRICT;
CREATE INDEX serials_country_code_idx ON serials (country_code);

CREATE TABLE slots (
  number INTEGER NOT NULL PRIMARY KEY
) STRICT;
