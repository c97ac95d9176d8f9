import type { Url } from '#data/url/brand.ts'
import { mayLead } from './archived-address.ts'
import { askArchive } from './ask-archive.ts'
import type { CaptureList } from './asked-capture.ts'
import { type GateContext, type GateRow, mementosOf } from './gate-rows.ts'
import { readWebLinks, type WebLink } from './read-web-links.ts'
import { isWithin } from './read-memento.ts'
import { Refusal } from '../refusal.ts'

const mostBytes = 64_000_000
/** Of one address: a TimeMap may point to others that hold a part of the time each (RFC 7089, 5.1.3). */
const mostMaps = 40

/** Lists of the captures of an address, kept as they came so that no later call asks again. */
export class TimeMaps {
  readonly #context: GateContext
  readonly #rootKey: string
  /** What stands before an address to make its TimeMap's; null: not known. */
  #root: string | null

  constructor(context: GateContext) {
    this.#context = context
    this.#rootKey = `TimeMaps of ${context.service.gate}`
    this.#root = context.kept.read(this.#rootKey)
  }

  addressOf(url: Url): string | null {
    return this.#root === null ? null : this.#root + url
  }

  /** Where the TimeMap is that an answer for `url` names; null: it names none. The next one is found without a TimeGate. */
  learn(links: readonly WebLink[], { address, url }: { readonly address: string; readonly url: Url }): string | null {
    const [map] = mapsOf(links, address)
    if (map === undefined) return null
    if (this.#root === null && map.href.endsWith(url)) {
      this.#root = map.href.slice(0, -url.length)
      this.#context.kept.keep(this.#rootKey, this.#root)
    }
    return map.href
  }

  /** All captures in the window, and others. Null: there is no such list. */
  async read(begin: string, url: Url, signal: AbortSignal | undefined): Promise<CaptureList<GateRow> | Refusal | null> {
    const rows: GateRow[] = []
    let isAll = true
    const waiting = [begin]
    for (let at = 0; at < waiting.length; at++) {
      const address = waiting[at]!
      const text = await this.#text(address, signal)
      if (text === null || text instanceof Refusal) return text
      const links = readWebLinks(text)
      if (text !== '' && links.length === 0) return null
      // One by one: so many arguments as an archive may list captures are no call.
      for (const row of mementosOf(links, { address, url }, true)) rows.push(row)
      for (const map of mapsOf(links, address))
        if (!this.#couldHold(map)) isAll = false
        else if (waiting.includes(map.href)) continue
        else if (waiting.length < mostMaps) waiting.push(map.href)
        else isAll = false
    }
    return { rows, isAll }
  }

  async #text(address: string, signal: AbortSignal | undefined): Promise<string | Refusal | null> {
    const { service, asking, kept } = this.#context
    const known = kept.read(address)
    if (known !== null) return known
    const question = { address, delayMs: service.indexDelayMs, maxBytes: mostBytes, signal }
    const answer = await askArchive(asking, question)
    if (answer instanceof Refusal) return answer
    if (answer.status !== 200 && answer.status !== 404) return null
    const text = answer.status === 404 ? '' : answer.body.toString('utf8')
    kept.keep(address, text)
    return text
  }

  /** Of a part of the time alone: whether the window lies in it. */
  #couldHold({ from, until }: FurtherMap): boolean {
    const { target } = this.#context
    const noon = Date.parse(`${target.date}T12:00:00Z`)
    const nearest = Math.min(Math.max(noon, from ?? -Infinity), until ?? Infinity)
    return isWithin(nearest, target)
  }
}

interface FurtherMap {
  readonly href: string
  readonly from: number | null
  readonly until: number | null
}

/** TimeMaps that links name, in the form that we read. */
function mapsOf(links: readonly WebLink[], address: string): FurtherMap[] {
  return links.flatMap(({ target, rels, parameters: { type = '', from = '', until = '' } }) => {
    const href = URL.parse(target, address)?.href
    if (href === undefined || !rels.includes('timemap') || rels.includes('self') || !mayLead(address, href)) return []
    return /^$|link-format/i.test(type) ? [{ href, from: timeOf(from), until: timeOf(until) }] : []
  })
}

function timeOf(text: string): number | null {
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}
