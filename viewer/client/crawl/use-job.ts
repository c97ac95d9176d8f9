import { useState } from 'react'
import type { JobRefusal, JobRequest } from '#viewer/protocol/crawl.ts'
import { send, type Sent } from '../send.ts'
import type { Words } from '../words/format.ts'

interface JobControl {
  readonly ask: (request: JobRequest) => void
  /** Why the last request was not done, in words; empty: it was. */
  readonly message: string
}

/** Starts and stops the commands behind the page's buttons. */
export function useJob(words: Words): JobControl {
  const [message, setMessage] = useState('')
  const ask = (request: JobRequest): void =>
    void send<JobRefusal>('./api/job', request).then(sent => setMessage(outcomeOf(sent, words)))
  return { ask, message }
}

function outcomeOf({ status, answer }: Sent<JobRefusal>, words: Words): string {
  if (status === 202) return ''
  if (answer.refused !== undefined) return words.crawlRefused[answer.refused]
  if (status === 0) return words.notSaved
  return status === 409 ? words.jobBusy : words.jobRefused
}
