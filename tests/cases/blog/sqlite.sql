-- A person who can sign in and write posts.
-- email: Where to write to.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  age INTEGER,
  role TEXT NOT NULL DEFAULT 'reader',
  home_street TEXT,
  home_city TEXT,
  home_zip TEXT,
  created_at INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  updated_at INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  CONSTRAINT users_home_presence_d6634a9e CHECK ((home_city IS NULL) = (home_street IS NULL) AND (home_zip IS NULL) = (home_street IS NULL)),
  CONSTRAINT users_email_length_85d83e49 CHECK (length(email) <= 120),
  CONSTRAINT users_email_lower_1d1635d8 CHECK (email = lower(email)),
  CONSTRAINT users_name_length_0c1a85c6 CHECK (length(name) BETWEEN 1 AND 80),
  CONSTRAINT users_age_range_ce5aff1b CHECK (age BETWEEN 13 AND 130),
  CONSTRAINT users_role_enum_713b4899 CHECK (role IN ('reader', 'author', 'administrator')),
  CONSTRAINT users_home_street_length_8397cc13 CHECK (length(home_street) BETWEEN 1 AND 200),
  CONSTRAINT users_home_zip_length_95228671 CHECK (length(home_zip) <= 12),
  CONSTRAINT users_adult_author_084a81a4 CHECK (role <> 'author' OR age IS NOT NULL AND age >= 18)
) STRICT;
CREATE UNIQUE INDEX users_email_key ON users (email);
CREATE INDEX users_created_at_idx ON users (created_at DESC);

CREATE TABLE profiles (
  user_id INTEGER NOT NULL PRIMARY KEY,
  bio TEXT NOT NULL,
  CONSTRAINT profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE RESTRICT
) STRICT;

CREATE TABLE posts (
  id BLOB NOT NULL PRIMARY KEY,
  author_id INTEGER NOT NULL,
  editor_id INTEGER,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  published INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  words INTEGER NOT NULL GENERATED ALWAYS AS (length(body) / 5) STORED,
  created_at INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  updated_at INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  CONSTRAINT posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT posts_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE RESTRICT,
  CONSTRAINT posts_id_uuid_886a3fee CHECK (length(id) = 16),
  CONSTRAINT posts_title_length_6fa1c028 CHECK (length(title) BETWEEN 1 AND 200),
  CONSTRAINT posts_published_bool_eaf5c9a8 CHECK (published IN (0, 1)),
  CONSTRAINT posts_revision_range_58006840 CHECK (revision BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT posts_words_range_f357cfe4 CHECK (words BETWEEN -2147483648 AND 2147483647)
) STRICT;
CREATE UNIQUE INDEX posts_author_id_title_key ON posts (author_id, title);
CREATE INDEX posts_newest_62bb119f ON posts (author_id, created_at DESC) WHERE published;
CREATE INDEX posts_editor_id_idx ON posts (editor_id);

CREATE TABLE tags (
  name TEXT NOT NULL PRIMARY KEY,
  CONSTRAINT tags_name_length_2f1d9500 CHECK (length(name) <= 40)
) STRICT;

-- Connects Post and Tag.
CREATE TABLE post_tags (
  post_id BLOB NOT NULL,
  tag_name TEXT NOT NULL,
  CONSTRAINT post_tags_pkey PRIMARY KEY (post_id, tag_name),
  CONSTRAINT post_tags_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT post_tags_tag_name_fkey FOREIGN KEY (tag_name) REFERENCES tags (name) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT post_tags_post_id_uuid_1ed2f2ba CHECK (length(post_id) = 16),
  CONSTRAINT post_tags_tag_name_length_dd81f8b2 CHECK (length(tag_name) <= 40)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_tags_tag_name_idx ON post_tags (tag_name);
