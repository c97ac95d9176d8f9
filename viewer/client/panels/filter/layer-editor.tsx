import { type Relation, relations } from '#data/vocabulary/relations.ts'
import { zones as zoneNames, type Zone } from '#data/vocabulary/zones.ts'
import type { MapData, TimelineData } from '#viewer/protocol/map.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { Chips } from '#viewer/client/parts/chips.tsx'
import { Choice } from '#viewer/client/parts/choice.tsx'
import { shownWave, waveQuery } from '#viewer/client/view/shown-wave.ts'
import { type Layer, layerAs } from '#viewer/client/view/view.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
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
  const isOfLinks = !model.data.ofFile && layer.as !== 'similar'
  return (
    <>
      <Choice
        title={words.legendTies}
        value={layer.as}
        options={offered(model.data).map(as => ({ value: as, text: words.relations[as] }))}
        onChoose={value => onChange(layerAs(layer, relations.find(as => as === value) ?? 'links'))}
      />
      {isOfLinks && <PlacesOfLinks layer={layer} onChange={onChange} />}
      <WaveSlider wave={layer.wave} onChange={wave => onChange({ ...layer, wave })} />
      {isOfLinks && <DatesOfPages layer={layer} onChange={onChange} />}
    </>
  )
}

/** Nodes of a file have no pages that say anything. */
const offered = ({ undirected, ofFile }: MapData): readonly Relation[] =>
  undirected ? ['links'] : relations.filter(as => !ofFile || as !== 'similar')

/** Ties of a file stand on no page. */
function PlacesOfLinks({ layer, onChange }: LayerEditorProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const { zones: counts } = model.data.ties
  return (
    <Chips
      title={words.filterZones}
      values={['' as const, ...zoneNames.filter(zone => counts[zone] > 0 || layer.zones.includes(zone))]}
      isOn={zone => (zone === '' ? layer.zones.length === 0 : layer.zones.includes(zone))}
      onChoose={zone => onChange({ ...layer, zones: zone === '' ? [] : toggled(layer.zones, zone) })}
      name={zone =>
        zone === '' ? (
          words.allZones
        ) : (
          <>
            {words.zones[zone]} <span className="tally">{speech.count(counts[zone])}</span>
          </>
        )
      }
    />
  )
}

/** Nor have they dates of pages. */
function DatesOfPages({ layer, onChange }: LayerEditorProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const wave = shownWave({ layer, against: null }, model.data)
  const timeline = useAnswer<TimelineData>(`./api/timeline?${waveQuery(wave)}`)
  return (
    <>
      <h3 className="minor">{words.filterDates}</h3>
      {wave !== '' && <p className="hint">{words.linksOfWave(words.waveNamed(wave))}</p>}
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

/** With `zone` or without it, in the order of the contract. */
const toggled = (zones: readonly Zone[], zone: Zone): readonly Zone[] =>
  zones.includes(zone)
    ? zones.filter(one => one !== zone)
    : zoneNames.filter(one => one === zone || zones.includes(one))
