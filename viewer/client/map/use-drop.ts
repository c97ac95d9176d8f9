import type { Drop } from '../draw/drags.ts'
import { useMedia } from '../view/use-media.ts'
import { useWorkbench } from '../workbench-context.ts'

/**
 * What happens to a site that was dragged: who may change the corpus fixes its place in it, for all; on a layout of this page alone, or
 * for those who may only look, it is moved on this page. Null: fingers that shift the map would move dots.
 */
export function useDrop(): Drop | null {
  const { model, curation, arrangement } = useWorkbench()
  const isFine = useMedia('(pointer: fine)')
  if (curation === null || arrangement.moved.length > 0)
    return isFine || curation !== null ? (site, place) => arrangement.moveOne(site, place) : null
  return (site, place) => void curation.send({ kind: 'pin', id: model.data.ids[site]!, place })
}
