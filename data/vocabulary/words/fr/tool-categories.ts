import type { ToolCategory } from '#data/vocabulary/tool-categories.ts'

/** Les catégories d’outils empruntés, en français. */
export const toolCategoriesFr: Readonly<Record<ToolCategory, string>> = {
  campaign: 'logiciel de campagne',
  fundraising: 'collecte de dons',
  payment: 'paiement',
  mail: 'lettres et envois',
  forms: 'formulaires',
  statistics: 'statistiques',
  advertising: 'publicité',
  consent: 'consentement',
  cms: 'moteur du site',
  hosting: 'hébergement',
  library: 'bibliothèques de code',
  fonts: 'polices',
  video: 'vidéo et son',
  map: 'cartes',
  social: 'réseaux sociaux',
  comments: 'commentaires',
  chat: 'messagerie instantanée',
  search: 'recherche',
  security: 'protection contre les robots',
  licence: 'licences',
  other: 'autre',
}
