import type { Language } from '../types.ts'

/** What commenters write. `[…]` becomes a link to their own site where the generator asks for one. */
export const remarks: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Merci pour ce retour, nous avons constaté la même chose dans notre canton.',
    'Je reste sceptique sur l’échantillon, mais la méthode est claire.',
    'Avez-vous gardé les fiches papier ? Elles nous ont sauvés en juin.',
    'Chez nous, la pluie a tout changé, et je ne plaisante pas.',
    'Il manque le coût des déplacements dans votre tableau.',
    'J’avais écrit un billet voisin l’an dernier, [à relire ici].',
    'Très juste sur le second passage, trop rarement mesuré.',
    'Vous devriez donner les effectifs à côté des pourcentages.',
    'Nous avons repris l’idée, compte rendu [sur notre page].',
    'Et l’abstention des moins de trente ans, dans tout cela ?',
  ],
  en: [
    'Thanks for this, we saw the same thing two counties over.',
    'I am not sold on the sample, but the method is clear.',
    'Did you keep the paper sheets? They saved us in June.',
    'Rain changed everything here, and I am not joking.',
    'Your table leaves out the gas money.',
    'I wrote something close to this last year, [see here].',
    'Right about the second knock, which nobody measures.',
    'Please put the counts next to the percentages.',
    'We borrowed the idea, write-up [on our page].',
    'And what about turnout under thirty in all this?',
  ],
}

/** Names that commenters go by; none is a person's. */
export const commenters: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'lectrice du canton',
    'le scrutateur',
    'palier gauche',
    'urne en bois',
    'tract mouillé',
    'bulletin blanc',
    'assesseur 3',
  ],
  en: ['porch light', 'poll worker 9', 'wet flyer', 'turf captain', 'paper ballot', 'quiet county', 'second knock'],
}

/** Titles of the short notes between a site's longer texts; {when} is a month and year. */
export const noteTitles: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Carnet de terrain, {when}',
    'Ce que nous lisons, {when}',
    'Notes de {when}',
    'Questions de lecteurs, {when}',
    'Retour d’expérience, {when}',
  ],
  en: [
    'Field notes, {when}',
    'What we are reading, {when}',
    'Short items, {when}',
    'Mailbag, {when}',
    'Lessons learned, {when}',
  ],
}
