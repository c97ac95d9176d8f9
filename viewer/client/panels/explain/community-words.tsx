import type { CommunityData } from '#viewer/protocol/explained.ts'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { shortAddress } from '#viewer/client/parts/short-address.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** The words by which its citations stand out; each leads to the ties whose sentences hold it. */
export function CommunityWordList({ facts: { words: told, origin } }: { readonly facts: CommunityData }) {
  const { speech, select } = useWorkbench()
  const { words } = speech
  return (
    <section>
      <h3>{words.communityWords}</h3>
      {told === null && <p className="hint">{words.notTaken}</p>}
      {told?.length === 0 && (
        <p className="hint">{origin === 'hyperlinks' ? words.communityNoWords : words.communityFileWords}</p>
      )}
      {(told ?? []).map(({ language, words: own }) => (
        <p key={language} lang={language} className="word-run">
          {own.map(({ term, times }) => (
            <button
              key={term}
              type="button"
              className="plain"
              title={words.siteWordsTimes(times)}
              onClick={() => select({ kind: 'search', query: term })}
            >
              {term}
            </button>
          ))}
        </p>
      ))}
    </section>
  )
}

/** The pages of its sites that most sites cite. */
export function CommunityPages({ facts: { pages, origin } }: { readonly facts: CommunityData }) {
  const { words } = useWorkbench().speech
  return (
    <section>
      <h3>{words.communityPages}</h3>
      {pages === null && <p className="hint">{words.notTaken}</p>}
      {pages?.length === 0 && (
        <p className="hint">{origin === 'hyperlinks' ? words.communityNoPages : words.communityFilePages}</p>
      )}
      <MoreOf items={pages ?? []} atFirst={5}>
        {first => (
          <ul className="rows">
            {first.map(({ url, title, citing }) => (
              <li key={url} className="row-plain">
                {title !== '' && (
                  <>
                    <bdi>{title}</bdi> ·{' '}
                  </>
                )}
                <OutLink href={url}>{shortAddress(url)}</OutLink>
                <br />
                <span className="hint">{words.communityPageCited(words.sites(citing))}</span>
              </li>
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  )
}
