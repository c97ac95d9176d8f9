import type { Language } from '../types.ts'

/** An invented host that the seed list leaves out: what the crawl discovers. It answers with one page. */
export interface OutsideSite {
  readonly host: string
  readonly name: string
  readonly language: Language
  readonly tagline: string
  /** How posts mention it in passing; `[…]` is the anchor. */
  readonly asides: readonly string[]
}

/** What posts mention in passing. */
export const mentioned: readonly OutsideSite[] = [
  {
    host: 'gazette-des-villes.example',
    name: 'La Gazette des villes',
    language: 'fr',
    tagline: 'Quotidien régional',
    asides: [
      'La dépêche de [La Gazette des villes] donne le détail des bureaux.',
      'On en trouve la trace dans [La Gazette des villes], à la rubrique des annonces.',
      'Un [entrefilet de la presse régionale] annonçait la réunion pour le lendemain.',
      '[La Gazette des villes] a publié la photographie de la salle, vide à moitié.',
    ],
  },
  {
    host: 'cercle-des-sondeurs.example',
    name: 'Cercle des sondeurs',
    language: 'fr',
    tagline: 'Association professionnelle',
    asides: [
      'Le [Cercle des sondeurs] recommande mille répondants ; nous en avions quatre cents.',
      'La charte du [Cercle des sondeurs] oblige désormais à publier la question exacte.',
      'Les chiffres bruts ont été demandés au [Cercle des sondeurs], qui a répondu en deux jours.',
      'Même le [Cercle des sondeurs] parle de prudence, ce qui n’est pas son habitude.',
    ],
  },
  {
    host: 'commission-registre.example',
    name: 'Commission du registre',
    language: 'fr',
    tagline: 'Autorité de contrôle',
    asides: [
      'La [Commission du registre] a rappelé la règle par écrit au mois de juin.',
      'Voir aussi la fiche pratique de la [Commission du registre], mise à jour deux fois.',
      'Une plainte a été déposée devant la [Commission du registre], puis retirée.',
      'D’après la [Commission du registre], trois candidats sur quatre oublient la mention.',
    ],
  },
  {
    host: 'micro-isoloir.example',
    name: 'Micro Isoloir',
    language: 'fr',
    tagline: 'Une émission à écouter',
    asides: [
      'L’émission [Micro Isoloir] en parle pendant trois quarts d’heure.',
      'On peut réécouter le débat sur [Micro Isoloir], bruits de chaises compris.',
      'Le mot a été lancé au [Micro Isoloir], un soir de grève.',
      'Nous en avons discuté au [micro d’une émission amie], sans nous mettre d’accord.',
    ],
  },
  {
    host: 'archives-du-web.example',
    name: 'Archives du web public',
    language: 'fr',
    tagline: 'Copies anciennes de pages',
    asides: [
      'La copie conservée aux [Archives du web public] permet de lire la première version.',
      'La page a disparu, mais les [Archives du web public] en gardent trois états.',
      'Le programme d’origine se retrouve aux [Archives du web public].',
      'Sans les [Archives du web public], cette chronologie aurait un trou de deux ans.',
    ],
  },
  {
    host: 'statistique-ouverte.example',
    name: 'Statistique ouverte',
    language: 'fr',
    tagline: 'Tables et nomenclatures',
    asides: [
      'Les tableaux viennent de [Statistique ouverte], recopiés un dimanche soir.',
      'La nomenclature est celle de [Statistique ouverte], qui change tous les cinq ans.',
      'Les contours ont été pris chez [Statistique ouverte] avant le redécoupage.',
      'Il suffit de [télécharger la table des communes] pour refaire le calcul.',
    ],
  },
  {
    host: 'daily-ledger.example',
    name: 'The Daily Ledger',
    language: 'en',
    tagline: 'News, every morning',
    asides: [
      '[The Daily Ledger] ran the story on page nine.',
      'A column in [The Daily Ledger] got the date wrong and the point right.',
      'The photograph in [The Daily Ledger] shows the empty half of the room.',
      'Our candidate learned about it from [the morning paper], like everybody else.',
    ],
  },
  {
    host: 'clerk-wire.example',
    name: 'Clerk Wire',
    language: 'en',
    tagline: 'Notices of county clerks',
    asides: [
      'The notice at [Clerk Wire] has the count by precinct.',
      'Deadlines moved twice that week, according to [Clerk Wire].',
      'You can find a trace of it on [Clerk Wire], among the legal notices.',
      'We read [the clerks’ bulletin] so that you don’t have to.',
    ],
  },
  {
    host: 'census-tables.example',
    name: 'Census Tables',
    language: 'en',
    tagline: 'Counts and codes',
    asides: [
      'The denominators come from [Census Tables], retyped on a Sunday night.',
      'Block groups follow [Census Tables], which redrew them the year after.',
      'The county codes are those of [Census Tables].',
      'Anybody can [download the block counts] and do this again.',
    ],
  },
  {
    host: 'ward-radio.example',
    name: 'Ward Radio',
    language: 'en',
    tagline: 'A long podcast',
    asides: [
      'There is an episode about it on [Ward Radio], longer than the campaign felt.',
      'We argued about this on [Ward Radio] and settled nothing.',
      '[Ward Radio] kept the tape, coughs included.',
      'The phrase was coined on [a podcast] during a snowstorm.',
    ],
  },
  {
    host: 'statute-shelf.example',
    name: 'Statute Shelf',
    language: 'en',
    tagline: 'The law, as it stands',
    asides: [
      'The full text of the rule is kept at [Statute Shelf].',
      '[Statute Shelf] lists the exceptions, and there are eleven.',
      'Read the definition at [Statute Shelf] before you buy anything.',
      'The amendment never passed, as [Statute Shelf] makes clear.',
    ],
  },
  {
    host: 'forecast-guild.example',
    name: 'Forecast Guild',
    language: 'en',
    tagline: 'A professional association',
    asides: [
      'The [Forecast Guild] asks for a thousand interviews; we had four hundred.',
      'Members of the [Forecast Guild] now have to publish the question as asked.',
      'Even the [Forecast Guild] urged caution, which is not its habit.',
      'We asked the [Forecast Guild] for the raw numbers and got them in two days.',
    ],
  },
]

const outside = (host: string, name: string, language: Language, tagline: string): OutsideSite => ({
  host,
  name,
  language,
  tagline,
  asides: [],
})

/** What footers credit. */
export const hosting: Readonly<Record<Language, OutsideSite>> = {
  fr: outside('nuage-voisin.example', 'Nuage voisin', 'fr', 'Hébergement associatif'),
  en: outside('barn-hosting.example', 'Barn Hosting', 'en', 'Servers in a barn'),
}

/** Whoever draws the themes of old blogs. */
export const themes = outside('quill-themes.example', 'Quill Themes', 'en', 'Free themes for blogs')

/** Where share buttons lead. */
export const sharing = outside('pass-it-on.example', 'Pass It On', 'en', 'Share buttons')

/** The shared host of two seeds, beyond their own paths. */
export const platform = outside('plume.example', 'Plume', 'fr', 'Des textes, par tous')

export const outsideSites: readonly OutsideSite[] = [...mentioned, hosting.fr, hosting.en, themes, sharing, platform]
