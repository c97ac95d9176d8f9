import { z } from 'zod'
import { statuses } from '#data/vocabulary/statuses.ts'
import { endsBefore, isDate } from '#data/entity/dated.ts'
import { Mistake } from '#data/mistake.ts'
import { showCell } from '#data/show-cell.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { inOneStep } from '#data/store/curate/change-entities.ts'
import type { Author } from '#data/store/curate/author.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { dismissSuggestion } from '#data/store/curate/dismiss.ts'
import { type DrawnThen, keepFigure } from '#data/store/curate/keep-figure.ts'
import { editEntities } from '#data/store/curate/edit-entities.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { addPrefixTo, datePrefix, removePrefixFrom } from '#data/store/curate/move-prefix.ts'
import { mostNameLetters, nameCommunity } from '#data/store/curate/name-community.ts'
import { pinEntity } from '#data/store/curate/pin-entity.ts'
import { setEntity, type EntityFields } from '#data/store/curate/set-entity.ts'
import { splitEntity } from '#data/store/curate/split-entity.ts'
import { tagEntity, untagEntity } from '#data/store/curate/tag-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { codedEdges } from '#data/store/graph/edge-codes.ts'
import { edgeCodes } from '#data/vocabulary/edge-codes.ts'
import { entityFacts } from '#data/store/map/entity-facts.ts'
import { areAllLiving } from '#data/store/map/entity-rows.ts'
import type { EntityId } from '#data/url/brand.ts'
import { readAddress } from '#data/url/read-address.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import { namingOf } from '#graph/analysis/communities/naming-of.ts'
import { readPrefix } from '#data/curate/read-prefix.ts'
import { notingDraws } from '#data/curate/review/noting-draws.ts'
import { saveStory } from '#data/store/stories/save-story.ts'
import { storyNamed } from '#data/store/stories/stories.ts'
import { readStory, storyFaults } from '#data/story/story-shape.ts'
import { suggestionKinds } from '#data/curate/suggest/suggestion.ts'
import { figureShape, mostFigureNumber } from '../figure/figure-shape.ts'
import type { ChangeOutcome } from '../protocol/change.ts'
import type { FigureSettings } from '../protocol/figure.ts'

const id = z.string().min(1).max(2000)
const line = (most: number): z.ZodString =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}*$/u)
const word = line(200).trim().min(1)
const fields = z
  .object({
    status: z.enum(statuses),
    label: line(300).trim().min(1),
    country: z.string().regex(/^([A-Z]{2})?$/),
    kind: line(60).trim(),
    note: z.string().max(20_000),
  })
  .partial()
  .strict()

/** A year, month or day; '' takes the date away. */
const bound = z
  .string()
  .max(10)
  .refine(text => text === '' || isDate(text))

const story = z
  .unknown()
  .refine(value => storyFaults(value).length === 0)
  .transform(readStory)

/** What the page may ask to change. `from` is what the user saw: when it is no longer so, nothing is changed. */
const changeShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), id, from: fields, to: fields }),
  z.object({
    kind: z.literal('edit'),
    ids: z.array(id).min(1).max(30_000),
    fields: fields.optional(),
    tags: z
      .array(z.tuple([word, z.array(word).max(100)]))
      .max(20)
      .optional(),
  }),
  z.object({ kind: z.literal('tag'), id, category: word, value: word }),
  z.object({ kind: z.literal('untag'), id, category: word, value: word }),
  z.object({ kind: z.literal('add-prefix'), id, prefix: word }),
  z.object({ kind: z.literal('date-prefix'), id, prefix: word, from: bound.optional(), to: bound.optional() }),
  z.object({ kind: z.literal('remove-prefix'), id, prefix: word }),
  z.object({ kind: z.literal('merge'), id, into: id }),
  z.object({ kind: z.literal('split'), id, prefixes: z.array(word).min(1).max(200), label: line(300).trim() }),
  z.object({
    kind: z.literal('code'),
    source: id,
    target: id,
    from: z.enum(edgeCodes).nullable(),
    code: z.enum(edgeCodes).nullable(),
    note: z.string().max(5000),
  }),
  z.object({ kind: z.literal('pin'), id, place: z.object({ x: z.number(), y: z.number() }).nullable() }),
  z.object({
    kind: z.literal('figure'),
    number: z.int().min(1).max(mostFigureNumber),
    settings: figureShape.nullable(),
  }),
  z.object({ kind: z.literal('dismiss'), suggestion: z.enum(suggestionKinds), ids: z.array(id).min(1).max(2000) }),
  z.object({
    kind: z.literal('story'),
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
    from: story.nullable(),
    to: story.nullable(),
  }),
  z.object({
    kind: z.literal('name-community'),
    site: id,
    from: line(mostNameLetters),
    name: line(mostNameLetters).trim(),
  }),
  z.object({ kind: z.literal('undo'), event: z.int().positive() }),
])

const requestShape = z.object({ by: word, reason: line(1000), change: changeShape })

