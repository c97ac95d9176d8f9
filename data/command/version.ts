import packageJson from '../../package.json' with { type: 'json' }

/** The version of Toile that writes a corpus or names itself to a host. */
export const version: string = packageJson.version
