/** Waits before the second, third … request of a page whose failure could pass, in milliseconds. */
export const pageRetryWaitsMs: readonly number[] = [2_000, 10_000]

/** The same for robots.txt: three more within a minute, while other hosts go on. */
export const robotsRetryWaitsMs: readonly number[] = [2_000, 6_000, 18_000]

/** Wait before the next request after `attempts` (≥ 1) were made; null: it was the last. */
export const retryWaitMs = (attempts: number, waitsMs: readonly number[]): number | null =>
  waitsMs[attempts - 1] ?? null