type Change = z.infer<typeof changeShape>
type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** What each kind of change does; returns its event, or null when it is so already. */
const appliers: {
  readonly [Kind in Change['kind']]: (
    corpus: Corpus,
    author: Author,
    change: ChangeOf<Kind>,
    shown: DrawnThen | null,
  ) => number | null
} = {
  set: (corpus, author, { id: name, from, to }) => {
    refuseWhenStale(corpus, name, from as EntityFields)
    return notingDraws(corpus, to.status === undefined ? [] : [name], () =>
      setEntity(corpus, author, name, to as EntityFields),
    )
  },
  edit: (corpus, author, { ids, fields: said = {}, tags = [] }) =>
    notingDraws(corpus, said.status === undefined ? [] : ids, () =>
      editEntities(
        corpus,
        author,
        ids.map(name => ({
          id: name as EntityId,
          fields: said as EntityFields,
          tags,
          prefixes: null,
          datedNames: null,
          datedPrefixes: null,
        })),
      ),
    ),
  tag: (corpus, author, { id: name, category, value }) => tagEntity(corpus, author, name, category, value),
  untag: (corpus, author, { id: name, category, value }) => untagEntity(corpus, author, name, category, value),
  'add-prefix': (corpus, author, { id: name, prefix }) => {
    const start = readAddress(prefix)
    return addPrefixTo(corpus, author, name, readPrefix(prefix), start === null ? {} : { start })
  },
  'date-prefix': (corpus, author, { id: name, prefix, from, to }) => {
    // A side that isn't said stays as it is stored.
    if (from !== undefined && to !== undefined && endsBefore({ from, to }))
      throw new Mistake({ code: 'ends-before', values: { found: showCell(prefix), from, to } })
    return datePrefix(corpus, author, name, readPrefix(prefix), {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })
  },
  'remove-prefix': (corpus, author, { id: name, prefix }) => removePrefixFrom(corpus, author, name, readPrefix(prefix)),
  merge: (corpus, author, { id: name, into }) => mergeEntity(corpus, author, name, into),
  split: (corpus, author, { id: name, prefixes, label }) =>
    splitEntity(corpus, author, name, prefixes.map(readPrefix), label === '' ? undefined : label).event,
  code: (corpus, author, { source, target, from, code, note }) => {
    const own = codedEdges(corpus, { source, target }).find(({ coder }) => coder === author.actor)
    if ((own?.code ?? null) !== from) throw new Stale()
    return codeEdge(corpus, author, { source, target, code, note })
  },
  pin: (corpus, author, { id: name, place }) => pinEntity(corpus, author, name, place),
  figure: (corpus, author, { number, settings }, shown) => {
    // It was drawn beside this thread: whoever was merged or forgotten meanwhile must not come back with it.
    if (settings !== null && (shown === null || !areAllLiving(corpus, shown.sites))) throw new Stale()
    return keepFigure(corpus, author, number, settings && { settings, drawn: shown })
  },
  dismiss: (corpus, author, { suggestion, ids }) => dismissSuggestion(corpus, author, suggestion, ids),
  story: (corpus, author, { name, from, to }) => {
    if (JSON.stringify(storyNamed(corpus, name)) !== JSON.stringify(from)) throw new Stale()
    if (to !== null && to.name !== name) throw new Mistake({ code: 'bad-field', values: { field: 'name' } })
    return saveStory(corpus, author, name, to)
  },
  'name-community': (corpus, author, { site, from, name }) => {
    const naming = namingOf(corpus, { site }, name.normalize('NFC'))
    if ((naming.now?.name ?? '') !== from) throw new Stale()
    return nameCommunity(corpus, author, naming)
  },
  undo: (corpus, author, { event }) => undoEvent(corpus, author, event)?.event ?? null,
}

/** Somebody else changed it meanwhile. */
class Stale extends Error {
  override readonly name = 'Stale'
}

function refuseWhenStale(corpus: Corpus, name: string, from: EntityFields): void {
  const facts = entityFacts(corpus, name)
  if (facts === undefined) throw new Mistake({ code: 'no-such-entity', values: { name } })
  for (const [field, seen] of Object.entries(from)) if (facts[field as keyof EntityFields] !== seen) throw new Stale()
}

/** Of each field of a request that can't be, its name, as the page sends it. */
const badFields = ({ issues }: z.ZodError): Said[] =>
  [...new Set(issues.map(({ path }) => String(path.at(-1) ?? '')))].map(field => ({
    code: 'bad-field',
    values: { field },
  }))

/** The figure that a page asks to keep, so that it can be drawn first; null: it asks for something else, or for what can't be. */
export function figureToKeep(request: unknown): FigureSettings | null {
  const change = requestShape.safeParse(request).data?.change
  return change?.kind === 'figure' ? change.settings : null
}

/**
 * Carries out what a page asked for; never throws for what a user may do wrong.
 * @param shown what the figure of figureToKeep shows.
 */
export function applyChange(
  corpus: Corpus,
  request: unknown,
  now: number,
  shown: DrawnThen | null = null,
): ChangeOutcome {
  const parsed = requestShape.safeParse(request)
  if (!parsed.success) return { outcome: 'refused', said: badFields(parsed.error) }
  const { by, reason, change } = parsed.data
  const apply = appliers[change.kind] as (
    ...of: [corpus: Corpus, author: Author, change: Change, shown: DrawnThen | null]
  ) => number | null
  try {
    return { outcome: 'done', event: inOneStep(corpus, () => apply(corpus, { actor: by, reason, now }, change, shown)) }
  } catch (error) {
    if (error instanceof Stale) return { outcome: 'stale' }
    if (error instanceof Mistake) return { outcome: 'refused', said: error.said }
    throw error
  }
}
