import { foldText } from '#data/vocabulary/fold-text.ts'
import { allPageTexts } from '../visits/page-texts.ts'
import type { Corpus } from '../base/corpus.ts'

/** Where the corpus still names somebody that was forgotten. */
export interface Mention {
  /** Words of another site (anchor, sentence, heading, title), an address of one, or the researcher's own words. */
  readonly where: 'text' | 'title' | 'address' | 'note'
  readonly text: string
  /** Address of the page that says so; for a note, the entity it is about, or the story. */
  readonly from: string
}

/** The names by which others may speak of the entities listed in temp.gone: ids, labels, names they bore. */
export const namesOfGone = (corpus: Corpus): string[] =>
  corpus
    .sql<{ name: string }>(
      `SELECT name FROM entity WHERE id IN (SELECT id FROM temp.gone) UNION
       SELECT label FROM entity WHERE id IN (SELECT id FROM temp.gone) UNION
       SELECT name FROM entity_name WHERE entity_id IN (SELECT id FROM temp.gone)`,
    )
    .all()
    .map(({ name }) => foldText(name.trim()))
    .filter(name => name.length >= leastLength)

/** Shorter names are words of other things. */
const leastLength = 4

/** Every distinct text outside the forgotten entities that holds one of `names` as words of its own, accents and case ignored. */
export function foreignMentions(corpus: Corpus, names: readonly string[]): Mention[] {
  if (names.length === 0) return []
  const inLinks = sources.flatMap(([where, sql]) =>
    corpus
      .sql<Omit<Mention, 'where'>>(sql)
      .all()
      .filter(({ text }) => isNamedIn(foldText(text), names))
      .map(({ text, from }) => ({ where, text, from })),
  )
  return [...inLinks, ...mentionsInPages(corpus, names)]
}

/** Blocks of the texts that a crawl with --texts kept, each once. */
function mentionsInPages(corpus: Corpus, names: readonly string[]): Mention[] {
  const found = new Map<string, Mention>()
  for (const { url, text } of allPageTexts(corpus))
    for (const block of text.split('\n'))
      if (!found.has(block) && isNamedIn(foldText(block), names))
        found.set(block, { where: 'text', text: block, from: url })
  return [...found.values()]
}

/** The forgotten entity itself is left out by what was removed; its tombstone bears no text but its id. */
const sources: readonly (readonly [Mention['where'], string])[] = [
  [
    'text',
    `SELECT DISTINCT value AS text, min(page.url) AS "from" FROM snippet
       JOIN (SELECT anchor AS text_id, page_id FROM link UNION ALL SELECT context, page_id FROM link
             UNION ALL SELECT heading, page_id FROM link UNION ALL SELECT href, page_id FROM link) used ON used.text_id = snippet.id
       JOIN page ON page.id = used.page_id GROUP BY snippet.id ORDER BY 2, 1`,
  ],
  [
    'title',
    `SELECT title AS text, min(url) AS "from" FROM visit JOIN page ON page.id = visit.page_id
     WHERE title <> '' GROUP BY title ORDER BY 2, 1`,
  ],
  [
    'address',
    `SELECT url AS text, url AS "from" FROM page WHERE entity_id IN (SELECT id FROM entity WHERE forgotten_at IS NULL)
     ORDER BY url`,
  ],
  [
    'note',
    `SELECT note AS text, name AS "from" FROM entity WHERE note <> ''
     UNION SELECT reason, coalesce(entity.name, '') FROM event LEFT JOIN entity ON entity.id = entity_id
       WHERE reason <> '' AND entity.forgotten_at IS NULL
     UNION SELECT edge_code.note, name FROM edge_code JOIN entity ON entity.id = source_entity WHERE edge_code.note <> ''
     UNION SELECT said.value, 'story ' || story.name FROM story, json_tree(content) said
       WHERE said.type = 'text' AND said.key IN ('fr', 'en') AND said.value <> ''
     UNION SELECT name, 'communities' FROM community_name
     UNION SELECT json_extract(own.value, '$.name'), 'tools' FROM meta, json_each(meta.value) own WHERE meta.name = 'tools'
     UNION SELECT json_extract(own.value, '$.words'), 'marks' FROM meta, json_each(meta.value) own
       WHERE meta.name = 'marks' AND json_extract(own.value, '$.words') IS NOT NULL
     UNION SELECT value, name FROM tag JOIN entity ON entity.id = entity_id
     UNION SELECT label, name FROM entity WHERE label <> '' AND forgotten_at IS NULL
     UNION SELECT said.value, 'figure ' || number FROM figure, json_each(json_array(json_extract(settings, '$.title'),
       json_extract(settings, '$.caption'), json_extract(settings, '$.source'))) said WHERE said.type = 'text'`,
  ],
]

function isNamedIn(text: string, names: readonly string[]): boolean {
  return names.some(name => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!isWordPart(text[at - 1]) && !isWordPart(text[at + name.length])) return true
    return false
  })
}

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)
