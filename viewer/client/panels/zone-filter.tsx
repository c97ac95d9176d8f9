import type { Zone } from '../../../data/records.ts'
import type { LinksData } from '../../protocol/evidence.ts'
import { useWorkbench } from '../workbench-context.ts'

interface ZoneFilterProps {
  readonly data: LinksData
  readonly zone: Zone | ''
  readonly onChoose: (zone: Zone | '') => void
}

/** The places on a page where hyperlinks stand, with their counts: one, or all. */
export function ZoneFilter({ data, zone, onChoose }: ZoneFilterProps) {
  const { words, count } = useWorkbench().speech
  if (data.byZone.length < 2) return null
  const choices: readonly (readonly [Zone | '', number])[] = [['', data.total], ...data.byZone]
  return (
    <div className="chips" role="group" aria-label={words.zoneFilter}>
      {choices.map(([name, links]) => (
        <button key={name} type="button" className="chip" aria-pressed={zone === name} onClick={() => onChoose(name)}>
          {name === '' ? words.allZones : words.zones[name]} <span className="tally">{count(links)}</span>
        </button>
      ))}
    </div>
  )
}
