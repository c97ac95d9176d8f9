/** The days of which the invented archive kept states: first rounds, as the invented web has them. */
export const elections = ['2012-04-22', '2017-04-23', '2022-04-10'] as const

export type Election = (typeof elections)[number]

/** A site under another name and at another host. Days are ISO 8601; `until` is the first day of the new one. */
export interface Renaming {
  readonly id: string
  readonly formerName: string
  readonly formerHost: string
  readonly until: string
  /** What answers at the former host since: the new site, or others who registered it, from that day. */
  readonly since: 'redirects' | { readonly othersFrom: string }
}

export const renamings: readonly Renaming[] = [
  {
    id: 'voix-des-halles',
    formerName: 'Halles Hebdo',
    formerHost: 'halles-hebdo.example',
    until: '2015-03-02',
    since: { othersFrom: '2016-05-17' },
  },
  {
    id: 'gray-heron',
    formerName: 'Heron Field Associates',
    formerHost: 'heron-field.example',
    until: '2019-09-09',
    since: 'redirects',
  },
  {
    id: 'palier',
    formerName: 'Porte et Palier',
    formerHost: 'porte-et-palier.example',
    until: '2016-09-12',
    since: 'redirects',
  },
]

/** Days between which a site was there; one that is not named opened in the year of its first text, and is there today. */
export interface Lifetime {
  readonly opens?: string
  /** First day on which it is closed. */
  readonly closes?: string
  /** Since then its address leads there; absent: it says that it has closed. */
  readonly soldTo?: string
}

export const lifetimes: Readonly<Record<string, Lifetime>> = {
  'preau-conseil': { closes: '2019-06-01' },
  'porte-a-cote': { closes: '2016-01-15' },
  'scorecard-lab': { closes: '2018-02-01', soldTo: 'lantern-targeting' },
  'circo-zero': { closes: '2023-01-31' },
  'walklist-monthly': { closes: '2022-12-31' },
}

/** Sites named until a day (not included); the last line is followed by what the site says today. '@host': an address that nobody put right. */
export type Until = readonly (readonly [until: string, ids: string])[]

/** Lists of friends, which shrink. */
export const formerBlogrolls: Readonly<Record<string, Until>> = {
  'campagne-claire': [
    [
      '2014-01-01',
      'preau-conseil porte-a-cote isoloir-conseil tractage carnet-depouillement voix-des-halles atelier-scrutin fondation-du-pre',
    ],
    ['2019-09-16', 'preau-conseil isoloir-conseil tractage carnet-depouillement second-tour @halles-hebdo.example'],
    ['2023-01-01', 'second-tour isoloir-conseil tractage carnet-depouillement'],
  ],
  'carnet-depouillement': [
    [
      '2014-05-26',
      'second-tour voix-des-halles porte-a-cote campagne-claire fondation-du-pre preau-conseil chad-notebook caucus-cloud',
    ],
    ['2018-01-01', 'second-tour voix-des-halles porte-a-cote loi-a-la-lettre swing-county-diary'],
    ['2023-01-01', 'second-tour voix-des-halles isoloir-du-nord circo-zero'],
  ],
  'isoloir-conseil': [
    ['2018-03-12', 'tractage campagne-claire preau-conseil voix-des-halles'],
    // Nobody has looked at it since: where it led is somebody else's now.
    ['2023-01-01', 'tractage campagne-claire @halles-hebdo.example'],
  ],
  'second-tour': [
    ['2016-11-28', 'carnet-depouillement voix-des-halles isoloir-conseil chad-notebook preau-conseil porte-a-cote'],
    ['2021-01-01', 'carnet-depouillement voix-des-halles isoloir-conseil preau-conseil'],
  ],
  tractage: [['2020-01-01', 'campagne-claire isoloir-conseil second-tour preau-conseil']],
  'voix-des-halles': [['2014-03-17', 'carnet-depouillement porte-a-cote campagne-claire tractage']],
  'chad-notebook': [
    ['2016-01-01', 'canvass-review second-tour fourth-mailing scorecard-lab walklist-monthly'],
    ['2020-01-01', 'swing-county-diary canvass-review scorecard-lab walklist-monthly'],
  ],
  'canvass-review': [['2018-02-19', 'chad-notebook swing-county-diary scorecard-lab walklist-monthly second-tour']],
  'caucus-cloud': [['2017-12-31', 'small-dollar-shop scorecard-lab walklist-monthly']],
  'fourth-mailing': [['2014-07-21', 'small-dollar-shop gray-heron walklist-monthly commonwealth-table']],
}

/** Whom the page about a site names as partners. */
export const formerPartners: Readonly<Record<string, Until>> = {
  'atelier-scrutin': [
    ['2014-01-20', 'preau-conseil scorecard-lab hivekit'],
    ['2019-01-01', 'preau-conseil scorecard-lab precinct-works'],
    ['2023-01-01', 'lantern-targeting precinct-works'],
  ],
  'fondation-du-pre': [
    ['2015-05-18', 'scorecard-lab commonwealth-table porte-a-cote'],
    ['2018-01-29', 'commonwealth-table institute-turnout'],
  ],
  'precinct-works': [
    ['2016-05-16', 'scorecard-lab fourth-mailing hivekit'],
    ['2018-01-01', 'scorecard-lab turnout-foundry'],
  ],
  'institute-turnout': [['2019-03-18', 'scorecard-lab commonwealth-table gray-heron']],
  'commonwealth-table': [['2017-11-13', 'institute-turnout scorecard-lab']],
  hivekit: [
    ['2014-09-08', 'caucus-cloud precinct-works'],
    ['2018-01-01', 'club-hivekit organizers-guild'],
  ],
  'lantern-targeting': [['2018-02-01', 'scorecard-lab votefile-garden']],
}

/** What the archive lacks of a site, of purpose; pages lost by chance come on top. */
export type Gap =
  /** Nothing at any time near. */
  | 'nothing'
  /** Its home page alone. */
  | 'home'
  /** A capture of its home page, years away. */
  | 'elsewhen'
  /** A capture of the site's own refusal. */
  | 503

export const gaps: Readonly<Record<Election, Readonly<Record<string, Gap>>>> = {
  '2012-04-22': { 'fourth-mailing': 'elsewhen', tractage: 'home' },
  '2017-04-23': { 'walklist-monthly': 'nothing', 'institute-turnout': 'nothing', 'ruche-militante': 'home' },
  '2022-04-10': { hivekit: 503, 'commonwealth-table': 'nothing', 'open-rolls': 'home' },
}
