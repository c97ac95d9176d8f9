import { noonOf } from '#data/past-target.ts'
import type { Url } from '#data/url/brand.ts'
import type { Answer } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import { mayLead, readArchivedAddress } from './archived-address.ts'
import { askArchive, isMemento, ownAnswer } from './ask-archive.ts'
import type { AskedArchive, CaptureList } from './asked-capture.ts'
import { type GateAsked, type GateContext, type GateRow, gateRow, mementosOf } from './gate-rows.ts'
import { MementoReader } from './read-memento.ts'
import { readWebLinks, type WebLink } from './read-web-links.ts'
import { TimeMaps } from './time-maps.ts'

/** More than the head of any answer holds is asked of a TimeMap. */
const mostGateBytes = 10_000_000

/**
 * An archive that speaks Memento alone (RFC 7089). Its TimeMap lists the captures of an address, and the nearest is chosen from it. Where
 * there is none, the TimeGate's own choice and the neighbours that it names are all that is known: the visit then has the limit `time-gate`.
 */
export class TimeGate implements AskedArchive<GateRow> {
  readonly #context: GateContext
  readonly #reader: MementoReader
  readonly #maps: TimeMaps
  /** Whether it answered as a TimeGate does. */
  isOne = false

  constructor(context: GateContext) {
    const { asking, target, service } = context
    this.#context = context
    this.#reader = new MementoReader({ asking, target, delayMs: service.delayMs })
    this.#maps = new TimeMaps(context)
  }

  readonly list: AskedArchive<GateRow>['list'] = async (url, signal) => {
    const known = this.#maps.addressOf(url)
    const mapped = known === null ? null : await this.#maps.read(known, url, signal)
    return mapped ?? this.#negotiate(url, signal)
  }

  readonly read: AskedArchive<GateRow>['read'] = async ({ address, isProven, held }, reading) => {
    const found = held ?? (await this.#reader.read(address, reading))
    if (isProven || found instanceof Refusal) return found
    return { ...found, answer: { ...found.answer, limits: [...found.answer.limits, 'time-gate'] } }
  }

  readonly mementoOf = ({ address }: GateRow): string => address

  async #negotiate(url: Url, signal: AbortSignal | undefined): Promise<CaptureList<GateRow> | Refusal> {
    const { service, asking, target } = this.#context
    const address = service.gate + url
    const acceptDatetime = new Date(noonOf(target.date) ?? Number.NaN).toUTCString()
    const question = { address, acceptDatetime, delayMs: service.delayMs, maxBytes: mostGateBytes, signal }
    const answer = await askArchive(asking, question)
    if (answer instanceof Refusal) return answer
    const links = readWebLinks(answer.headers['link'] ?? '')
    this.isOne ||= isMemento(answer) || links.some(({ rels }) => rels.some(rel => gateRels.has(rel)))
    const map = this.#maps.learn(links, { address, url })
    const mapped = map === null ? null : await this.#maps.read(map, url, signal)
    if (mapped instanceof Refusal || (mapped?.rows.length ?? 0) > 0) return mapped!
    if (!isMemento(answer) && (answer.status === 404 || answer.status === 406)) return { rows: [], isAll: true }
    const said = ownAnswer(answer)
    return said instanceof Refusal ? said : this.#chosen(said, links, { address, url, signal })
  }

  /** What the TimeGate leads to, and the mementos it names beside. */
  async #chosen(answer: Answer, links: readonly WebLink[], asked: GateAsked): Promise<CaptureList<GateRow> | Refusal> {
    const named = mementosOf(links, asked, false)
    const { location, 'content-location': own } = answer.headers
    if (isMemento(answer)) {
      const address = (own === undefined ? null : URL.parse(own, asked.address)?.href) ?? asked.address
      const known = readArchivedAddress(address, asked.address)
      const held = this.#reader.capture(answer, address, { isRaw: false, known })
      if (held instanceof Refusal) return named.length > 0 ? some(named) : held
      // In its captured form it is asked for once more.
      return some([gateRow(address, held.at, asked.url, { held: known === null ? held : null }), ...named])
    }
    const address = URL.parse(location ?? '', asked.address)?.href
    if (address === undefined || !mayLead(asked.address, address))
      return named.length > 0 ? some(named) : new Refusal('archive-failed', 'it is no TimeGate', 'NOT_ARCHIVED')
    this.isOne = true
    if (named.some(row => row.address === address)) return some(named)
    const known = readArchivedAddress(address, asked.address)
    if (known !== null) return some([gateRow(address, known.at, asked.url), ...named])
    const held = await this.#reader.read(address, { maxBytes: mostGateBytes, signal: asked.signal })
    if (held instanceof Refusal) return named.length > 0 ? some(named) : held
    return some([gateRow(address, held.at, asked.url, { held }), ...named])
  }
}

const some = (rows: readonly GateRow[]): CaptureList<GateRow> => ({ rows, isAll: false })

const gateRels = new Set(['timegate', 'timemap', 'memento', 'original'])
