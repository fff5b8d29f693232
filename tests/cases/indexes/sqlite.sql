CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  handle TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  created INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  CONSTRAINT accounts_active_bool_62eba0fa CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX accounts_email_key ON accounts (email);
CREATE UNIQUE INDEX accounts_spot ON accounts (email, handle);
CREATE UNIQUE INDEX accounts_handle_key_c7277f66 ON accounts (handle) WHERE active;
CREATE INDEX accounts_created_idx ON accounts (created DESC);
CREATE INDEX accounts_recent_7ec3be74 ON accounts (active, created DESC) WHERE active AND created > 1577836800000000;
CREATE INDEX accounts_handle_idx_4e202b1a ON accounts ((lower(handle)));
CREATE INDEX accounts_handle_created_idx ON accounts (handle, created);

-- deleted_at: When the row was deleted; empty while it is there.
CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT pages_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES accounts (id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT;
CREATE UNIQUE INDEX pages_slug_key_77f296a7 ON pages (slug) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX pages_owner_id_slug_key_30436b32 ON pages (owner_id, slug) WHERE deleted_at IS NULL;
CREATE INDEX pages_owner_id_idx ON pages (owner_id);

CREATE TABLE profiles (
  page_id INTEGER NOT NULL PRIMARY KEY,
  CONSTRAINT profiles_page_id_fkey FOREIGN KEY (page_id) REFERENCES pages (id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT;
