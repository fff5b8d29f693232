INSERT INTO tenants VALUES (x'00112233445566778899aabbccddeeff');
INSERT INTO accounts SELECT id, 1, 'first' FROM tenants;
INSERT INTO accounts SELECT id, 1, 'again' FROM tenants; --! UNIQUE constraint failed: accounts.tenant_id, accounts.number
INSERT INTO accounts SELECT id, NULL, 'none' FROM tenants; --! NOT NULL constraint failed: accounts.number
INSERT INTO entries SELECT id, 1, 1, NULL, NULL, NULL FROM tenants;
INSERT INTO entries SELECT id, 1, 2, id, 1, 1 FROM tenants;
INSERT INTO entries SELECT id, 1, 3, id, 1, 9 FROM tenants; --! FOREIGN KEY constraint failed
INSERT INTO entries SELECT id, 2, 1, NULL, NULL, NULL FROM tenants; --! FOREIGN KEY constraint failed
DELETE FROM entries WHERE line = 1; --! FOREIGN KEY constraint failed
UPDATE accounts SET number = 5; --! FOREIGN KEY constraint failed
UPDATE entries SET reverses_account_tenant_id = NULL, reverses_account_number = NULL, reverses_line = NULL;
UPDATE accounts SET number = 5;
SELECT group_concat(account_number || '.' || line) FROM entries; --= 5.1,5.2
INSERT INTO details SELECT id, 5, 1, 'note' FROM tenants;
DELETE FROM entries WHERE line = 1; --! FOREIGN KEY constraint failed
INSERT INTO readings (value) VALUES (1.5);
SELECT at > 1700000000000000 FROM readings; --= 1
INSERT INTO countries VALUES ('DE');
INSERT INTO countries VALUES ('fr'); --! CHECK constraint failed: countries_code_upper_
INSERT INTO serials (country_code) VALUES ('DE'), (NULL);
INSERT INTO serials (id) VALUES (2147483647);
INSERT INTO serials (country_code) VALUES ('DE'); --! CHECK constraint failed: serials_id_range_
INSERT INTO slots VALUES (-1);
