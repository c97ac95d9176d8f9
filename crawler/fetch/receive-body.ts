import { createDecompressor, readContentEncoding } from './decompress.ts'
import type { Decompressor, Ending } from './decompress.ts'
import type { Headers } from './outcome.ts'
import { Refusal } from './refusal.ts'

/** What to do with the body of an answer, decided from its head. */
export interface BodyPlan {
  /** 'skim': the body is of no use; a short one is read so that the connection lives on. */
  readonly kind: 'read' | 'skim'
  /** Largest size, compressed and decompressed alike. */
  readonly maxBytes: number
  /** What a larger body is: a failure, or cut there. */
  readonly tooLarge: 'fail' | 'cut'
  /** Looks once at the first 1,445 bytes or fewer (decompressed) and may refuse the rest. */
  readonly inspect: ((first: Buffer) => Refusal | null) | null
}

/** Bodies of no use are read up to this size. */
export const skimBytes = 64 * 1024
const inspectedBytes = 1445

export interface ReceivedBody {
  readonly body: Buffer
  readonly cut: 'size' | 'encoding' | null
}

export interface Receiver {
  /** false: wait for `onRoom`. */
  readonly write: (chunk: Buffer) => boolean
  readonly end: () => void
  readonly destroy: () => void
}

export interface ReceiverEvents {
  readonly onRoom: () => void
  /** Called once, also before the end of the body: then the rest isn't wanted. */
  readonly onDone: (result: ReceivedBody | Refusal) => void
}

const nothing: ReceivedBody = { body: Buffer.alloc(0), cut: null }

/** Takes the body of an answer as `plan` says, decompressed and bounded. */
export function receiveBody(headers: Headers, plan: BodyPlan, events: ReceiverEvents): Receiver {
  return plan.kind === 'skim' ? skim(headers, events) : read(headers, plan, events)
}

function skim(headers: Headers, { onDone }: ReceiverEvents): Receiver {
  let size = 0
  const done = () => onDone(nothing)
  if (Number(headers['content-length']) > skimBytes) done()
  const write = (chunk: Buffer) => {
    size += chunk.length
    if (size > skimBytes) done()
    return true
  }
  return { write, end: done, destroy: () => undefined }
}

function read(headers: Headers, plan: BodyPlan, events: ReceiverEvents): Receiver {
  let decompressor: Decompressor | null = null
  let over = false
  let bytesWire = 0
  const finish = (result: ReceivedBody | Refusal) => {
    if (over) return
    over = true
    decompressor?.destroy()
    events.onDone(result)
  }
  const pile = createPile(plan, finish)
  const layers = readContentEncoding(headers['content-encoding'])
  if (layers === null) finish(badEncoding(headers))
  else if (plan.tooLarge === 'fail' && Number(headers['content-length']) > plan.maxBytes)
    finish(tooLarge(plan.maxBytes))
  else if (layers.length > 0)
    decompressor = createDecompressor(layers, {
      maxBytes: plan.maxBytes,
      onRoom: events.onRoom,
      onData: pile.add,
      onEnd: (ending, body) => (ending === 'bad' ? finish(badEncoding(headers)) : pile.close(ending, body)),
    })
  return {
    write(chunk) {
      if (over) return true
      bytesWire += chunk.length
      // The bytes on the wire have the same limit; what came out of them so far is then all there will be.
      if (decompressor && bytesWire > plan.maxBytes) pile.overflow()
      else if (decompressor) return decompressor.write(chunk)
      else pile.add(chunk)
      return true
    },
    end: () => (decompressor ? decompressor.end() : pile.close('whole', null)),
    destroy() {
      over = true
      decompressor?.destroy()
    },
  }
}

/** Gathers the decompressed bytes, within the plan's limits. */
function createPile(plan: BodyPlan, finish: (result: ReceivedBody | Refusal) => void) {
  let chunks: Buffer[] = []
  let size = 0
  let inspected = plan.inspect === null
  const isRefused = () => {
    inspected = true
    const refusal = plan.inspect?.(Buffer.concat(chunks).subarray(0, inspectedBytes)) ?? null
    if (refusal !== null) finish(refusal)
    return refusal !== null
  }
  const overflow = () => {
    if (plan.tooLarge === 'fail') finish(tooLarge(plan.maxBytes))
    else finish({ body: Buffer.concat(chunks).subarray(0, plan.maxBytes), cut: 'size' })
  }
  return {
    overflow,
    add(chunk: Buffer) {
      chunks.push(chunk)
      size += chunk.length
      if (!inspected && size >= inspectedBytes && isRefused()) return
      if (size > plan.maxBytes) overflow()
    },
    close(ending: Ending, body: Buffer | null) {
      if (body !== null) chunks = [body]
      if (!inspected && isRefused()) return
      finish({ body: Buffer.concat(chunks), cut: ending === 'cut' ? 'encoding' : null })
    },
  }
}

const tooLarge = (maxBytes: number) => new Refusal('too-large', `the body is larger than ${maxBytes} bytes`)
const badEncoding = (headers: Headers) =>
  new Refusal('bad-encoding', `the body is not what its Content-Encoding says (${headers['content-encoding'] ?? ''})`)
