import type { Speech } from './format.ts'

/** '12 kB', '3.4 MB'. */
export const sizeIn = (bytes: number, { words, count, number }: Speech): string =>
  bytes < 1_000_000
    ? `${count(Math.max(1, Math.round(bytes / 1000)))} ${words.bytes.kB}`
    : `${number(bytes / 1_000_000)} ${words.bytes.MB}`
