INSERT INTO accounts (id, email, handle, active) VALUES (1, 'a', 'h', 1), (2, 'b', 'h', 0), (3, 'c', 'h', 0);
INSERT INTO accounts (email, handle) VALUES ('d', 'h'); --! UNIQUE constraint failed: accounts.handle
UPDATE accounts SET active = 1 WHERE id = 2; --! UNIQUE constraint failed: accounts.handle
INSERT INTO accounts (email, handle) VALUES ('a', 'other'); --! UNIQUE constraint failed: accounts.email
-- a deleted page leaves its name to another
INSERT INTO pages (id, slug, owner_id) VALUES (1, 's', 1);
INSERT INTO pages (id, slug, owner_id) VALUES (2, 's', 2); --! UNIQUE constraint failed: pages.slug
UPDATE pages SET deleted_at = 1;
INSERT INTO pages (id, slug, owner_id) VALUES (2, 's', 2);
UPDATE pages SET deleted_at = NULL; --! UNIQUE constraint failed: pages.slug
UPDATE pages SET slug = 't', deleted_at = NULL WHERE id = 1;
INSERT INTO profiles VALUES (1), (2);
SELECT group_concat(name) FROM (SELECT name FROM pragma_index_list('accounts') WHERE partial ORDER BY name); --= accounts_handle_key_c7277f66,accounts_recent_7ec3be74
