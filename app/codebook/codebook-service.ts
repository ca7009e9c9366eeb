import { newClash } from '../../domain/codebook/code-paths.ts'
import { PALETTE_SIZE, pathOf, codebookOf, codesTo, PATH_SEPARATOR, type Code } from '../../domain/codebook/codebook.ts'
import { ownCountsOf, totalsOf, UNUSED } from '../../domain/codebook/code-totals.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { requireName, visibility, visiblePasses, type Handlers } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'

export const codebookHandlers: Handlers<'codes.list' | `codes.${'create' | 'createPath' | 'update' | 'remove'}`> = {
  'codes.list': (study, { coderId }) => countCodes(study, coderId),
  'codes.createPath': createPath,
  'codes.create': (study, input) => {
    const codes = study.write.codes.all()
    const name = requireName('code', input.name)
    const parent = input.parentId === null ? null : requireCode(codes, input.parentId)
    const code = newCode(study, codes, { name, parent, definition: input.definition.trim(), colour: input.colour })
    study.act({ action: 'codes.create', detail: name, coderId: input.coderId }, () => study.write.codes.add(code))
    return code
  },
  'codes.update': (study, input) => {
    const codes = study.write.codes.all()
    const before = requireCode(codes, input.id)
    const name = input.name === undefined ? before.name : requireName('code', input.name)
    const code: Code = {
      ...before,
      name,
      abbreviation: input.abbreviation === undefined ? before.abbreviation : input.abbreviation?.trim() || null,
      definition: input.definition ?? before.definition,
      inclusion: input.inclusion ?? before.inclusion,
      exclusion: input.exclusion ?? before.exclusion,
      colour: input.colour ?? before.colour,
    }
    const taken = newClash(
      codes,
      codes.map((each) => (each.id === code.id ? code : each)),
    )
    if (taken !== null) throw new AxialError('code-name-taken', { name: taken })
    const detail = name === before.name ? name : `${before.name} → ${name}`
    study.act({ action: 'codes.update', detail, coderId: input.coderId }, () => study.write.codes.change(code))
    return code
  },
  'codes.remove': (study, { ids, coderId }) => {
    const all = study.write.codes.all()
    const given = [...new Set(ids)].map((id) => requireCode(all, id))
    for (const code of given) requireUnused(study, code, given, coderId)
    const codebook = codebookOf(all)
    const depth = ({ id }: Code) => codesTo(codebook, id).length
    study.act({ action: 'codes.remove', detail: namesOf(given), coderId }, () => {
      // Sub-codes first: no code is without the one it is in.
      for (const { id } of given.toSorted((one, other) => depth(other) - depth(one))) {
        study.write.recodings.removeExamples(id)
        study.write.codes.remove(id)
      }
    })
    return {}
  },
}

/** How many codes an action names one by one. */
const NAMED = 5

/** The codes an action was about, as its name in the history tells them: the first by name, of the others how many. */
export function namesOf(codes: readonly Code[]): string {
  const names = codes.slice(0, NAMED).map(({ name }) => name)
  return [...names, ...(codes.length > NAMED ? [`… (+${String(codes.length - NAMED)})`] : [])].join(', ')
}

/** Goes down the path as far as codes go by it, and creates the rest, outermost first. @throws AxialError name-taken */
function createPath(
  study: OpenStudy,
  { names, parentId, definition, coderId }: ParsedInput<'codes.createPath'>,
): Output<'codes.createPath'> {
  const { codes, last, path } = newPath(study, parentId, names, { definition })
  study.act({ action: 'codes.createPath', detail: path, coderId }, () => {
    for (const code of codes) study.write.codes.add(code)
  })
  return last
}

/** What of a path is to be created. */
export interface NewPath {
  /** The new codes, outermost first, each in the one before. */
  readonly codes: readonly Code[]
  readonly last: Code
  /** The path as it is written, from the code that it begins in. */
  readonly path: string
}

