/** A sign of a kind: in an address (id and cited addresses), or a word of id and anchors (lower case, no accents). */
export interface KindSign {
  readonly kind: string
  readonly address?: RegExp
  readonly words?: readonly string[]
  /** Words that may be part of a longer one in a domain's name: 'univ-rennes', 'legouv'. */
  readonly inName?: RegExp
}

/** The kinds that CONTRACT.md names, and those of the pilot list. Tried in order: what is surest comes first. */
export const kindSigns: readonly KindSign[] = [
  {
    kind: 'government',
    address:
      /^(?:[^/]*\.)?(?:gouv\.fr|gov|mil|gov\.uk|gc\.ca|europa\.eu|senat\.fr|assemblee-nationale\.fr|elysee\.fr)(?:\/|$)/,
    words: list('mairie prefecture ministere ministry senate congress parlement parliament municipality city-council'),
  },
  {
    kind: 'research',
    address:
      /^(?:[^/]*\.)?(?:edu|ac\.uk|cnrs\.fr|inria\.fr|hypotheses\.org|openedition\.org|arxiv\.org|ssrn\.com|hal\.science|archives-ouvertes\.fr)(?:\/|$)/,
    words:
      list(`university universite univ college school faculty laboratoire lab laboratory research recherche cnrs inria
      sciences-po sciencespo journal-of revue institute-of-technology`),
    inName: /univ|sciencespo|cnrs/,
  },
  {
    kind: 'think-tank',
    words: list('think-tank thinktank fondation institut institute terra-nova observatoire'),
    inName: /thinktank|fondation|institut/,
  },
  {
    kind: 'party',
    words: list(`party parti democrats democratic republicans republicain republicains socialiste ump modem
      en-marche insoumise verts greens labour conservatives`),
    inName: /^(?:parti(?!ci)|party)|(?:party|parti)(?:$|-)|democrats|republicans|enmarche/,
  },
  {
    kind: 'media',
    // Some let others write below their domain, too.
    address:
      /^(?:[^/]*\.)?(?:lemonde\.fr|liberation\.fr|lefigaro\.fr|mediapart\.fr|nouvelobs\.com|lexpress\.fr|lesechos\.fr|leparisien\.fr|la-croix\.com|20minutes\.fr|courrierinternational\.com|slate\.fr|slate\.com|franceculture\.fr|francetvinfo\.fr|rue89\.com|nytimes\.com|washingtonpost\.com|theguardian\.com|wired\.com|theverge\.com|politico\.com|politico\.eu|vox\.com|buzzfeed\.com|huffingtonpost\.(?:fr|com)|huffpost\.com|npr\.org|bbc\.(?:com|co\.uk)|cnn\.com|economist\.com|ft\.com|latimes\.com|propublica\.org|salon\.com|techcrunch\.com|arstechnica\.com|theatlantic\.com|newyorker\.com|vice\.com)(?:\/|$)/,
    words:
      list(`news newspaper times post journal journaux magazine radio tv television presse press gazette tribune herald
      observer chronicle daily hebdo media medias figaro monde liberation express echos`),
    inName:
      /news|times|journal|gazette|tribune|radio|(?:^|-)tv|tv(?:$|-)|magazine|^medias?(?:$|-)|presse|(?<!word)press(?:$|-)/,
  },
  {
    kind: 'agency',
    words: list(
      'agence agency agencies conseil consulting consultants communication communications strategies studio advertising',
    ),
    inName: /agence|agency|consult|conseil|communication|strateg/,
  },
  {
    kind: 'software',
    words: list(
      'software logiciel logiciels platform plateforme app apps saas crm api analytics open-source developers',
    ),
    inName: /software|analytics|tech(?:$|-)|soft(?:$|-)|(?<!heroku)app(?:$|-)/,
  },
  {
    kind: 'civic-tech',
    words: list(
      'civic citoyen citoyens citizens transparency transparence open-data opendata petition petitions democratie',
    ),
    inName: /civic|citoyen|citizen|opendata|petition/,
  },
]

/** What an actor's address on a platform tells of it. */
export const actorKinds: readonly (readonly [address: RegExp, kind: string])[] = [
  [/^linkedin\.com\/(?:in|pub)\//, 'person'],
  [/^linkedin\.com\/(?:company|school)\//, ''],
  [/^(?:medium\.com\/@|about\.me\/)/, 'person'],
  [
    /\.(?:blogspot\.com|wordpress\.com|over-blog\.com|canalblog\.com|typepad\.com|hautetfort\.com|blogspirit\.com|tumblr\.com|unblog\.fr)$/,
    'blog',
  ],
]

function list(text: string): readonly string[] {
  return text.split(/\s+/)
}
