import { memo, useState } from 'react'
import { isFiltered } from '../filters/filters.ts'
import { download } from '../picture/save-picture.ts'
import { useWorkbench } from '../workbench-context.ts'
import { csvOf } from './csv-of.ts'
import { workbookOf } from './workbook-of.ts'
import type { TableView } from './table-view.ts'

interface TableToolsProps {
  readonly view: TableView
  readonly sites: readonly number[]
  readonly hasFilters: boolean
  readonly onFilters: (on: boolean) => void
}

/** Search, columns, filters, download: of what is shown. */
export const TableTools = memo(function TableTools({ view, sites, hasFilters, onFilters }: TableToolsProps) {
  const { model, shown, speech, view: map, step, change } = useWorkbench()
  const { words, language } = speech
  const [outcome, setOutcome] = useState('')
  const { filters } = map
  const search = (text: string): void => {
    const next = { filters: { ...filters, words: text } }
    // One step for a search, however many letters: Undo takes it back whole.
    if (filters.words === '') step(next)
    else change(next)
  }
  const save = (kind: 'csv' | 'xlsx'): void => {
    const name = `${model.data.corpus.title}-${words.table.toLowerCase()}.${kind}`
    download(kind === 'csv' ? csvOf(view.shown, sites, language) : workbookOf(view.shown, sites, words.table), name)
    setOutcome(words.tableSaved(words.sites(sites.length)))
  }
  return (
    <div className="table-tools">
      <input
        type="search"
        aria-label={words.tableSearch}
        placeholder={words.tableSearch}
        value={filters.words}
        onChange={event => search(event.target.value)}
      />
      <p className="tally">
        {isFiltered(filters)
          ? words.shownOf(words.sites(shown.siteCount), speech.count(model.siteCount), words.ties(shown.tieCount))
          : words.sites(shown.siteCount)}
      </p>
      <ColumnChoice view={view} />
      <button type="button" className="button" aria-pressed={hasFilters} onClick={() => onFilters(!hasFilters)}>
        {words.filterColumns}
      </button>
      <button type="button" className="button" onClick={() => save('csv')}>
        {words.saveCsv}
      </button>
      <button type="button" className="button" onClick={() => save('xlsx')}>
        {words.saveWorkbook}
      </button>
      <output className="unseen">{outcome}</output>
    </div>
  )
})

function ColumnChoice({ view }: { readonly view: TableView }) {
  const { words } = useWorkbench().speech
  const [, ...columns] = view.all
  return (
    <details className="column-choice">
      <summary className="button">{words.chooseColumns}</summary>
      <ul>
        {columns.map(({ id, title }, at) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={view.isShown(id)}
                onChange={event => view.show(id, event.target.checked)}
              />{' '}
              {title}
            </label>
            <button
              type="button"
              aria-label={words.moveLeft(title)}
              disabled={at === 0}
              onClick={() => view.move(id, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={words.moveRight(title)}
              disabled={at === columns.length - 1}
              onClick={() => view.move(id, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
