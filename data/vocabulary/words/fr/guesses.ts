import type { guessesEn } from '../en/guesses.ts'

export const guessesFr: Readonly<Record<keyof typeof guessesEn, string>> = {
  domain: 'domaine .{ending}',
  'address-on-pages': 'une adresse postale sur ses pages',
  hreflang: 'hreflang de ses pages',
  'language-of-pages': 'ses pages sont en « {language} »',
  'language-of-addresses': 'langue « {language} » dans ses adresses',
  'word-in-names': '« {word} » dans ses noms',
  address: 'son adresse',
  platform: '{host} est une plateforme',
  'address-on-platform': 'son adresse sur {platform}',
  name: 'son nom',
  'word-in-anchors': '« {word} » dans les textes des hyperliens vers lui',
}
