import { driftDays, type PastTarget } from '#data/past-target.ts'
import type { Answer } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import { type ArchivedAddress, mayLead, rawAddress, readArchivedAddress } from './archived-address.ts'
import { type ArchiveAsking, askArchive, isMemento, ownAnswer } from './ask-archive.ts'
import type { ReadCapture, Reading } from './asked-capture.ts'
import { notInWindow } from './not-in-window.ts'
import { recordedOf } from './recorded-of.ts'

export interface MementoContext {
  readonly asking: ArchiveAsking
  readonly target: PastTarget
  readonly delayMs: number
  /** Under which the archive shows captures to people, where that isn't what it is asked by. */
  readonly shown?: string | undefined
}

/** Redirects of an archive to a capture near the one asked for. */
const mostHops = 4

/** Reads captures by their addresses: as they were captured where the archive gives that, else as it shows them. */
export class MementoReader {
  readonly #context: MementoContext
  /** Null: not known yet. */
  #givesRaw: boolean | null = null

  constructor(context: MementoContext) {
    this.#context = context
  }

  async read(address: string, reading: Reading): Promise<ReadCapture | Refusal> {
    const known = readArchivedAddress(address, address)
    if (known === null || this.#givesRaw === false) return asCapture(await this.#follow(address, false, reading))
    const raw = await this.#follow(rawAddress(known), true, reading)
    if ('memento' in raw) this.#givesRaw = true
    if (!('headers' in raw) || this.#givesRaw === true) return asCapture(raw)
    // Not there in that form, or not at all: the first time nobody knows which.
    const shown = await this.#follow(address, false, reading)
    if ('memento' in shown) this.#givesRaw = false
    return asCapture(shown)
  }

  /** A capture, why there is none, or what the archive itself answers: it has nothing at that address. */
  async #follow(begin: string, isRaw: boolean, { maxBytes, signal }: Reading): Promise<ReadCapture | Refusal | Answer> {
    const { asking, target, delayMs } = this.#context
    let address = begin
    let answer: Answer | Refusal = new Refusal('archive-failed', 'it leads on and on', 'NOT_ARCHIVED')
    for (let hop = 0; hop <= mostHops; hop++) {
      answer = await askArchive(asking, { address, delayMs, maxBytes, signal })
      if (answer instanceof Refusal) return answer
      const known = readArchivedAddress(address, address)
      if (isMemento(answer)) return this.capture(answer, address, { isRaw, known })
      const next = URL.parse(answer.headers['location'] ?? '', address)?.href
      if (answer.status < 300 || answer.status > 399 || next === undefined || !mayLead(address, next)) return answer
      const near = readArchivedAddress(next, address)
      // One that lies outside needn't be asked for.
      if (near !== null && !isWithin(near.at, target)) return notInWindow([near], target)
      address = near !== null && isRaw ? rawAddress(near) : next
    }
    return answer
  }

  /** What an answer with a Memento-Datetime holds; its own date counts. */
  capture(
    answer: Answer,
    address: string,
    { isRaw, known }: { isRaw: boolean; known: ArchivedAddress | null },
  ): ReadCapture | Refusal {
    const { target, shown } = this.#context
    const stated = Date.parse(answer.headers['memento-datetime'] ?? '')
    const at = Number.isNaN(stated) ? known?.at : stated
    if (at === undefined) return new Refusal('archive-failed', 'its capture has no date', 'NOT_ARCHIVED')
    if (!isWithin(at, target)) return notInWindow([{ at }], target)
    const memento = known === null ? address : `${shown ?? known.root}${known.digits}/${known.original}`
    return { at, answer: recordedOf(answer, { address, isRaw }), memento }
  }
}

export const isWithin = (at: number, { date, withinDays }: PastTarget): boolean =>
  Math.abs(driftDays(at, date)) <= withinDays

function asCapture(found: ReadCapture | Refusal | Answer): ReadCapture | Refusal {
  if (!('headers' in found)) return found
  const said = ownAnswer(found)
  return said instanceof Refusal ? said : new Refusal('archive-failed', 'it gave no capture', 'NOT_ARCHIVED')
}
