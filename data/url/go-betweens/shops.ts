import { words } from '../../words.ts'
import type { GoBetween } from './go-between.ts'
import { clearUrls, seen } from './sources.ts'

/** What pays for a link to a shop. */
export const shops: readonly GoBetween[] = [
  { domains: ['awin1.com'], parameters: ['ued'], source: clearUrls },
  { domains: ['awin1.com'], path: /^\/cread\.php/, parameters: ['p'], source: seen },
  { domains: ['linksynergy.com'], parameters: ['murl'], source: clearUrls },
  { domains: ['go.skimresources.com'], parameters: ['url'], source: clearUrls },
  { domains: ['go.redirectingat.com'], parameters: ['url'], source: 'Skimlinks, as go.skimresources.com' },
  { domains: ['redirect.viglink.com'], parameters: ['u'], source: clearUrls },
  { domains: words('digidip.net effiliation.com dpbolvw.net'), parameters: ['url'], source: clearUrls },
  { domains: ['tradedoubler.com'], parameters: ['url', '_td_deeplink'], source: clearUrls },
]
