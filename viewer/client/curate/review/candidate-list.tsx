import type { CandidateData } from '#viewer/protocol/review.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { CandidateReasons } from './candidate-reasons.tsx'

interface CandidateListProps {
  readonly candidates: readonly CandidateData[]
  readonly at: string
  readonly taken: ReadonlySet<string>
  readonly onTake: (id: string) => void
  readonly onShow: (id: string) => void
}

/** The candidates in their order: each can be looked at, and taken to those that are decided together. */
export function CandidateList({ candidates, at, taken, onTake, onShow }: CandidateListProps) {
  const { words } = useWorkbench().speech
  return (
    <ol className="candidates">
      {candidates.map(candidate => (
        <li key={candidate.id} aria-current={candidate.id === at}>
          <label className="tick">
            <input
              type="checkbox"
              aria-label={words.reviewTakeThis(candidate.label)}
              checked={taken.has(candidate.id)}
              onChange={() => onTake(candidate.id)}
            />
          </label>
          <div>
            <button type="button" className="plain" onClick={() => onShow(candidate.id)}>
              {candidate.label}
            </button>
            <CandidateReasons candidate={candidate} />
          </div>
        </li>
      ))}
    </ol>
  )
}
