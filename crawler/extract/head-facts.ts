import { keptLimits } from './kept-limits.ts'
import type { Region } from './markup/region.ts'
import type { StatedTime } from './page-document.ts'

const maxJsonLd = 500_000
const maxTimes = 200
const maxMetas = 500
const maxAlternates = 200
const dateClass = /(?:^|\s)(?:published|entry-date|post-date|dt-published|date-published)(?:\s|$)/

/** Collects what a document states about itself, wherever in the document it does. Addresses are as written. */
export class HeadFacts {
  title = ''
  language = ''
  base: string | null = null
  canonical: string | null = null
  readonly alternates: (readonly [string, string])[] = []
  readonly metas: (readonly [string, string])[] = []
  readonly jsonLd: string[] = []
  readonly times: StatedTime[] = []
  readonly limits = new Set<string>()
  #hasTitle = false
  #jsonLdLength = 0

  onElement(region: Region): void {
    const { name, attributes } = region
    if (name === 'html') this.language = attributes['lang'] ?? attributes['xml:lang'] ?? ''
    else if (name === 'base') this.base ??= attributes['href'] ?? null
    else if (name === 'meta') this.#onMeta(region)
    else if (name === 'link' && hasRel(attributes['rel'], 'canonical')) this.canonical ??= attributes['href'] ?? null
    else if (name === 'link' && attributes['hreflang'] !== undefined) this.#onAlternate(region)
    else this.#onDate(region)
  }

  /** Text that is no text of the page: of titles and scripts. */
  onUnread(text: string, inside: Region): void {
    if (inside.name === 'script') this.#onScript(text, inside)
    else if (inside.name === 'title' && !this.#hasTitle && !isInSvg(inside)) {
      if (text.length > keptLimits.heading) this.limits.add('text')
      this.title = text.slice(0, keptLimits.heading)
      this.#hasTitle = true
    }
  }

  #onAlternate({ attributes }: Region): void {
    const [language, href] = [attributes['hreflang'], attributes['href']]
    if (language && href && hasRel(attributes['rel'], 'alternate') && this.alternates.length < maxAlternates)
      this.alternates.push([language, href])
  }

  #onMeta({ attributes }: Region): void {
    const content = attributes['content']
    if (content === undefined) return
    if (this.metas.length >= maxMetas) this.limits.add('text')
    else
      for (const key of ['name', 'property', 'http-equiv', 'itemprop'] as const) {
        const value = attributes[key]
        if (value !== undefined) this.metas.push([value.trim().toLowerCase(), content])
      }
  }

  #onScript(text: string, { attributes }: Region): void {
    if (attributes['type']?.trim().toLowerCase() !== 'application/ld+json') return
    this.#jsonLdLength += text.length
    if (this.#jsonLdLength > maxJsonLd) this.limits.add('text')
    else this.jsonLd.push(text)
  }

  #onDate(region: Region): void {
    const { name, attributes } = region
    const isPublished = attributes['itemprop'] === 'datePublished'
    const isClassed = (name === 'abbr' || name === 'span') && dateClass.test(attributes['class'] ?? '')
    if (!isPublished && !isClassed && name !== 'time') return
    const value = attributes['datetime'] ?? attributes['content'] ?? (name === 'time' ? '' : attributes['title'])
    if (value !== undefined && value !== '' && this.times.length < maxTimes) this.times.push({ region, value })
  }
}

function hasRel(rel: string | undefined, wanted: string): boolean {
  return rel !== undefined && rel.toLowerCase().split(/\s+/).includes(wanted)
}

function isInSvg(region: Region): boolean {
  for (let at = region.parent; at !== null; at = at.parent) if (at.name === 'svg') return true
  return false
}
