import type { CodeId } from '../ids.ts'

/** A label with its definition. A code that holds codes is a category. */
export interface Code {
  readonly id: CodeId
  readonly parentId: CodeId | null
  readonly name: string
  /** The short form a taxonomy gives it, such as TM; null for most. */
  readonly abbreviation: string | null
  readonly definition: string
  readonly inclusion: string
  readonly exclusion: string
  /** Index into the palette of code colours, which every theme renders readably. */
  readonly colour: number
  readonly position: number
  /** The built-in taxonomy it came from, or null. */
  readonly taxonomy: string | null
  /** Kept with its codings, but not offered for coding any more. */
  readonly retired: boolean
}

/** How many colours the palette of codes has. */
export const PALETTE_SIZE = 12

/** What separates the names of a code's path: `Raw Data / Metadata`. */
export const PATH_SEPARATOR = ' / '

/** Codes by id, for the functions below. */
export type Codebook = ReadonlyMap<CodeId, Code>

export function codebookOf(codes: readonly Code[]): Codebook {
  return new Map(codes.map((code) => [code.id, code]))
}

/** The names from the root to the code. A code whose parent is absent counts as a root. */
export function pathOf(codebook: Codebook, id: CodeId): readonly string[] {
  return codesTo(codebook, id).map((code) => code.name)
}

/** The codes from the root to the code. Where codes hold each other in a circle, it is gone round once. */
export function codesTo(codebook: Codebook, id: CodeId): readonly Code[] {
  const path = new Set<Code>()
  let code = codebook.get(id)
  while (code !== undefined && !path.has(code)) {
    path.add(code)
    code = code.parentId === null ? undefined : codebook.get(code.parentId)
  }
  return [...path].reverse()
}

/** A name as people compare names: blanks folded and trimmed, a leading "(TM)" dropped, case and Unicode form ignored. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/^\s*\([^)]{1,8}\)\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('en')
}

/** Splits `Category / Code` into its trimmed names. A slash without blanks around it belongs to the name. */
export function parsePath(label: string): readonly string[] {
  return label
    .split(/\s+\/\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

export type Resolution =
  | { readonly kind: 'found'; readonly code: Code }
  | { readonly kind: 'ambiguous'; readonly codes: readonly Code[] }
  | { readonly kind: 'unknown'; readonly path: readonly string[] }

/**
 * Which code a label means: its full path, or its name where only one code has that name. Under different parents two
 * codes may share a name (Versioning); such a label is ambiguous unless it is given as a path. Names of a built-in
 * taxonomy are compared as people compare them (`foldName`); open codes only to the letter, blanks apart, since `api` and
 * `API` are two codes until a person says that they are one. A retired code is meant only where no other is.
 */
export function resolveLabel(codes: readonly Code[], label: string): Resolution {
  const inUse = resolveAmong(
    codes.filter((code) => !code.retired),
    codebookOf(codes),
    label,
  )
  return inUse.kind === 'unknown' ? resolveAmong(codes, codebookOf(codes), label) : inUse
}

function resolveAmong(codes: readonly Code[], codebook: Codebook, label: string): Resolution {
  const path = parsePath(label)
  // A name may hold the separator itself: what is compared is the path as it is written.
  const means = (steps: readonly Code[]) => {
    const written = steps.flatMap(({ name, taxonomy }) => parsePath(name).map((part) => ({ name: part, taxonomy })))
    return written.length === path.length && written.every((part, index) => isName(part, path[index] ?? ''))
  }
  const whole = codes.find((code) => means(codesTo(codebook, code.id)))
  if (whole) return { kind: 'found', code: whole }
  const last = path.at(-1)
  if (path.length > 1 || last === undefined) return { kind: 'unknown', path }
  const named = codes.filter((code) => isName(code, last))
  const [only] = named
  if (only === undefined) return { kind: 'unknown', path }
  return named.length === 1 ? { kind: 'found', code: only } : { kind: 'ambiguous', codes: named }
}

function isName({ name, taxonomy }: Pick<Code, 'name' | 'taxonomy'>, given: string): boolean {
  if (taxonomy !== null) return foldName(name) === foldName(given)
  const blanksFolded = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return blanksFolded(name) === blanksFolded(given)
}

export interface CodeNode {
  readonly code: Code
  readonly depth: number
  readonly children: readonly CodeNode[]
}

/**
 * The codes as a tree, siblings in order of position, then name. Each code is in it exactly once: where codes hold each
 * other in a circle, the first of them is shown as a root.
 */
export function treeOf(codes: readonly Code[]): readonly CodeNode[] {
  const codebook = codebookOf(codes)
  const parents = new Map<CodeId, CodeId | null>()
  for (const { id, parentId } of codes) {
    let above = parentId
    while (above !== null && above !== id) above = parents.get(above) ?? null
    parents.set(id, above === id || parentId === null || !codebook.has(parentId) ? null : parentId)
  }
  const byParent = Map.groupBy(codes, (code) => parents.get(code.id) ?? null)
  const build = (parent: CodeId | null, depth: number): readonly CodeNode[] =>
    [...(byParent.get(parent) ?? [])]
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'))
      .map((code) => ({ code, depth, children: build(code.id, depth + 1) }))
  return build(null, 0)
}
