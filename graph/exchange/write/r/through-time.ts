import type { DatedCitation } from '#data/store/changes/dated-citations.ts'
import type { TieHistory } from '#data/store/changes/tie-history.ts'
import type { Field } from '#data/table/column.ts'
import type { ExportNode } from '../../model/export-model.ts'
import type { TiesInTime } from '../../model/ties-in-time.ts'
import { writtenTable, type WrittenTable } from '../tables.ts'
import { dayNumber, wasThere, type Stretch, stretchesOf, waveUnits } from './presence.ts'

type Line<Row> = readonly [Field<Row>['id'], Field<Row>['type'], string, string, Field<Row>['read']]

const fieldsOf = <Row>(lines: readonly Line<Row>[]): readonly Field<Row>[] =>
  lines.map(([id, type, unit, description, read]) => ({ id, title: id, type, unit, description, read }))

/** A site with its place, 1 … n, in nodes.csv: what packages of R call it. */
interface Placed {
  readonly id: string
  readonly place: number
  readonly stretches: readonly Stretch[]
}

/** Structural zero of RSiena: a tie that cannot be, as one of the two sites was not there. */
const structuralZero = 10

/** A wave's matrix for RSiena: 1, 0, null where nobody looked, 10 for a site that was not there at the wave's day. */
export function sienaReader(
  nodes: readonly ExportNode[],
  day: string,
  read: (row: number, column: number) => number | null,
): (row: number, column: number) => number | null {
  const there = nodes.map(node => wasThere(stretchesOf(node), day))
  return (row, column) => {
    if (!there[row]! || !there[column]!) return structuralZero
    const weight = read(row, column)
    return weight === null ? null : Number(weight > 0)
  }
}

interface Composition {
  readonly site: Placed
  readonly from: number
  readonly to: number
}

const compositionFields = fieldsOf<Composition>([
  ['site', 'text', '', 'Its id.', ({ site }) => site.id],
  ['actor', 'integer', '', 'Its place in nodes.csv.', ({ site }) => site.place],
  ['from', 'number', 'waves', 'It was there from then on: 1 is the first wave.', ({ from }) => from],
  ['to', 'number', 'waves', 'Until then.', ({ to }) => to],
])

/** A time through which a tie was seen. */
interface Spell {
  readonly tie: TieHistory
  readonly first: number
  readonly last: number
  /** Waves that looked and did not see it, the nearest before and after; −1: none. */
  readonly absentBefore: number
  readonly absentAfter: number
}

/** From each first sighting to the look that no longer saw it; what a wave did not look at ends no spell. */
function spellsOf(tie: TieHistory): Spell[] {
  const spells: Spell[] = []
  let absent = -1
  for (const [at, { state }] of tie.states.entries()) {
    const open = spells.at(-1)
    const isOpen = open !== undefined && open.absentAfter < 0
    if (state === 'present' && isOpen) spells[spells.length - 1] = { ...open, last: at }
    else if (state === 'present') spells.push({ tie, first: at, last: at, absentBefore: absent, absentAfter: -1 })
    if (state !== 'absent') continue
    absent = at
    if (isOpen) spells[spells.length - 1] = { ...open, absentAfter: at }
  }
  return spells
}

const dayUnit = 'days since 1970-01-01'

function edgeSpellFields(days: readonly string[], placeOf: ReadonlyMap<string, number>): readonly Field<Spell>[] {
  const dayOf = (wave: number): number | null => (wave < 0 ? null : dayNumber(days[wave]!))
  return fieldsOf<Spell>([
    ['onset', 'integer', dayUnit, 'First sighting.', ({ first }) => dayOf(first)],
    [
      'terminus',
      'integer',
      dayUnit,
      'First look that no longer saw it; else the last sighting.',
      spell => dayOf(spell.absentAfter < 0 ? spell.last : spell.absentAfter),
    ],
    ['tail', 'integer', '', 'Place of the citing site in nodes.csv.', ({ tie }) => placeOf.get(tie.source)!],
    ['head', 'integer', '', 'Place of the cited site.', ({ tie }) => placeOf.get(tie.target)!],
    [
      'onset.censored',
      'boolean',
      '',
      'Nobody looked before: it may have begun earlier.',
      ({ absentBefore }) => absentBefore < 0,
    ],
    ['terminus.censored', 'boolean', '', 'Nobody saw it end.', ({ absentAfter }) => absentAfter < 0],
    [
      'onset.after',
      'integer',
      dayUnit,
      'Last look before that did not see it: it began later.',
      ({ absentBefore }) => dayOf(absentBefore),
    ],
    ['terminus.after', 'integer', dayUnit, 'Last sighting: it ended later.', ({ last }) => dayOf(last)],
    ['source', 'text', '', 'Id of the citing site.', ({ tie }) => tie.source],
    ['target', 'text', '', 'Id of the cited site.', ({ tie }) => tie.target],
  ])
}

