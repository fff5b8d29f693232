INSERT INTO products (code, label, share, ratio, price, size, tags) VALUES ('ÄBC', 'l', 10, 0.5, 5, 'S', '["a"]');
SELECT pack || ' ' || total FROM products; --= 6 12
INSERT INTO products (code, label, share, ratio, price, size, tags) VALUES ('ÄBC', 'l', 10, 0.5, 5, 'S', '["a"]'); --! UNIQUE constraint failed: products.code
UPDATE products SET code = 'AB'; --! CHECK constraint failed: products_code_length_
UPDATE products SET code = 'abc'; --! CHECK constraint failed: products_code_upper_
UPDATE products SET label = 'abcdefghijklmnopqrstu'; --! CHECK constraint failed: products_label_length_
UPDATE products SET share = 9; --! CHECK constraint failed: products_share_range_
UPDATE products SET share = 101; --! CHECK constraint failed: products_share_range_
UPDATE products SET ratio = 0; --! CHECK constraint failed: products_ratio_range_
UPDATE products SET ratio = 1.0; --! CHECK constraint failed: products_ratio_range_
UPDATE products SET price = 0; --! CHECK constraint failed: products_price_range_
UPDATE products SET price = 6; --! CHECK constraint failed: products_price_multiple_of_
UPDATE products SET pack = 7; --! CHECK constraint failed: products_pack_multiple_of_
UPDATE products SET size = 's'; --! CHECK constraint failed: products_size_one_of_
UPDATE products SET tags = '[]'; --! CHECK constraint failed: products_tags_items_
UPDATE products SET tags = '[1, 2, 3, 4]'; --! CHECK constraint failed: products_tags_items_
UPDATE products SET opened = 18261; --! CHECK constraint failed: products_opened_range_
UPDATE products SET opened = 18300, closed = 18299; --! CHECK constraint failed: products_open_first_
UPDATE products SET opened = 18628; --! CHECK constraint failed: products_recent_
UPDATE products SET opened = NULL, closed = 1;
UPDATE products SET opened = 18300, closed = 18300;
UPDATE products SET size = 'L'; --! CHECK constraint failed: products_bargain_
UPDATE products SET size = 'L', price = 100;
UPDATE products SET note = 'x'; --! CHECK constraint failed: products_noted_
UPDATE products SET note = '100%_X';
SELECT folded || born FROM products; --= 100%_x2020
UPDATE products SET pack = 4611686018427387906; --! products.total
