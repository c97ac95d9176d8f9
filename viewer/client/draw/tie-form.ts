import type { Model } from '../model/model.ts'

/** 'tie': a taper; 'bowed': one of two that answer each other; 'even': without a direction. */
export const tieForms = ['tie', 'bowed', 'even'] as const
export type TieForm = (typeof tieForms)[number]

export function tieForm({ as, reverse }: Model, tie: number): TieForm {
  if (as !== 'links') return 'even'
  return reverse[tie] === -1 ? 'tie' : 'bowed'
}
