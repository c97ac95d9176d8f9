import { useEffect, useState } from 'react'
import type { GivenSeeds, SeedsCheck } from '#viewer/protocol/crawl.ts'
import { base64Of } from '../base64-of.ts'
import { send } from '../send.ts'

/** What a seed list is found to be: nothing given, being read, too large, unreadable, or what the command says of it. */
export type ListState =
  | { readonly state: 'none' | 'reading' | 'too-large' | 'lost' }
  | { readonly state: 'checked'; readonly seeds: GivenSeeds; readonly check: SeedsCheck }

/** A pause in typing after which a list is read. */
const restMs = 400

interface Given {
  readonly text: string
  /** Instead of the text. */
  readonly file: File | null
  /** What messages call a list that was pasted. */
  readonly pastedName: string
  readonly mostBytes: number
}

/** Reads a list, pasted or of a file, as soon as it is given, with the command's own reader. */
export function useSeedList({ text, file, pastedName, mostBytes }: Given): ListState {
  const [found, setFound] = useState<ListState>({ state: 'none' })
  useEffect(() => {
    if (file === null && text.trim() === '') return setFound({ state: 'none' })
    const blob = file ?? new Blob([text])
    if (blob.size > mostBytes) return setFound({ state: 'too-large' })
    let isWanted = true
    setFound({ state: 'reading' })
    const timer = setTimeout(
      () => void readList(blob, nameOf(file, pastedName)).then(next => isWanted && setFound(next)),
      file === null ? restMs : 0,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [text, file, pastedName, mostBytes])
  return found
}

const nameOf = (file: File | null, pastedName: string): string =>
  file?.name.replace(/\p{Cc}/gu, '').slice(0, 200) || pastedName

async function readList(blob: Blob, name: string): Promise<ListState> {
  const base64 = await base64Of(blob)
  if (base64 === null) return { state: 'lost' }
  const seeds = { name, base64 }
  const { status, answer } = await send<SeedsCheck>('./api/seeds', seeds)
  return status === 200 ? { state: 'checked', seeds, check: answer as SeedsCheck } : { state: 'lost' }
}
