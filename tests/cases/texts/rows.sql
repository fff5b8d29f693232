-- The one form that is written is admitted, and what stands for no value, or for a value in another form, is not.
INSERT INTO persons (id, name) VALUES ('00112233-4455-6677-8899-aabbccddeeff', 'Ada')
INSERT INTO persons (id, name) VALUES ('00112233-4455-6677-8899-AABBCCDDEEFF', 'upper') --! CHECK constraint failed: persons_id_text
INSERT INTO persons (id, name) VALUES ('00112233445566778899aabbccddeeff', 'bare') --! CHECK constraint failed: persons_id_text
INSERT INTO persons (id, name) VALUES ('0011223-34455-6677-8899-aabbccddeeff', 'dashes') --! CHECK constraint failed: persons_id_text
INSERT INTO persons (id, name) VALUES ('g0112233-4455-6677-8899-aabbccddeeff', 'g') --! CHECK constraint failed: persons_id_text
INSERT INTO persons (id, name, born) VALUES ('10112233-4455-6677-8899-aabbccddeeff', 'Bob', '2024-02-29')
INSERT INTO persons (id, name, born) VALUES ('20112233-4455-6677-8899-aabbccddeeff', 'Cid', '2023-02-29') --! CHECK constraint failed: persons_born_text
INSERT INTO persons (id, name, born) VALUES ('20112233-4455-6677-8899-aabbccddeeff', 'Cid', '2023-2-28') --! CHECK constraint failed: persons_born_text
INSERT INTO persons (id, name, born) VALUES ('20112233-4455-6677-8899-aabbccddeeff', 'Cid', 'now') --! persons_born_text
-- Defaults are in that form, the moment among them.
INSERT INTO events (owner_id) VALUES ('00112233-4455-6677-8899-aabbccddeeff')
SELECT day || ' ' || clock || ' ' || price || ' ' || fixed FROM events --= 2024-02-29 08:30:00.000000 12.50 00112233-4455-6677-8899-aabbccddeeff
SELECT length(at) || ' ' || length(changed) FROM events --= 26 26
-- Moments.
UPDATE events SET at = '2024-12-31 23:59:59.999999'
SELECT taken FROM events --= 2024
UPDATE events SET at = '2024-12-31T23:59:59.999999' --! CHECK constraint failed: events_at_text
UPDATE events SET at = '2024-12-31 23:59:59' --! CHECK constraint failed: events_at_text
UPDATE events SET at = '2024-12-31 23:59:59.999999Z' --! CHECK constraint failed: events_at_text
UPDATE events SET at = '2024-12-31 24:00:00.000000' --! CHECK constraint failed: events_at_text
UPDATE events SET at = '2024-11-31 23:00:00.000000' --! CHECK constraint failed: events_at_text
UPDATE events SET local = '2024-12-31 23:59:60.000000' --! CHECK constraint failed: events_local_text
UPDATE events SET local = NULL
UPDATE events SET local = '0000-01-01 00:00:00.000000'
UPDATE events SET clock = '24:00:00.000000' --! CHECK constraint failed: events_clock_text
UPDATE events SET clock = '8:30:00.000000' --! CHECK constraint failed: events_clock_text
-- Checks, rules and computed columns are about values.
UPDATE events SET clock = '12:00:00.000001'
UPDATE events SET clock = '12:00:00.000000' --! CHECK constraint failed: events_after_noon
UPDATE events SET clock = '09:00:00.000000'
UPDATE events SET clock = '09:00:00.000001' --! CHECK constraint failed: events_after_noon
UPDATE events SET at = '1969-12-31 23:59:59.999999' --! CHECK constraint failed: events_young
UPDATE events SET at = '1970-01-01 00:00:00.000000'
UPDATE events SET at = '1960-01-01 00:00:00.000000', day = '1949-12-31'
UPDATE events SET day = '1950-01-01' --! CHECK constraint failed: events_young
UPDATE events SET at = '9000-01-01 00:00:00.000000' , day = '2000-01-01' --! CHECK constraint failed: events_young
UPDATE events SET price = '7.25'
SELECT cents FROM events --= 725
UPDATE events SET price = '7.3' --! CHECK constraint failed: events_price_decimal
UPDATE events SET price = '07.25' --! CHECK constraint failed: events_price_decimal
UPDATE events SET price = '-0.25' --! CHECK constraint failed: events_price_range
UPDATE events SET price = '0.20' --! CHECK constraint failed: events_price_multiple_of
UPDATE events SET price = '100000000.00' --! CHECK constraint failed: events_price_decimal
UPDATE events SET token = 'f0112233-4455-6677-8899-aabbccddeeff', plain = x'e0112233445566778899aabbccddeeff'
UPDATE events SET plain = x'f0112233445566778899aabbccddeeff' --! CHECK constraint failed: events_marked
UPDATE events SET plain = NULL
