import type { Zone } from '#data/vocabulary/zones.ts'
import type { LinksData } from '#viewer/protocol/evidence.ts'
import { Chips } from '#viewer/client/parts/chips.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface ZoneFilterProps {
  readonly data: LinksData
  readonly zone: Zone | ''
  readonly onChoose: (zone: Zone | '') => void
}

/** The places on a page where hyperlinks stand, with their counts: one, or all. */
export function ZoneFilter({ data, zone, onChoose }: ZoneFilterProps) {
  const { words, count } = useWorkbench().speech
  if (data.byZone.length < 2) return null
  const links = new Map<Zone | '', number>([['', data.total], ...data.byZone])
  return (
    <Chips
      title={words.zoneFilter}
      values={[...links.keys()]}
      isOn={one => zone === one}
      onChoose={onChoose}
      name={one => (
        <>
          {one === '' ? words.allZones : words.zones[one]} <span className="tally">{count(links.get(one)!)}</span>
        </>
      )}
    />
  )
}
