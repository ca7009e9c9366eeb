import {
  codebookOf,
  foldName,
  PALETTE_SIZE,
  PATH_SEPARATOR,
  pathOf,
  treeOf,
  type Code,
  type CodeNode,
} from './codebook.ts'
import type { CodeId, IdSource } from '../ids.ts'

/** A code as a file or another study has it. What the file has no column for is null: nothing is said of it there. */
export interface IncomingCode {
  /** The id that it has in the study it comes from; null in a plain table. */
  readonly id: CodeId | null
  /** Place of its parent in the list, which always stands before it; null: at the top. */
  readonly parent: number | null
  readonly name: string
  readonly abbreviation: string | null
  readonly definition: string | null
  readonly inclusion: string | null
  readonly exclusion: string | null
  readonly colour: number | null
  readonly taxonomy: string | null
  readonly retired: boolean
}

/** What of a code that the study has already an import can change. */
export const IMPORT_FIELDS = ['name', 'definition', 'inclusion', 'exclusion', 'colour'] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** Which of two that differ is kept. `both`: the study's stays, and the other is added beside it under another name. */
export const IMPORT_CHOICES = ['mine', 'theirs', 'both'] as const
export type ImportChoice = (typeof IMPORT_CHOICES)[number]

/** What an import would do with one code. `path` is unique among the codes of one import. */
export type PlannedCode = { readonly path: string; readonly incoming: IncomingCode } & (
  | {
      readonly kind: 'new'
      /** A code in the study, in the same place, whose name differs in case alone; null where there is none. */
      readonly alike: string | null
    }
  | { readonly kind: 'same'; readonly existing: Code }
  | {
      readonly kind: 'differs'
      readonly existing: Code
      /** In which the two differ, the other one having something to say there. */
      readonly fields: readonly ImportField[]
      /** `theirs` where the study's code says nothing yet in any of these fields, so that nothing is lost. */
      readonly suggested: 'mine' | 'theirs'
    }
)

/** The codes of a study as another one takes them in. */
export function incomingOf(codes: readonly Code[]): readonly IncomingCode[] {
  const incoming: IncomingCode[] = []
  const add = (nodes: readonly CodeNode[], parent: number | null): void => {
    for (const { code, children } of nodes) {
      const { id, name, abbreviation, definition, inclusion, exclusion, colour, taxonomy, retired } = code
      incoming.push({ id, parent, name, abbreviation, definition, inclusion, exclusion, colour, taxonomy, retired })
      add(children, incoming.length - 1)
    }
  }
  add(treeOf(codes), null)
  return incoming
}

/**
 * What an import would do, code by code, in the order given. A code is known again by its id, in copies of one study; else
 * by its name within the same parent, names of a built-in taxonomy compared as people compare them; else by its whole path.
 */
export function planImport(codes: readonly Code[], incoming: readonly IncomingCode[]): readonly PlannedCode[] {
  const matches = matchAll(codes, incoming)
  const paths = pathsOf(incoming)
  const codebook = codebookOf(codes)
  const siblings = Map.groupBy(codes, (code) => code.parentId)
  return incoming.map((code, index): PlannedCode => {
    const path = paths[index] ?? code.name
    const existing = matches.get(index)
    if (existing !== undefined) {
      const free = !(siblings.get(existing.parentId) ?? []).some((one) => isNamed(one, code.name))
      const fields = differing(existing, code, free)
      if (fields.length === 0) return { kind: 'same', path, incoming: code, existing }
      const suggested = fields.every((field) => existing[field] === '') ? 'theirs' : 'mine'
      return { kind: 'differs', path, incoming: code, existing, fields, suggested }
    }
    const within = code.parent === null ? null : matches.get(code.parent)?.id
    const near = within === undefined ? [] : (siblings.get(within) ?? [])
    const alike = near.find(({ name }) => foldName(name) === foldName(code.name))
    const alikePath = alike === undefined ? null : pathOf(codebook, alike.id).join(PATH_SEPARATOR)
    return { kind: 'new', path, incoming: code, alike: alikePath }
  })
}

/** Codes to add, each after its parent, and codes of the study as they are to be from now on. */
export interface CodebookChanges {
  readonly added: readonly Code[]
  readonly changed: readonly Code[]
}

