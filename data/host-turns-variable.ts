/** In the environment of a crawl: the folder by which crawls of this machine take turns at hosts. A server of many studies sets it for those that it starts. */
export const hostTurnsVariable = 'TOILE_HOST_TURNS'

/** Beside the corpora of such a server, where that folder is. A crawl of one of them that was begun by hand finds it there. */
export const hostTurnsFolder = '.host-turns'
