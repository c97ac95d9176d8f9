import { useState } from 'react'
import type { Status } from '#data/vocabulary/statuses.ts'
import { type GuessReason, sayGuess } from '#data/vocabulary/words/say.ts'
import type { CandidateData, ReviewData } from '#viewer/protocol/review.ts'
import { useAnswer } from '../ask.ts'
import { OutLink } from '../parts/out-link.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { ChangeNote } from './change-note.tsx'
import { Coders } from './coders.tsx'
import { FieldInput } from './field.tsx'
import { History } from './history.tsx'
import { StatusChoice, useKeys } from './status-choice.tsx'
import type { Curation } from './use-curation.ts'

/** The queue of entities that the corpus cites and nobody has reviewed; by keyboard: I, O, U, N for next, P for previous. */
export function ReviewPanel() {
  const { speech, curation } = useWorkbench()
  const { words } = speech
  const answer = useAnswer<ReviewData>('./api/review')
  if (curation === null) return <p className="hint">{words.readOnly}</p>
  return (
    <>
      <section>
        <h2>{words.reviewTitle}</h2>
        <p className="hint">{words.reviewHint}</p>
        {answer.state === 'ready' && <Queue data={answer.data} curation={curation} />}
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

function Queue({ data, curation }: { readonly data: ReviewData; readonly curation: Curation }) {
  const { speech } = useWorkbench()
  const { words } = speech
  const [at, setAt] = useState<string | null>(null)
  const { candidates } = data
  const index = Math.max(
    0,
    candidates.findIndex(({ id }) => id === at),
  )
  const current = candidates[index]
  const move = (step: number): void => {
    const next = candidates[Math.min(candidates.length - 1, Math.max(0, index + step))]
    if (next) setAt(next.id)
  }
  useKeys(key => {
    if (key !== 'n' && key !== 'p') return false
    move(key === 'n' ? 1 : -1)
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
    </>
  )
}

interface CandidateCardProps {
  readonly candidate: CandidateData
  readonly curation: Curation
}

/** What the corpus tells of a candidate, and what may be guessed, each guess with its reason. */
function CandidateCard({ candidate, curation }: CandidateCardProps) {
  const { model, speech, select } = useWorkbench()
  const { words } = speech
  const { id, countryGuess, kindGuess } = candidate
  const label = (site: string): string => model.data.labels[model.indexOf.get(site) ?? -1] ?? site
  const guess = (field: 'country' | 'kind', value: string, name: string, from: GuessReason) => (
    <p className="guess">
      {words.guess(name, sayGuess(from, speech.language))}{' '}
      <button
        type="button"
        className="plain"
        onClick={() => void curation.send({ kind: 'set', id, from: {}, to: { [field]: value } })}
      >
        {words.takeGuess}
      </button>
    </p>
  )
  return (
    <div className="candidate">
      <h3 className="panel-title">{candidate.label}</h3>
      <p>
        <OutLink href={candidate.homepage}>{candidate.homepage}</OutLink>
      </p>
      <p>
        {words.citedByCount(words.sites(candidate.citedBy))},{' '}
        {words.citesOn(words.links(candidate.links), words.pages(candidate.pages))}
      </p>
      <ul className="chips">
        {candidate.citers.slice(0, 6).map(citer => (
          <li key={citer}>
            <button type="button" className="chip" onClick={() => select({ kind: 'tie', source: citer, target: id })}>
              {label(citer)} →
            </button>
          </li>
        ))}
      </ul>
      {candidate.anchors.length > 0 && <p className="quotes">{candidate.anchors.map(words.quote).join(' · ')}</p>}
      {candidate.country === '' &&
        countryGuess &&
        guess('country', countryGuess.value, speech.country(countryGuess.value), countryGuess.from)}
      {candidate.kind === '' &&
        kindGuess &&
        guess('kind', kindGuess.value, speech.category('kind', kindGuess.value), kindGuess.from)}
    </div>
  )
}
