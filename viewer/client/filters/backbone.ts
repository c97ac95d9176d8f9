import {
  type Backbone,
  backboneFacts,
  type BackboneName,
  backbones,
  unfitWeight,
} from '#data/vocabulary/backbones/backbones.ts'
import type { Model } from '../model/model.ts'
import type { Filter } from './filter.ts'

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
}

/** Some ties are not on the map, or their weights are no counts (likeness is none, in hundredths either): then nobody can say what to expect of one. */
export const isFit = (name: BackboneName, { ties, as }: Pick<Model, 'ties' | 'as'>): boolean =>
  ties.leastWeight === undefined &&
  !(as === 'similar' && backboneFacts[name].needsCounts) &&
  unfitWeight(name, ties.weight) === undefined

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
