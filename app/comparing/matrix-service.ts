import { countByAttribute, type AttributedTranscript } from '../../domain/matrices/attribute-matrix.ts'
import {
  coefficientAt,
  countCoOccurrence,
  pairsTogether,
  type CodedTranscript,
  type MarkedSpan,
} from '../../domain/matrices/co-occurrence.ts'
import {
  codebookOf,
  PATH_SEPARATOR,
  pathOf,
  resolveLabel,
  treeOf,
  type Code,
  type CodeNode,
} from '../../domain/codebook/codebook.ts'
import type { Coding } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId } from '../../domain/ids.ts'
import { matrixRows, type MatrixRow as Row } from '../../domain/matrices/matrix-rows.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import { attributeDocument, coOccurrenceDocument } from '../../formats/matrix/documents.ts'
import { ScopedCodings } from './coding-scope.ts'
import { comparedCodings } from '../agreement/compared-codings.ts'
import { MOST_ROWS, type CodeChoice, type MatrixRow } from '../contract/comparison.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'

export const matrixHandlers: Handlers<Under<'matrices'>> = {
  'matrices.coOccurrence': readCoOccurrence,
  'matrices.pairs': readPairs,
  'matrices.attributes': readAttributes,
  'matrices.exportCoOccurrence': async (study, question, task) => {
    const matrix = await readCoOccurrence(study, question, task)
    const { name, text } = coOccurrenceDocument(matrix, question)
    return { name, bytes: new TextEncoder().encode(text) }
  },
  'matrices.exportAttributes': async (study, question, task) => {
    const table = await readAttributes(study, question, task)
    const { name, text } = attributeDocument(table, question)
    return { name, bytes: new TextEncoder().encode(text) }
  },
}

/** A transcript with what of it is looked at. */
interface Loaded {
  readonly transcript: ListedTranscript
  readonly codings: readonly Coding[]
}

async function readCoOccurrence(
  study: OpenStudy,
  question: ParsedInput<'matrices.coOccurrence'>,
  task: Task,
): Promise<Output<'matrices.coOccurrence'>> {
  const scoped = new ScopedCodings(study, question)
  const loaded = await load(scoped, task)
  const { rows, leftOut } = chooseRows(study, loaded, question)
  const marks = marksOf(rows)
  const work = countCoOccurrence(rows.length, transcriptsOf(study, loaded, marks), question.relation)
  let next = work.next()
  while (next.done !== true) {
    await task.step({ done: loaded.length + next.value, total: 2 * loaded.length, what: '' })
    next = work.next()
  }
  const counts = next.value
  const at = (a: number, b: number) => a * rows.length + b
  const described = describeRows(study, rows).map((row, index) => ({
    ...row,
    codings: counts.pairs[at(index, index)] ?? 0,
    turns: counts.turns[at(index, index)] ?? 0,
  }))
  const cells: Output<'matrices.coOccurrence'>['cells'] = []
  for (let first = 0; first < rows.length; first++) {
    for (let second = first + 1; second < rows.length; second++) {
      const pairs = counts.pairs[at(first, second)] ?? 0
      const turns = counts.turns[at(first, second)] ?? 0
      if (pairs + turns === 0) continue
      cells.push({ first, second, turns, pairs, coefficient: coefficientAt(counts, first, second) ?? 0 })
    }
  }
  return { basis: basisOf(scoped, loaded, described), rows: described, leftOut, cells }
}

async function readAttributes(
  study: OpenStudy,
  question: ParsedInput<'matrices.attributes'>,
  task: Task,
): Promise<Output<'matrices.attributes'>> {
  const { attribute } = question
  const scoped = new ScopedCodings(study, question)
  const loaded = await load(scoped, task)
  const { rows, leftOut } = chooseRows(study, loaded, question)
  const marks = marksOf(rows)
  const transcripts = loaded.map(({ transcript, codings }): AttributedTranscript => ({
    participant: transcript.participantId,
    value: scoped.valueOf(transcript, attribute),
    marks: codings.flatMap(({ codeId }) => marks.get(codeId) ?? []),
  }))
  const present = new Set(transcripts.map(({ value }) => value))
  const values = scoped.valuesOf(attribute).filter((value) => present.has(value))
  const { columns, cells } = countByAttribute(rows.length, values, transcripts)
  const described = describeRows(study, rows).map((row, index) => ({
    ...row,
    codings: (cells[index] ?? []).reduce((sum, { codings }) => sum + codings, 0),
  }))
  return {
    basis: basisOf(scoped, loaded, described),
    rows: described,
    leftOut,
    columns: [...columns],
    cells: cells.map((row) => [...row]),
  }
}

async function readPairs(
  study: OpenStudy,
  question: ParsedInput<'matrices.pairs'>,
  task: Task,
): Promise<Output<'matrices.pairs'>> {
  const { relation, first, second, page, pageSize } = question
  const marks = new Map([...second.map((id) => [id, 1] as const), ...first.map((id) => [id, 0] as const)])
  const scoped = new ScopedCodings(study, question)
  const codings = study.read.codings.ofCodes([...marks.keys()]).filter((coding) => scoped.has(coding))
  const byTranscript = Map.groupBy(codings, ({ transcriptId }) => transcriptId)
  const loaded = scoped.transcripts.map((transcript) => ({
    transcript,
    codings: byTranscript.get(transcript.id) ?? [],
  }))
  const pairs: (readonly [Coding, Coding])[] = []
  let done = 0
  for (const transcript of transcriptsOf(study, loaded, marks)) {
    await task.step({ done: done++, total: loaded.length, what: '' })
    for (const [one, other] of pairsTogether(transcript, relation)) {
      if (one.mark !== other.mark) pairs.push(one.mark === 0 ? [one.coding, other.coding] : [other.coding, one.coding])
    }
  }
  const shows = comparedCodings(study, question.coderId)
  return {
    pairs: pairs.length,
    pages: Math.max(1, Math.ceil(pairs.length / pageSize)),
    shown: pairs
      .slice(page * pageSize, (page + 1) * pageSize)
      .map(([one, other]) => ({ first: shows(one), second: shows(other) })),
  }
}

