import type { reviewReasonsEn, reviewSaidEn } from '../en/review.ts'

export const reviewReasonsFr: Readonly<Record<keyof typeof reviewReasonsEn, string>> = {
  'in-text': 'sites retenus qui le citent dans leur texte : {sites}',
  untold: 'sites retenus qui le citent : {sites}',
  'in-lists': 'sites retenus dont la liste de sites le nomme : {sites}',
  'in-comments': 'sites retenus où des commentaires le citent : {sites}',
  'in-frames': 'cité depuis des gabarits seulement, sites retenus : {sites}',
  communities: 'communautés qui le citent : {communities}',
  words: '{words}',
  'by-citer': 'cité par {site}, comme d’autres que vous avez retenus',
  country: 'pays {country}, comme d’autres que vous avez retenus',
  language: 'cité par des pages en « {language} », comme d’autres que vous avez retenus',
  kind: 'type « {kind} », comme d’autres que vous avez retenus',
  'against-words': 'contre lui : {words}',
  against: 'contre lui : « {what} », comme d’autres que vous avez écartés',
}

export const reviewSaidFr: Readonly<Record<keyof typeof reviewSaidEn, string>> = {
  'by-citations':
    'Rangés par citations dans le texte, celles de plusieurs communautés d’abord. À partir de {least} décisions des deux sortes, l’ordre apprend de celles-ci ; jusqu’ici : retenus {kept}, écartés {dropped}.',
  'by-decisions':
    'Rangés par ce que vous avez décidé jusqu’ici : retenus {kept}, écartés {dropped}. L’ordre propose ; vous décidez.',
  hidden: 'Mis à part comme infrastructure : {count}.',
  recall:
    'Tirés au sort et retenus : {of}. Rangés d’après vos décisions sur les autres, {found} d’entre eux sont parmi les {at} premiers des {drawn} tirés : {percent} % (intervalle à 95 % : de {low} à {high}) ; le hasard en trouverait {chance} %.',
  'recall-unknown':
    'On ne sait pas encore ce que vaut cet ordre : il y faut {least} décisions sur des candidats tirés au sort, dont un retenu. Jusqu’ici : {drawn}, dont retenus {kept}.',
  'last-drawn': 'Parmi les {looked} derniers tirés au sort, vous en avez retenu {kept}.',
  'last-none':
    'Parmi les {looked} derniers tirés au sort, vous n’en avez retenu aucun : à 95 %, au plus {most} % de ce qui reste serait retenu.',
  stop: 'Parmi les {looked} derniers tirés au sort, vous n’en avez retenu aucun : à 95 %, au plus {most} % de ce qui reste serait retenu. Vous pouvez vous arrêter.',
  round: 'Tour {round} : retenus {kept}, écartés {dropped}, indécis {undecided}.',
}
