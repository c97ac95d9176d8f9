import { type Backbone, backboneFacts, backbones } from '#data/vocabulary/backbones/backbones.ts'
import { Choice } from '../parts/choice.tsx'
import { isFit } from './backbone.ts'
import type { FormProps } from './filter.ts'

/** Which backbone, and from where on a tie stands out. */
export function BackboneForm({ value, step, model, speech }: FormProps<Backbone | null>) {
  const { words } = speech
  const fit = backbones.filter(name => isFit(name, model))
  const options = [
    { value: '', text: words.backboneNames.none },
    ...fit.map(name => ({ value: name, text: words.backboneNames[name] })),
  ]
  const name = value !== null && fit.includes(value.name) ? value.name : ''
  return (
    <div className="boxed">
      <Choice
        title={words.filterBackbone}
        value={name}
        options={options}
        onChoose={chosen => {
          const next = backbones.find(one => one === chosen)
          step(next === undefined ? null : { name: next, threshold: backboneFacts[next].preset })
        }}
      />
      {value !== null && name !== '' && (
        <Choice
          title={words.backboneThreshold[value.name]}
          value={String(value.threshold)}
          options={[...new Set([...backboneFacts[value.name].usual, value.threshold])].map(one => ({
            value: String(one),
            text: speech.number(one),
          }))}
          onChoose={one => step({ name: value.name, threshold: Number(one) })}
        />
      )}
      <p className="hint">{fit.length === backbones.length ? words.backboneHint : words.backboneUnfit}</p>
    </div>
  )
}
