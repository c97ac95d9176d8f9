import { useState } from 'react'
import type { ReviewData, ReviewGroup } from '#viewer/protocol/review.ts'
import { useAnswer } from '../ask.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { Coders } from './coders.tsx'
import { FieldInput } from './field.tsx'
import { History } from './history.tsx'
import { CrawlKept } from './review/crawl-kept.tsx'
import { wholeReview, ReviewPart, type PartOfReview } from './review/review-part.tsx'
import { ReviewQueue } from './review/review-queue.tsx'
import { ReviewSaidList } from './review/review-said-list.tsx'

/** The entities that the corpus cites and nobody has reviewed, ranked; one after the other or many at once, by keyboard too. */
export function ReviewPanel() {
  const { speech, curation } = useWorkbench()
  const { words } = speech
  const [part, setPart] = useState<PartOfReview>(wholeReview)
  const answer = useAnswer<ReviewData>(addressOf(part))
  if (curation === null) return <p className="hint">{words.readOnly}</p>
  return (
    <>
      <section>
        <h2>{words.reviewTitle}</h2>
        <p className="hint">{words.reviewHint}</p>
        <NotYet answer={answer} words={words} />
        {answer.state === 'ready' && (
          <>
            <ReviewSaidList said={answer.data.said} />
            <ReviewPart part={part} data={answer.data} onChoose={setPart} />
            <ReviewQueue key={JSON.stringify(part)} data={answer.data} curation={curation} />
            <CrawlKept />
          </>
        )}
      </section>
      <section>
        <h2>{words.codersTitle}</h2>
        <FieldInput
          title={words.coder}
          value={curation.coder}
          onSave={name => name !== '' && curation.setCoder(name)}
        />
        <Coders />
      </section>
      <section>
        <History id={null} send={curation.send} />
      </section>
    </>
  )
}

function addressOf({
  group,
  name,
  infrastructure,
}: {
  group: ReviewGroup | ''
  name: string
  infrastructure: boolean
}): string {
  const asked = new URLSearchParams()
  if (group !== '') {
    asked.set('group', group)
    asked.set('name', name)
  }
  if (infrastructure) asked.set('infrastructure', '1')
  return asked.size === 0 ? './api/review' : `./api/review?${asked.toString()}`
}
