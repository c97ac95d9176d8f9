import {
  type Backbone,
  backboneFacts,
  type BackboneName,
  backbones,
  unfitWeight,
} from '#data/vocabulary/backbones/backbones.ts'
import type { Model } from '../model/model.ts'
import { Choice } from '../parts/choice.tsx'
import type { Filter, FormProps } from './filter.ts'

/** Ties that stand out, whatever the size of their ends, of all ties of the map: other filters change no verdict. */
export const backbone: Filter<Backbone | null> = {
  none: null,
  isOn: value => value !== null,
  write: value => (value === null ? [] : [['bb', `${value.name}..${value.threshold}`]]),
  read: parts => {
    const [name = '', threshold = '', ...rest] = (parts.get('bb') ?? '').split('..')
    const known = backbones.find(one => one === name)
    if (known === undefined || rest.length > 0 || threshold === '') return null
    return backboneFacts[known].isThreshold(Number(threshold)) ? { name: known, threshold: Number(threshold) } : null
  },
  keepsTie: (value, model) => {
    if (value === null || !isFit(value.name, model)) return () => true
    const scores = scoresOf(model, value.name)
    return tie => backboneFacts[value.name].keeps(scores[tie]!, value.threshold)
  },
  chips: (value, _model, { words, number }) =>
    value === null ? [] : [{ text: words.backboneAt[value.name](number(value.threshold)), without: null }],
  control: { title: words => words.filterBackbone, Form },
}

/** Some ties are not on the map, or their weights are no counts: then nobody can say what to expect of one. */
const isFit = (name: BackboneName, { ties }: Model): boolean =>
  ties.leastWeight === undefined && unfitWeight(name, ties.weight) === undefined

const known = new WeakMap<Model, Map<BackboneName, Float64Array>>()

/** Reckoned once for a model and a backbone: the threshold is moved often. */
function scoresOf(model: Model, name: BackboneName): Float64Array {
  const own = known.get(model) ?? new Map<BackboneName, Float64Array>()
  known.set(model, own)
  const { siteCount: nodeCount, ties, as } = model
  const scores = own.get(name) ?? backboneFacts[name].scores({ nodeCount, ...ties, undirected: as !== 'links' })
  own.set(name, scores)
  return scores
}

function Form({ value, step, model, speech }: FormProps<Backbone | null>) {
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
