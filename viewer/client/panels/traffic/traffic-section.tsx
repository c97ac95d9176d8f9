import { useMemo } from 'react'
import type { Traffic } from '#data/vocabulary/traffic/count-traffic.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import type { CategoryColumn } from '#viewer/protocol/map.ts'
import { TrafficList } from './traffic-list.tsx'
import { MatrixPicture, RingPicture } from './traffic-picture.tsx'
import { trafficOf } from './traffic-of.ts'

/** More arrows than among so many are a thicket. */
const mostOnRing = 12

interface TrafficSectionProps {
  readonly column: CategoryColumn
  /** Of its categories, in their order. */
  readonly names: readonly string[]
  readonly onChoose: (from: number, to: number) => void
}

/** Who imports from whom: the ties in the order of the categories, arrows between these, and the numbers beside what is expected. */
export function TrafficSection({ column, names, onChoose }: TrafficSectionProps) {
  const { model, shown, speech } = useWorkbench()
  const { words } = speech
  const found = useMemo(() => trafficOf(model, shown, column.name), [model, shown, column.name])
  if (found === null || found.flows.length === 0) return null
  const undirected = model.as !== 'links'
  const ring = ringOf(found.flows, found.sizes)
  const direction = undirected ? 'shared' : 'links'
  return (
    <section>
      <h2>{words.importsTitle}</h2>
      <p className="hint">{words.importsHint[direction]}</p>
      <div className="traffic-pictures">
        <MatrixPicture matrix={found.matrix} label={words.importsMatrix(speech.columnTitle(column))} />
        <RingPicture
          {...ring}
          names={ring.at.map(category => names[category] ?? '')}
          undirected={undirected}
          label={words.importsArrows}
        />
      </div>
      <TrafficList
        flows={found.flows}
        nameOf={category => names[category] ?? ''}
        undirected={undirected}
        onChoose={onChoose}
      />
    </section>
  )
}

/** The categories with shown sites, the largest where they are many, in their order; flows by their places on the ring. */
function ringOf(flows: readonly Traffic[], sizes: readonly number[]) {
  const at = [...sizes.keys()]
    .filter(category => sizes[category]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b)
    .slice(0, mostOnRing)
    .sort((a, b) => a - b)
  const place = new Map(at.map((category, own) => [category, own]))
  return {
    at,
    sizes: at.map(category => sizes[category]!),
    flows: flows.flatMap(flow => {
      const [from, to] = [place.get(flow.from), place.get(flow.to)]
      return from === undefined || to === undefined ? [] : [{ ...flow, from, to }]
    }),
  }
}
