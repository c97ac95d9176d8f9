import { existsSync, readdirSync } from 'node:fs'
import { statusOfShares } from '#crawler/shares/status-of-shares.ts'

/** Whether the copy of share `share` in `parts` is of a crawl that has ended. */
export const isShareDone = (parts: string, share: number): boolean =>
  existsSync(parts) &&
  readdirSync(parts).some(name => name.endsWith('.sqlite') && !name.startsWith('.')) &&
  statusOfShares(parts, Date.now()).shares.some(one => one.share === share && one.stand === 'done')
