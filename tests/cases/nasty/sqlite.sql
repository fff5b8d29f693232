CREATE TABLE tables (
  class_id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  CONSTRAINT tables_class_id_fkey FOREIGN KEY (class_id) REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT;

-- Model of a keyword.
CREATE TABLE classes (
  id INTEGER PRIMARY KEY,
  int INTEGER NOT NULL DEFAULT 1,
  errno TEXT NOT NULL DEFAULT '"\??/
',
  linux INTEGER NOT NULL,
  new TEXT NOT NULL,
  operator INTEGER,
  Role TEXT NOT NULL DEFAULT 'author',
  string TEXT NOT NULL,
  value TEXT NOT NULL DEFAULT 'text',
  std_value TEXT,
  std_out TEXT,
  std_size INTEGER,
  ochre BLOB NOT NULL,
  "Rows" INTEGER,
  path TEXT,
  "row" TEXT,
  fields TEXT,
  out TEXT,
  moment INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  columns TEXT,
  "key" INTEGER NOT NULL DEFAULT 2,
  rules INTEGER NOT NULL DEFAULT 3,
  logic INTEGER NOT NULL DEFAULT 4,
  table_class_id INTEGER,
  "index" INTEGER NOT NULL DEFAULT 1,
  "check" INTEGER NOT NULL DEFAULT (unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000),
  CONSTRAINT classes_table_class_id_fkey FOREIGN KEY (table_class_id) REFERENCES tables (class_id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT classes_std_presence_d28ebf66 CHECK ((std_size IS NULL) = (std_value IS NULL) AND (std_value IS NOT NULL OR std_out IS NULL)),
  CONSTRAINT classes_int_range_c8e0b1aa CHECK (int BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT classes_linux_bool_a9e3616e CHECK (linux IN (0, 1)),
  CONSTRAINT classes_new_length_737f2ee6 CHECK (length(new) BETWEEN 1 AND 9),
  CONSTRAINT classes_operator_range_b6a99ad7 CHECK (operator BETWEEN -32768 AND 32767),
  CONSTRAINT classes_Role_enum_df0623bd CHECK (Role IN ('reader', 'author')),
  CONSTRAINT classes_value_enum_f259e022 CHECK (value IN ('text', 'value')),
  CONSTRAINT classes_std_out_enum_4ac54a4f CHECK (std_out IN ('text', 'value')),
  CONSTRAINT classes_std_size_range_eec2f634 CHECK (std_size BETWEEN 1 AND 2147483647),
  CONSTRAINT classes_ochre_uuid_1bd3aa67 CHECK (length(ochre) = 16),
  CONSTRAINT classes_key_range_6c0b18e7 CHECK ("key" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT classes_rules_range_176fc680 CHECK (rules BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT classes_logic_range_9d483293 CHECK (logic BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT classes_check_7d77bd26 CHECK ("key" < 5 AND rules > 0 AND columns IS NULL),
  CONSTRAINT classes_rules_7bb9e6a0 CHECK ((logic + "key") * 2 < 100 OR "row" IS NOT NULL OR out = 'x')
) STRICT;
CREATE UNIQUE INDEX classes_index_key_key ON classes ("index", "key");
CREATE INDEX classes_table_class_id_idx ON classes (table_class_id);

CREATE TABLE opens (
  name TEXT NOT NULL PRIMARY KEY,
  validate TEXT
) STRICT;

CREATE TABLE times (
  name TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE fields (
  name TEXT NOT NULL PRIMARY KEY,
  out_name TEXT,
  CONSTRAINT fields_out_name_fkey FOREIGN KEY (out_name) REFERENCES opens (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT fields_name_length_03738642 CHECK (length(name) <= 4)
) STRICT;
CREATE INDEX fields_out_name_idx ON fields (out_name);

CREATE TABLE options (
  name TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE to_strings (
  id INTEGER NOT NULL PRIMARY KEY,
  schema INTEGER NOT NULL,
  CONSTRAINT to_strings_schema_range_70a5910f CHECK (schema BETWEEN -2147483648 AND 2147483647)
) STRICT;