/** What the plan comes to under the choices made, by path; where none was made, what was suggested. */
export function changesOf(
  codes: readonly Code[],
  plan: readonly PlannedCode[],
  choices: ReadonlyMap<string, ImportChoice>,
  newId: IdSource,
): CodebookChanges {
  const added: Code[] = []
  const changed: Code[] = []
  const taken = new Set<string>(codes.map(({ id }) => id))
  const byParent = new Map<CodeId | null, Code[]>()
  const place = (code: Code) => {
    const among = byParent.get(code.parentId) ?? []
    if (among.length === 0) byParent.set(code.parentId, among)
    among.push(code)
  }
  for (const code of codes) place(code)
  /** Where each code of the plan is in the study, once it is there. */
  const settled: Code[] = []
  const add = (incoming: IncomingCode, parentId: CodeId | null, name: string, keepsId: boolean): Code => {
    const among = byParent.get(parentId) ?? []
    const position = among.reduce((last, code) => Math.max(last, code.position), -1) + 1
    const parent = incoming.parent === null ? undefined : settled[incoming.parent]
    const id = keepsId && incoming.id !== null && !taken.has(incoming.id) ? incoming.id : (newId() as CodeId)
    const code: Code = {
      id,
      parentId,
      name,
      abbreviation: incoming.abbreviation,
      definition: incoming.definition ?? '',
      inclusion: incoming.inclusion ?? '',
      exclusion: incoming.exclusion ?? '',
      colour: incoming.colour ?? parent?.colour ?? position % PALETTE_SIZE,
      position,
      taxonomy: incoming.taxonomy,
      retired: incoming.retired,
    }
    taken.add(id)
    place(code)
    added.push(code)
    return code
  }
  for (const planned of plan) {
    const { incoming } = planned
    const parent = incoming.parent === null ? null : (settled[incoming.parent] ?? null)
    if (planned.kind === 'new') settled.push(add(incoming, parent?.id ?? null, incoming.name, true))
    else {
      settled.push(planned.existing)
      if (planned.kind === 'same') continue
      const choice = choices.get(planned.path) ?? planned.suggested
      if (choice === 'theirs') changed.push(withTheirs(planned.existing, incoming, planned.fields))
      if (choice === 'both') {
        const { parentId } = planned.existing
        add(incoming, parentId, freeName(byParent.get(parentId) ?? [], incoming.name), false)
      }
    }
  }
  return { added, changed }
}

/** For each incoming code by its place, the code of the study that it is; each code of the study at most once. */
function matchAll(codes: readonly Code[], incoming: readonly IncomingCode[]): ReadonlyMap<number, Code> {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const codebook = codebookOf(codes)
  const byPath = new Map(codes.map((code) => [pathOf(codebook, code.id).join(PATH_SEPARATOR), code]))
  const siblings = Map.groupBy(codes, (code) => code.parentId)
  const paths = pathsOf(incoming)
  const matches = new Map<number, Code>()
  const used = new Set<CodeId>()
  const match = (index: number, code: Code | undefined) => {
    if (code === undefined || used.has(code.id)) return
    matches.set(index, code)
    used.add(code.id)
  }
  // All by id first: a code of the same name must not take the place of the very code.
  for (const [index, { id }] of incoming.entries()) if (id !== null) match(index, byId.get(id))
  for (const [index, code] of incoming.entries()) {
    if (matches.has(index)) continue
    const within = code.parent === null ? null : matches.get(code.parent)?.id
    const among = within === undefined ? [] : (siblings.get(within) ?? [])
    const unused = among.filter(({ id }) => !used.has(id))
    match(index, unused.find((one) => one.name === code.name) ?? unused.find((one) => isNamed(one, code.name)))
    if (!matches.has(index)) match(index, byPath.get(paths[index] ?? ''))
  }
  return matches
}

/** The path of each incoming code, as it is written. */
function pathsOf(incoming: readonly IncomingCode[]): readonly string[] {
  const paths: string[] = []
  for (const { parent, name } of incoming) {
    paths.push(parent === null ? name : `${paths[parent] ?? ''}${PATH_SEPARATOR}${name}`)
  }
  return paths
}

function isNamed(code: Code, name: string): boolean {
  return code.taxonomy === null ? code.name === name : foldName(code.name) === foldName(name)
}

/** A name is theirs to give only where no other code beside has it already. */
function differing(existing: Code, incoming: IncomingCode, nameIsFree: boolean): readonly ImportField[] {
  return IMPORT_FIELDS.filter((field) => {
    const theirs = incoming[field]
    if (field === 'name') return nameIsFree && theirs !== existing.name
    if (typeof theirs !== 'string') return theirs !== null && theirs !== existing[field]
    return theirs.trim() !== '' && plain(theirs) !== plain(String(existing[field]))
  })
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
}

function withTheirs(existing: Code, incoming: IncomingCode, fields: readonly ImportField[]): Code {
  const takes = (field: ImportField) => fields.includes(field)
  return {
    ...existing,
    name: takes('name') ? incoming.name : existing.name,
    definition: takes('definition') ? (incoming.definition ?? '') : existing.definition,
    inclusion: takes('inclusion') ? (incoming.inclusion ?? '') : existing.inclusion,
    exclusion: takes('exclusion') ? (incoming.exclusion ?? '') : existing.exclusion,
    colour: takes('colour') ? (incoming.colour ?? existing.colour) : existing.colour,
  }
}

function freeName(among: readonly Code[], name: string): string {
  for (let number = 2; ; number++) {
    const candidate = `${name} (${String(number)})`
    if (!among.some((code) => code.name === candidate)) return candidate
  }
}