/** The codes that a path lacks, ready to be added; the last of it is always new. @throws AxialError name-taken */
export function newPath(
  study: OpenStudy,
  parentId: CodeId | null,
  names: readonly string[],
  { definition = '', codes: before = study.write.codes.all() }: { definition?: string; codes?: readonly Code[] } = {},
): NewPath {
  const known = [...before]
  let parent = parentId === null ? null : requireCode(known, parentId)
  const path = names.map((name) => requireName('code', name))
  const codes: Code[] = []
  for (const [index, name] of path.entries()) {
    const within: CodeId | null = parent?.id ?? null
    const isLast = index === path.length - 1
    const found = isLast ? undefined : known.find((code) => code.parentId === within && code.name === name)
    const code: Code = found ?? newCode(study, known, { name, parent, definition: isLast ? definition.trim() : '' })
    if (found === undefined) {
      codes.push(code)
      known.push(code)
    }
    parent = code
  }
  const last = codes.at(-1)
  if (last === undefined) throw new AxialError('name-empty', { what: 'code' })
  return { codes, last, path: path.join(PATH_SEPARATOR) }
}

/** The codebook with how often each code was used, in what the viewer may see; everything without a viewer. */
export function countCodes(study: OpenStudy, viewerId: CoderId | undefined): Output<'codes.list'> {
  const passes = visiblePasses(study, viewerId)
  const codes = study.read.codes.all()
  const uses = study.read.codings.transcriptCounts(passes)
  const own = ownCountsOf(uses)
  const totals = totalsOf(codes, uses)
  return codes.map((code) => ({
    ...code,
    ...(own.get(code.id) ?? UNUSED),
    total: totals.get(code.id) ?? UNUSED,
  }))
}

/**
 * What the viewer does not see is not counted for them either: where only hidden codings are left, the refusal says no
 * more than that there are some, without which another coder's work would have to be destroyed.
 */
function requireUnused(
  study: OpenStudy,
  { id, name }: Code,
  removed: readonly Code[],
  viewerId: CoderId | undefined,
): void {
  const { codings, others: held } = study.write.codes.uses(id)
  // Sub-codes that go too hold nothing back.
  const others = held - removed.filter(({ parentId }) => parentId === id).length
  const screened = study.write.screenings.usesOf(id)
  if (codings + others + screened.length === 0) return
  const sees = visibility(study, viewerId)
  const seen = study.read.codings.codeCounts(visiblePasses(study, viewerId)).find(({ codeId }) => codeId === id)
  const count = (seen?.codings ?? 0) + others + screened.filter((pass) => sees(pass.coderId, pass.roundId)).length
  if (count > 0) throw new AxialError('in-use', { what: 'code', name, count })
  throw new AxialError('in-use-blind', { name })
}

interface Wanted {
  readonly name: string
  readonly parent: Code | null
  readonly definition?: string
  readonly colour?: number | undefined
}

/** A code ready to be added: its name free under its parent, its colour its category's, or the next of the palette. */
export function newCode(
  study: OpenStudy,
  codes: readonly Code[],
  { name, parent, definition = '', colour }: Wanted,
): Code {
  const parentId = parent?.id ?? null
  requireFree(codes, name, parentId)
  const siblings = codes.filter((code) => code.parentId === parentId)
  const position = Math.max(-1, ...siblings.map((code) => code.position)) + 1
  return {
    id: study.newId('code'),
    parentId,
    name,
    abbreviation: null,
    definition,
    inclusion: '',
    exclusion: '',
    colour: colour ?? parent?.colour ?? position % PALETTE_SIZE,
    position,
    taxonomy: null,
    retired: false,
  }
}

export function requireCode(codes: readonly Code[], id: CodeId): Code {
  const code = codes.find((candidate) => candidate.id === id)
  if (code === undefined) throw new AxialError('not-found', { what: 'code', name: id })
  return code
}

function requireFree(codes: readonly Code[], name: string, parentId: CodeId | null): void {
  const codebook = codebookOf(codes)
  const path = [...(parentId === null ? [] : pathOf(codebook, parentId)), name].join(PATH_SEPARATOR)
  // Where a name holds the separator, two codes at different places may read alike in every export and figure.
  const byPath = [name, ...codes.map((code) => code.name)].some((each) => each.includes(PATH_SEPARATOR))
  const taken = byPath
    ? codes.find((code) => pathOf(codebook, code.id).join(PATH_SEPARATOR) === path)
    : codes.find((code) => code.parentId === parentId && code.name === name)
  if (taken === undefined) return
  if (taken.retired) throw new AxialError('code-retired-there', { name: path })
  throw new AxialError('name-taken', { what: 'code', name: path })
}
