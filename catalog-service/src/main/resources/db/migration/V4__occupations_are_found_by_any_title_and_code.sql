CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- What spellings of one title have in common: no case, accents, hyphens or other punctuation. The characters are listed
-- because what a class such as [:punct:] holds depends on the database's locale.
CREATE FUNCTION search_folded(written text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, normalize(written, NFKC))),
    E'[\\s!-/:-@\\[-`{-~\u00a0-\u00bf\u2000-\u206f]+', ' ', 'g'));

-- folded is for typing errors, squeezed for parts of titles ("healthcare" and "health care"), words for stems in any order
ALTER TABLE occupation
  ADD COLUMN folded   text     NOT NULL GENERATED ALWAYS AS (search_folded(title)) STORED,
  ADD COLUMN squeezed text     NOT NULL GENERATED ALWAYS AS (replace(search_folded(title), ' ', '')) STORED,
  ADD COLUMN words    tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', search_folded(title))) STORED;
CREATE INDEX occupation_by_text ON occupation
  USING gin (words, folded gin_trgm_ops, squeezed gin_trgm_ops)
  WITH (fastupdate = off);

ALTER TABLE occupation_alternate_title
  ADD COLUMN folded   text     NOT NULL GENERATED ALWAYS AS (search_folded(title)) STORED,
  ADD COLUMN squeezed text     NOT NULL GENERATED ALWAYS AS (replace(search_folded(title), ' ', '')) STORED,
  ADD COLUMN words    tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', search_folded(title))) STORED;
CREATE INDEX occupation_alternate_title_by_text ON occupation_alternate_title
  USING gin (words, folded gin_trgm_ops, squeezed gin_trgm_ops)
  WITH (fastupdate = off);

-- Whether each word that was asked for is a word of the title, or the beginning of one, but for one typing error (two in
-- words of six letters and more; none in numbers). Both sides are folded. Longer words than 50 letters are cut: levenshtein has a limit.
CREATE FUNCTION is_mistyped(asked text, title text) RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN NOT EXISTS (
    SELECT 1 FROM unnest(string_to_array(left(asked, 200), ' ')) AS a (word)
    WHERE NOT EXISTS (
      SELECT 1 FROM unnest(string_to_array(title, ' ')) AS t (word)
      WHERE least(
          levenshtein_less_equal(left(a.word, 50), left(t.word, 50), 2),
          levenshtein_less_equal(left(a.word, 50), left(t.word, least(50, length(a.word))), 2),
          levenshtein_less_equal(left(a.word, 50), left(t.word, least(50, length(a.word) + 1)), 2))
        <= CASE WHEN length(a.word) < 4 OR a.word ~ '[0-9]' THEN 0 WHEN length(a.word) < 6 THEN 1 ELSE 2 END));

-- Names that were probably meant: the trigram index finds candidates, is_mistyped decides. A function because the
-- threshold of the operator <% is a setting, and the default would miss an error in a short word. And because the planner
-- believes that <% costs no more than a comparison: on a table of this size it would try it on every row.
CREATE FUNCTION mistyped_titles(asked text)
  RETURNS TABLE (occupation_id uuid, is_title boolean, folded text)
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  SET pg_trgm.word_similarity_threshold = 0.4
  SET enable_seqscan = off
  BEGIN ATOMIC
    SELECT o.id, true, o.folded FROM occupation o WHERE asked <% o.folded AND is_mistyped(asked, o.folded)
    UNION ALL
    SELECT t.occupation_id, false, t.folded FROM occupation_alternate_title t
    WHERE asked <% t.folded AND is_mistyped(asked, t.folded);
  END;

-- One code may be known from more than one place, and a RAPIDS number with more than one approach.
ALTER TABLE occupation_code
  ADD COLUMN origin   text NOT NULL DEFAULT 'REFERENCE' CHECK (origin IN ('AGENCY', 'DOCUMENT', 'REFERENCE')),
  ADD COLUMN approach text CHECK (approach IN ('COMPETENCY_BASED', 'HYBRID', 'TIME_BASED')),
  DROP CONSTRAINT occupation_code_pkey,
  ADD UNIQUE NULLS NOT DISTINCT (occupation_key, origin, system, code, approach);
ALTER TABLE occupation_code ALTER COLUMN origin DROP DEFAULT;
