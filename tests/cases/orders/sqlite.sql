CREATE TABLE authors (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  rating INTEGER,
  grade TEXT NOT NULL DEFAULT 'low',
  pages INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT books_author_id_fkey FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT books_rating_range_35767239 CHECK (rating BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT books_grade_enum_e77621ae CHECK (grade IN ('low', 'middle', 'high')),
  CONSTRAINT books_pages_range_8d8bb5eb CHECK (pages BETWEEN -2147483648 AND 2147483647)
) STRICT;
CREATE INDEX books_author_id_idx ON books (author_id);
