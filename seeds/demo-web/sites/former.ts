import type { Milieu, SiteLine } from '../types.ts'

/** An invented site that is not there any more. */
export interface FormerLine {
  readonly milieu: Milieu
  readonly line: SiteLine
}

/** Invented sites of the past of the demonstration: `history.ts` says from when to when each was there. */
export const formerLines: readonly FormerLine[] = [
  {
    milieu: 'agences',
    line: {
      id: 'preau-conseil',
      name: 'Préau Conseil',
      country: 'FR',
      kind: 'agency',
      engine: 'dotclear',
      interviewed: false,
      tagline: 'La campagne, de l’école au bureau de vote',
      about: 'Cabinet de deux associés, installé au-dessus d’un préau. L’un dessine, l’autre compte.',
      cites: 'campagne-claire*2 tractage isoloir-conseil scorecard-lab',
      blogroll: 'campagne-claire tractage isoloir-conseil',
      posts: [
        ['le-preau', '2010-09-06', 'doors', 'Sous le préau', 'le billet sur le préau', 'the note on the school yard'],
        ['deux-feuilles', '2011-10-03', 'file', 'Deux feuilles par immeuble', 'la méthode des deux feuilles'],
        ['fermer-boutique', '2016-10-24', 'money', 'Faut-il fermer boutique ?', 'la question de la boutique'],
      ],
    },
  },
  {
    milieu: 'civic',
    line: {
      id: 'porte-a-cote',
      name: 'Porte à côté',
      country: 'FR',
      kind: 'civic-tech',
      engine: 'blogger',
      interviewed: false,
      tagline: 'Voisins, bulletins, cages d’escalier',
      about: 'Un blog à quatre mains sur ce qui se dit entre deux paliers.',
      cites: 'carnet-depouillement*2 voix-des-halles fondation-du-pre',
      blogroll: 'carnet-depouillement voix-des-halles second-tour',
      posts: [
        ['cage-d-escalier', '2010-11-15', 'doors', 'La cage d’escalier', 'le portrait d’une cage d’escalier'],
        [
          'boite-aux-lettres',
          '2011-12-12',
          'money',
          'Ce que dit la boîte aux lettres',
          'l’enquête des boîtes aux lettres',
        ],
        ['dernier-etage', '2014-02-03', 'polls', 'Dernier étage', 'le récit du dernier étage'],
      ],
    },
  },
  {
    milieu: 'vendors',
    line: {
      id: 'scorecard-lab',
      name: 'Scorecard Lab',
      country: 'US',
      kind: 'software',
      engine: 'hugo',
      interviewed: false,
      tagline: 'One number per voter',
      about: 'Two statisticians and a very large table.',
      cites: 'precinct-works*2 institute-turnout caucus-cloud hivekit',
      posts: [
        [
          'one-number',
          '2010-10-18',
          'polls',
          'One number per voter',
          'the argument for one number',
          'le plaidoyer pour un seul chiffre',
        ],
        [
          'second-number',
          '2012-02-27',
          'file',
          'The second number',
          'the retraction about the second number',
          'la rétractation sur le second chiffre',
        ],
        ['bought', '2017-02-06', 'money', 'Why we sell', 'the letter on why they sell', 'la lettre de vente'],
      ],
    },
  },
  {
    milieu: 'civic',
    line: {
      id: 'circo-zero',
      name: 'Circo Zéro',
      country: 'FR',
      kind: 'person',
      engine: 'blogger',
      interviewed: false,
      tagline: 'Journal d’une circonscription imaginaire',
      about: 'Ouvert un soir de second tour, tenu quatre ans, fermé sans un mot.',
      cites: 'quartier-chiffre*2 cartes-sur-rue urne-ouverte hivekit',
      blogroll: 'second-tour isoloir-du-nord carnet-depouillement',
      posts: [
        ['zero-voix', '2018-03-26', 'polls', 'Zéro voix', 'la chronique des zéro voix'],
        ['carte-vide', '2019-11-18', 'file', 'Une carte vide', 'la lecture d’une carte vide'],
        ['dernier-tour', '2021-09-06', 'law', 'Avant le dernier tour', 'la note d’avant le dernier tour'],
      ],
    },
  },
  {
    milieu: 'watchers',
    line: {
      id: 'walklist-monthly',
      name: 'Walklist Monthly',
      country: 'US',
      kind: 'media',
      engine: 'tables-2004',
      interviewed: false,
      tagline: 'For people who carry clipboards',
      about: 'Twelve pages a month, later four, later none.',
      cites: 'precinct-works*2 commonwealth-table hivekit',
      blogroll: 'chad-notebook fourth-mailing',
      posts: [
        [
          'clipboards',
          '2010-06-14',
          'doors',
          'Clipboards compared',
          'the test of clipboards',
          'l’essai des planchettes',
        ],
        ['rain', '2011-09-19', 'training', 'Rain and paper', 'the piece on rain and paper', 'le papier sur la pluie'],
        [
          'last-issue',
          '2018-06-11',
          'money',
          'The last issue but one',
          'the last issue but one',
          'l’avant-dernier numéro',
        ],
      ],
    },
  },
]
