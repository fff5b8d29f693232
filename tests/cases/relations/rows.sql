INSERT INTO persons (id, name) VALUES (1, 'Ada'), (2, 'Bob'), (3, 'Cy');
UPDATE persons SET mentor_id = 1 WHERE id > 1;
INSERT INTO follows (follower_id, followed_id) VALUES (1, 2), (2, 1), (3, 1);
INSERT INTO follows (follower_id, followed_id) VALUES (1, 2); --! UNIQUE constraint failed: follows.follower_id, follows.followed_id
INSERT INTO clubs VALUES ('chess'), ('go');
INSERT INTO club_persons VALUES ('chess', 1), ('go', 1), ('go', 2);
UPDATE clubs SET title = 'draughts' WHERE title = 'go';
SELECT group_concat(club_title) FROM club_persons WHERE person_id = 2; --= draughts
-- keys that point at each other are checked at the commit
BEGIN; INSERT INTO towns (id, mayor_id) VALUES (1, 9); INSERT INTO persons (id, name, home_id) VALUES (9, 'Zoe', 1); COMMIT;
INSERT INTO towns (id, mayor_id) VALUES (2, 99); --! FOREIGN KEY constraint failed
INSERT INTO passports VALUES ('P1', 1, 1);
INSERT INTO passports VALUES ('P2', 1, 1); --! UNIQUE constraint failed: passports.holder_id
INSERT INTO passports VALUES ('P2', 2, 7); --! FOREIGN KEY constraint failed
DELETE FROM persons WHERE id = 1; --! FOREIGN KEY constraint failed
DELETE FROM passports;
DELETE FROM persons WHERE id = 1;
SELECT count(*) || ' ' || count(mentor_id) || ' ' || (SELECT count(*) FROM follows) || ' ' || (SELECT count(*) FROM club_persons) FROM persons; --= 3 0 0 1
DELETE FROM towns WHERE id = 1; --! FOREIGN KEY constraint failed
