import type { explainOfFileEn } from '#data/vocabulary/words/en/of-file/explain.ts'

export const explainOfFileFr: typeof explainOfFileEn = {
  communityMember: (from, to) => `liens à l’intérieur : depuis ${from}, vers ${to}`,
  communityMemberUnread: from => `liens à l’intérieur : depuis ${from} ; les siens sont inconnus`,
  communityTiesHint:
    'Ce que donnerait le hasard : chaque nœud garde le nombre de liens qui mènent à lui et qui partent de lui ; entre qui, rien n’en décide (modèle de configuration). p est la chance d’en avoir autant ou plus, ou aussi peu ou moins.',
  communityCites: 'vers lui',
  communityCitedBy: 'depuis lui',
  communityWords: 'Mots',
  communityNoWords: 'Il n’y a pas de phrases où lire des mots.',
  communityPages: 'Adresses',
  communityPageCited: nodes => `depuis ${nodes}`,
  communityNoPages: 'Le fichier ne parle que de nœuds.',
  communityFilePages: 'Le fichier ne parle que de nœuds.',
  captionUnknown: 'Les liens de ses nœuds sont inconnus.',
  whyParting: 'Quels nœuds les tiennent ensemble',
  whyPartingNone: 'Aucun autre nœud ne les relie.',
  whyPartingMany: 'Plus de mille nœuds les relient.',
  whyPartingSize: nodes =>
    `Pour les séparer sans toucher à eux, quel que soit le sens des liens, il faudrait retirer au moins ${nodes}. Chacun ouvre un chemin qui passe par lui et évite les autres.`,
  whyNotRead: 'Ses propres liens sont inconnus.',
  whySomeUnread: nodes => `Les liens de ${nodes} sont inconnus.`,
  whyFileTies: 'Le fichier donne ces liens, et pas de mots derrière eux.',
  whyCiters: 'Liens vers les deux',
  whyCited: 'Liens depuis les deux',
  whyCitedUnknown: 'Les liens de l’un d’eux sont inconnus.',
  whyNoWords: 'Il n’y a pas de phrases où lire des mots.',
  whyChains: 'Plus courte chaîne de liens',
}
