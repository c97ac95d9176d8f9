import { noneByZone } from '#data/vocabulary/zones.ts'
import type { ChangesData } from '#viewer/protocol/changes.ts'
import { buildModel, type Model } from '../model/model.ts'

/** The map's sites with every tie of either wave, in one picture. Ties weigh alike: what became of them is what is told. */
export function changeModel({ data }: Model, { source, target }: ChangesData): Model {
  const none = source.map(() => 0)
  return buildModel(
    data,
    {
      ...{ source, target, links: none, pages: none },
      weight: source.map(() => 1),
      zones: noneByZone,
    },
    'links',
    [],
  )
}
