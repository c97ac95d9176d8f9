import type { ReviewData, ReviewGroup } from '#viewer/protocol/review.ts'
import { Choice } from '#viewer/client/parts/choice.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Which candidates are shown: all, those of a group, or what is told apart as infrastructure. */
export interface PartOfReview {
  readonly group: ReviewGroup | ''
  readonly name: string
  readonly infrastructure: boolean
}

export const wholeReview: PartOfReview = { group: '', name: '', infrastructure: false }

interface ReviewPartProps {
  readonly part: PartOfReview
  readonly data: ReviewData
  readonly onChoose: (part: PartOfReview) => void
}

/** Chooses a domain, a kind or a citing community, whose candidates can be decided together; and shows what is hidden. */
export function ReviewPart({ part, data, onChoose }: ReviewPartProps) {
  const { speech } = useWorkbench()
  const { words } = speech
  const nameOf = (kind: ReviewGroup, name: string): string =>
    kind === 'kind' ? speech.category('kind', name) : kind === 'community' ? words.reviewCommunity(name) : name
  const values = data.groups.flatMap(({ kind, values: own }) => own.map(one => ({ kind, ...one })))
  const options = [
    { value: '', text: words.reviewAll },
    ...values.map(({ kind, name, count }) => ({
      value: JSON.stringify([kind, name]),
      text: `${words.reviewGroups[kind]}${words.colon} ${nameOf(kind, name)} (${speech.count(count)})`,
    })),
  ]
  const chosen = part.group === '' ? '' : JSON.stringify([part.group, part.name])
  const choose = (value: string): void => {
    const [group, name] = value === '' ? (['', ''] as const) : (JSON.parse(value) as [ReviewGroup, string])
    onChoose({ ...part, group, name })
  }
  return (
    <>
      <Choice title={words.reviewShown} value={chosen} options={options} onChoose={choose} />
      {(data.infrastructure > 0 || part.infrastructure) && (
        <p>
          <button
            type="button"
            className="chip"
            aria-pressed={part.infrastructure}
            onClick={() => onChoose({ ...wholeReview, infrastructure: !part.infrastructure })}
          >
            {words.reviewInfrastructure(speech.count(data.infrastructure))}
          </button>
        </p>
      )}
    </>
  )
}
