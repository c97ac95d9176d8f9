import { Mistake } from '#data/mistake.ts'
import { type Backbone, backboneFacts, type BackboneName, backbones } from '#data/vocabulary/backbones/backbones.ts'

/** The backbone that `--backbone` and `--threshold` ask for; undefined: all ties. @throws Mistake for a threshold that is none. */
export function readBackbone(name: BackboneName | 'none' = 'none', threshold?: number): Backbone | undefined {
  if (name === 'none') {
    if (threshold !== undefined) throw new Mistake(`--threshold goes with --backbone ${backbones.join(' or ')}`)
    return undefined
  }
  const { preset, isThreshold } = backboneFacts[name]
  const asked = threshold ?? preset
  if (isThreshold(asked)) return { name, threshold: asked }
  const expected =
    name === 'disparity' ? 'a chance above 0, at most 1' : 'a number of standard deviations, from 0 to 100'
  throw new Mistake(`--threshold ${asked} found, with --backbone ${name} expected ${expected}`)
}
