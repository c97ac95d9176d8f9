import type { archiveEn } from '../en/archive.ts'

export const archiveFr: typeof archiveEn = {
  heading: 'Copie archivée',
  received: date => `Reçue le ${date} UTC.`,
  leftOut: 'Ses scripts, styles, images et formulaires sont laissés de côté ; rien n’en est exécuté ni chargé.',
  unknown: 'L’étude ne connaît pas de copie archivée pour cette visite.',
  gone: file =>
    `Le fichier d’archive ${file} n’est plus à sa place, ou ne contient plus cette page. Remettez le dossier de l’archive à sa place, près de l’étude, pour lire la copie.`,
  noPage: status => `L’archive n’a pas de page pour cette visite : la réponse était HTTP ${status}, sans document.`,
}
