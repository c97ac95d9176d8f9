import { useMemo, useState } from 'react'
import type { CategoryColumn } from '#viewer/protocol/map.ts'
import { categoryName } from '#viewer/client/map/category-name.ts'
import { siteTable, tieTable } from '#viewer/client/model/cross-table.ts'
import { keepCategories } from '#viewer/client/filters/categories.ts'
import { categoryColumn } from '#viewer/client/model/model.ts'
import { Choice } from '#viewer/client/parts/choice.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { TrafficSection } from '../traffic/traffic-section.tsx'
import { CrossTableView } from './cross-table-view.tsx'

/** Who cites whom by category, and how two categories meet: click a cell for its ties, or to keep its sites. */
export function Matrix() {
  const { model, shown, speech, view, select, step } = useWorkbench()
  const { words } = speech
  const columns = model.data.columns.filter(column => column.kind === 'category')
  const has = (name: string): string => (categoryColumn(model, name) ? name : (columns[0]?.name ?? ''))
  const [row, setRow] = useState(has('country'))
  const [column, setColumn] = useState(has('community'))
  const ties = useMemo(() => tieTable(model, shown, row), [model, shown, row])
  const sites = useMemo(() => siteTable(model, shown, row, column), [model, shown, row, column])
  const [rows, cols] = [categoryColumn(model, row), categoryColumn(model, column)]
  if (!rows || !cols) return null
  const direction = model.as === 'links' ? 'links' : 'shared'
  const options = columns.map(one => ({ value: one.name, text: speech.columnTitle(one) }))
  const value = (of: CategoryColumn, category: number): string => of.categories[category]?.value ?? ''
  const names = (of: CategoryColumn): string[] =>
    [...of.categories.keys(), of.categories.length].map(category =>
      shortName(of, category, categoryName(of, category, speech)),
    )
  return (
    <div className="matrix" tabIndex={0} role="region" aria-label={words.matrixTitle}>
      <h1 className="unseen">{words.matrixTitle}</h1>
      <div className="matrix-choices">
        <Choice title={words.matrixRows} value={row} options={options} onChoose={setRow} />
        <Choice title={words.matrixColumns} value={column} options={options} onChoose={setColumn} />
      </div>
      <section>
        <h2>{words.relationTitles[model.as]}</h2>
        <CrossTableView
          caption={words.matrixTiesCaptions[direction](speech.columnTitle(rows))}
          hint={words.matrixTiesClick}
          table={ties}
          rows={names(rows)}
          columns={names(rows)}
          cellName={words.cellName[direction]}
          isChosen={(from, to) =>
            view.selection.kind === 'cell' &&
            view.selection.column === row &&
            view.selection.source === value(rows, from) &&
            view.selection.target === value(rows, to)
          }
          onChoose={(from, to) =>
            select({ kind: 'cell', column: row, source: value(rows, from), target: value(rows, to) })
          }
        />
      </section>
      <TrafficSection
        column={rows}
        names={names(rows)}
        onChoose={(from, to) =>
          select({ kind: 'cell', column: row, source: value(rows, from), target: value(rows, to) })
        }
      />
      <section>
        <h2>{words.matrixSites}</h2>
        <CrossTableView
          caption={words.matrixSitesCaption(speech.columnTitle(rows), speech.columnTitle(cols))}
          hint={words.matrixSitesClick}
          table={sites}
          rows={names(rows)}
          columns={names(cols)}
          cellName={words.cellName.shared}
          onChoose={(from, to) => {
            const kept = keepCategories(view.filters.categories, row, [value(rows, from)])
            const categories = keepCategories(kept, column, [value(cols, to)])
            step({ filters: { ...view.filters, categories } })
          }}
        />
      </section>
    </div>
  )
}

/** Communities go by their numbers, with their names beside. */
const shortName = ({ name, categories }: CategoryColumn, category: number, text: string): string =>
  name === 'community' && categories[category] && !categories[category].alone
    ? `${categories[category].value} ${text}`
    : text
