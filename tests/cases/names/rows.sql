INSERT INTO tables VALUES (7, 1);
INSERT INTO "order" VALUES (1, 1, 'f', NULL, 0, 'k', 'v', 1, 7);
INSERT INTO "order" VALUES (2, 11, 'g', NULL, 0, 'k', 'v', 1, 7); --! CHECK constraint failed: order_select_range_
INSERT INTO "order" VALUES (2, 5, 'g', NULL, 0, 'k', 'v', 1, 7); --! CHECK constraint failed: order_where_
INSERT INTO "order" VALUES (2, 1, 'g', NULL, 0, 'k', 'v', 10, 7); --! CHECK constraint failed: order_a_field_whose_name_is_so_long_that_no_i_
INSERT INTO "order" VALUES (2, 1, 'f', NULL, 0, 'k', 'v', 1, 7); --! UNIQUE constraint failed: order.from
SELECT "Key With ""Quotes"" and ünïcode" FROM "order"; --= k
DELETE FROM tables;
SELECT count(*) FROM "order"; --= 0
SELECT count(*) FROM sqlite_schema WHERE length(CAST(name AS BLOB)) > 63; --= 0