async function load(scoped: ScopedCodings, task: Task): Promise<readonly Loaded[]> {
  const total = 2 * scoped.transcripts.length
  const loaded: Loaded[] = []
  for (const transcript of scoped.transcripts) {
    await task.step({ done: loaded.length, total, what: transcript.name })
    loaded.push({ transcript, codings: scoped.codingsOf(transcript) })
  }
  return loaded
}

interface MarkedCoding extends MarkedSpan {
  readonly coding: Coding
}

/** The transcripts that hold a coding that counts, one read after the other as they are asked for. */
function* transcriptsOf(
  study: OpenStudy,
  loaded: readonly Loaded[],
  marks: ReadonlyMap<CodeId, number>,
): Generator<CodedTranscript<MarkedCoding>, void, void> {
  for (const { transcript, codings } of loaded) {
    const marked = codings.flatMap((coding): readonly MarkedCoding[] => {
      const mark = marks.get(coding.codeId)
      return mark === undefined ? [] : [{ coding, mark, start: coding.start, end: coding.end }]
    })
    if (marked.length === 0) continue
    const passes = Map.groupBy(marked, ({ coding }) => `${coding.coderId} ${coding.roundId}`)
    yield { turns: study.read.transcripts.turnSpans(transcript.revisionId), passes: [...passes.values()] }
  }
}

function marksOf(rows: readonly Row[]): ReadonlyMap<CodeId, number> {
  return new Map(rows.flatMap(({ members }, mark) => members.map((id) => [id, mark] as const)))
}

function chooseRows(
  study: OpenStudy,
  loaded: readonly Loaded[],
  { rows: choice, rollUp }: { readonly rows: CodeChoice; readonly rollUp: boolean },
): { readonly rows: readonly Row[]; readonly leftOut: number } {
  const codes = study.read.codes.all()
  if (choice.kind === 'picked' || choice.kind === 'named') {
    const chosen = choice.kind === 'picked' ? choice.codes : choice.labels.map((label) => requireLabel(codes, label))
    return { rows: matrixRows(codes, chosen, rollUp), leftOut: 0 }
  }
  const ordered = treeOf(codes).flatMap(flatten)
  const parents = new Set(codes.map(({ parentId }) => parentId))
  // Rolled up, everything counts in the codes at the top.
  const isRow =
    choice.kind === 'categories'
      ? (code: Code) => parents.has(code.id)
      : (code: Code) => !rollUp || code.parentId === null
  const candidates = matrixRows(
    codes,
    ordered.filter(isRow).map(({ id }) => id),
    rollUp,
  )
  const uses = countUses(loaded)
  const usesOf = ({ members }: Row) => members.reduce((sum, id) => sum + (uses.get(id) ?? 0), 0)
  const used = choice.kind === 'categories' ? candidates : candidates.filter((row) => usesOf(row) > 0)
  if (choice.kind !== 'most-used' && used.length <= MOST_ROWS) return { rows: used, leftOut: 0 }
  const most = used
    .toSorted((a, b) => usesOf(b) - usesOf(a))
    .slice(0, choice.kind === 'most-used' ? choice.number : MOST_ROWS)
  return { rows: most, leftOut: used.length - most.length }
}

function flatten({ code, children }: CodeNode): readonly Code[] {
  return [code, ...children.flatMap(flatten)]
}

function countUses(loaded: readonly Loaded[]): ReadonlyMap<CodeId, number> {
  const uses = new Map<CodeId, number>()
  for (const { codings } of loaded) for (const { codeId } of codings) uses.set(codeId, (uses.get(codeId) ?? 0) + 1)
  return uses
}

/** @throws AxialError not-found, code-ambiguous */
function requireLabel(codes: readonly Code[], label: string): CodeId {
  const resolved = resolveLabel(codes, label)
  if (resolved.kind === 'found') return resolved.code.id
  if (resolved.kind === 'ambiguous') throw new AxialError('code-ambiguous', { name: label })
  throw new AxialError('not-found', { what: 'code', name: label })
}

/** Rows by what they are called: a name that several codes have is given with its path. */
function describeRows(study: OpenStudy, rows: readonly Row[]): readonly Omit<MatrixRow, 'codings'>[] {
  const codes = study.read.codes.all()
  const codebook = codebookOf(codes)
  const named = Map.groupBy(codes, ({ name }) => name)
  return rows.map(({ code, members }) => {
    const path = pathOf(codebook, code.id).join(PATH_SEPARATOR)
    const isUnique = named.get(code.name)?.length === 1
    return { id: code.id, label: isUnique ? code.name : path, path, colour: code.colour, members: [...members] }
  })
}

/** From what the matrix was counted: the codings of its rows, of all that were loaded. */
function basisOf(
  scoped: ScopedCodings,
  loaded: readonly Loaded[],
  rows: readonly { readonly codings: number }[],
): Output<'matrices.coOccurrence'>['basis'] {
  const shown = rows.reduce((sum, { codings }) => sum + codings, 0)
  return { ...scoped.basis(shown), allCodings: loaded.reduce((sum, { codings }) => sum + codings.length, 0) }
}
