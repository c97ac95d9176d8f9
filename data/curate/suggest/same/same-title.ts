import { foldText } from '#data/vocabulary/fold-text.ts'
import { showCell } from '#data/show-cell.ts'
import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import type { PairSign } from '../suggestion.ts'

/** Titles that tell nothing of whose site it is. */
const generic =
  /^(?:home(?: ?page)?|accueil|bienvenue|welcome|index|blog|untitled.*|sans titre|page d'accueil|.*\b(?:404|403|500|not found|introuvable|forbidden|error|erreur|log ?in|sign in|connexion|redirect\w*|just a moment|loading|under construction|en construction|coming soon|index of)\b.*)$/

/** A title that more sites bear is a program's default. */
const mostSites = 3
const leastLength = 8

/** Front pages with the same title. */
export function titleSigns(sites: ReadonlyMap<number, LivingSite>): PairSign[] {
  const titled = [...sites.values()].flatMap(site => {
    const title = foldText(site.front?.title ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    return title.length < leastLength || generic.test(title) ? [] : [{ site, title }]
  })
  return [...Map.groupBy(titled, ({ title }) => title).values()].flatMap(same => {
    if (same.length < 2 || same.length > mostSites) return []
    const [first, ...others] = same
    return others.map(({ site }): PairSign => ({
      pair: [site.row, first!.site.row],
      weight: 2,
      sign: 'title',
      code: 'same-title',
      values: { title: showCell(site.front!.title) },
    }))
  })
}
