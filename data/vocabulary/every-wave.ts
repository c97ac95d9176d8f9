/** What stands for every wave together, where a wave is named by its label. No new wave may be called so. */
export const everyWave = 'all'
