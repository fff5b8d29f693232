INSERT INTO shops (address_street, address_zip, till_amount, till_currency) VALUES ('a', '1', 0, 'EUR');
INSERT INTO shops (address_street, address_zip, till_amount, till_currency) VALUES ('a', '1', 0, 'EUR'); --! UNIQUE constraint failed: shops.address_street, shops.address_zip
INSERT INTO shops (address_street, till_amount, till_currency) VALUES ('b', 0, 'EUR'); --! NOT NULL constraint failed: shops.address_zip
UPDATE shops SET address_geo_lat = 1; --! CHECK constraint failed: shops_address_geo_presence_
UPDATE shops SET address_geo_label = 'x'; --! CHECK constraint failed: shops_address_geo_presence_
UPDATE shops SET address_geo_lat = 91, address_geo_lon = 1; --! CHECK constraint failed: shops_address_geo_lat_range_
UPDATE shops SET address_geo_lat = 90, address_geo_lon = -180, address_geo_label = 'pole';
UPDATE shops SET branch_street = 'b'; --! CHECK constraint failed: shops_branch_presence_
UPDATE shops SET branch_note = 'b'; --! CHECK constraint failed: shops_branch_presence_
UPDATE shops SET branch_geo_lat = 1, branch_geo_lon = 1; --! CHECK constraint failed: shops_branch_presence_
UPDATE shops SET branch_street = 'b', branch_zip = '1'; --! CHECK constraint failed: shops_branched_
UPDATE shops SET branch_street = 'b', branch_zip = '2', branch_geo_lat = 1, branch_geo_lon = 1;
UPDATE shops SET safe_amount = 5; --! CHECK constraint failed: shops_safe_presence_
UPDATE shops SET safe_amount = 5, safe_currency = 'CHF';
UPDATE shops SET till_amount = -1; --! CHECK constraint failed: shops_rich_
UPDATE shops SET till_amount = -1, till_currency = 'USD';
UPDATE shops SET till_amount = 1000000000000; --! CHECK constraint failed: shops_till_amount_range_
UPDATE shops SET places = '[1, 2, 3, 4]'; --! CHECK constraint failed: shops_places_items_
UPDATE shops SET history = '[]'; --! CHECK constraint failed: shops_history_object_
UPDATE shops SET history = '{}', places = '[{"lat": 1}]';
