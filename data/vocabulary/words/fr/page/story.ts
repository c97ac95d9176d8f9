import { isolated } from '#data/vocabulary/words/isolated.ts'
import type { storyEn } from '#data/vocabulary/words/en/page/story.ts'

/** Les lectures guidées : à lire, à écrire, à placer ailleurs. */
export const storyFr: typeof storyEn = {
  stories: 'Lectures guidées',
  storiesHint:
    'Un récit mène pas à pas à travers la carte : ce qu’il faut regarder, un paragraphe, des extraits des preuves. Il part avec la carte publiée, dans les deux langues.',
  steps: count => (count === 1 ? '1 étape' : `${count} étapes`),
  storyReading: 'Lecture guidée',
  storyHowTo: 'Faites défiler, ou ← et → : la carte suit. Ce qui est souligné mène à ses preuves.',
  storyOtherLanguage: 'Ce récit n’est pas écrit en français.',
  storySteps: 'Étapes du récit',
  storyAt: (step, count) => `Étape ${step} sur ${count}`,
  storyBack: 'Étape précédente',
  storyOn: 'Étape suivante',
  storyReturn: 'Retour au récit',
  storyExplore: 'Explorer la carte par soi-même',
  storyEvidence: (source, target) => `Preuves : ${isolated(source)} → ${isolated(target)}`,
  storyQuoteLost: (source, target) =>
    `Cet extrait n’est plus dans l’étude (${isolated(source)} → ${isolated(target)}) ; il n’est pas publié :`,
  storyWrite: 'Écrire',
  storyRead: '← Le lire',
  storyNew: 'Titre d’un nouveau récit',
  storyBegin: 'Commencer un récit par cette vue',
  storyInLanguage:
    'Vous écrivez la version française ; le choix de la langue, au-dessus de la carte, mène à l’anglaise.',
  storyTitle: 'Titre du récit',
  storyHeading: 'Titre de l’étape',
  storyText: 'Texte de l’étape',
  storyLinkHint:
    'Une ligne vide commence un paragraphe. Des mots mènent à une vue quand ils sont écrits [ainsi](#…) : ouvrez le lien, la case ou le filtre derrière un nombre, et ajoutez la vue présente.',
  storyLinkWords: 'mots',
  storyAddLink: 'Faire mener des mots à cette vue',
  storyNewStep: 'étape',
  storyView: 'Ce que montre la carte',
  storyViewSame: 'La carte est telle que cette étape la montre.',
  storyViewOther: 'La carte n’est pas telle que cette étape la montre.',
  storyTakeView: 'Prendre la vue présente',
  storyShowView: 'Montrer la vue de l’étape',
  storyQuotes: 'Extraits',
  storyQuotesHint: 'Ouvrez un lien de la carte ; sous chaque ligne de ses preuves se trouve « Reprendre à l’étape … ».',
  storyQuote: step => `Reprendre à l’étape ${step}`,
  storyQuoted: step => `Repris à l’étape ${step}.`,
  storyUnquote: 'Retirer cet extrait',
  storyEarlier: 'Plus tôt',
  storyLater: 'Plus tard',
  storyRemoveStep: 'Retirer l’étape',
  storyRemove: 'Retirer le récit',
  embed: 'Placer la carte dans un autre texte',
  embedHint:
    'Publiez la carte en un fichier (ci-dessous), placez-le sur un serveur, et collez ces lignes dans le HTML d’un article ou d’un cours.',
  embedAddress: 'Adresse du fichier publié',
  embedFile: 'carte.html',
  embedPart: 'Montrer',
  embedView: 'la vue présente',
  embedHeight: 'Hauteur',
  embedCopy: 'Copier les lignes',
}
