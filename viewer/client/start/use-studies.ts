import { useCallback, useEffect, useState } from 'react'
import type { StudiesAnswer, StudiesData, StudiesRequest } from '#viewer/protocol/studies.ts'
import { send } from '../send.ts'
import type { Words } from '../words/format.ts'

export interface StudiesControl {
  /** Null: not known yet. */
  readonly data: StudiesData | null
  readonly isLost: boolean
  /** Asks for something; resolves with why it was not done, in words (empty: it was), and the name of the study it is about. */
  readonly ask: (request: StudiesRequest, words: Words) => Promise<Asked>
}

export interface Asked {
  readonly message: string
  readonly name: string
}

const lookEveryMs = 3000

/** The studies of the folder, looked at again every few seconds: crawls go on, files come and go. */
export function useStudies(): StudiesControl {
  const [data, setData] = useState<StudiesData | null>(null)
  const [isLost, setLost] = useState(false)
  const look = useCallback(async () => {
    const next = await fetchStudies()
    setLost(next === null)
    if (next !== null) setData(next)
  }, [])
  useEffect(() => {
    void look()
    const timer = setInterval(() => document.hidden || void look(), lookEveryMs)
    return () => clearInterval(timer)
  }, [look])
  const ask = async (request: StudiesRequest, words: Words): Promise<Asked> => {
    const { status, answer } = await send<StudiesAnswer>('./api/studies', request)
    await look()
    if (answer.refused !== undefined) return { message: words.studyRefused[answer.refused], name: '' }
    if (status === 0) return { message: words.startLost, name: '' }
    return status === 200 ? { message: '', name: answer.name ?? '' } : { message: words.jobRefused, name: '' }
  }
  return { data, isLost, ask }
}

async function fetchStudies(): Promise<StudiesData | null> {
  try {
    const response = await fetch('./api/studies', { headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as StudiesData) : null
  } catch {
    return null
  }
}

/** The address of a study's own page, seen from the start page; it can be kept and shared. */
export const studyAddress = (name: string): string => `./study/${encodeURIComponent(name)}/`
