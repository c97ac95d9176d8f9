import type { Words } from '#viewer/client/words/format.ts'

/** Why an explanation did not come: what it asks of is gone, too much was asked at once, or something broke. */
export const sayFailed = (status: number, gone: string, words: Words): string =>
  status === 404 ? gone : status === 503 ? words.whyBusy : words.failed
