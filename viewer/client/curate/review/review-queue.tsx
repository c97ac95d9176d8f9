import { useState } from 'react'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { ReviewData } from '#viewer/protocol/review.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { ChangeNote } from '../change-note.tsx'
import { StatusChoice, useKeys } from '../status-choice.tsx'
import type { Curation } from '../use-curation.ts'
import { CandidateCard } from './candidate-card.tsx'
import { CandidateList } from './candidate-list.tsx'

interface ReviewQueueProps {
  readonly data: ReviewData
  readonly curation: Curation
}

/** One candidate after the other: I, O, U decide, N and P move; X takes it to those decided together, A takes all shown. */
export function ReviewQueue({ data, curation }: ReviewQueueProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  const [at, setAt] = useState<string | null>(null)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const { candidates } = data
  const shown = new Set(candidates.map(({ id }) => id))
  const chosen = [...taken].filter(id => shown.has(id))
  const index = Math.max(
    0,
    candidates.findIndex(({ id }) => id === at),
  )
  const current = candidates[index]
  const move = (step: number): void => {
    const next = candidates[Math.min(candidates.length - 1, Math.max(0, index + step))]
    if (next) setAt(next.id)
  }
  const take = (id: string): void =>
    setTaken(taken.has(id) ? new Set([...taken].filter(one => one !== id)) : new Set([...taken, id]))
  const takeAll = (): void => setTaken(chosen.length === candidates.length ? new Set() : shown)
  useKeys(key => {
    if (key === 'n' || key === 'p') move(key === 'n' ? 1 : -1)
    else if (key === 'x' && current) take(current.id)
    else if (key === 'a') takeAll()
    else return false
    return true
  })
  if (!current)
    return (
      <>
        <ChangeNote />
        <p>{words.reviewDone}</p>
      </>
    )
  const judge = async (status: Status): Promise<void> => {
    if (chosen.length > 0) {
      if (await curation.send({ kind: 'edit', ids: chosen, fields: { status } })) setTaken(new Set())
      return
    }
    const next = candidates[index + 1] ?? candidates[index - 1]
    if (await curation.send({ kind: 'set', id: current.id, from: { status: 'DISCOVERED' }, to: { status } }))
      setAt(next?.id ?? null)
  }
  return (
    <>
      <p className="hint">
        {words.reviewPlace(speech.count(index + 1), speech.count(candidates.length), speech.count(data.total))}
      </p>
      <CandidateCard key={current.id} candidate={current} curation={curation} />
      {chosen.length > 0 && <p role="status">{words.reviewTogether(chosen.length)}</p>}
      <StatusChoice status="DISCOVERED" onChoose={status => void judge(status)} />
      <p className="button-row">
        <button type="button" className="chip" aria-keyshortcuts="p" disabled={index === 0} onClick={() => move(-1)}>
          {words.previous} <kbd>P</kbd>
        </button>
        <button
          type="button"
          className="chip"
          aria-keyshortcuts="n"
          disabled={index === candidates.length - 1}
          onClick={() => move(1)}
        >
          {words.next} <kbd>N</kbd>
        </button>
      </p>
      <ChangeNote />
      <p className="button-row">
        <button type="button" className="chip" aria-keyshortcuts="x" onClick={() => take(current.id)}>
          {taken.has(current.id) ? words.reviewLeave : words.reviewTake} <kbd>X</kbd>
        </button>
        <button type="button" className="chip" aria-keyshortcuts="a" onClick={takeAll}>
          {chosen.length === candidates.length ? words.reviewTakeNone : words.reviewTakeAll} <kbd>A</kbd>
        </button>
      </p>
      <CandidateList candidates={candidates} at={current.id} taken={taken} onTake={take} onShow={setAt} />
    </>
  )
}
