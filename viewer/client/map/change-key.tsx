import { kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import { changeLook, type ChangeLook } from '../draw/change-look.ts'
import { usePaper } from '../view/use-paper.ts'
import { useWorkbench } from '../workbench-context.ts'

/** What became of the ties between the two waves on the maps: how their lines are drawn, and how many there are. */
export function ChangeKey() {
  const { changes, speech, view } = useWorkbench()
  const paper = usePaper(view.ink)
  const { words } = speech
  if (changes === null) return null
  const { change, from, to } = changes.data
  return (
    <ul className="change-key" aria-label={words.changesBetween(words.waveNamed(from), words.waveNamed(to))}>
      {kindsOfChange.map(kind => (
        <li key={kind}>
          <ChangeSample look={changeLook(kind, view.ink, paper)} />
          <span>{words.kindsOfChange[kind]}</span>{' '}
          <span className="tally">{speech.count(change.filter(one => one === kind).length)}</span>
        </li>
      ))}
    </ul>
  )
}

export const ChangeSample = ({ look: { ink, period, share } }: { readonly look: ChangeLook }) => (
  <svg width="34" height="10" aria-hidden="true" focusable="false">
    <path
      d="M1,5H33"
      stroke={ink}
      strokeWidth="3"
      strokeDasharray={period === 0 ? undefined : `${period * share} ${period * (1 - share)}`}
    />
  </svg>
)
