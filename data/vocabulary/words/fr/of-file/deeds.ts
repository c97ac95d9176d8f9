import type { deedsOfFileEn } from '#data/vocabulary/words/en/of-file/deeds.ts'

/** Ce que font les outils, dit d’un réseau venu d’un fichier. */
export const deedsOfFileFr: typeof deedsOfFileEn = {
  deeds: {
    analyse: { aim: 'Mesures, communautés et places sur la carte, d’après les liens tels qu’ils sont.' },
    csv: { aim: 'Les tables des nœuds et des liens, avec leur dictionnaire ; pour Excel, LibreOffice, pandas.' },
    suggest: { aim: 'Des nœuds qui n’en font peut-être qu’un. Rien ne change sans vous.' },
    forget: { aim: 'Sur opposition : efface pour de bon le nœud et ses liens. Cela ne s’annule pas.' },
  },
  deedFields: { evidence: 'Avec ce que le fichier dit des liens' },
  deedOptions: {
    'weight evidence': 'tel que le fichier le donne',
    'weight pages': 'tel que le fichier le donne',
    'weight links': 'tel que le fichier le donne',
    'graph links': 'liens du fichier',
    'graph co-citation': 'liens depuis les mêmes',
    'graph coupling': 'liens vers les mêmes',
  },
  forgetAsk: name => `Effacer pour de bon ${name} et ses liens ? Rien ne les ramènera.`,
  forgottenCopies:
    'Les copies de l’étude, les cartes publiées et les rapports transmis auparavant le contiennent encore.',
}
