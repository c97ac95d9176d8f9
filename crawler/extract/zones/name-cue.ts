import type { Region } from '../markup/region.ts'
import { PairMemory } from '../pair-memory.ts'
import { copyText } from '../text/copy-text.ts'
import { nameRules, type Cue } from './zone-words.ts'
import { withoutAccents } from '#data/vocabulary/without-accents.ts'

interface Told {
  readonly cue: Cue | null
}

/** Id, class → what they say. */
const known = new PairMemory<Told>(20_000)

/** Words that say little: any other word of the element speaks before them, in this order. */
const weak: readonly (Cue | null)[] = ['widget', 'content']

/**
 * What the words of an element's id and classes say of it; null when they say nothing. The id speaks before the classes,
 * and these in their order. A long id is a slug made of a heading's words, and says nothing.
 */
export function nameCue(id: string, classes: string): Cue | null {
  if (id === '' && classes === '') return null
  const told =
    known.get(id, classes) ?? known.keep(copyText(id), copyText(classes), { cue: readCue(`${id} ${classes}`) })
  return told.cue
}

/** As nameCue, of an element; asked once for each. */
export function namedCue(region: Region): Cue | null {
  const { id = '', class: classes = '' } = region.attributes
  return region.named === undefined ? (region.named = nameCue(id, classes)) : region.named
}

function readCue(names: string): Cue | null {
  const cues = names
    .split(/\s+/)
    .filter(name => name !== '' && name.length <= 60)
    .map(name => cueOfName(dashed(name)))
  if (cues.includes('social')) return 'social'
  const strong = cues.find(cue => cue !== null && !weak.includes(cue))
  return strong ?? weak.find(cue => cues.includes(cue)) ?? null
}

function cueOfName(name: string): Cue | null {
  if (name.split('-').length > 6) return null
  for (const [pattern, cue] of nameRules) if (pattern.test(name)) return cue
  return null
}

/** 'siteHeader', 'site_header' and 'site--header' as 'site-header'. */
function dashed(name: string): string {
  return withoutAccents(name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
