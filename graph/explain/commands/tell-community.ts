import { printable, printedColumns } from '#data/command/printable.ts'
import type { AgainstChance } from '../chance/poisson-binomial.ts'
import type { TiesWith } from '../reckon/community-ties.ts'
import type { CommunityFacts } from '../reckon/describe-community.ts'
import { digits, told } from './tell-why.ts'

const mostSites = 30
const mostBridges = 5

/** What is told of a community in English, as text; ends with a line break. */
export function tellCommunity(facts: CommunityFacts): string {
  const { number, given, kept, suggestions, members, ties, words, pages, brokers, stability, runs, origin } = facts
  const { sites } = members
  const lines = [
    `Community ${number}${given === '' ? '' : `, '${printable(given)}'`}: ${sites.length} sites; ${facts.countries.map(([country, count]) => `${country || 'no country'} ${count}`).join(', ')}`,
    ...(kept?.warning === 'gone' ? [`Less than half is left of the ${kept.sites} sites that the name was given to: ${kept.left}.`] : []),
    ...(kept?.warning === 'new' ? [`Most of its sites came since it was named.`] : []),
    `Names that might be given: ${suggestions.map(name => `'${printable(name)}'`).join('; ')}`,
    ...(facts.isStale ? ['The network changed since the analysis.'] : []),
    stability === null ? '' : `Stability ${digits(stability)}${runs === null ? '' : ` over ${runs} runs`}`,
    '',
    printedColumns([
      ['SITE', 'COUNTRY', 'CITED BY', 'CITES', 'OUTSIDE', 'CORE', 'STABILITY'],
      ...sites.slice(0, mostSites).map(site => [site.id, site.country, String(site.citing), site.cited === null ? '?' : String(site.cited), String(site.outside), site.isCore ? 'core' : '', site.stability === null ? '' : digits(site.stability)]), // prettier-ignore
    ]).trimEnd(),
    ...(sites.length > mostSites ? [`… and ${sites.length - mostSites} more; --json has all`] : []),
    '',
    `Ties inside: ${ties.inside === null ? 'not known, as no page was read' : told(ties.inside)}`,
    ...ties.communities.map(one => withLine(`community ${one.group.number} (${printable(one.group.name)})`, one)),
    ...ties.countries.map(one => withLine(`other sites of ${one.group || 'no country'}`, one)),
    ...members.bridges.slice(0, mostBridges).map(({ id, outside }) => `${id}: ties with sites outside: ${told(outside)}`),
    ...brokers.map(({ id, role, count, expected }) => `${id}: ${role}, ${count} (${digits(expected)} expected)`),
    ...(words ?? []).map(({ language, words: own }) => `Words (${language}): ${own.map(({ term }) => printable(term)).join(', ')}`),
    ...(words?.length === 0 ? [origin === 'file' ? 'Words: none, as the ties came in a file.' : 'Words: none that stand out.'] : []),
    ...(pages?.length === 0 ? [origin === 'hyperlinks' ? 'No page of it is cited in the matter of pages.' : 'Cited pages: not known where ties came in a file.'] : ['Most cited pages:']),
    ...(pages ?? []).map(({ url, citing, title }) => `  ${citing} sites  ${url}  ${printable(title)}`),
  ] // prettier-ignore
  return `${lines.join('\n')}\n`
}

const orUnknown = (ties: AgainstChance | null): string => (ties === null ? 'not known' : told(ties))

const withLine = (name: string, { out, in: back }: TiesWith<unknown>): string =>
  `  with ${name}: cites ${orUnknown(out)}; cited by ${orUnknown(back)}`
