-- what has defaults gets them, in storage form
INSERT INTO everythings (middle, short, raw, few, token, local, payload, shape) VALUES (1, 'äöü', x'00', x'0001', randomblob(16), 0, '{}', '{"x": 1}');
SELECT large || ' ' || price || ' ' || huge || ' ' || text || ' ' || colour || ' ' || day || ' ' || clock || ' ' || span || ' ' || numbers FROM everythings; --= -9223372036854775808 -5 12.5000 it's ü the "green" one's 19782 86399999999 5400000000 []
SELECT typeof(single) || typeof(double) || hex(fixed) FROM everythings; --= realreal00112233445566778899AABBCCDDEEFF
SELECT single = 0.1 FROM everythings; --= 0
-- each type keeps others out
UPDATE everythings SET flag = 2; --! CHECK constraint failed: everythings_flag_bool_
UPDATE everythings SET small = 32768; --! CHECK constraint failed: everythings_small_range_
UPDATE everythings SET middle = 2147483648; --! CHECK constraint failed: everythings_middle_range_
UPDATE everythings SET large = 'x'; --! cannot store TEXT value in INTEGER column everythings.large
UPDATE everythings SET single = 'x'; --! cannot store TEXT value in REAL column everythings.single
UPDATE everythings SET price = 10000000000; --! CHECK constraint failed: everythings_price_range_
UPDATE everythings SET huge = '1.5'; --! CHECK constraint failed: everythings_huge_decimal_
UPDATE everythings SET text = x'00'; --! cannot store BLOB value in TEXT column everythings.text
UPDATE everythings SET short = 'abcd'; --! CHECK constraint failed: everythings_short_length_
UPDATE everythings SET raw = 'x'; --! cannot store TEXT value in BLOB column everythings.raw
UPDATE everythings SET few = x'000000'; --! CHECK constraint failed: everythings_few_length_
UPDATE everythings SET token = x'00'; --! CHECK constraint failed: everythings_token_uuid_
UPDATE everythings SET clock = 86400000000; --! CHECK constraint failed: everythings_clock_range_
UPDATE everythings SET payload = '{'; --! CHECK constraint failed: everythings_payload_json_
UPDATE everythings SET shape = '[]'; --! CHECK constraint failed: everythings_shape_object_
UPDATE everythings SET colour = 'green'; --! CHECK constraint failed: everythings_colour_enum_
UPDATE everythings SET numbers = '{}'; --! CHECK constraint failed: everythings_numbers_array_
UPDATE everythings SET points = 'x'; --! CHECK constraint failed: everythings_points_json_
UPDATE everythings SET maybe_shape = '1'; --! CHECK constraint failed: everythings_maybe_shape_object_
UPDATE everythings SET middle = NULL; --! NOT NULL constraint failed: everythings.middle
UPDATE everythings SET maybe_flag = NULL, maybe_payload = 'null', maybe_numbers = NULL;
-- monotonic keys are never used again
DELETE FROM everythings;
INSERT INTO everythings (middle, short, raw, few, token, local, payload, shape) VALUES (1, '', x'', x'', randomblob(16), 0, '1', '{}');
SELECT id FROM everythings; --= 2
