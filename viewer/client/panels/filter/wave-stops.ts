import { everyWave, isOneWave } from '#data/vocabulary/every-wave.ts'

/** Where the slider of the waves stops, in the order of time; all together come first, unless one wave alone was analysed. */
export const waveStops = (waves: readonly string[], analysed: string | null): readonly string[] =>
  isOneWave(analysed) ? waves : [everyWave, ...waves]

/** The wave that a view asks for at a stop: empty, where that is what was analysed. */
export const askedAt = (stop: string, analysed: string | null): string => (stop === (analysed ?? everyWave) ? '' : stop)
