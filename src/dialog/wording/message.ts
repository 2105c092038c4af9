import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../../conversation/language.ts'

/** How a text uses a parameter: as words, as a number for a plural, or as a key to choose by. */
export type ArgumentUse = 'words' | 'number' | 'key'

/** A text compiled once. Most are words with blanks; only plurals and choices need the ICU formatter. */
export interface Message {
  uses: ReadonlyMap<string, ArgumentUse>
  /** The words outside parameters, plural signs left out: what the checker reads. */
  literals: string[]
  format(values: Record<string, string | number>): string
}

type Ast = ReturnType<IntlMessageFormat['getAst']>
type Element = Ast[number]

/** ICU element kinds, as `@formatjs/icu-messageformat-parser` numbers them. */
const kinds = { literal: 0, argument: 1, number: 2, select: 5, plural: 6, pound: 7 } as const

/**
 * Compiles an ICU text. An apostrophe is always an apostrophe (written ’), never ICU's quoting sign, so
 * that `d'{date}` means what it says. Throws the parser's error for a text it cannot read.
 */
export function compileMessage(source: string, language: Language): Message {
  const icu = new IntlMessageFormat(source.replaceAll("'", '’'), language)
  const ast = icu.getAst()
  const uses = new Map<string, ArgumentUse>()
  const literals: string[] = []
  readUses(ast, uses, literals)
  const plain = ast.every(({ type }) => type === kinds.literal || type === kinds.argument)
  return {
    uses,
    literals,
    format: plain ? joining(ast) : (values) => String(icu.format(values)),
  }
}

function joining(ast: Ast): Message['format'] {
  const parts = ast.map((element) => ({
    name: element.type === kinds.argument ? valueOf(element) : null,
    words: element.type === kinds.literal ? valueOf(element) : '',
  }))
  return (values) => {
    let text = ''
    for (const { name, words } of parts) text += name === null ? words : (values[name] ?? '')
    return text
  }
}

function valueOf(element: Element): string {
  return 'value' in element && typeof element.value === 'string' ? element.value : ''
}

function readUses(ast: Ast, uses: Map<string, ArgumentUse>, literals: string[]): void {
  for (const element of ast) {
    const { type } = element
    if (type === kinds.literal) literals.push(valueOf(element))
    else if (type === kinds.argument) addUse(uses, valueOf(element), 'words')
    else if (type === kinds.plural || type === kinds.number)
      addUse(uses, valueOf(element), 'number')
    else if (type === kinds.select) addUse(uses, valueOf(element), 'key')
    if ('options' in element)
      for (const option of Object.values(element.options)) readUses(option.value, uses, literals)
  }
}

/** A number or key stays one even where the same parameter is also written out. */
function addUse(uses: Map<string, ArgumentUse>, name: string, use: ArgumentUse): void {
  if (use !== 'words' || !uses.has(name)) uses.set(name, use)
}
