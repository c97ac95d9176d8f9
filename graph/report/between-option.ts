import { InvalidArgumentError, Option } from 'commander'

/** The two countries whose exchange is told first. */
export const betweenOption = (): Option =>
  new Option(
    '--between <countries>',
    'two country codes whose exchange is told first (default: FR,US when both are there, else the two with most ties)',
  ).argParser(parsePair)

function parsePair(text: string): readonly [string, string] {
  const [one = '', other = '', ...rest] = text.toUpperCase().split(',')
  if (!/^[A-Z]{2}$/.test(one) || !/^[A-Z]{2}$/.test(other) || one === other || rest.length > 0)
    throw new InvalidArgumentError('expected two different country codes, such as FR,US.')
  return [one, other]
}
