import { useWorkbench } from '../workbench-context.ts'
import { Bar } from './bar.tsx'
import { Dot } from './dot.tsx'

interface SiteRowProps {
  readonly id: string
  readonly label: string
  /** Length of the bar, from 0 to `most`. */
  readonly amount: number
  readonly most: number
  readonly detail: string
  /** A second line. */
  readonly below?: string
  /** Where a click leads, when it is not the site itself. */
  readonly onOpen?: () => void
}

/** A site in a list: points at itself on the map, opens on a click. */
export function SiteRow({ id, label, amount, most, detail, below, onOpen }: SiteRowProps) {
  const { model, select, point } = useWorkbench()
  const site = model.indexOf.get(id)
  const aim = (): void => point(site === undefined ? null : { site })
  return (
    <li>
      <button
        type="button"
        className="row"
        onClick={onOpen ?? (() => select({ kind: 'site', id }))}
        onPointerEnter={aim}
        onPointerLeave={() => point(null)}
        onFocus={aim}
        onBlur={() => point(null)}
      >
        <Dot site={site} />
        <span className="row-name">{label}</span>
        <span className="row-detail">{detail}</span>
        {below !== undefined && <span className="row-below">{below}</span>}
        <Bar part={amount / most} />
      </button>
    </li>
  )
}
