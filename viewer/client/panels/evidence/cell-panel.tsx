import { categoryName } from '#viewer/client/map/category-name.ts'
import { tiesOfCell } from '#viewer/client/model/cross-table.ts'
import { categoryColumn } from '#viewer/client/model/model.ts'
import type { Selection } from '#viewer/client/view/view.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { BesideChance } from '../about/beside-chance.tsx'
import { GroupWords } from '../group-words.tsx'
import { CellCommunities } from './cell-communities.tsx'
import { GroupLinks } from './group-links.tsx'
import { TieList } from '../tie-list.tsx'

type Cell = Extract<Selection, { kind: 'cell' }>

/** A cell of the matrix: every tie from the sites of one category to those of another. */
export function CellPanel({ cell }: { readonly cell: Cell }) {
  const { model, shown, speech } = useWorkbench()
  const { words } = speech
  const column = categoryColumn(model, cell.column)
  const ties = tiesOfCell(model, shown, cell)
  const name = (value: string): string =>
    column
      ? categoryName(
          column,
          column.categories.findIndex(category => category.value === value),
          speech,
        )
      : value
  const title = words.cellName[model.as === 'links' ? 'links' : 'shared'](name(cell.source), name(cell.target))
  // Of all ties that were analysed; what a filter leaves has no null model.
  const chance = model.data.analysis?.values.find(
    ({ measure, group, null: of }) =>
      measure === 'mixing' && of === 'rewire' && group === `${cell.column}:${cell.source}>${cell.target}`,
  )
  const links = ties.reduce((sum, tie) => sum + model.ties.links[tie]!, 0)
  return (
    <article>
      <header className="panel-head">
        <h2 className="panel-title">{title}</h2>
        <p>
          {words.ties(ties.length)} {chance?.value === ties.length && <BesideChance {...chance} say={speech.number} />}
        </p>
        {model.as === 'links' && <p>{words.links(links)}</p>}
        <CellCommunities cell={cell} />
      </header>
      {model.as === 'links' && (
        <GroupWords
          key={JSON.stringify(cell)}
          group={[
            ['column', cell.column],
            ['row', cell.source],
            ['col', cell.target],
          ]}
          title={words.groupWords}
          hint={words.groupWordsHint}
        />
      )}
      <TieList ties={ties} atFirst={8} />
      {model.as === 'links' && (
        <section>
          <h3>{words.evidence}</h3>
          <p className="hint">{words.cellLinks}</p>
          <GroupLinks group={{ column: cell.column, row: cell.source, col: cell.target }} title={title} />
        </section>
      )}
    </article>
  )
}
