import { nameRules, type Cue } from './zone-words.ts'

const maxMemo = 20_000
const memo = new Map<string, Cue | null>()

/**
 * What the words of an element's id and classes say of its zone; null when they say nothing. The id speaks before the
 * classes, and these in their order, but for `content`, the weakest word, which speaks last.
 */
export function nameCue(id: string, classes: string): Cue | null {
  if (id === '' && classes === '') return null
  const key = `${id} ${classes}`
  const known = memo.get(key)
  if (known !== undefined) return known
  if (memo.size >= maxMemo) memo.clear()
  const cue = readCue(key)
  memo.set(key, cue)
  return cue
}

function readCue(names: string): Cue | null {
  let weak: Cue | null = null
  for (const name of names.split(/\s+/)) {
    const cue = name === '' ? null : cueOfName(dashed(name))
    if (cue === 'content') weak ??= cue
    else if (cue !== null) return cue
  }
  return weak
}

function cueOfName(name: string): Cue | null {
  for (const [pattern, cue] of nameRules) if (pattern.test(name)) return cue
  return null
}

/** 'siteHeader', 'site_header' and 'site--header' as 'site-header'. */
function dashed(name: string): string {
  return name
    .slice(0, 80)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-zà-ÿ0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
