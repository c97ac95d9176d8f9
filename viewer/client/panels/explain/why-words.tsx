import type { WhyData } from '#viewer/protocol/explained.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Words that both say when they cite, and those of each alone, language by language. */
export function WhyWords({ why: { words: told, one, other, origin } }: { readonly why: WhyData }) {
  const { words } = useWorkbench().speech
  return (
    <section>
      <h3>{words.whySharedWords}</h3>
      {told === null && <p className="hint">{words.notTaken}</p>}
      {told?.length === 0 && <p className="hint">{origin === 'file' ? words.communityFileWords : words.whyNoWords}</p>}
      {(told ?? []).map(({ language, shared, isSpecific, one: ofOne, other: ofOther }) => (
        <div key={language} lang={language}>
          {shared.length > 0 && <p className="hint">{isSpecific ? words.whyWordsSpecific : words.whyWordsCommon}</p>}
          <Terms
            terms={shared.map(
              ({ term, one: times, other: others }) =>
                [term, words.whyWordTimes(String(times), String(others))] as const,
            )}
          />
          {(
            [
              [one.name, ofOne],
              [other.name, ofOther],
            ] as const
          ).map(([name, own]) =>
            own.length === 0 ? null : (
              <div key={name}>
                <p className="hint">{words.whyOwnWords(name)}</p>
                <Terms terms={own.map(({ term, times }) => [term, words.siteWordsTimes(times)] as const)} />
              </div>
            ),
          )}
        </div>
      ))}
    </section>
  )
}

/** Each leads to the ties whose sentences hold it. */
function Terms({ terms }: { readonly terms: readonly (readonly [term: string, title: string])[] }) {
  const { select } = useWorkbench()
  return (
    <p className="word-run">
      {terms.map(([term, title]) => (
        <button
          key={term}
          type="button"
          className="plain"
          title={title}
          onClick={() => select({ kind: 'search', query: term })}
        >
          {term}
        </button>
      ))}
    </p>
  )
}
