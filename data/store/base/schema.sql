-- The corpus: one SQLite file holds one study. Every column says what it holds, so that this file is its codebook.
-- Times are milliseconds since 1970-01-01T00:00:00Z. Flags are 0 or 1. Text is UTF-8. Empty text means "not known".

-- Facts about the corpus itself.
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,          -- 'corpus_id', 'created_at', 'created_by', 'title', 'settings' …
  value TEXT NOT NULL
) WITHOUT ROWID;

-- A wave is one visit to the whole scope: the first crawl, then each `crawl --again LABEL`.
CREATE TABLE wave (
  id         INTEGER PRIMARY KEY,  -- 1, 2, 3 … in the order of crawling
  label      TEXT NOT NULL UNIQUE, -- the first wave is 'first'
  started_at INTEGER NOT NULL,
  ended_at   INTEGER,              -- null while URLs of the wave are pending
  past       TEXT NOT NULL DEFAULT '', -- ISO 8601 day that an archive was asked for; empty: a wave of its own day
  within_days INTEGER NOT NULL DEFAULT 0 -- at most so many days from it
);

-- A run is one call of a command that wrote to the corpus: what was asked, by what, when, and how it ended.
CREATE TABLE run (
  id         INTEGER PRIMARY KEY,
  command    TEXT NOT NULL,                     -- 'crawl', 'analyse', 'import' …
  wave_id    INTEGER REFERENCES wave(id),       -- for crawls
  options    TEXT NOT NULL,                     -- JSON: every option with the value it had
  version    TEXT NOT NULL,                     -- of Toile
  runtime    TEXT NOT NULL,                     -- Node.js version and platform
  user_agent TEXT NOT NULL DEFAULT '',          -- as sent, for crawls
  input      TEXT NOT NULL DEFAULT '',          -- name of the file read (a seed list, an import)
  input_hash TEXT NOT NULL DEFAULT '',          -- its SHA-256, hexadecimal
  input_date TEXT NOT NULL DEFAULT '',          -- ISO 8601: the date that an imported file gives itself
  pid        INTEGER NOT NULL,                  -- process that ran it
  started_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,                  -- last sign of life
  ended_at   INTEGER,                           -- null: running, or ended by force
  outcome    TEXT NOT NULL DEFAULT ''           -- 'done', 'stopped', 'failed: …'
);

-- An entity is what the researcher means by one site, blog, agency or person: a set of URL prefixes.
CREATE TABLE entity (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,             -- the public id, set at creation, never recomputed: 'spintank.fr'
  label       TEXT NOT NULL DEFAULT '',         -- the name shown to people
  homepage    TEXT NOT NULL DEFAULT '',
  country     TEXT NOT NULL DEFAULT '',         -- ISO 3166-1 alpha-2
  kind        TEXT NOT NULL DEFAULT '',         -- agency, software, party, think-tank, media, research, person …
  status      TEXT NOT NULL CHECK (status IN ('IN', 'OUT', 'UNDECIDED', 'DISCOVERED')),
  origin      TEXT NOT NULL CHECK (origin IN ('seed', 'discovered', 'import', 'user')),
  source      TEXT NOT NULL DEFAULT '',         -- where the address comes from, as the seed list says
  note        TEXT NOT NULL DEFAULT '',         -- the researcher's own words
  merged_into INTEGER REFERENCES entity(id),    -- set: this entity lives on in another one
  forgotten_at INTEGER,                         -- set: content removed on objection, never to be crawled again
  created_at  INTEGER NOT NULL
);
CREATE INDEX entity_status ON entity(status);

-- The prefixes that make an entity. The longest prefix that fits an address owns it.
CREATE TABLE prefix (
  lru       TEXT PRIMARY KEY,                   -- 'h:fr|h:spintank|' one host; '…|h:*|' a domain with its subdomains; '…|p:blog|' a path
  url       TEXT NOT NULL,                      -- the same as people write it
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  valid_from TEXT NOT NULL DEFAULT '',          -- ISO 8601 date, where known: the address was theirs from …
  valid_to  TEXT NOT NULL DEFAULT ''            -- … to
) WITHOUT ROWID;
CREATE INDEX prefix_entity ON prefix(entity_id);
CREATE INDEX prefix_dated ON prefix(lru) WHERE valid_from <> '' OR valid_to <> '';

