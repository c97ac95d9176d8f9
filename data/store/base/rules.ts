import { matterZones, templateZones, type Zone } from '#data/vocabulary/zones.ts'

/**
 * The rules of the study as parts of SQL statements: each stands here and nowhere else (tests/rules-once.test.ts looks).
 * `link` and `entity` are the names of these tables in the statement; '' where no other table has the column.
 *
 * Parts, not views: a report prints its questions for whoever holds the corpus, and an old corpus, or one that can't be
 * written, has no views of ours. As text they also leave SQLite the plans that it had.
 */
const of = (table: string, column: string): string => (table === '' ? column : `${table}.${column}`)

/** Where a hyperlink stands: as the second pass saw it over the whole site, else as its page showed it. */
export const effectiveZone = (link = ''): string => `coalesce(${of(link, 'zone_site')}, ${of(link, 'zone')})`

const list = (some: readonly Zone[]): string => some.map(zone => `'${zone}'`).join(', ')

/** For `zone IN (…)`, where a statement has the effective zone as a column of its own. */
export const templateList = list(templateZones)

export const inTemplates = (link = ''): string => `${effectiveZone(link)} IN (${templateList})`
export const outsideTemplates = (link = ''): string => `${effectiveZone(link)} NOT IN (${templateList})`

const matterList = list(matterZones)

/** In the words of the page itself: see matterZones. */
export const inMatter = (link = ''): string => `${effectiveZone(link)} IN (${matterList})`

/** Its zone is one of the parameter `@zones`, a JSON array. */
export const inZones = (link = ''): string => `${effectiveZone(link)} IN (SELECT value FROM json_each(@zones))`

/** Its words name private persons. */
export const inComment = (link = ''): string => `${effectiveZone(link)} = ${list(['comment'])}`

/** A hyperlink that counts: from one entity to another. Those inside an entity are kept, but make no edge. */
export const betweenEntities = (link = ''): string => `${of(link, 'source_entity')} <> ${of(link, 'target_entity')}`

/** An entity that is neither merged into another nor forgotten. */
export const isLiving = (entity = ''): string =>
  `${of(entity, 'merged_into')} IS NULL AND ${of(entity, 'forgotten_at')} IS NULL`

/** Ids of entities that hold readings which the dates of a prefix would have kept from being made begin so; no address does. */
export const asidePrefix = '~aside '

/** An entity that holds such readings: they count for nobody, though they are kept (data/store/entities/aside-owners.ts). A range of the index of names. */
export const isAside = (entity = ''): string =>
  `${of(entity, 'name')} >= '${asidePrefix}' AND ${of(entity, 'name')} < '~aside!' AND ${of(entity, 'merged_into')} IS NOT NULL
   AND ${of(entity, 'status')} = 'DISCOVERED'`

/** What an entity holds counts: for statements that ask for no entity by its status. `entity`: a column with its row. */
export const isSomebodys = (entity: string): string => `${entity} NOT IN (SELECT id FROM entity WHERE ${isAside()})`

/** A page whose readings count for somebody. */
export const isReadForSomebody = (page = 'page'): string => `${of(page, 'outside')} < 2`

/** The living entities of the statuses in the parameter `@statuses`, a JSON array. */
export const chosenEntities = `SELECT id FROM entity WHERE status IN (SELECT value FROM json_each(@statuses)) AND ${isLiving()}`

/** In a statement that joins a link's place: it is a frame of a frameset, which its page shows as a part of itself. */
export const isFrame = (link: string, place: string): string =>
  `${link}.element = 'iframe' AND ('>' || ${place}.value GLOB '*>frame' OR '>' || ${place}.value GLOB '*>frame[.#]*')`

/** Frames within frames that are reached without a click. Chromium ends such a row when a frame shows itself, or the page holds a thousand. */
export const mostFramesDeep = 20

/** The day that a wave speaks of: that of the past which it asked for, else that of its beginning (UTC). */
export const dayOfWave = (wave = 'wave'): string =>
  `coalesce(nullif(${of(wave, 'past')}, ''), date(${of(wave, 'started_at')} / 1000, 'unixepoch'))`

/** Waves in the order of the days that they speak of, whenever they were crawled. */
export const byDay = (wave = 'wave'): string => `${dayOfWave(wave)}, ${of(wave, 'id')}`

/** Some wave was read from an archive: the order of visits is then not that of the days they speak of. */
export const hasPastWave = `EXISTS (SELECT 1 FROM wave WHERE past <> '')`
