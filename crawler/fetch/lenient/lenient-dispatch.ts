import type { Socket } from 'node:net'
import type { Dispatcher } from 'undici'
import { Refusal } from '../refusal.ts'
import { type BodyReader, readBody } from './read-body.ts'
import { headEnd, readLenientHead } from './read-head.ts'

export interface LenientRequest {
  /** Opens a connection of its own, checked as any other. */
  readonly connect: (callback: (error: Error | null, socket: Socket | null) => void) => void
  readonly method: string
  /** As the first line names it: a path, or behind a proxy the whole address. */
  readonly target: string
  /** With the host's name. */
  readonly headers: Readonly<Record<string, string>>
  readonly maxHeaderBytes: number
  /** The socket's other end is the host itself. */
  readonly isDirect: boolean
}

/** What there was to be lenient about. */
export interface LenientFindings {
  /** Head or framing is not as HTTP wants it. */
  isIrregular: boolean
  /** The body ended before its end. */
  isCut: boolean
  /** All that came, as it came. */
  readonly wire: Buffer[]
  /** Address that answered; null behind a proxy. */
  ip: string | null
}

/** The limits that a visit read so has. */
export const limitsOf = ({ isIrregular, isCut }: LenientFindings): string[] => [
  ...(isCut ? ['incomplete-body'] : []),
  ...(isIrregular ? ['lenient'] : []),
]

/**
 * Asks once, on a connection of its own that is closed afterwards, and reads the answer as browsers do. Plays it to
 * `handler` as undici does. What would be a second answer on the connection is never looked at.
 */
export function lenientDispatch(
  request: LenientRequest,
  handler: Dispatcher.DispatchHandler,
  findings: LenientFindings,
): void {
  request.connect((error, socket) => {
    if (socket === null) handler.onResponseError?.(idle, error ?? new Refusal('connect', 'no connection'))
    else converse(request, socket, handler, findings)
  })
}

const controllerOf = (socket: Socket | null, onAbort: () => void) => ({
  aborted: false,
  paused: false,
  reason: null,
  rawHeaders: [] as string[],
  pause: () => void socket?.pause(),
  resume: () => void socket?.resume(),
  abort: () => {
    onAbort()
    socket?.destroy()
  },
})
const idle = controllerOf(null, () => undefined)

function converse(
  request: LenientRequest,
  socket: Socket,
  handler: Dispatcher.DispatchHandler,
  findings: LenientFindings,
): void {
  let over = false
  let held = Buffer.alloc(0)
  let reader: BodyReader | null = null
  let hasBody = false
  const controller = controllerOf(socket, () => (over = true))

  const finish = (error: Error | null): void => {
    if (over) return
    over = true
    findings.isIrregular ||= reader?.isIrregular() ?? false
    socket.destroy()
    if (error === null) handler.onResponseEnd?.(controller, {})
    else handler.onResponseError?.(controller, error)
  }
  const endBody = (end: 'whole' | 'cut' | 'bad'): void => {
    findings.isCut = end !== 'whole'
    if (end === 'whole' || hasBody) return finish(null)
    finish(end === 'bad' ? new Refusal('protocol', 'the body has no chunks', 'LENIENT') : cutShort('in the body'))
  }
  const onBody = (bytes: Buffer): void => {
    for (const part of reader!.push(bytes)) {
      hasBody = true
      if (!over) handler.onResponseData?.(controller, part)
    }
    const ended = over ? null : reader!.ended()
    if (ended !== null) endBody(ended)
  }
  const onHead = (bytes: Buffer): void => {
    const from = Math.max(held.length - 2, 0)
    held = Buffer.concat([held, bytes])
    const start = held.toString('latin1', 0, 8).search(/http/i)
    if (start < 0) return held.length >= 8 ? finish(notHttp()) : undefined
    const end = headEnd(held, Math.max(from, start))
    if (end < 0 ? held.length > request.maxHeaderBytes : end > request.maxHeaderBytes)
      return finish(new Refusal('too-large', `the head is larger than ${request.maxHeaderBytes} bytes`))
    if (end < 0) return
    const head = readLenientHead(held.subarray(0, end))
    if (head instanceof Refusal) return finish(head)
    const rest = held.subarray(end)
    held = Buffer.alloc(0)
    findings.isIrregular ||= head.isIrregular || head.status === unasked
    // 'Go on' and 'early hints' are no answer yet.
    if (head.status < 200) return head.status === 101 ? finish(upgrade()) : onHead(rest)
    controller.rawHeaders = [...head.flatHeaders]
    reader = readBody(head, request.method)
    handler.onResponseStart?.(controller, head.status, {}, head.statusText)
    onBody(rest)
  }
  socket.on('data', (bytes: Buffer) => {
    if (over) return
    findings.wire.push(bytes)
    if (reader === null) onHead(bytes)
    else onBody(bytes)
  })
  socket.on('error', finish)
  socket.on('end', () => {
    if (reader !== null) endBody(reader.end())
    else finish(held.length > 0 ? notHttp() : cutShort('before an answer'))
  })
  socket.on('close', () => finish(cutShort('in the middle')))
  findings.ip = request.isDirect ? (socket.remoteAddress ?? null) : null
  handler.onRequestStart?.(controller, {})
  if (!over) socket.write(requestBytes(request))
}

/** 'Go on' with a request that waits for nothing: undici takes it for no answer. */
const unasked = 100

const cutShort = (where: string): Error => Object.assign(new Error(`closed ${where}`), { code: 'UND_ERR_SOCKET' })
const notHttp = () => new Refusal('protocol', 'the answer is not HTTP', 'LENIENT')
const upgrade = () => new Refusal('protocol', 'it switches to another protocol', 'LENIENT')

function requestBytes({ method, target, headers }: LenientRequest): Buffer {
  const fields = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from([`${method} ${target} HTTP/1.1`, ...fields, '', ''].join('\r\n'), 'latin1')
}
