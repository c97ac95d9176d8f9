/** Parameters that hold the id of a visit and nothing else, by the servers that write them: Java, PHP, ASP, osCommerce and its kin. */
const sessionNames = /^(?:jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cftoken|zenid|oscsid|xtcsid)$/i
const cookieName = /^cfid$/i
/** As long as ids of visits are: a short one may be the number of something. */
export const sessionValue = /^[\da-z_-]{16,}(?:[.!].*)?$/i

/** In the path: `;jsessionid=…` (Java servlets), and `/(S(…))` (ASP.NET without cookies). */
const inPath = /(?:;|%3B)(?:jsessionid|phpsessid)=[^/;]*|\/\((?:[A-Z]\([\w-]{20,}\))+\)(?=\/)/gi

export const pathWithoutSession = (path: string): string =>
  /sessi|\/\(/i.test(path) ? path.replace(inPath, '') || '/' : path

/** The query's parameters without the ids of a visit. ColdFusion's come as two; its `cfid` alone may be something else. */
export function parametersWithoutSession(parameters: readonly string[]): readonly string[] {
  const kept = parameters.filter(text => !isSession(text))
  return kept.length === parameters.length ? parameters : kept.filter(text => !cookieName.test(text.split('=', 1)[0]!))
}

function isSession(parameter: string): boolean {
  const end = parameter.indexOf('=')
  return end > 0 && sessionNames.test(parameter.slice(0, end)) && sessionValue.test(parameter.slice(end + 1))
}
