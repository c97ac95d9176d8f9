import type { Corpus } from '../base/corpus.ts'
import { betweenEntities } from '../base/rules.ts'
import { textColumns } from '../base/unneeded-texts.ts'
import { clearSaid, type SaidOnPage } from '../visits/clear-sentences.ts'
import { hasPageTexts } from '../visits/page-texts.ts'
import { mapTexts } from './map-staged.ts'
import { insertStaged, text, visit } from './take-visits.ts'

const ends = `JOIN page_map AS source ON source.part = old.part AND source.old = old.page_id AND NOT source.gone
  JOIN page_map AS target ON target.part = old.part AND target.old = old.target_id AND NOT target.gone`

const someForgotten = '(SELECT id FROM main.entity WHERE forgotten_at IS NOT NULL)'

/**
 * Hyperlinks that shares saw: those known before move their last sighting, new ones are added, for whom their ends belong to
 * here; those that lead to somebody who was forgotten are not. What was away in between is noted.
 */
export function takeLinks(corpus: Corpus): void {
  const { db } = corpus
  db.exec(`CREATE TEMP TABLE link_map (part INTEGER, old INTEGER, new INTEGER NOT NULL, PRIMARY KEY (part, old)) WITHOUT ROWID;
    INSERT INTO link_map SELECT old.part, old.id, link.id FROM staged_link AS old ${ends}
      JOIN main.link AS link ON link.id = old.id AND link.page_id = source.new AND link.target_id = target.new AND link.first_visit = old.first_visit
      WHERE NOT EXISTS (SELECT 1 FROM visit_map WHERE visit_map.part = old.part AND visit_map.old = old.first_visit)`)
  clearForgotten(corpus)
  chooseNew(corpus)
  mapTexts(
    corpus,
    textColumns,
    'FROM link_map AS kept JOIN staged_link AS old ON old.part = kept.part AND old.id = kept.old',
  )
  seeAgain(corpus)
  addNew(corpus)
  insertStaged(
    corpus,
    'absence',
    { link_id: 'map.new', after_visit: visit('after_visit'), before_visit: visit('before_visit') },
    { or: 'OR REPLACE', from: 'JOIN link_map AS map ON map.part = old.part AND map.old = old.link_id' },
  )
}

/** Texts of pages came with what they say of somebody who was forgotten here meanwhile. */
function clearForgotten(corpus: Corpus): void {
  if (!hasPageTexts(corpus)) return
  const said = corpus
    .sql<SaidOnPage>(
      `SELECT DISTINCT source.new AS page, coalesce(anchor.value, '') AS anchor, coalesce(context.value, '') AS context FROM staged_link AS old
         JOIN page_map AS source ON source.part = old.part AND source.old = old.page_id AND NOT source.gone
         JOIN page_map AS target ON target.part = old.part AND target.old = old.target_id
         LEFT JOIN main.page AS named ON named.id = target.new
         LEFT JOIN staged_text AS anchor ON anchor.part = old.part AND anchor.old = old.anchor
         LEFT JOIN staged_text AS context ON context.part = old.part AND context.old = old.context
       WHERE target.gone OR (SELECT entity_id FROM main.page WHERE id = coalesce(named.leads_to, named.id)) IN ${someForgotten}`,
    )
    .all()
  clearSaid(corpus, said)
}

/** The sentence of a link that became one between entities is known only now. */
function seeAgain({ db }: Corpus): void {
  const isFirst = `link.context IS NULL AND ${betweenEntities('link')} AND old.context IS NOT NULL`
  db.exec(`UPDATE main.link SET last_visit = ${visit('last_visit')}, ordinal = old.ordinal,
      context = CASE WHEN ${isFirst} THEN ${text('context')} ELSE link.context END,
      anchor_at = CASE WHEN ${isFirst} THEN old.anchor_at ELSE link.anchor_at END,
      heading = CASE WHEN ${isFirst} THEN ${text('heading')} ELSE link.heading END
    FROM link_map AS map JOIN staged_link AS old ON old.part = map.part AND old.id = map.old WHERE link.id = map.new`)
}

/** Those that are added, numbered by page, then by place on it. */
function chooseNew({ db }: Corpus): void {
  const leads = '(SELECT entity_id FROM main.page WHERE id = coalesce(named.leads_to, named.id))'
  db.exec(`CREATE TEMP TABLE new_link (part INTEGER, old INTEGER, new INTEGER NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL,
      source_entity INTEGER NOT NULL, target_entity INTEGER NOT NULL, PRIMARY KEY (part, old)) WITHOUT ROWID;
    INSERT INTO new_link SELECT old.part, old.id,
        (SELECT coalesce(max(id), 0) FROM main.link) + row_number() OVER (ORDER BY source.new, old.ordinal, old.id), source.new, target.new,
        page.entity_id, ${leads}
      FROM staged_link AS old ${ends} JOIN main.page AS page ON page.id = source.new JOIN main.page AS named ON named.id = target.new
        JOIN visit_map ON visit_map.part = old.part AND visit_map.old = old.first_visit
      WHERE ${leads} NOT IN ${someForgotten};
    INSERT INTO link_map SELECT part, old, new FROM new_link`)
}

function addNew(corpus: Corpus): void {
  const ifBetween = (value: string, otherwise: string): string =>
    `CASE WHEN ${betweenEntities('map')} THEN ${value} ELSE ${otherwise} END`
  insertStaged(
    corpus,
    'link',
    {
      ...{ id: 'map.new', page_id: 'map.source', target_id: 'map.target' },
      ...{ source_entity: 'map.source_entity', target_entity: 'map.target_entity' },
      ...{ href: text('href'), anchor: text('anchor'), place: text('place') },
      context: ifBetween(text('context'), 'NULL'),
      anchor_at: ifBetween('old.anchor_at', '-1'),
      heading: ifBetween(text('heading'), 'NULL'),
      ...{ first_visit: visit('first_visit'), last_visit: visit('last_visit') },
    },
    { from: 'JOIN new_link AS map ON map.part = old.part AND map.old = old.id ORDER BY map.new' },
  )
}
