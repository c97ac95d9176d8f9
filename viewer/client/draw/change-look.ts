import type { KindOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { Ink } from '../view/view.ts'

/** How the lines of a kind of change are drawn: told apart by their dashes where colours can't be. */
export interface ChangeLook {
  readonly ink: string
  /** Pixels from one dash to the next; 0: an unbroken line. */
  readonly period: number
  /** Of the period, inked. */
  readonly share: number
}

const looks: Readonly<Record<KindOfChange, ChangeLook>> = {
  kept: { ink: '#767b86', period: 0, share: 1 },
  gone: { ink: '#b3401a', period: 11, share: 0.6 },
  born: { ink: '#1553a8', period: 0, share: 1 },
  reborn: { ink: '#7a2f8f', period: 22, share: 0.8 },
  unknown: { ink: '#5f5640', period: 6, share: 0.4 },
}

/** In print: black and one grey. */
export const changeLook = (kind: KindOfChange, ink: Ink): ChangeLook =>
  ink === 'colour' ? looks[kind] : { ...looks[kind], ink: kind === 'kept' ? '#8a8a8a' : '#1d2025' }
