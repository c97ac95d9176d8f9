import { type GuessReason, sayGuess } from '#data/vocabulary/words/say.ts'
import type { CandidateData } from '#viewer/protocol/review.ts'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import type { Curation } from '../use-curation.ts'
import { CandidateReasons } from './candidate-reasons.tsx'

interface CandidateCardProps {
  readonly candidate: CandidateData
  readonly curation: Curation
}

/** What the corpus tells of a candidate, and what may be guessed, each guess with its reason. */
export function CandidateCard({ candidate, curation }: CandidateCardProps) {
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
      <CandidateReasons candidate={candidate} />
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
