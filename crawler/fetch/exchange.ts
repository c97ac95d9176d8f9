import type { Dispatcher } from 'undici'
import type { Stage } from './classify-error.ts'
import { joinHeaders, readRawHeaders } from './headers.ts'
import type { RawHeaders } from './headers.ts'
import { setLoopTimeout } from './loop-stalls.ts'
import type { Headers } from './outcome.ts'
import { receiveBody } from './receive-body.ts'
import type { BodyPlan, ReceivedBody, Receiver } from './receive-body.ts'
import { Refusal } from './refusal.ts'

/** The first lines of an answer. */
export interface Head {
  readonly status: number
  readonly statusText: string
  readonly raw: RawHeaders
  readonly headers: Headers
}

export interface ExchangeOptions {
  readonly dispatch: (handler: Dispatcher.DispatchHandler) => void
  readonly plan: (head: Head) => BodyPlan | Refusal
  /**
   * For the whole exchange, from the connecting to the last byte: a slow drip ends too. Time in which the event loop was
   * held is not the host's, and doesn't count.
   */
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  /** Keep the body as it came over the wire. */
  readonly keepWire: boolean
}

/** How an exchange went, whether it failed or not. */
export interface Transfer {
  readonly head: Head | null
  readonly received: ReceivedBody | null
  /** Set when it failed; null otherwise. */
  readonly error: unknown
  readonly stage: Stage
  readonly bytesWire: number
  readonly wire: readonly Buffer[]
  /** The body ended before its end. */
  readonly isPartial: boolean
}

/** One request and its answer. Rejects with the signal's reason when that is aborted; every other failure is data. */
export function exchange(options: ExchangeOptions): Promise<Transfer> {
  const { plan, timeoutMs, signal, keepWire } = options
  const { promise, resolve, reject } = Promise.withResolvers<Transfer>()
  const wire: Buffer[] = []
  let stage: Stage = 'connecting'
  let controller: Dispatcher.DispatchController | null = null
  let head: Head | null = null
  let receiver: Receiver | null = null
  let isSkimmed = false
  let bytesWire = 0
  let over = false
  let ended = false
  let isWhole = false

  const close = (reason: unknown) => {
    over = true
    cancelTimeout()
    signal?.removeEventListener('abort', onAbort)
    receiver?.destroy()
    // What is left of the body isn't wanted: the connection goes with it.
    if (!ended) controller?.abort(reason instanceof Error ? reason : new Refusal('closed', 'the rest is not wanted'))
  }
  const settle = (received: ReceivedBody | null, error: unknown) => {
    if (over) return
    const isPartial = !isWhole
    close(error)
    resolve({ head, received, error, stage, bytesWire, wire, isPartial })
  }
  const fail = (error: unknown) => {
    // The head of a skimmed answer says all; how its body fares doesn't matter.
    if (isSkimmed) settle({ body: Buffer.alloc(0), cut: null }, null)
    else settle(null, error)
  }
  const onAbort = () => {
    close(null)
    reject(signal?.reason)
  }
  const onTime = () => fail(new Refusal('timeout', lateness(stage, timeoutMs)))
  const cancelTimeout = setLoopTimeout(onTime, timeoutMs)

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(given) {
      controller = given
      stage = 'waiting'
      if (over) given.abort(new Refusal('closed', 'nobody waits any more'))
    },
    onResponseStart(given, status, _headers, statusText) {
      if (over || status < 200) return
      stage = 'reading'
      const raw = readRawHeaders(given.rawHeaders)
      head = { status, statusText: statusText ?? '', raw, headers: joinHeaders(raw) }
      const planned = plan(head)
      if (planned instanceof Refusal) return settle(null, planned)
      isSkimmed = planned.kind === 'skim'
      receiver = receiveBody(head.headers, planned, {
        onRoom: () => given.resume(),
        onDone: result => (result instanceof Refusal ? settle(null, result) : settle(result, null)),
      })
    },
    onResponseData(given, chunk) {
      if (over || receiver === null) return
      bytesWire += chunk.length
      if (keepWire) wire.push(chunk)
      if (!receiver.write(chunk)) given.pause()
    },
    onResponseEnd() {
      ended = true
      isWhole = true
      receiver?.end()
    },
    onResponseError(_given, error) {
      ended = true
      fail(error)
    },
  }
  if (signal?.aborted) {
    cancelTimeout()
    return Promise.reject(signal.reason)
  }
  signal?.addEventListener('abort', onAbort)
  try {
    options.dispatch(handler)
  } catch (error) {
    fail(error)
  }
  return promise
}

function lateness(stage: Stage, timeoutMs: number): string {
  const what = { connecting: 'no connection', waiting: 'no answer', reading: 'the answer was not complete' }[stage]
  return `${what} after ${timeoutMs / 1000} s`
}
