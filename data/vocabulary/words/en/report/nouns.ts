import type { Prose } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { countedIn } from '#data/vocabulary/words/counted-prose.ts'

export const counted = countedIn('en')
const noun =
  (one: string, other: string) =>
  (num: Num): Prose =>
    counted(num, { one: `# ${one}`, other: `# ${other}` })

export const sites = noun('site', 'sites')
export const edges = noun('edge', 'edges')
export const ties = noun('undirected tie', 'undirected ties')
export const pages = noun('page', 'pages')
export const addresses = noun('address', 'addresses')
export const links = noun('hyperlink', 'hyperlinks')
export const runs = noun('run', 'runs')
export const clicks = noun('click', 'clicks')
export const countries = noun('country', 'countries')
export const communities = noun('community', 'communities')

export const isAre = (num: Num): string => (num.value === 1 ? 'is' : 'are')
export const wasWere = (num: Num): string => (num.value === 1 ? 'was' : 'were')
/** 'cites' or 'cite', of a number of sites. */
export const verb = (num: Num, one: string, other: string): string => (num.value === 1 ? one : other)
