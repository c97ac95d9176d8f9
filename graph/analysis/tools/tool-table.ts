import type { Tool } from '#data/tools/signature.ts'
import { chanceOfDraw, type DrawChance } from './hypergeometric.ts'
import type { ToolsOfSite } from './site-tools.ts'

/** Which sites use tools of a maker's country, against what chance would give. */
export interface CountryUse {
  /** Of the sites, and of the makers of tools. */
  readonly country: string
  readonly makers: string
  /** Of the sites; '' is all kinds. */
  readonly kind: string
  /** Sites of the country of which it is known, and those of them that use such a tool. */
  readonly sites: number
  readonly users: number
  /** Sites of all countries, of the kind, of which it is known, and the users among them. */
  readonly allSites: number
  readonly allUsers: number
  /** Null: all sites are of one country, or all use it, or none. */
  readonly chance: DrawChance | null
}

export type ToolChoice = (tool: Tool) => boolean

/** Sites of which it is known what they use. */
export const lookedAt = (sites: readonly ToolsOfSite[]): ToolsOfSite[] => sites.filter(({ known }) => known > 0)

const usesOf = ({ uses }: ToolsOfSite, makers: string, choice: ToolChoice): boolean =>
  uses.some(({ tool }) => tool.country === makers && choice(tool))

/**
 * Sites by country × makers by country: how many use at least one tool of theirs, and how many would if the tools were dealt out among the sites
 * regardless of country (hypergeometric). Sites without a country, and makers without one, are left out. `kind`: of the sites of that kind alone.
 */
export function countryUses(
  sites: readonly ToolsOfSite[],
  { kind = '', choice = () => true }: { readonly kind?: string; readonly choice?: ToolChoice } = {},
): CountryUse[] {
  const compared = lookedAt(sites).filter(({ site }) => site.country !== '' && (kind === '' || site.kind === kind))
  const makers = distinct(compared.flatMap(({ uses }) => uses.map(({ tool }) => tool).filter(choice).map(tool => tool.country))) // prettier-ignore
  const countries = distinct(compared.map(({ site }) => site.country))
  return countries.flatMap(country => {
    const own = compared.filter(({ site }) => site.country === country)
    return makers.map((maker): CountryUse => {
      const [users, allUsers] = [own, compared].map(some => some.filter(one => usesOf(one, maker, choice)).length) as [number, number] // prettier-ignore
      const draw = { all: compared.length, marked: allUsers, drawn: own.length, hits: users }
      return { country, makers: maker, kind, sites: own.length, users, allSites: compared.length, allUsers, chance: chanceOfDraw(draw) } // prettier-ignore
    })
  })
}

/** A tool with the sites that use it. */
export interface ToolRow {
  readonly tool: Tool
  /** Ids, sorted. */
  readonly users: readonly string[]
  /** Users by the country of the site. */
  readonly byCountry: ReadonlyMap<string, number>
  readonly pages: number
}

/** Every tool that some site uses, most used first, then by name. */
export function toolRows(sites: readonly ToolsOfSite[]): ToolRow[] {
  const rows = new Map<string, { tool: Tool; users: string[]; byCountry: Map<string, number>; pages: number }>()
  for (const { site, uses } of sites)
    for (const { tool, pages } of uses) {
      const row = rows.get(tool.name) ?? { tool, users: [], byCountry: new Map<string, number>(), pages: 0 }
      rows.set(tool.name, row)
      row.users.push(site.id)
      row.byCountry.set(site.country, (row.byCountry.get(site.country) ?? 0) + 1)
      row.pages += pages
    }
  return [...rows.values()].toSorted((a, b) => b.users.length - a.users.length || (a.tool.name < b.tool.name ? -1 : 1))
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].filter(value => value !== '').toSorted()
