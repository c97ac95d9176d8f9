import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Url } from '#data/url/brand.ts'
import { looseKey, looseness } from './loose-key.ts'
import type { RecordHead } from './record-head.ts'
import { baseHeader } from './warc-records.ts'
import type { WarcSource } from './warc-source.ts'

/** A record of an exchange, not read yet. */
export interface Capture {
  readonly url: Url
  /** Milliseconds since 1970; null: its date is none. */
  readonly at: number | null
  /** The end of its payload's digest; '' where none is stated. */
  readonly digest: string
  readonly type: CaptureType
  /** Toile wrote it. */
  readonly isOwn: boolean
  readonly source: WarcSource
  readonly offset: number
}

type CaptureType = 'response' | 'resource' | 'revisit'
export type RecordSpot = Pick<Capture, 'source' | 'offset'>

/** A 'continuation' of a record, and its number among the segments: the record itself is 1. */
export interface Segment extends RecordSpot {
  readonly number: number
}

/** What becomes of a record. */
export type RecordUse = CaptureType | 'rendered' | 'continuation' | 'skipped'

const types: ReadonlySet<string> = new Set<CaptureType>(['response', 'resource', 'revisit'])
const typeOf = (type: string): CaptureType | undefined => (types.has(type) ? (type as CaptureType) : undefined)

/** What an archive holds, by address. */
export class ArchiveIndex {
  readonly #captures = new Map<string, Capture[]>()
  readonly #rendered = new Map<string, RecordSpot>()
  /** By the id of the first segment. */
  readonly #segments = new Map<string, Segment[]>()
  #digests: Map<string, Capture> | null = null
  #lastAt: number | null = null

  /** Takes a record up, if it is of use. */
  add(head: RecordHead, source: WarcSource, offset: number, isOwn: boolean): RecordUse {
    if (head.type === 'continuation') return this.#addSegment(head, { source, offset })
    const type = typeOf(head.type)
    // What others derive from a page (its text, a picture) is no page.
    if (type === undefined && (head.type !== 'conversion' || head.header(baseHeader) === null)) return 'skipped'
    const url = recordedAddress(head.url)
    if (url === null) return 'skipped'
    if (type === undefined) {
      this.#rendered.set(url, { source, offset })
      return 'rendered'
    }
    const at = Date.parse(head.date)
    const digest = ownText(digestEnd(head.header('WARC-Payload-Digest')))
    const capture: Capture = { url, at: Number.isNaN(at) ? null : at, digest, type, isOwn, source, offset }
    if (capture.at !== null) this.#lastAt = Math.max(capture.at, this.#lastAt ?? capture.at)
    const key = looseKey(url)
    const before = this.#captures.get(key)
    if (before === undefined) this.#captures.set(ownText(key), [capture])
    else before.push(capture)
    return type
  }

  #addSegment(head: RecordHead, spot: RecordSpot): RecordUse {
    const origin = head.header('WARC-Segment-Origin-ID')
    const number = Number(head.header('WARC-Segment-Number'))
    if (origin === null || !(number > 1)) return 'skipped'
    const segments = this.#segments.get(origin)
    if (segments === undefined) this.#segments.set(ownText(origin), [{ ...spot, number }])
    else segments.push({ ...spot, number })
    return 'continuation'
  }

  /** When the last capture was taken, milliseconds since 1970; null: no record says. */
  get lastAt(): number | null {
    return this.#lastAt
  }

  /** What continues the record of that id, in no order. */
  segmentsOf(id: string): readonly Segment[] {
    return this.#segments.get(id) ?? []
  }

  /** Captures of `url`, the last first; then those of addresses that are taken for it, the nearest first. */
  capturesOf(url: Url): Capture[] {
    const all = this.#captures.get(looseKey(url)) ?? []
    const place = new Map(all.map((capture, at) => [capture, at]))
    return all.toSorted(
      (one, other) =>
        looseness(url, one.url) - looseness(url, other.url) ||
        (other.at ?? 0) - (one.at ?? 0) ||
        place.get(other)! - place.get(one)!,
    )
  }

  /** A capture with that payload, and with the payload itself. */
  withPayload(digest: string): Capture | undefined {
    this.#digests ??= new Map(
      [...this.#captures.values()]
        .flat()
        .flatMap(capture =>
          capture.digest === '' || capture.type === 'revisit' ? [] : [[capture.digest, capture] as const],
        ),
    )
    return this.#digests.get(digest)
  }

  renderedOf(url: Url): RecordSpot | undefined {
    return this.#rendered.get(url)
  }

  /** All of them, in no order. */
  *captures(): Generator<Capture> {
    for (const captures of this.#captures.values()) yield* captures
  }

  /** Addresses that an exchange is recorded of. */
  *urls(): Generator<Url> {
    for (const captures of this.#captures.values()) yield* new Set(captures.map(({ url }) => url))
  }
}

/** More than enough to tell payloads apart, whatever the algorithm. */
const digestChars = 24

export const digestEnd = (digest: string | null): string => (digest ?? '').slice(-digestChars).toLowerCase()

/** A record's address in normal form, in memory of its own; null when it is none of the Web. */
export function recordedAddress(raw: string): Url | null {
  const url = normalizeUrl(raw)
  return url === null ? null : ownText(url)
}

/** A text cut out of a record's head would keep the whole head in memory. */
const ownText = <Text extends string>(text: Text): Text => Buffer.from(text, 'utf8').toString('utf8') as Text
