import type { Prose } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { countedIn } from '#data/vocabulary/words/counted-prose.ts'

export const counted = countedIn('fr')
const noun =
  (one: string, other: string) =>
  (num: Num): Prose =>
    counted(num, { one: `# ${one}`, other: `# ${other}` })

export const sites = noun('site', 'sites')
export const edges = noun('lien', 'liens')
export const ties = noun('lien non orienté', 'liens non orientés')
export const pages = noun('page', 'pages')
export const addresses = noun('adresse', 'adresses')
export const links = noun('hyperlien', 'hyperliens')
export const runs = noun('tirage', 'tirages')
export const clicks = noun('clic', 'clics')
export const countries = noun('pays', 'pays')
export const communities = noun('communauté', 'communautés')

/** En français, 0 et 1 sont au singulier. */
export const verb = (num: Num, one: string, other: string): string => (Math.abs(num.value) < 2 ? one : other)
