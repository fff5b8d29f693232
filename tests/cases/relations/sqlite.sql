CREATE TABLE towns (
  id INTEGER PRIMARY KEY,
  mayor_id INTEGER,
  CONSTRAINT towns_mayor_id_fkey FOREIGN KEY (mayor_id) REFERENCES persons (id) ON DELETE SET NULL ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX towns_mayor_id_idx ON towns (mayor_id);

CREATE TABLE persons (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  mentor_id INTEGER,
  home_id INTEGER,
  CONSTRAINT persons_mentor_id_fkey FOREIGN KEY (mentor_id) REFERENCES persons (id) ON DELETE SET NULL ON UPDATE RESTRICT,
  CONSTRAINT persons_home_id_fkey FOREIGN KEY (home_id) REFERENCES towns (id) ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX persons_mentor_id_idx ON persons (mentor_id);
CREATE INDEX persons_home_id_idx ON persons (home_id);

CREATE TABLE follows (
  follower_id INTEGER NOT NULL,
  followed_id INTEGER NOT NULL,
  since INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  CONSTRAINT follows_pkey PRIMARY KEY (follower_id, followed_id),
  CONSTRAINT follows_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES persons (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT follows_followed_id_fkey FOREIGN KEY (followed_id) REFERENCES persons (id) ON DELETE CASCADE ON UPDATE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX follows_followed_id_idx ON follows (followed_id);

CREATE TABLE clubs (
  title TEXT NOT NULL PRIMARY KEY,
  CONSTRAINT clubs_title_length_a0d22ab7 CHECK (length(title) <= 80)
) STRICT;

CREATE TABLE passports (
  number TEXT NOT NULL PRIMARY KEY,
  holder_id INTEGER NOT NULL,
  issuer_id INTEGER NOT NULL,
  CONSTRAINT passports_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES persons (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT passports_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES towns (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT passports_number_length_97ca6157 CHECK (length(number) <= 20)
) STRICT;
CREATE UNIQUE INDEX passports_holder_id_key ON passports (holder_id);
CREATE INDEX passports_issuer_id_idx ON passports (issuer_id);

-- Connects Club and Person.
CREATE TABLE club_persons (
  club_title TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  CONSTRAINT club_persons_pkey PRIMARY KEY (club_title, person_id),
  CONSTRAINT club_persons_club_title_fkey FOREIGN KEY (club_title) REFERENCES clubs (title) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT club_persons_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT club_persons_club_title_length_25aa1652 CHECK (length(club_title) <= 80)
) STRICT, WITHOUT ROWID;
CREATE INDEX club_persons_person_id_idx ON club_persons (person_id);
