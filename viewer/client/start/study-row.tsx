import type { StudyLine } from '#viewer/protocol/studies.ts'
import { token } from '../send.ts'
import type { Speech } from '../words/format.ts'
import type { StartPartProps } from './start-part.ts'
import { StudyTools } from './study-tools.tsx'
import { studyAddress } from './use-studies.ts'

/** One study: what it is, what it needs, and what can be done with it. */
export function StudyRow({ study, speech, ask }: StartPartProps & { readonly study: StudyLine }) {
  const { words } = speech
  const isReadable = !study.needs.includes('unreadable')
  const need = study.needs[0]
  return (
    <li className="study">
      <div className="study-text">
        <h2>
          {isReadable ? (
            <a href={studyAddress(study.name)}>
              <bdi>{study.name}</bdi>
            </a>
          ) : (
            <bdi>{study.name}</bdi>
          )}
        </h2>
        {isReadable && study.sites > 0 && <p className="hint">{factsOf(study, speech)}</p>}
        {need !== undefined && (
          <p className={need === 'at-work' || need === 'making' ? 'study-work' : 'study-need'}>
            {words.studyNeeds[need]}
          </p>
        )}
        {study.kept.length > 0 && <p className="hint">{words.studyKept(study.kept.join(', '))}</p>}
      </div>
      {token !== null && <StudyTools study={study} speech={speech} ask={ask} />}
    </li>
  )
}

function factsOf({ sites, pages, waves, crawledAt }: StudyLine, { words, date, count }: Speech): string {
  return [
    crawledAt === null ? words.sites(sites) : words.studyFacts(words.sites(sites), words.pagesReadOf(pages)),
    ...(waves > 1 ? [words.studyWaves(count(waves))] : []),
    ...(crawledAt === null ? [] : [words.studyCrawled(date(crawledAt))]),
  ].join(' · ')
}
