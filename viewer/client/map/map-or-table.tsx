import { SiteTable } from '../table/site-table.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { IfDrawn } from './if-drawn.tsx'
import { Maps, type MapsProps } from './maps.tsx'

/** The maps; where none can be drawn, the sites as a table, unless it stands beside them anyway. */
export function MapOrTable(props: MapsProps) {
  const { view } = useWorkbench()
  return (
    <IfDrawn instead={view.screen === 'map' && <SiteTable />}>
      {isPlain => <Maps {...props} isPlain={isPlain} />}
    </IfDrawn>
  )
}
