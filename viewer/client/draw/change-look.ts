import type { KindOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { Ink } from '../view/view.ts'
import { type Paper, papers } from './paper.ts'
import { inkFor } from './tie-ink.ts'

/** How the lines of a kind of change are drawn: told apart by their dashes where colours can't be. */
export interface ChangeLook {
  readonly ink: string
  /** Pixels from one dash to the next; 0: an unbroken line. */
  readonly period: number
  /** Of the period, inked. */
  readonly share: number
  /** What changed, or may have, stands out from what was kept. */
  readonly isNews: boolean
}

const looks: Readonly<Record<KindOfChange, ChangeLook>> = {
  kept: { ink: '#767b86', period: 0, share: 1, isNews: false },
  gone: { ink: '#b3401a', period: 11, share: 0.6, isNews: true },
  born: { ink: '#1553a8', period: 0, share: 1, isNews: true },
  reborn: { ink: '#7a2f8f', period: 22, share: 0.8, isNews: true },
  unknown: { ink: '#5f5640', period: 6, share: 0.4, isNews: true },
}

/** In print: black and one grey. By night the same hues, lighter. */
export function changeLook(kind: KindOfChange, ink: Ink, paper: Paper = papers.light): ChangeLook {
  const look = looks[kind]
  if (ink !== 'colour') return { ...look, ink: kind === 'kept' ? '#8a8a8a' : '#1d2025' }
  return paper.isDark && kind !== 'kept' ? { ...look, ink: inkFor(look.ink, paper) } : look
}
