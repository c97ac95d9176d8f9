/** Domains whose ending tells no country, though the code is one: sold to anybody, anywhere. */
export const openCodes: ReadonlySet<string> = new Set(
  'ac ai am as bz cc cd co cx dj eu fm gd gg gl gs im io la li ly me ms mu nu pw sc sh so st sx tk tl to tv vc vg ws'.split(
    ' ',
  ),
)

/** Endings of places and institutions. */
export const placeEndings: Readonly<Record<string, string>> = {
  gov: 'US',
  mil: 'US',
  edu: 'US',
  nyc: 'US',
  boston: 'US',
  miami: 'US',
  vegas: 'US',
  paris: 'FR',
  bzh: 'FR',
  alsace: 'FR',
  corsica: 'FR',
  re: 'FR',
  pm: 'FR',
  tf: 'FR',
  wf: 'FR',
  yt: 'FR',
  quebec: 'CA',
  london: 'GB',
  scot: 'GB',
  wales: 'GB',
  uk: 'GB',
  brussels: 'BE',
  vlaanderen: 'BE',
  gent: 'BE',
  swiss: 'CH',
  zuerich: 'CH',
  berlin: 'DE',
  hamburg: 'DE',
  koeln: 'DE',
  bayern: 'DE',
  wien: 'AT',
  cat: 'ES',
  eus: 'ES',
  gal: 'ES',
}

/** Languages that are spoken in one country before all others. English and Arabic tell nothing. */
export const countryOfLanguage: Readonly<Record<string, string>> = {
  fr: 'FR',
  de: 'DE',
  es: 'ES',
  ca: 'ES',
  it: 'IT',
  nl: 'NL',
  pt: 'PT',
  pl: 'PL',
  sv: 'SE',
  da: 'DK',
}

/** Words of names that tell a country, in lower case without accents. */
export const countryWords: Readonly<Record<string, readonly string[]>> = {
  FR: words(`france francais francaise francaises paris parisien lyon marseille toulouse bordeaux lille nantes rennes
    strasbourg montpellier bretagne alsace republique assemblee-nationale senat mairie prefecture`),
  US: words(`america american americans usa washington obama congress california texas florida chicago boston
    york democrats republicans`),
  GB: words('uk britain british london england scotland wales'),
  BE: words('belgique belgium bruxelles brussels wallonie'),
  CH: words('suisse switzerland geneve lausanne'),
  CA: words('canada canadian quebec montreal toronto ottawa'),
}

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