interface SiteSpell {
  readonly site: Placed
  readonly stretch: Stretch
}

function siteSpellFields(days: readonly string[]): readonly Field<SiteSpell>[] {
  const [first, last] = [days[0]!, days.at(-1)!]
  return fieldsOf<SiteSpell>([
    [
      'onset',
      'integer',
      dayUnit,
      'First day on which it was there, by its dated addresses; else the first wave, or its last day where that is earlier.',
      ({ stretch: { from, to } }) => dayNumber(from || (to !== '' && to < first ? to : first)),
    ],
    [
      'terminus',
      'integer',
      dayUnit,
      'Last day; else the last wave, or its first day where that is later.',
      ({ stretch: { from, to } }) => dayNumber(to || (from > last ? from : last)),
    ],
    ['vertex.id', 'integer', '', 'Its place in nodes.csv.', ({ site }) => site.place],
    ['onset.censored', 'boolean', '', 'Since when is not known.', ({ stretch }) => stretch.from === ''],
    ['terminus.censored', 'boolean', '', 'Until when is not known.', ({ stretch }) => stretch.to === ''],
    ['site', 'text', '', 'Its id.', ({ site }) => site.id],
  ])
}

const eventFields = (placeOf: ReadonlyMap<string, number>): readonly Field<DatedCitation>[] =>
  fieldsOf<DatedCitation>([
    ['time', 'integer', dayUnit, 'Day that the page states.', ({ published }) => dayNumber(published)],
    ['sender', 'text', '', 'Id of the citing site.', ({ source }) => source],
    ['receiver', 'text', '', 'Id of the cited site.', ({ target }) => target],
    ['increment', 'integer', '', '1: a page cites once.', () => 1],
    ['sender_id', 'integer', '', 'Place of the citing site in nodes.csv.', ({ source }) => placeOf.get(source)!],
    ['receiver_id', 'integer', '', 'Place of the cited site.', ({ target }) => placeOf.get(target)!],
    ['day', 'date', 'ISO 8601', 'The same day.', ({ published }) => published],
    ['origin', 'text', '', 'Where the page states it: json-ld, meta, time or url.', ({ origin }) => origin],
    ['page', 'text', '', 'The page.', ({ page }) => page],
    ['links', 'integer', 'links', 'Its hyperlinks to the site, in its matter.', ({ links }) => links],
  ])

/**
 * Tables of what changes: composition for RSiena and spells for networkDynamic where there are two waves or more; events of
 * pages that state a day, which alone have an order (waves give none): for goldfish, relevent. Neither spells of ties nor
 * events where these are chosen by weight.
 */
export function tablesThroughTime(
  nodes: readonly ExportNode[],
  { days, histories, citations }: TiesInTime,
): WrittenTable[] {
  const placeOf = new Map<string, number>(nodes.map(({ id }, at) => [id, at + 1]))
  const placed = nodes.map((node, at): Placed => ({ id: node.id, place: at + 1, stretches: stretchesOf(node) }))
  const areNodes = ({ source, target }: { readonly source: string; readonly target: string }): boolean =>
    placeOf.has(source) && placeOf.has(target)
  const ofDay = citations?.filter(one => /^\d{4}-\d\d-\d\d$/.test(one.published) && areNodes(one))
  const events = ofDay === undefined ? [] : [writtenTable('events', eventFields(placeOf), ofDay)]
  if (days.length < 2) return events
  const spells = histories?.filter(areNodes).flatMap(spellsOf)
  const composition = placed.flatMap(site =>
    waveUnits(site.stretches, days).map(([from, to]): Composition => ({ site, from, to })),
  )
  const siteSpells = placed.flatMap(site => site.stretches.map((stretch): SiteSpell => ({ site, stretch })))
  return [
    writtenTable('composition', compositionFields, composition),
    ...(spells === undefined ? [] : [writtenTable('edge-spells', edgeSpellFields(days, placeOf), spells)]),
    writtenTable('vertex-spells', siteSpellFields(days), siteSpells),
    ...events,
  ]
}
