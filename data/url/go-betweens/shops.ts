import { words } from '../../words.ts'
import type { GoBetween } from './go-between.ts'
import { clearUrls, seen, urlpurify } from './sources.ts'

/** What pays for a link to a shop. */
export const shops: readonly GoBetween[] = [
  { domains: ['awin1.com'], parameters: ['ued'], source: clearUrls },
  { domains: ['awin1.com'], path: /^\/cread\.php/, parameters: ['p'], source: seen },
  { domains: ['linksynergy.com'], parameters: ['murl'], source: clearUrls },
  { domains: ['go.skimresources.com'], parameters: ['url'], source: clearUrls },
  { domains: ['go.redirectingat.com'], parameters: ['url'], source: 'Skimlinks, as go.skimresources.com' },
  { domains: ['redirect.viglink.com'], parameters: ['u'], source: clearUrls },
  { domains: words('digidip.net effiliation.com dpbolvw.net'), parameters: ['url'], source: clearUrls },
  {
    domains: words('tkqlhce.com anrdoezrs.net jdoqocy.com kqzyfj.com pntrac.com pjtra.com pntrs.com smartredirect.de'),
    parameters: ['url'],
    source: urlpurify,
  },
  { domains: words('sjv.io pxf.io'), parameters: ['u'], source: urlpurify },
  { domains: ['shareasale.com'], path: /^\/r\.cfm/, parameters: ['urllink'], source: urlpurify },
  { domains: ['rover.ebay.com'], parameters: ['mpre'], source: urlpurify },
  { domains: ['ck.jp.ap.valuecommerce.com'], parameters: ['vc_url'], source: urlpurify },
  { domains: ['tradedoubler.com'], parameters: ['url', '_td_deeplink'], source: clearUrls },
]
