CREATE TABLE persons (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  born TEXT,
  CONSTRAINT persons_id_text_f3796f86 CHECK (length(id) = 36 AND substr(id, 9, 1) || substr(id, 14, 1) || substr(id, 19, 1) || substr(id, 24, 1) = '----' AND length(replace(id, '-', '')) = 32 AND replace(id, '-', '') NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT persons_born_text_b1d5c569 CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(born, '+0 days') IS born)
) STRICT;

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  owner_id TEXT NOT NULL,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f') || '000'),
  local TEXT,
  day TEXT NOT NULL DEFAULT '2024-02-29',
  clock TEXT NOT NULL DEFAULT '08:30:00.000000',
  price TEXT NOT NULL DEFAULT '12.50',
  token TEXT,
  fixed TEXT NOT NULL DEFAULT '00112233-4455-6677-8899-aabbccddeeff',
  plain BLOB,
  changed TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f') || '000'),
  taken INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y', ((unixepoch(substr(at, 1, 19)) * 1000000 + substr(at, 21)) + 210866760000000000) / 1000000 - 210866760000, 'unixepoch') AS INTEGER)) STORED,
  cents INTEGER NOT NULL GENERATED ALWAYS AS (CAST(replace(price, '.', '') AS INTEGER)) STORED,
  CONSTRAINT events_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES persons (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT events_owner_id_text_e949d250 CHECK (length(owner_id) = 36 AND substr(owner_id, 9, 1) || substr(owner_id, 14, 1) || substr(owner_id, 19, 1) || substr(owner_id, 24, 1) = '----' AND length(replace(owner_id, '-', '')) = 32 AND replace(owner_id, '-', '') NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT events_at_text_47e0d0aa CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND datetime(substr(at, 1, 19), '+0 days') IS substr(at, 1, 19)),
  CONSTRAINT events_local_text_1976ea77 CHECK (local GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND datetime(substr(local, 1, 19), '+0 days') IS substr(local, 1, 19)),
  CONSTRAINT events_day_text_fea4303c CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day, '+0 days') IS day),
  CONSTRAINT events_clock_text_2116cb3b CHECK (clock GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND time(substr(clock, 1, 8), '+0 days') IS substr(clock, 1, 8)),
  CONSTRAINT events_price_decimal_82fc5eda CHECK (length(ltrim(price, '-')) <= 11 AND length(ltrim(price, '-')) >= length(price) - 1 AND ltrim(price, '-') GLOB '*[0-9].[0-9][0-9]' AND ltrim(price, '-') NOT GLOB '*[^0-9.]*' AND ltrim(price, '-') NOT GLOB '*.*.*' AND ltrim(price, '-') NOT GLOB '0[0-9]*' AND price <> '-0.00'),
  CONSTRAINT events_price_range_c9251b72 CHECK (CAST(replace(price, '.', '') AS INTEGER) BETWEEN 0 AND 9999999999),
  CONSTRAINT events_price_multiple_of_2857bade CHECK (CAST(replace(price, '.', '') AS INTEGER) % 25 = 0),
  CONSTRAINT events_token_text_0ccdceea CHECK (length(token) = 36 AND substr(token, 9, 1) || substr(token, 14, 1) || substr(token, 19, 1) || substr(token, 24, 1) = '----' AND length(replace(token, '-', '')) = 32 AND replace(token, '-', '') NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT events_fixed_text_9d6183de CHECK (length(fixed) = 36 AND substr(fixed, 9, 1) || substr(fixed, 14, 1) || substr(fixed, 19, 1) || substr(fixed, 24, 1) = '----' AND length(replace(fixed, '-', '')) = 32 AND replace(fixed, '-', '') NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT events_plain_uuid_debcd087 CHECK (length(plain) = 16),
  CONSTRAINT events_changed_text_d6fb9fdc CHECK (changed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND datetime(substr(changed, 1, 19), '+0 days') IS substr(changed, 1, 19)),
  CONSTRAINT events_taken_range_e4f3b489 CHECK (taken BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT events_cents_range_97f6c1d2 CHECK (cents BETWEEN -9999999999 AND 9999999999),
  CONSTRAINT events_after_noon_d806451d CHECK ((substr(clock, 1, 2) * 3600 + substr(clock, 4, 2) * 60 + substr(clock, 7, 2)) * 1000000 + substr(clock, 10) > 43200000000 OR (substr(clock, 1, 2) * 3600 + substr(clock, 4, 2) * 60 + substr(clock, 7, 2)) * 1000000 + substr(clock, 10) IN (30600000000, 32400000000)),
  CONSTRAINT events_marked_fa1b3cfe CHECK (token IS NULL OR plain IS NULL OR token <> nullif(lower(substr(hex(plain), 1, 8) || '-' || substr(hex(plain), 9, 4) || '-' || substr(hex(plain), 13, 4) || '-' || substr(hex(plain), 17, 4) || '-' || substr(hex(plain), 21)), '----')),
  CONSTRAINT events_young_a5c95cdc CHECK (CAST(strftime('%Y', ((unixepoch(substr(at, 1, 19)) * 1000000 + substr(at, 21)) + 210866760000000000) / 1000000 - 210866760000, 'unixepoch') AS INTEGER) < 9000 AND unixepoch(substr(at, 1, 19)) * 1000000 + substr(at, 21) > -1 OR unixepoch(day) / 86400 < -7305)
) STRICT;
CREATE UNIQUE INDEX events_token_key ON events (token);
CREATE UNIQUE INDEX events_seldom_3b07d8ba ON events (price) WHERE token = '00112233-4455-6677-8899-aabbccddeeff';
CREATE INDEX events_newest ON events (owner_id, at DESC);
CREATE INDEX events_late_7cbac63d ON events (day) WHERE unixepoch(substr(at, 1, 19)) * 1000000 + substr(at, 21) >= 1704067200000000 AND local IS NOT NULL;

CREATE TABLE tags (
  at TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL,
  CONSTRAINT tags_at_text_47e0d0aa CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND datetime(substr(at, 1, 19), '+0 days') IS substr(at, 1, 19))
) STRICT;

CREATE TABLE prices (
  amount TEXT NOT NULL PRIMARY KEY,
  CONSTRAINT prices_amount_decimal_7af3e755 CHECK (length(ltrim(amount, '-')) <= 13 AND length(ltrim(amount, '-')) >= length(amount) - 1 AND ltrim(amount, '-') GLOB '*[0-9].[0-9][0-9][0-9]' AND ltrim(amount, '-') NOT GLOB '*[^0-9.]*' AND ltrim(amount, '-') NOT GLOB '*.*.*' AND ltrim(amount, '-') NOT GLOB '0[0-9]*' AND amount <> '-0.000')
) STRICT;

CREATE TABLE parts (
  id INTEGER PRIMARY KEY,
  price_amount TEXT NOT NULL,
  CONSTRAINT parts_price_amount_fkey FOREIGN KEY (price_amount) REFERENCES prices (amount) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT parts_price_amount_decimal_f3657a36 CHECK (length(ltrim(price_amount, '-')) <= 13 AND length(ltrim(price_amount, '-')) >= length(price_amount) - 1 AND ltrim(price_amount, '-') GLOB '*[0-9].[0-9][0-9][0-9]' AND ltrim(price_amount, '-') NOT GLOB '*[^0-9.]*' AND ltrim(price_amount, '-') NOT GLOB '*.*.*' AND ltrim(price_amount, '-') NOT GLOB '0[0-9]*' AND price_amount <> '-0.000')
) STRICT;
CREATE INDEX parts_price_amount_idx ON parts (price_amount);

CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  token BLOB NOT NULL,
  price INTEGER NOT NULL,
  CONSTRAINT readings_token_uuid_dcab697f CHECK (length(token) = 16),
  CONSTRAINT readings_price_range_5769e01c CHECK (price BETWEEN -9999999999 AND 9999999999)
) STRICT;

-- Connects Person and Tag.
CREATE TABLE person_tags (
  person_id TEXT NOT NULL,
  tag_at TEXT NOT NULL,
  CONSTRAINT person_tags_pkey PRIMARY KEY (person_id, tag_at),
  CONSTRAINT person_tags_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT person_tags_tag_at_fkey FOREIGN KEY (tag_at) REFERENCES tags (at) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT person_tags_person_id_text_35f73cd5 CHECK (length(person_id) = 36 AND substr(person_id, 9, 1) || substr(person_id, 14, 1) || substr(person_id, 19, 1) || substr(person_id, 24, 1) = '----' AND length(replace(person_id, '-', '')) = 32 AND replace(person_id, '-', '') NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT person_tags_tag_at_text_dff6546e CHECK (tag_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND datetime(substr(tag_at, 1, 19), '+0 days') IS substr(tag_at, 1, 19))
) STRICT, WITHOUT ROWID;
CREATE INDEX person_tags_tag_at_idx ON person_tags (tag_at);
