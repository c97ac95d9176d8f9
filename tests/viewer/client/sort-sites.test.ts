import { describe, expect, it } from 'vitest'
import { nameColumn, type SiteColumn } from '#viewer/client/table/site-column.ts'
import { sortSites } from '#viewer/client/table/sort-sites.ts'
import { createRandom } from '#graph/analysis/random.ts'

const column = (id: string, text: (site: number) => string, amount: SiteColumn['amount'] = null): SiteColumn => ({
  id, title: id, isNumeric: amount !== null, width: 1, text, amount, value: text, edit: null, column: null,
}) // prettier-ignore

/** Names as they occur: numbers, accents, case, signs, other scripts, equal ones. */
const names = ['Site 10', 'site 9', 'Élan', 'elan', 'Zut', 'œuvre', 'Oeuf', 'l’abri', 'l-abri', 'Ωμέγα', 'Яблоко', '2 rives', 'Site 9', '#lire', ''] // prettier-ignore
const random = createRandom('table')
const drawn = Array.from({ length: 300 }, () => `${names[random.int(names.length)]!} ${random.int(30)}`)
const all = [...names, ...drawn]
const sites = [...all.keys()]
const countries = ['', 'FR', 'be', 'États', 'etats']
const name = column(nameColumn, site => all[site]!)
const country = column('country', site => countries[site % countries.length]!)
const cited = column('in_degree', String, site => (site % 7 === 0 ? null : site % 5))
const table = { columns: [name, country, cited], siteCount: sites.length }

describe.each(['en', 'fr'] as const)('sortSites(sites, table, order) in %s', language => {
  const sorted = (by: string, descending = false, of: readonly number[] = sites) =>
    sortSites(of, { ...table, language }, { column: by, descending })
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const byName = (a: number, b: number): number => compare(all[a]!, all[b]!)

  it('sorts names as the language does, equal ones as they stand, those without one last', () => {
    const of = (turn: 1 | -1): number[] =>
      sites.toSorted((a, b) => Number(all[a] === '') - Number(all[b] === '') || turn * byName(a, b))
    expect(sorted(nameColumn)).toEqual(of(1))
    expect(sorted(nameColumn, true)).toEqual(of(-1))
  })

  it.each([false, true])(
    'sorts amounts and texts, then by name, what is not known last (descending: %s)',
    descending => {
      const turn = descending ? -1 : 1
      const unknownLast = (a: boolean, b: boolean): number => Number(a) - Number(b)
      const amount = (site: number): number => cited.amount!(site) ?? 0
      const isUnknown = (site: number): boolean => site % 7 === 0
      const text = (site: number): string => countries[site % countries.length]!
      expect(sorted('in_degree', descending).map(site => [isUnknown(site), amount(site)])).toEqual(
        sites
          .toSorted((a, b) => unknownLast(isUnknown(a), isUnknown(b)) || turn * (amount(a) - amount(b)))
          .map(site => [isUnknown(site), amount(site)]),
      )
      expect(sorted('country', descending).map(site => text(site).toLowerCase().replace('é', 'e'))).toEqual(
        sites
          .toSorted((a, b) => unknownLast(text(a) === '', text(b) === '') || turn * compare(text(a), text(b)))
          .map(site => text(site).toLowerCase().replace('é', 'e')),
      )
      const named = sorted('country', descending).filter(site => text(site) === 'FR' && all[site] !== '')
      expect(named).toEqual(sites.filter(site => named.includes(site)).toSorted(byName))
    },
  )

  it('sorts a part of the sites alike', () => {
    const part = sites.filter(site => site % 3 === 1)
    expect(sorted(nameColumn, false, part)).toEqual(sorted(nameColumn).filter(site => part.includes(site)))
  })
})
