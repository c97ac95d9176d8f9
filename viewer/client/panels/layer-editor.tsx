import type { TimelineData } from '../../protocol/map.ts'
import { useAnswer } from '../ask.ts'
import { Choice } from '../parts/choice.tsx'
import { relations, type Layer } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import { zoneNames } from '../words/zone-names.ts'
import { DateSlider } from './date-slider.tsx'
import { WaveSlider } from './wave-slider.tsx'

interface LayerEditorProps {
  readonly layer: Layer
  readonly onChange: (layer: Layer) => void
}

/** Which hyperlinks make the ties of a map: their place on the page, and when the page was published. */
export function LayerEditor({ layer, onChange }: LayerEditorProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const timeline = useAnswer<TimelineData>('./api/timeline')
  const { zones } = model.data.ties
  const counts = new Map(zoneNames.map(zone => [zone, zones[zone].reduce((sum, links) => sum + links, 0)]))
  return (
    <>
      <Choice
        title={words.legendTies}
        value={layer.as}
        options={relations.map(as => ({ value: as, text: words.relations[as] }))}
        onChoose={value => onChange({ ...layer, as: relations.find(as => as === value) ?? 'links' })}
      />
      <div className="chips" role="group" aria-label={words.filterZones}>
        <button
          type="button"
          className="chip"
          aria-pressed={layer.zones.length === 0}
          onClick={() => onChange({ ...layer, zones: [] })}
        >
          {words.allZones}
        </button>
        {zoneNames
          .filter(zone => counts.get(zone)! > 0 || layer.zones.includes(zone))
          .map(zone => {
            const isOn = layer.zones.includes(zone)
            const next = isOn
              ? layer.zones.filter(one => one !== zone)
              : zoneNames.filter(one => one === zone || layer.zones.includes(one))
            return (
              <button
                key={zone}
                type="button"
                className="chip"
                aria-pressed={isOn}
                onClick={() => onChange({ ...layer, zones: next })}
              >
                {words.zones[zone]} <span className="tally">{speech.count(counts.get(zone)!)}</span>
              </button>
            )
          })}
      </div>
      <WaveSlider wave={layer.wave} onChange={wave => onChange({ ...layer, wave })} />
      <h3 className="minor">{words.filterDates}</h3>
      {timeline.state === 'ready' && (
        <DateSlider
          timeline={timeline.data}
          since={layer.since}
          until={layer.until}
          onChange={dates => onChange({ ...layer, ...dates })}
        />
      )}
    </>
  )
}
