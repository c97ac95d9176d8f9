import { sayReview, type ReviewSaid } from '#data/vocabulary/words/say.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** What the order goes by, how good it is, when to stop, and how the corpus grew. */
export function ReviewSaidList({ said }: { readonly said: readonly ReviewSaid[] }) {
  const { language } = useWorkbench().speech
  return (
    <ul className="review-said">
      {said.map((one, at) => (
        <li key={at} className={one.code === 'stop' ? 'notice' : ''}>
          {sayReview(one, language)}
        </li>
      ))}
    </ul>
  )
}
