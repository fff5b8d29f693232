-- people
INSERT INTO users (email, name, updated_at) VALUES ('ada@example.com', 'Ada', 0);
INSERT INTO users (email, name) VALUES ('ada@example.com', 'Other'); --! UNIQUE constraint failed: users.email
INSERT INTO users (email, name) VALUES ('Bob@example.com', 'Bob'); --! CHECK constraint failed: users_email_lower_
INSERT INTO users (email, name) VALUES ('bob@example.com', ''); --! CHECK constraint failed: users_name_length_
INSERT INTO users (email, name, age) VALUES ('bob@example.com', 'Bob', 12); --! CHECK constraint failed: users_age_range_
INSERT INTO users (email, name, role) VALUES ('bob@example.com', 'Bob', 'admin'); --! CHECK constraint failed: users_role_enum_
INSERT INTO users (email, name, role) VALUES ('bob@example.com', 'Bob', 'author'); --! CHECK constraint failed: users_adult_author_
INSERT INTO users (email, name, role, age) VALUES ('bob@example.com', 'Bob', 'author', 18);
INSERT INTO users (email, name, home_city) VALUES ('c@example.com', 'C', 'Ulm'); --! CHECK constraint failed: users_home_presence_
INSERT INTO users (email, name, home_street, home_city, home_zip) VALUES ('c@example.com', 'C', 'Gasse', 'Ulm', '89073');
INSERT INTO users (email, name, home_street, home_city, home_zip) VALUES ('d@example.com', 'D', '', 'Ulm', '89073'); --! CHECK constraint failed: users_home_street_length_
SELECT role || ' ' || (created_at > 1700000000000000) FROM users WHERE id = 1; --= reader 1
-- posts
INSERT INTO posts (id, author_id, title, body) VALUES (x'00112233445566778899aabbccddeeff', 1, 'First', 'twelve chars');
SELECT published || ' ' || revision || ' ' || words FROM posts; --= 0 1 2
INSERT INTO posts (id, author_id, title, body) VALUES (x'00112233445566778899aabbccddee00', 1, 'First', ''); --! UNIQUE constraint failed: posts.author_id, posts.title
INSERT INTO posts (id, author_id, title, body) VALUES (x'0011', 1, 'Short', ''); --! CHECK constraint failed: posts_id_uuid_
INSERT INTO posts (id, author_id, title, body) VALUES (x'00112233445566778899aabbccddee00', 77, 'Lost', ''); --! FOREIGN KEY constraint failed
INSERT INTO posts (id, author_id, editor_id, title, body, published) VALUES (x'00112233445566778899aabbccddee00', 2, 1, 'Second', '', 2); --! CHECK constraint failed: posts_published_bool_
INSERT INTO posts (id, author_id, editor_id, title, body) VALUES (x'00112233445566778899aabbccddee00', 2, 1, 'Second', '');
INSERT INTO profiles VALUES (1, 'counts'); INSERT INTO tags VALUES ('c++'), ('größe');
INSERT INTO post_tags SELECT id, 'c++' FROM posts;
INSERT INTO post_tags SELECT id, 'c++' FROM posts; --! UNIQUE constraint failed: post_tags.post_id, post_tags.tag_name
INSERT INTO post_tags SELECT id, 'none' FROM posts; --! FOREIGN KEY constraint failed
-- a user takes posts and profile along, and leaves edited posts without an editor
DELETE FROM users WHERE id = 1;
SELECT count(*) || ' ' || count(editor_id) || ' ' || (SELECT count(*) FROM profiles) || ' ' || (SELECT count(*) FROM post_tags) FROM posts; --= 1 0 0 1
DELETE FROM tags WHERE name = 'c++';
SELECT count(*) FROM post_tags; --= 0
