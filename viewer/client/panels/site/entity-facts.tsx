import { sayCause } from '#data/vocabulary/words/say.ts'
import type { EntityData } from '#viewer/protocol/entity.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** What the corpus knows of an entity, row by row; rows without a value are left out. */
export function EntityFactList({ entity }: { readonly entity: EntityData }) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const { pages } = entity
  const unread = pages.failed + pages.excluded + pages.pending
  const causes = entity.causes
    .map(([cause, count]) => words.causeOf(sayCause(cause, speech.language), speech.count(count)))
    .join(', ')
  const rows: readonly (readonly [string, string])[] = [
    [words.country, entity.country === '' ? '' : speech.country(entity.country)],
    [words.kind, entity.entityKind === '' ? '' : speech.category('kind', entity.entityKind)],
    [words.status, speech.category('status', entity.status)],
    // Of what came as a file nobody was to read pages.
    [words.pagesRead, model.data.corpus.crawl === null && pages.fetched === 0 ? '' : speech.count(pages.fetched)],
    [words.pagesNotRead, unread === 0 ? '' : `${speech.count(unread)}${causes === '' ? '' : ` (${causes})`}`],
    [
      words.crawled,
      entity.firstVisit !== null && entity.lastVisit !== null ? speech.dates(entity.firstVisit, entity.lastVisit) : '',
    ],
    [
      words.addresses,
      entity.prefixes.length > 1 || entity.prefixes[0] !== entity.homepage ? entity.prefixes.join('\n') : '',
    ],
    ...entity.tags.map(([category, value]) => [category.replaceAll('_', ' '), value] as const),
    [words.source, entity.source],
    [words.note, entity.note],
  ]
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
