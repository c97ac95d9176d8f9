import type { ColumnType, Field, Value } from '#data/table/column.ts'
import type { UseEvidence } from './evidence-of-use.ts'
import type { ToolsOfSite, ToolUse } from './site-tools.ts'
import type { CountryUse, ToolRow } from './tool-table.ts'

type Line<Row> = readonly [id: string, type: ColumnType, unit: string, description: string, read: (row: Row) => Value]

const fieldsOf = <Row>(lines: readonly Line<Row>[]): readonly Field<Row>[] =>
  lines.map(([id, type, unit, description, read]) => ({ id, title: id, type, unit, description, read }))

/** A site with one of its tools; null: it uses none that is known, or nobody looked at it. */
export interface SiteUse {
  readonly site: ToolsOfSite
  readonly use: ToolUse | null
}

const pagesOf = ({ site, use }: SiteUse): number | null => (site.known === 0 ? null : (use?.pages ?? 0))

/** `tools --by site`: sites × tools. A site that uses none has a row without a tool, and one that nobody looked at a row without a number. */
export const siteUseTable = fieldsOf<SiteUse>([
  ['site', 'text', '', 'Id of the entity.', ({ site }) => site.site.id],
  ['country', 'text', 'ISO 3166-1 alpha-2', 'Of the entity.', ({ site }) => site.site.country],
  ['kind', 'text', '', 'Of the entity.', ({ site }) => site.site.kind],
  ['tool', 'text', '', 'Name of the tool; empty: none that the table knows.', ({ use }) => use?.tool.name ?? ''],
  ['maker', 'text', '', 'Id of the entity whose tool it is.', ({ use }) => use?.tool.maker ?? ''],
  ['maker_country', 'text', 'ISO 3166-1 alpha-2', 'Of the maker; empty: of no one country, or not known.', ({ use }) => use?.tool.country ?? ''], // prettier-ignore
  ['category', 'text', '', 'What the tool does.', ({ use }) => use?.tool.category ?? ''],
  ['pages', 'integer', 'pages', 'Pages that take something of it, each once; empty: not known.', pagesOf],
  ['pages_known', 'integer', 'pages', 'Pages of the site of which it is known what they take; with 0 nobody looked.', ({ site }) => site.known], // prettier-ignore
  ['pages_fetched', 'integer', 'pages', 'Pages of the site that were read.', ({ site }) => site.pages],
  ['how', 'list', '', 'script, style, image, frame, form, generator, cookie.', ({ use }) => use?.kinds ?? []],
  ['shown_by', 'list', '', 'Hosts, generator marks and names of cookies that show it.', ({ use }) => use?.shownBy ?? []], // prettier-ignore
])

export const siteUses = (sites: readonly ToolsOfSite[]): SiteUse[] =>
  sites.flatMap((site): SiteUse[] =>
    site.uses.length === 0 ? [{ site, use: null }] : site.uses.map(use => ({ site, use })),
  )

/** A tool among the sites that were looked at. */
export interface ToolUsers extends ToolRow {
  /** Sites of which it is known what they use. */
  readonly looked: number
}

/** `tools --by tool`. */
export const toolUserTable = fieldsOf<ToolUsers>([
  ['tool', 'text', '', 'Name of the tool.', ({ tool }) => tool.name],
  ['maker', 'text', '', 'Id of the entity whose tool it is.', ({ tool }) => tool.maker],
  ['maker_country', 'text', 'ISO 3166-1 alpha-2', 'Of the maker; empty: of no one country, or not known.', ({ tool }) => tool.country], // prettier-ignore
  ['category', 'text', '', 'What the tool does.', ({ tool }) => tool.category],
  ['sites', 'integer', 'entities', 'Sites that use it.', ({ users }) => users.length],
  ['sites_known', 'integer', 'entities', 'Sites of which it is known what they use.', ({ looked }) => looked],
  ['pages', 'integer', 'pages', 'Pages that take something of it.', ({ pages }) => pages],
  ['countries', 'list', '', 'Sites that use it by their country, as FR:3.', ({ byCountry }) => [...byCountry].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([country, n]) => `${country}:${n}`)], // prettier-ignore
])

