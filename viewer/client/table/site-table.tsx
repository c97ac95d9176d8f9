import { useMemo, useRef, useState } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useAnswer } from '../ask.ts'
import { published } from '../published.ts'
import { useWorkbench } from '../workbench-context.ts'
import { SelectionBar } from './selection-bar.tsx'
import { sortSites } from './sort-sites.ts'
import { type Judged, tableColumns } from './site-column.ts'
import { TableHead } from './table-head.tsx'
import { TableLine } from './table-line.tsx'
import { TableTools } from './table-tools.tsx'
import { useChecked } from './use-checked.ts'
import { useTableView } from './table-view.ts'

const rowRem = 1.9
/** Rows drawn above and below what is seen; of a small study all: the browser's own search finds them, and the printer has them. */
const spare = 12
const fewRows = 300

/** Sites × columns: searched, sorted, filtered, written in. Only the rows in sight are drawn, however many there are. */
export function SiteTable() {
  const { model, shown, speech } = useWorkbench()
  const { words, language } = speech
  const answer = useAnswer<Judged>(published === null ? './api/judged' : null)
  const judged = answer.state === 'ready' ? answer.data : null
  const columns = useMemo(() => tableColumns(model, speech, judged), [model, speech, judged])
  const view = useTableView(columns)
  const sorted = useMemo(() => {
    const sites = Array.from({ length: model.siteCount }, (_, site) => site).filter(site => shown.sites[site] === 1)
    return sortSites(sites, { columns, siteCount: model.siteCount, language }, view.order)
  }, [model, shown, columns, view.order, language])
  const checked = useChecked(model, sorted)
  const [hasFilters, setFilters] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const rows = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: sorted.length <= fewRows ? sorted.length : spare,
  })
  const drawn = rows.getVirtualItems()
  const above = drawn[0]?.start ?? 0
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div className="table-part">
      <TableTools view={view} sites={sorted} hasFilters={hasFilters} onFilters={setFilters} />
      {checked !== null && <SelectionBar checked={checked} />}
      <div className="table-screen" tabIndex={0} role="region" aria-label={words.table} ref={box}>
        <h1 className="unseen">{words.table}</h1>
        <p className="print-only">{words.tablePrinted}</p>
        <table aria-rowcount={sorted.length + 1}>
          <caption className="unseen">{words.tableCaption(words.sites(shown.siteCount))}</caption>
          <colgroup>
            {checked !== null && <col className="check-column" />}
            {view.shown.map(column => (
              <col key={column.id} ref={element => void (element && (element.style.width = `${column.width}rem`))} />
            ))}
          </colgroup>
          <TableHead view={view} checked={checked} hasFilters={hasFilters} />
          <tbody>
            <Space height={above} />
            {drawn.map(({ index }) => (
              <TableLine
                key={sorted[index]}
                site={sorted[index]!}
                index={index}
                columns={view.shown}
                checked={checked}
              />
            ))}
            <Space height={below} />
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** In place of the rows that are not drawn. */
const Space = ({ height }: { readonly height: number }) =>
  height <= 0 ? null : (
    <tr aria-hidden="true">
      <td ref={element => void (element && (element.style.height = `${height}px`))} />
    </tr>
  )

/** As the styles have it: letters as large as the reader wants, rows high enough for fingers. */
function useRowHeight(): number {
  return useMemo(() => {
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize)
    return matchMedia('(pointer: coarse)').matches ? Math.max(44, rowRem * letters) : rowRem * letters
  }, [])
}
