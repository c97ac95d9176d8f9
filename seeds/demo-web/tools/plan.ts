import { words } from '#data/words.ts'

/** An invented tool: whose it is, how a page shows it, and which sites use it. */
export interface PlannedTool {
  readonly name: string
  /** Id of a site of the invented web, or of an invented maker. */
  readonly maker: string
  readonly country: 'FR' | 'US'
  readonly category: string
  readonly pattern: string
  /** In the head, and in the body, of every page of a user; `host` is the site's own. */
  readonly head?: (host: string) => string
  readonly body?: (host: string) => string
  readonly users: readonly string[]
  /** Of users that took it up: the first day on which their pages show it. The others always have. */
  readonly since?: Readonly<Record<string, string>>
  /** Sites that gave it up: the first day on which their pages no longer show it. */
  readonly until?: Readonly<Record<string, string>>
}

/** The tools that a site uses on `day` (ISO 8601); today without one. */
export const toolsOn = (site: string, day?: string): readonly PlannedTool[] =>
  plannedTools.filter(
    ({ users, since = {}, until = {} }) =>
      (users.includes(site) && (day === undefined || (since[site] ?? '') <= day)) ||
      (day !== undefined && day < (until[site] ?? '')),
  )

/**
 * What the sites of the invented web borrow: the truth that `toile tools` is to find again. All makers are invented. Marks have the forms that
 * real ones have: a script of the maker's, a form that posts to it, a counting picture for those without scripts, a style, a frame, a generator
 * mark, folders of an engine on one's own host.
 */
export const plannedTools: readonly PlannedTool[] = [
  {
    name: 'Walklist Forms',
    maker: 'precinct-works.example',
    country: 'US',
    category: 'campaign',
    pattern: 'any:.walklist.example',
    head: () => '<script async src="https://js.walklist.example/embed/v2/form.js?site=7"></script>',
    body: () =>
      '<form action="//forms.walklist.example/signup/7" method="post"><input type="email" name="m"></form><script src="https://js.walklist.example/embed/v2/send.js"></script>',
    users: words('atelier-scrutin campagne-claire palier cartes-sur-rue turnout-foundry gray-heron fourth-mailing canvass-review lawn-sign-journal'), // prettier-ignore
    // French sites take up an American tool between the elections of which the archive kept states.
    since: { 'campagne-claire': '2014-02-03', palier: '2016-09-12', 'cartes-sur-rue': '2019-03-04' },
    until: { 'swing-county-diary': '2019-06-03' },
  },
  {
    name: 'Small Dollar Button',
    maker: 'small-dollar-shop.example',
    country: 'US',
    category: 'fundraising',
    pattern: 'frame,form:.smalldollar.example',
    body: () => '<object data="https://give.smalldollar.example/embed/?amount=5" type="text/html"></object>',
    users: words('second-tour turnout-foundry votefile-garden swing-county-diary commonwealth-table chad-notebook'),
    since: { 'second-tour': '2020-01-06' },
  },
  {
    name: 'Hivekit Engine',
    maker: 'hivekit.example',
    country: 'US',
    category: 'cms',
    pattern: 'script,style:/hive-engine/',
    head: host => `<link rel="stylesheet" href="http://${host}/hive-engine/skin/plain.css">`,
    users: words('hivekit club-hivekit ruche-militante campus-terrain organizers-guild essaim-local'),
  },
  {
    name: 'Hivekit Engine',
    maker: 'hivekit.example',
    country: 'US',
    category: 'cms',
    pattern: 'generator:Hivekit',
    head: () => '<meta name="generator" content="Hivekit 3.1">',
    users: words('ruche-militante essaim-local organizers-guild'),
  },
  {
    name: 'Compte-pages',
    maker: 'cartes-sur-rue.example',
    country: 'FR',
    category: 'statistics',
    pattern: 'image:mesure.compte-pages.example/hit.gif',
    body: () =>
      '<noscript><img src="http://mesure.compte-pages.example/hit.gif?s=12" alt="" width="1" height="1"></noscript>',
    users: words('atelier-scrutin quartier-chiffre bureau-douze fondation-du-pre urne-ouverte voix-des-halles revue-hemicycle loi-a-la-lettre ballot-bench'), // prettier-ignore
  },
  {
    name: 'Lettre du canton',
    maker: 'palier.example',
    country: 'FR',
    category: 'mail',
    pattern: 'form:.lettre-canton.example/abonnement/',
    body: () => '<form action="https://envoi.lettre-canton.example/abonnement/"><button>OK</button></form>',
    users: words('palier isoloir-conseil budget-lisible essaim-local deux-rives donnee-commune'),
    // It gave way to the American one.
    until: { 'campagne-claire': '2014-02-03' },
  },
  {
    name: 'Typecase Fonts',
    maker: 'typecase.example',
    country: 'US',
    category: 'fonts',
    pattern: 'style:fonts.typecase.example',
    head: () => '<link href="//fonts.typecase.example/css?family=Plain" rel="stylesheet">',
    users: words('quartier-chiffre isoloir-conseil bureau-douze urne-ouverte precinct-works doorstep-metrics votefile-garden lantern-targeting institute-turnout open-rolls ballot-bench honeycomb-digest'), // prettier-ignore
  },
]
