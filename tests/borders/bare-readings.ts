import ts from 'typescript'

/** What asks a page or an element of it how it is just now, and waits for nothing to become so. */
const readers = new Set(
  `allInnerTexts allTextContents ariaSnapshot boundingBox content count evaluate evaluateAll evaluateHandle getAttribute
   innerHTML innerText inputValue isChecked isDisabled isEditable isEnabled isHidden isVisible screenshot textContent title url`.split(
    /\s+/,
  ),
)

/** What these are given runs later, if at all, or says where to go. */
const others = new Set(['on', 'once', 'route', 'visit'])

/** A saved picture, laid out: it is done when it is there. */
const still = 'paper'

/** A file's name and its text. */
export type Source = readonly [name: string, text: string]

type Names = ReadonlySet<string>

/**
 * Where tests state something of a page that was read only once: 'file:line: expect(…)'. What waits is written
 * `expect.poll(() => …)`. A function that reads counts where it is called, a variable that holds what was read counts
 * where it is stated. Both are known by their names: those of exported functions in all `sources`, others in their file.
 */
export function bareReadings(sources: readonly Source[]): string[] {
  const files = sources.map(([name, text]) => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true))
  const exported = new Set<string>()
  for (let before = -1; before < exported.size;) {
    before = exported.size
    for (const file of files) {
      const reading = readingFunctions([file], exported)
      for (const one of functionsIn(file)) if (isExported(one) && reading.has(one.name)) exported.add(one.name)
    }
  }
  return files.flatMap(file => statementsOf(file, readingFunctions([file], exported)))
}

interface NamedFunction {
  readonly name: string
  readonly body: ts.Node
  readonly holder: ts.Node
}

function functionsIn(file: ts.Node): NamedFunction[] {
  return [...within(file)].flatMap((node): NamedFunction[] => {
    if (ts.isFunctionDeclaration(node) && node.name && node.body)
      return [{ name: node.name.text, body: node.body, holder: node }]
    const isNamed = ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)
    if (!isNamed || node.initializer === undefined || !isFunction(node.initializer)) return []
    return [{ name: (node.name as ts.Identifier).text, body: node.initializer.body, holder: node.parent.parent }]
  })
}

/** Names of the functions that read, themselves or through others. */
function readingFunctions(files: readonly ts.Node[], known: Names): Set<string> {
  const names = new Set(known)
  const functions = files.flatMap(functionsIn)
  for (let before = -1; before < names.size;) {
    before = names.size
    for (const { name, body } of functions) if (reads(body, names)) names.add(name)
  }
  return names
}

function statementsOf(file: ts.SourceFile, functions: Names): string[] {
  const found: string[] = []
  const visit = (node: ts.Node, outer: Names): void => {
    const names = ts.isBlock(node) || ts.isSourceFile(node) ? withKept(node, outer) : outer
    if (isExpect(node) && node.arguments.some(stated => reads(stated, names))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file.fileName}:${line + 1}: ${node.getText()}`)
    }
    ts.forEachChild(node, child => visit(child, names))
  }
  visit(file, functions)
  return found
}

/** `names`, and the variables of a block that hold what was read, or what was made of it. */
function withKept(block: ts.Block | ts.SourceFile, names: Names): Names {
  const kept = new Set(names)
  for (const { declarationList } of block.statements.filter(ts.isVariableStatement))
    for (const { name, initializer } of declarationList.declarations)
      if (initializer && !isFunction(initializer) && reads(initializer, kept))
        for (const part of within(name)) if (ts.isIdentifier(part)) kept.add(part.text)
  return kept
}

function reads(node: ts.Node, names: Names): boolean {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const method = node.expression.name.text
    if (node.expression.getText() === 'expect.poll' || others.has(method)) return false
    if (node.expression.expression.getText() === still) return false
    if (readers.has(method)) return true
  }
  if (ts.isIdentifier(node) && names.has(node.text) && !isProperty(node)) return true
  return ts.forEachChild(node, child => reads(child, names) || undefined) ?? false
}

/** `label` in `legend.label` and in `{ label: 1 }` is no variable. */
function isProperty(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node
  return ts.isBindingElement(parent) && parent.propertyName === node
}

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node)

const isExpect = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'expect'

const isExported = ({ holder }: NamedFunction): boolean =>
  ts.canHaveModifiers(holder) &&
  (ts.getModifiers(holder) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

function* within(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, child => void children.push(child))
  for (const child of children) yield* within(child)
}