-- Whose the addresses of a dated prefix are at other times: found first where a link, or a page, of such a time was met.
CREATE TABLE other_owner (
  lru       TEXT PRIMARY KEY,                   -- of the prefix
  entity_id INTEGER NOT NULL REFERENCES entity(id)
) WITHOUT ROWID;

-- Dated names: EchoDitto became Echo & Co.
CREATE TABLE entity_name (
  id        INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  name      TEXT NOT NULL,
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX entity_name_entity ON entity_name(entity_id);

-- Attributes from elsewhere (interviews, questionnaires, the seed list's further columns), by category.
CREATE TABLE tag (
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  category  TEXT NOT NULL,
  value     TEXT NOT NULL,
  PRIMARY KEY (entity_id, category, value)
) WITHOUT ROWID;

-- Start pages: where the crawl of an entity begins (depth 0).
CREATE TABLE start_page (
  page_id   INTEGER PRIMARY KEY REFERENCES page(id),
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  origin    TEXT NOT NULL                       -- 'seed', 'sitemap', 'homepage', 'user', 'import'
);
CREATE INDEX start_page_entity ON start_page(entity_id);

-- Every change by a person (or an import) to what the corpus means; nothing is overwritten without one.
CREATE TABLE event (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  actor      TEXT NOT NULL,                     -- who: 'user', a coder's name, 'import'
  action     TEXT NOT NULL,                     -- 'set', 'merge', 'split', 'add-prefix', 'code' …
  entity_id  INTEGER REFERENCES entity(id),
  before     TEXT NOT NULL,                     -- JSON: what is needed to undo it
  after      TEXT NOT NULL,                     -- JSON
  reason     TEXT NOT NULL DEFAULT '',
  undoes     INTEGER REFERENCES event(id)       -- this event takes that one back
);
CREATE INDEX event_entity ON event(entity_id);

-- The corpus grows by rounds: what was reviewed between two crawls. What it began with is round 0, and has no row.
CREATE TABLE review_round (
  id         INTEGER PRIMARY KEY,               -- 1, 2, 3 …
  began_at   INTEGER NOT NULL,                  -- its first decision
  run_id     INTEGER REFERENCES run(id)         -- the last crawl that had begun before it; null: none had
);

-- Who was discovered and then reviewed: in which round, and whether chance showed it. What was decided is entity.status.
CREATE TABLE review_decision (
  entity_id INTEGER PRIMARY KEY REFERENCES entity(id),
  round_id  INTEGER NOT NULL REFERENCES review_round(id),
  event_id  INTEGER NOT NULL REFERENCES event(id), -- that took it out of the discovered ones
  drawn     INTEGER NOT NULL DEFAULT 0          -- 1: it was among those drawn at random, by which the ranking is measured
);

-- A host, with its port when it is not the scheme's own. Politeness is kept per host.
CREATE TABLE host (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL UNIQUE,
  last_answer_at INTEGER,                       -- end of its last answer: the delay is counted from it
  not_before     INTEGER NOT NULL DEFAULT 0,    -- Retry-After, back-off
  response_ms    INTEGER NOT NULL DEFAULT 0,    -- smoothed time of its answers
  failures       INTEGER NOT NULL DEFAULT 0,    -- connection failures in a row
  rendering      TEXT NOT NULL DEFAULT ''       -- JSON: what was learnt about the need of a browser, per template
);

-- robots.txt as found, per origin (scheme, host, port).
CREATE TABLE robots (
  origin     TEXT PRIMARY KEY,
  fetched_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  outcome    TEXT NOT NULL,                     -- 'rules', 'unreachable'
  detail     TEXT NOT NULL DEFAULT '',          -- status or failure slug
  tries      INTEGER NOT NULL DEFAULT 1,        -- of an unreachable one, in this run
  rules      TEXT NOT NULL DEFAULT ''           -- JSON: what the file says to Toile
) WITHOUT ROWID;

-- Sitemaps that were read for start pages (`crawl --sitemaps`), per origin and wave.
CREATE TABLE sitemap (
  origin  TEXT NOT NULL,                        -- scheme, host, port
  wave_id INTEGER NOT NULL REFERENCES wave(id),
  read_at INTEGER NOT NULL,
  files   TEXT NOT NULL,                        -- JSON: [address, what became of it, what was left out …] of each file asked for
  pages   INTEGER NOT NULL,                     -- pages that they list
  PRIMARY KEY (origin, wave_id)
) WITHOUT ROWID;

-- Every address known: pages of the crawl's scope (state is set) and whatever is linked to (state is null).
CREATE TABLE page (
  id         INTEGER PRIMARY KEY,
  url        TEXT NOT NULL,                     -- normalised
  url_hash   INTEGER NOT NULL,                  -- 52-bit hash of url, to find it; the text decides
  host_id    INTEGER NOT NULL REFERENCES host(id),
  entity_id  INTEGER NOT NULL REFERENCES entity(id), -- whose prefix fits best
  leads_to   INTEGER REFERENCES page(id),       -- last known address of its redirects; null: itself, or not known
  state      TEXT CHECK (state IN ('fetched', 'redirected', 'failed', 'excluded', 'pending')),
  cause      TEXT NOT NULL DEFAULT '',          -- slug of a failure or exclusion ('http-404', 'robots' …)
  detail     TEXT NOT NULL DEFAULT '',          -- more on the cause: the trap's rule, the limit reached
  depth      INTEGER,                           -- clicks from the entity's start pages, the least found
  hop        INTEGER NOT NULL DEFAULT 0,        -- redirects since the last of those clicks
  admitted   INTEGER NOT NULL DEFAULT 0,        -- its turn has come: its level is open and the page limit leaves room
  attempts   INTEGER NOT NULL DEFAULT 0,        -- requests made in the current wave
  not_before INTEGER NOT NULL DEFAULT 0,        -- earliest time of the next attempt, by the clock of the run
  wave_id    INTEGER REFERENCES wave(id),       -- wave that state speaks of
  found_on   INTEGER REFERENCES page(id),       -- page whose link or redirect first led here
  visit_id   INTEGER REFERENCES visit(id),      -- the last visit
  outside    INTEGER NOT NULL DEFAULT 0         -- 1: the address as it was outside the dates of its prefix; inside them it has a row of its own. 2 and 3: the same two, for readings that the dates would have kept from being made
);
CREATE INDEX page_hash ON page(url_hash);
CREATE INDEX page_host ON page(host_id);
CREATE INDEX page_entity ON page(entity_id);
CREATE INDEX page_leads ON page(leads_to) WHERE leads_to IS NOT NULL;
CREATE INDEX page_ready ON page(host_id, depth, hop, url) WHERE state = 'pending' AND admitted = 1;
CREATE INDEX page_waiting ON page(entity_id, depth, hop, url) WHERE state = 'pending' AND admitted = 0;
CREATE INDEX page_scope ON page(entity_id, state, wave_id) WHERE state IS NOT NULL;
CREATE INDEX page_outside ON page(url_hash) WHERE outside = 1;

-- One request of one address and its answer. Redirect hops are visits of their own.
CREATE TABLE visit (
  id           INTEGER PRIMARY KEY,
  page_id      INTEGER NOT NULL REFERENCES page(id),
  wave_id      INTEGER NOT NULL REFERENCES wave(id),
  run_id       INTEGER NOT NULL REFERENCES run(id),
  at           INTEGER NOT NULL,                -- start of the request; of what an archive has, the time of its capture
  duration_ms  INTEGER NOT NULL,
  http_status  INTEGER,                         -- null: no answer
  failure      TEXT NOT NULL DEFAULT '',        -- slug; empty when a page was read
  detail       TEXT NOT NULL DEFAULT '',
  redirect_to  INTEGER REFERENCES page(id),     -- next hop; of a page answered 200: where its meta refresh goes
  content_type TEXT NOT NULL DEFAULT '',
  charset      TEXT NOT NULL DEFAULT '',
  language     TEXT NOT NULL DEFAULT '',
  title        TEXT NOT NULL DEFAULT '',
  published    TEXT NOT NULL DEFAULT '',        -- ISO 8601, as the page states it
  published_from TEXT NOT NULL DEFAULT '',      -- 'json-ld', 'meta', 'time', 'url'
  canonical    TEXT NOT NULL DEFAULT '',        -- recorded, never an address
  bytes        INTEGER NOT NULL DEFAULT 0,      -- of the decoded body
  bytes_wire   INTEGER NOT NULL DEFAULT 0,      -- as received
  rendered     INTEGER NOT NULL DEFAULT 0,      -- by a browser
  nofollow     INTEGER NOT NULL DEFAULT 0,      -- meta robots or X-Robots-Tag asked not to follow its links
  links        INTEGER NOT NULL DEFAULT 0,      -- hyperlinks found
  private_links INTEGER NOT NULL DEFAULT 0,     -- hyperlinks to private or special-use addresses, only counted
  limits       TEXT NOT NULL DEFAULT '',        -- slugs of the limits that cut something of it
  etag         TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  body_hash    TEXT NOT NULL DEFAULT '',        -- SHA-256 of the decoded body, base64url, first 22 characters
  ip           TEXT NOT NULL DEFAULT '',
  archive      TEXT NOT NULL DEFAULT '',        -- WARC file (its way from the corpus's folder), ':' and offset of the record that was read
  country      TEXT NOT NULL DEFAULT '',        -- ISO 3166-1 alpha-2: where the page says that its owner is
  country_from TEXT NOT NULL DEFAULT '',        -- 'address', 'hreflang'
  captured_at  INTEGER,                         -- when the archive took it; null: no archive answered
  asked_at     INTEGER,                         -- when the archive was asked
  memento      TEXT NOT NULL DEFAULT '',        -- where the archive shows it: an address, or file, ':' and offset as in archive
  drift_days   INTEGER,                         -- days from the wave's past day to the capture's, negative before it
  captures     INTEGER,                         -- that the archive has of the address in the wave's window
  borrowed     INTEGER REFERENCES snippet(id)   -- JSON: [kind, host, detail] of what the page takes from elsewhere; null: not kept
);
CREATE INDEX visit_page ON visit(page_id);

-- The text of a page's own matter, as a visit read it (`crawl --texts` alone). A visit that found the same bytes has no row.
CREATE TABLE page_text (
  visit_id INTEGER PRIMARY KEY REFERENCES visit(id),
  text     BLOB NOT NULL                        -- UTF-8, a block of the page a line, packed by zlib (RFC 1950)
);

-- Texts of links, each stored once: anchors, sentences, headings, places, hrefs, rels; and lists of what pages take from elsewhere.
CREATE TABLE snippet (
  id    INTEGER PRIMARY KEY,
  hash  INTEGER NOT NULL,                       -- 52-bit hash of value, to find it; the text decides
  value TEXT NOT NULL
);
CREATE INDEX snippet_hash ON snippet(hash);

-- The evidence: one row per hyperlink. Those inside an entity are kept without sentence and heading, so that an entity
-- can be split later; edges are counted from the others at any time.
CREATE TABLE link (
  id            INTEGER PRIMARY KEY,
  page_id       INTEGER NOT NULL REFERENCES page(id),    -- the page it stands on
  target_id     INTEGER NOT NULL REFERENCES page(id),    -- the address it names
  source_entity INTEGER NOT NULL REFERENCES entity(id),  -- of page_id; kept in step when prefixes move
  target_entity INTEGER NOT NULL REFERENCES entity(id),  -- of the address where target_id is known to lead
  ordinal       INTEGER NOT NULL,                        -- 0 for the page's first hyperlink, in its last sighting
  element       TEXT NOT NULL CHECK (element IN ('a', 'area', 'iframe')),
  zone          TEXT NOT NULL,                           -- first pass: read from the page alone
  zone_site     TEXT,                                    -- second pass: what repeats over the site; null: as the first
  mark          TEXT NOT NULL DEFAULT '',                -- 'credit', 'share', 'profile', 'hosting' … see METHOD.md
  rel           TEXT NOT NULL DEFAULT '',
  href          INTEGER REFERENCES snippet(id),          -- as written; null when it is the target's url to the letter
  anchor        INTEGER REFERENCES snippet(id),          -- visible text; null: none
  context       INTEGER REFERENCES snippet(id),          -- sentence around; null: none, or a link inside the entity
  anchor_at     INTEGER NOT NULL DEFAULT -1,             -- where the anchor begins in the sentence; -1: not there
  heading       INTEGER REFERENCES snippet(id),          -- nearest heading above
  place         INTEGER REFERENCES snippet(id),          -- position in the page's structure
  first_visit   INTEGER NOT NULL REFERENCES visit(id),
  last_visit    INTEGER NOT NULL REFERENCES visit(id)
);
CREATE INDEX link_page ON link(page_id);
CREATE INDEX link_target ON link(target_id);
CREATE INDEX link_edge ON link(source_entity, target_entity) WHERE source_entity <> target_entity;
CREATE INDEX link_back ON link(target_entity, source_entity) WHERE source_entity <> target_entity;

-- A span between two sightings of a link in which its page was read: the link was away, or nobody kept whether it was there.
-- Seen in a visit: from first_visit to last_visit, but for these spans.
CREATE TABLE absence (
  link_id      INTEGER NOT NULL REFERENCES link(id) ON DELETE CASCADE,
  after_visit  INTEGER NOT NULL REFERENCES visit(id),    -- the sighting before, and
  before_visit INTEGER NOT NULL REFERENCES visit(id),    -- the sighting after: both saw it, those between did not
  known        INTEGER NOT NULL,                         -- 1: away; 0: not kept, by an older version or in an imported file
  PRIMARY KEY (link_id, after_visit)
) WITHOUT ROWID;

-- Addresses of the scope that an earlier wave did not ask for; those of the last wave are in page.
CREATE TABLE unasked (
  page_id INTEGER NOT NULL REFERENCES page(id),
  wave_id INTEGER NOT NULL REFERENCES wave(id),
  cause   TEXT NOT NULL,                        -- as page.cause: 'robots', 'max-pages' …
  PRIMARY KEY (page_id, wave_id)
) WITHOUT ROWID;

-- Edges that came without hyperlinks, from another tool's network, with what its file told of them. They stay with the
-- entities that the file named; those of an entity that was merged count for the one it lives on in.
CREATE TABLE imported_edge (
  source_entity INTEGER NOT NULL REFERENCES entity(id),
  target_entity INTEGER NOT NULL REFERENCES entity(id),
  weight        REAL NOT NULL,
  links         INTEGER NOT NULL DEFAULT 0,
  pages         INTEGER NOT NULL DEFAULT 0,
  first_seen    TEXT NOT NULL DEFAULT '',       -- ISO 8601, as the file says; empty: not told
  last_seen     TEXT NOT NULL DEFAULT '',
  by_zone       TEXT NOT NULL DEFAULT '{}',     -- JSON: links by zone
  run_id        INTEGER NOT NULL REFERENCES run(id),
  told          TEXT NOT NULL DEFAULT '[]',     -- JSON: [column, value] of what the file says besides (relation, sign …)
  PRIMARY KEY (source_entity, target_entity)
) WITHOUT ROWID;

-- What a file counted of an entity whose pages it did not bring along; what the corpus holds itself counts when it is more.
CREATE TABLE imported_node (
  entity_id     INTEGER PRIMARY KEY REFERENCES entity(id),
  pages_fetched INTEGER NOT NULL DEFAULT 0,
  self_links    INTEGER NOT NULL DEFAULT 0,
  run_id        INTEGER NOT NULL REFERENCES run(id)
);

-- Judgements on edges by hand: what the citation does. Several coders are kept apart.
CREATE TABLE edge_code (
  id            INTEGER PRIMARY KEY,
  source_entity INTEGER NOT NULL REFERENCES entity(id),
  target_entity INTEGER NOT NULL REFERENCES entity(id),
  coder         TEXT NOT NULL,
  code          TEXT NOT NULL,                  -- recognition, affiliation, dismissal, credit, other
  note          TEXT NOT NULL DEFAULT '',
  at            INTEGER NOT NULL,
  UNIQUE (source_entity, target_entity, coder)
);

-- One analysis: the graph it was made on, and every parameter.
CREATE TABLE analysis (
  id         INTEGER PRIMARY KEY,
  run_id     INTEGER NOT NULL REFERENCES run(id),
  options    TEXT NOT NULL,                     -- JSON: seed, statuses, zones, weight, runs, resolution …
  nodes      INTEGER NOT NULL,
  edges      INTEGER NOT NULL,
  graph_hash TEXT NOT NULL                      -- SHA-256 of the graph analysed
);

-- Values per entity: measures, communities, position on the map (x, y).
CREATE TABLE node_value (
  analysis_id INTEGER NOT NULL REFERENCES analysis(id),
  measure     TEXT NOT NULL,
  entity_id   INTEGER NOT NULL REFERENCES entity(id),
  value       REAL NOT NULL,
  PRIMARY KEY (analysis_id, measure, entity_id)
) WITHOUT ROWID;

-- Values of the whole graph with their null models: the rows of measures.csv.
CREATE TABLE graph_value (
  analysis_id INTEGER NOT NULL REFERENCES analysis(id),
  position    INTEGER NOT NULL,                 -- order of the rows
  measure     TEXT NOT NULL,
  grp         TEXT NOT NULL DEFAULT '',         -- 'country', 'country:FR>US' …
  value       REAL,
  null_model  TEXT NOT NULL DEFAULT '',         -- 'rewire', 'permute' or empty
  null_mean   REAL, null_sd REAL, z REAL, p REAL,
  runs        INTEGER,
  seed        INTEGER,
  PRIMARY KEY (analysis_id, position)
) WITHOUT ROWID;

-- Anything else an analysis found, as JSON by name: community names, sweeps, resampling.
CREATE TABLE finding (
  analysis_id INTEGER NOT NULL REFERENCES analysis(id),
  name        TEXT NOT NULL,
  value       TEXT NOT NULL,
  PRIMARY KEY (analysis_id, name)
) WITHOUT ROWID;

-- Places in the palette: a category keeps its colour. One without a row has none (grey), or none yet.
CREATE TABLE colour (
  name        TEXT NOT NULL,                    -- column: 'country', 'kind', 'status', 'tag:…', or a measure of groups
  analysis_id INTEGER NOT NULL,                 -- analysis whose groups they are; 0: facts of the corpus
  category    TEXT NOT NULL,                    -- value, or the group's number
  place       INTEGER NOT NULL,                 -- 1 to 9
  PRIMARY KEY (name, analysis_id, category)
) WITHOUT ROWID;

-- Names that people gave to communities. A name is of the sites that bore it when it was given: of each analysis the community that
-- overlaps them most bears it.
CREATE TABLE community_name (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
-- The sites that a name was given to.
CREATE TABLE named_site (
  name_id   INTEGER NOT NULL REFERENCES community_name(id),
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  PRIMARY KEY (name_id, entity_id)
) WITHOUT ROWID;

-- Where each run of an analysis' search for communities put an entity, so that it can be told how often two were together.
CREATE TABLE run_label (
  analysis_id INTEGER NOT NULL REFERENCES analysis(id),
  entity_id   INTEGER NOT NULL REFERENCES entity(id),
  labels      BLOB NOT NULL,                    -- the community's number in each run, 32 bits each, little endian; one in one run is no one in another
  PRIMARY KEY (analysis_id, entity_id)
) WITHOUT ROWID;

-- Positions fixed by hand on the map.
CREATE TABLE pin (
  entity_id INTEGER PRIMARY KEY REFERENCES entity(id),
  x REAL NOT NULL,
  y REAL NOT NULL
);

-- Figures that a person keeps, as the article numbers them.
CREATE TABLE figure (
  number   INTEGER PRIMARY KEY,
  settings TEXT NOT NULL,                       -- JSON: page, words, fonts, colours, view, names moved by hand
  drawn    TEXT NOT NULL,                       -- JSON: rows of the entities that it showed, their ties and groups; empty: no longer known
  at       INTEGER NOT NULL                     -- last saved
);

-- Guided readings of the map, as they stand; their history is in the events.
CREATE TABLE story (
  name    TEXT PRIMARY KEY,                     -- in addresses: a to z, 0 to 9 and '-'
  content TEXT NOT NULL                         -- JSON: title, steps with view, texts by language, quotes of hyperlinks
) WITHOUT ROWID;