/** Countries of sites × countries of makers, in a wave. */
export interface TestedUse extends CountryUse {
  /** Label of the wave; '' of a corpus that has one. */
  readonly wave: string
  readonly q: number | null
}

/** `tools --by country`, `kind` and `wave`. */
export const countryUseTable = fieldsOf<TestedUse>([
  ['wave', 'text', '', 'Label of the wave; empty: there is one, or all are taken together.', ({ wave }) => wave],
  ['country', 'text', 'ISO 3166-1 alpha-2', 'Of the sites.', ({ country }) => country],
  ['kind', 'text', '', 'Of the sites; empty: all kinds.', ({ kind }) => kind],
  ['maker_country', 'text', 'ISO 3166-1 alpha-2', 'Of the makers of the tools.', ({ makers }) => makers],
  ['sites', 'integer', 'entities', 'Sites of the country (and kind) of which it is known what they use.', ({ sites }) => sites], // prettier-ignore
  ['users', 'integer', 'entities', 'Those of them that use at least one tool of such a maker.', ({ users }) => users],
  ['all_sites', 'integer', 'entities', 'Sites of all countries (of the kind) of which it is known.', ({ allSites }) => allSites], // prettier-ignore
  ['all_users', 'integer', 'entities', 'Those of them that use such a tool.', ({ allUsers }) => allUsers],
  ['expected', 'number', 'entities', 'Users if the tools were dealt out regardless of country; empty: nothing to compare.', ({ chance }) => chance?.expected ?? null], // prettier-ignore
  ['p', 'number', '', "Fisher's exact test, two-sided; empty: nothing to compare.", ({ chance }) => chance?.p ?? null],
  ['q', 'number', '', 'p corrected for the rows of this table (Benjamini & Hochberg).', ({ q }) => q],
])

/** A host that no row of the table knows. */
export interface HostUse {
  readonly site: ToolsOfSite
  readonly host: string
  readonly pages: number
}

/** `tools --by host`. */
export const hostUseTable = fieldsOf<HostUse>([
  ['site', 'text', '', 'Id of the entity.', ({ site }) => site.site.id],
  ['host', 'text', '', "Host of somebody else that pages take something from, and no row of the table knows.", ({ host }) => host], // prettier-ignore
  ['pages', 'integer', 'pages', 'Pages that do.', ({ pages }) => pages],
  ['pages_known', 'integer', 'pages', 'Pages of the site of which it is known what they take.', ({ site }) => site.known], // prettier-ignore
])

export const hostUses = (sites: readonly ToolsOfSite[]): HostUse[] =>
  sites.flatMap(site => [...site.otherHosts].map(([host, pages]) => ({ site, host, pages })))

/** `tools --by page`: the evidence. */
export const evidenceTable = fieldsOf<UseEvidence>([
  ['site', 'text', '', 'Id of the entity.', ({ site }) => site.id],
  ['url', 'text', '', 'Address of the page.', ({ url }) => url],
  ['tool', 'text', '', 'Name of the tool.', ({ tool }) => tool.name],
  ['how', 'text', '', 'script, style, image, frame, form, generator or cookie.', ({ kind }) => kind],
  ['host', 'text', '', 'Host that the page names; empty of a generator mark and a cookie.', ({ host }) => host],
  ['detail', 'text', '', 'Beginning of the path; the generator mark; the name of the cookie.', ({ detail }) => detail],
  ['source', 'text', '', 'Public document that the row of the table of tools goes by.', ({ source }) => source],
  ['checked', 'text', 'ISO 8601', 'Day on which a copy of that document was read and held the sign; empty: nobody says so.', ({ checked }) => checked], // prettier-ignore
])
