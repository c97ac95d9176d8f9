import { useEffect, useState } from 'react'
import { useLiveRevision } from './live.ts'
import { answerFromPage, published } from './published.ts'

/** What became of a question to the server. */
export type LoadedAnswer<Data> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly status: number }
  | { readonly state: 'ready'; readonly data: Data }

/**
 * Asks the server for `address` (null: nothing) whenever it changes, and again when the corpus has changed, keeping the
 * old answer until the new one is there. An answer that is no longer wanted is dropped.
 */
export const useAnswer = <Data>(address: string | null): LoadedAnswer<Data> =>
  useAnswerAt<Data>(address, useLiveRevision().revision)

/** As useAnswer, asked again when `revision` changes. */
export function useAnswerAt<Data>(address: string | null, revision: number): LoadedAnswer<Data> {
  const [answer, setAnswer] = useState<{ address: string; answer: LoadedAnswer<Data> } | null>(null)
  useEffect(() => {
    if (address === null) return undefined
    const stop = new AbortController()
    askOnce<Data>(address, stop.signal).then(
      next => setAnswer({ address, answer: next }),
      () => undefined,
    )
    return () => stop.abort()
  }, [address, revision])
  return answer?.address === address ? answer.answer : { state: 'waiting' }
}

/** The answers to all of these, in their order; the first that failed, if one did. Asked again as useAnswer is. */
export function useAnswers(addresses: readonly string[]): LoadedAnswer<readonly unknown[]> {
  const { revision } = useLiveRevision()
  const [told, setTold] = useState<{
    readonly of: readonly string[]
    readonly answer: LoadedAnswer<readonly unknown[]>
  } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const load = async (): Promise<void> => {
      const all = await Promise.all(addresses.map(address => askOnce<unknown>(address, stop.signal)))
      const data = all.flatMap(one => (one.state === 'ready' ? [one.data] : []))
      const failed = all.find(one => one.state === 'failed')
      setTold({ of: addresses, answer: failed ?? { state: 'ready', data } })
    }
    load().catch(() => undefined)
    return () => stop.abort()
  }, [addresses, revision])
  return told?.of === addresses ? told.answer : { state: 'waiting' }
}

/** Asks once. @throws only when stopped. */
export async function askOnce<Data>(address: string, signal: AbortSignal): Promise<LoadedAnswer<Data>> {
  if (published !== null) {
    const data = answerFromPage(published, address)
    return data === undefined ? { state: 'failed', status: 404 } : { state: 'ready', data: data as Data }
  }
  try {
    const response = await fetch(address, { signal, headers: { accept: 'application/json' } })
    if (!response.ok) return { state: 'failed', status: response.status }
    const data = (await response.json()) as Data | null
    return data === null ? { state: 'failed', status: 404 } : { state: 'ready', data }
  } catch (error) {
    if (signal.aborted) throw error
    return { state: 'failed', status: 0 }
  }
}
