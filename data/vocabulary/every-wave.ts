/** What stands for every wave together, where a wave is named by its label. No new wave may be called so. */
export const everyWave = 'all'

/** A label of one wave: neither every wave together, nor none. */
export const isOneWave = (wave: string | null): wave is string => wave !== null && wave !== everyWave
