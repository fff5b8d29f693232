CREATE TABLE tables (
  rowid INTEGER NOT NULL PRIMARY KEY,
  true_value INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT tables_true_value_bool_2e45bb8e CHECK (true_value IN (0, 1))
) STRICT;

CREATE TABLE "order" (
  id INTEGER PRIMARY KEY,
  "select" INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "group" TEXT,
  class INTEGER NOT NULL DEFAULT 0,
  "Key With ""Quotes"" and ünïcode" TEXT NOT NULL,
  value TEXT NOT NULL,
  a_field_whose_name_is_so_long_that_no_index_over_it_can_keep_it INTEGER NOT NULL,
  table_rowid INTEGER NOT NULL,
  CONSTRAINT order_table_rowid_fkey FOREIGN KEY (table_rowid) REFERENCES tables (rowid) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT order_select_range_72adf79e CHECK ("select" BETWEEN 1 AND 10),
  CONSTRAINT order_class_bool_9f40fc2f CHECK (class IN (0, 1)),
  CONSTRAINT order_value_length_6a18f157 CHECK (length(value) <= 10),
  CONSTRAINT order_a_field_whose_name_is_so_long_that_no_i_93d356fa_a0a88a93 CHECK (a_field_whose_name_is_so_long_that_no_index_over_it_can_keep_it BETWEEN 0 AND 9),
  CONSTRAINT order_where_63a61a0a CHECK ("select" <> 5)
) STRICT;
CREATE UNIQUE INDEX order_from_key ON "order" ("from");
CREATE INDEX order_group_idx ON "order" ("group");
CREATE INDEX order_a_field_whose_name_is_so_long_that_no_index_over_09b85805 ON "order" (a_field_whose_name_is_so_long_that_no_index_over_it_can_keep_it);
CREATE INDEX order_select_group_idx ON "order" ("select", "group" DESC);
CREATE INDEX order_table_rowid_idx ON "order" (table_rowid);
