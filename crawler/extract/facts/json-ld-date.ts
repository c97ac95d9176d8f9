import { isoDate } from './iso-date.ts'

const maxVisited = 2000
/** What stands for the page itself, best first; anything else that has a date may be something the page mentions. */
const pageTypes = /Article|Posting|Report|WebPage$|CreativeWork|Dataset|VideoObject|Event/

/** `datePublished` of the page's main object in its JSON-LD scripts, in ISO 8601; empty if there is none. Broken JSON is skipped. */
export function jsonLdDate(scripts: readonly string[]): string {
  for (const script of scripts) {
    const date = isoDate(dateIn(parsed(script)))
    if (date !== '') return date
  }
  return ''
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''))
  } catch {
    // Weather: strangers' scripts are often broken, and the page then simply states no date here.
    return null
  }
}

/** A name or a list of names; anything else is no type. */
function typesOf(type: unknown): string {
  const names: readonly unknown[] = Array.isArray(type) ? type.slice(0, maxVisited) : [type]
  return names.filter(name => typeof name === 'string').join(',')
}

/** Breadth first, so that the outermost object comes before those it mentions; those of a page's type before all others. */
function dateIn(root: unknown): string {
  const queue: unknown[] = [root]
  let other = ''
  for (let at = 0; at < queue.length && at < maxVisited; at += 1) {
    const value = queue[at]
    if (typeof value !== 'object' || value === null) continue
    const { datePublished, '@type': type } = value as Record<string, unknown>
    if (typeof datePublished === 'string') {
      if (pageTypes.test(typesOf(type))) return datePublished
      other ||= datePublished
    }
    queue.push(...Object.values(value).slice(0, maxVisited))
  }
  return other
}
