import { useWorkbench } from '../workbench-context.ts'
import { Dot } from './dot.tsx'

/** A site by its name: points at itself on the map, opens on a click. */
export function SiteName({ id }: { readonly id: string }) {
  const { model, select, point } = useWorkbench()
  const site = model.indexOf.get(id)
  const aim = (): void => point(site === undefined ? null : { site })
  return (
    <button
      type="button"
      className="site-name"
      onClick={() => select({ kind: 'site', id })}
      onPointerEnter={aim}
      onPointerLeave={() => point(null)}
      onFocus={aim}
      onBlur={() => point(null)}
    >
      <Dot site={site} size={12} />
      <span>{model.data.labels[site ?? -1] ?? id}</span>
    </button>
  )
}
