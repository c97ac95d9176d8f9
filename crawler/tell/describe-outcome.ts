import { howMany } from '#data/command/how-many.ts'
import { printedColumns } from '#data/command/printable.ts'
import type { EntityOutcome } from '#data/store/visits/crawl-findings.ts'
import type { CrawlStatus } from '#data/store/visits/crawl-status.ts'
import { howToInstallChromium } from '../fetch/render/how-to-install.ts'
import type { Suspicion } from './suspicions.ts'

const shown = 20

/** What somebody who comes back in the morning reads under the figures: what looks odd, and what to do next. */
export function describeOutcome(
  status: CrawlStatus,
  entities: readonly EntityOutcome[],
  suspects: readonly Suspicion[],
): string {
  return [
    ...(suspects.length === 0 ? [] : [`\nTo be looked at (${suspects.length} of ${entities.length} entities):\n`]),
    printedColumns(
      suspects.slice(0, shown).map(({ entity, sentence }) => [entity, sentence]),
      100,
    ),
    ...(suspects.length > shown ? [`… and ${suspects.length - shown} more (--json lists all)\n`] : []),
    '\nNext:\n',
    ...nextSteps(status, entities).map(step => `- ${step}\n`),
  ].join('')
}

function nextSteps(status: CrawlStatus, entities: readonly EntityOutcome[]): string[] {
  const cut = entities.filter(entity => entity.cut > 0).length
  const unrendered = entities.reduce((sum, entity) => sum + entity.unrendered, 0)
  const unreachable = status.causes.some(({ cause }) => cause === 'robots-unreachable')
  const isSlow = status.causes.some(({ cause }) => cause === 'crawl-delay')
  return [
    ...(status.pages.pending > 0 ? ['The same command goes on with what is left.'] : []),
    ...(cut > 0
      ? [
          `${cut === 1 ? '1 entity has' : `${cut} entities have`} more pages than --max-pages: raise it, and the same command extends the crawl.`,
        ]
      : []),
    ...(unreachable ? ['Call the same command again later: some robots.txt files could not be reached.'] : []),
    ...(isSlow
      ? [
          'Some sites ask for more than two minutes between requests (crawl-delay) and were not read: ask their owners for another pace, or crawl an archive of them (--from-archive).',
        ]
      : []),
    ...(unrendered > 0
      ? [`${unrendered === 1 ? '1 page needs' : `${unrendered} pages need`} a browser. ${howToInstallChromium()}`]
      : []),
    ...(status.entities.DISCOVERED > 0
      ? [
          `./toile discovered lists what was linked to and is not reviewed: ${howMany(status.entities.DISCOVERED, 'entity')}.`,
        ]
      : []),
    './toile analyse builds the graph; ./toile view shows the map.',
  ]
}
