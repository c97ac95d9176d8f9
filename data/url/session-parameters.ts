/** Parameters that hold the id of a visit and nothing else, by the servers that write them: Java, PHP, ASP, osCommerce and its kin. */
const sessionNames =
  /^(?:jsessionid|phpsessid|phpsessionid|artsessid|aspsessionid\w*|asp\.net_sessionid|cftoken|zenid|oscsid|xtcsid)$/i
/** Names of anybody's programs: only what no word and no number is counts there as an id. */
const anyNames = /^(?:sessionid|session_id|sessid|sess_id)$/i
const anyValue = /^(?=[a-z]*\d)(?=\d*[a-z])[\da-z]{16,}$/i
/** As long as ids of visits are: a short one may be the number of something. */
export const sessionValue = /^[\da-z_-]{16,}(?:[.!].*)?$/i

/**
 * In the path: `;jsessionid=…` (Java servlets); `/(S(…))`, `/(X(1)S(…))` and before ASP.NET 2.0 `/(…)` (ASP.NET without cookies: session,
 * anonymous, forms, detection). Heritrix strips these, too.
 */
const inPath =
  /(?:;|%3B)(?:jsessionid|phpsessid)(?:=|%3D)[^/;]*|;(?:sid|sessionid|session_id)=[\da-f]{16,64}(?=[/;]|$)|\/\((?:(?:[SAFX]\([\w-]+\))+|[\da-z]{24})\)(?=\/)/gi
/** Where a program put it behind the query. */
const inQuery = /;(?:jsessionid|phpsessid)=[^;]*/gi

export const pathWithoutSession = (path: string): string =>
  /sessi|;sid|\/\(/i.test(path) ? path.replace(inPath, '') || '/' : path

/** The query's parameters without the ids of a visit. ColdFusion's come as two, of any length; its `cfid` alone may be something else. */
export function parametersWithoutSession(parameters: readonly string[]): readonly string[] {
  const plain = parameters.some(text => /;jsess|;phps/i.test(text))
    ? parameters.map(text => text.replace(inQuery, '')).filter(text => text !== '')
    : parameters
  const names = plain.map(text => text.split('=', 1)[0]!.toLowerCase())
  const isColdFusion = names.includes('cfid') && names.includes('cftoken')
  const kept = plain.filter(
    (text, at) => !isSession(text) && !(isColdFusion && (names[at] === 'cfid' || names[at] === 'cftoken')),
  )
  return kept.length === parameters.length && plain === parameters ? parameters : kept
}

function isSession(parameter: string): boolean {
  const end = parameter.indexOf('=')
  if (end <= 0) return false
  const [name, value] = [parameter.slice(0, end), parameter.slice(end + 1)]
  return (sessionNames.test(name) && sessionValue.test(value)) || (anyNames.test(name) && anyValue.test(value))
}
