import { Glyph } from '#viewer/client/parts/glyph.tsx'
import { inkOn } from '#viewer/client/draw/ink-on.ts'
import { toggleCategory } from '#viewer/client/filters/categories.ts'
import { categoryColumn } from '#viewer/client/model/model.ts'
import { fillOf } from '#viewer/client/view/scales.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { GroupWords } from '../group-words.tsx'

/** The communities with what the analysis says of their countries; a click keeps one. */
export function CommunityList() {
  const { model, speech, view, step, select } = useWorkbench()
  const { words } = speech
  const profiles = model.data.analysis?.communities ?? []
  const column = categoryColumn(model, 'community')
  if (profiles.length === 0 || !column) return null
  const { filters } = view
  const toggle = (number: string): void =>
    step({ filters: { ...filters, categories: toggleCategory(filters.categories, 'community', number) } })
  return (
    <section>
      <h2>{words.communities}</h2>
      <ul className="rows">
        {profiles.map(({ number, size, name, mix, words: anchors, sites, given }) => {
          const colour = fillOf(
            column,
            column.categories.findIndex(category => category.value === String(number)),
            view.ink,
          )
          return (
            <li key={number}>
              <button
                type="button"
                className="row"
                aria-pressed={filters.categories['community']?.includes(String(number)) ?? false}
                onClick={() => toggle(String(number))}
              >
                <Glyph shape="disc" colour={colour} size={15} text={String(number)} textColour={inkOn(colour)} />
                <span className="row-name">{name}</span>
                <span className="row-detail">{words.sites(size)}</span>
                <span className="row-below">
                  {given !== undefined && given.warning !== '' && `${words.communityWarnings[given.warning]} `}
                  {[mix ? words.mixes[mix.verdict] : '', anchors.slice(0, 4).join(', ')]
                    .filter(text => text !== '')
                    .join(' · ')}
                </span>
              </button>
              {filters.categories['community']?.includes(String(number)) === true && (
                <GroupWords
                  group={[
                    ['column', 'community'],
                    ['row', String(number)],
                  ]}
                  title={words.sitesWords}
                  hint={words.groupWordsHint}
                />
              )}
              <button
                type="button"
                className="plain row-more"
                onClick={() => select({ kind: 'community', of: sites[0] ?? '' })}
              >
                {words.communityAbout(String(number))}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
