/** Hosts of those who park domains or sell them; a leading dot takes subdomains, which all do here. */
export const parkingHosts: ReadonlySet<string> = new Set(
  `sedoparking.com sedo.com parkingcrew.net bodis.com above.com hugedomains.com dan.com afternic.com undeveloped.com
  domainmarket.com buydomains.com namebright.com namedrive.com uniregistry.com uniregistrar.com parklogic.com voodoo.com
  skenzo.com smartname.com fabulous.com trafficz.com domainsponsor.com dsparking.com park.io domainlore.uk nameshift.com
  brandbucket.com brandpa.com squadhelp.com atom.com flippa.com 4.cn epik.com dropcatch.com snapnames.com namejet.com
  domainagents.com efty.com perfectdomain.com saw.com greatdomains.com digimedia.com mydomaincontact.com parking-page.net
  cashparking.com domainapps.com domainprofi.de nicsell.com dnparking.com ztomy.com securedparking.com searchmagnified.com
  domize.com catchtiger.com dovendi.com`
    .trim()
    .split(/\s+/),
)

/** First labels of hosts that parked domains answer under: 'ww25.example.org'. */
export const parkingLabel = /^ww\d{1,2}\./

type ParkingTitle =
  'parked-for-sale' | 'parked-by-title' | 'parked-expired' | 'parked-default-page' | 'parked-not-built'

/** Titles of pages that offer a domain or hold nothing yet; folded, lower case. */
export const parkingTitles: readonly (readonly [code: ParkingTitle, pattern: RegExp, weight: number])[] = [
  [
    'parked-for-sale',
    /\b(?:domain(?: name)?s?|nom de domaine|domaine|site|url)\b.{0,40}\b(?:for sale|a vendre|en vente|may be for sale|is available|est disponible|buy now|to buy)\b|buy this domain|acheter ce (?:nom de )?domaine|\bhugedomains\b|\bdan\.com\b|\bafternic\b/,
    2,
  ],
  [
    'parked-by-title',
    /\bparked\b.{0,30}\b(?:domain|page|free|by)\b|\bdomain parking\b|\bpage (?:de )?parking\b|\bparking page\b|domaine (?:parque|reserve)|domain (?:is )?(?:registered|reserved|parked)/,
    2,
  ],
  [
    'parked-expired',
    /\b(?:domain|site|account|compte|domaine|hosting)\b.{0,30}\b(?:expired|expire|suspended|suspendu|disabled|desactive)\b/,
    2,
  ],
  [
    'parked-default-page',
    /\b(?:apache2? .*default page|welcome to nginx|default web ?(?:site )?page|plesk|cpanel|it works!?$|iis windows server|test page for)\b|^index of \//,
    1,
  ],
  [
    'parked-not-built',
    /\b(?:under construction|en construction|coming soon|bientot en ligne|site en travaux|maintenance mode)\b/,
    1,
  ],
]
