export const languageNames = { fr: 'French', en: 'English' } as const
