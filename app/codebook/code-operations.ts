import { planMerge, type MergePlan } from '../../domain/codebook/code-merge.ts'
import { planMove } from '../../domain/codebook/code-move.ts'
import { branchesOf, branchOf } from '../../domain/codebook/code-paths.ts'
import { codebookOf, codesTo, parsePath, type Code } from '../../domain/codebook/codebook.ts'
import type { Coding } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CodingId } from '../../domain/ids.ts'
import { planRecoding, type Recoding } from '../../domain/recoding.ts'
import type { SplitPart } from '../contract/codes.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { namesOf, newCode, newPath, requireCode } from './codebook-service.ts'
import { requireName, visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { inHundredths, type Task } from '../task.ts'

/** @throws AxialError not-found, code-within-itself, code-name-taken */
export function moveCodes(
  study: OpenStudy,
  { ids, coderId, ...placement }: ParsedInput<'codes.move'>,
): Output<'codes.move'> {
  const codes = study.write.codes.all()
  const moved = ids.map((id) => requireCode(codes, id))
  if (placement.parentId !== null) requireCode(codes, placement.parentId)
  const outcome = planMove(codes, ids, placement)
  if (outcome.kind === 'within-itself') throw new AxialError('code-within-itself', { name: outcome.code.name })
  if (outcome.kind === 'taken') throw new AxialError('code-name-taken', { name: outcome.path })
  if (outcome.places.length > 0) {
    study.act({ action: 'codes.move', detail: namesOf(moved), coderId }, () => {
      for (const place of outcome.places) study.write.codes.place(place)
    })
  }
  return {}
}

/** What becomes of the codebook when these codes become one. @throws AxialError not-found, merge-within, code-name-taken */
export function planMergeOf(
  codes: readonly Code[],
  ids: readonly CodeId[],
  into: CodeId,
): { readonly plan: MergePlan; readonly target: Code; readonly sources: readonly Code[] } {
  const target = requireCode(codes, into)
  const sources = ids.filter((id) => id !== into).map((id) => requireCode(codes, id))
  const outcome = planMerge(codes, ids, into)
  if (outcome.kind === 'target-within') {
    throw new AxialError('merge-within', { name: target.name, outer: outcome.outer.name })
  }
  if (outcome.kind === 'taken') throw new AxialError('code-name-taken', { name: outcome.path })
  return { plan: outcome.plan, target, sources }
}

export async function mergeCodes(
  study: OpenStudy,
  { ids, into, coderId }: ParsedInput<'codes.merge'>,
  task: Task,
): Promise<Output<'codes.merge'>> {
  const { codes } = study.write
  const { plan, target, sources } = planMergeOf(codes.all(), ids, into)
  if (sources.length === 0) return target
  const detail = `${namesOf(sources)} → ${target.name}`
  await study.actLong({ action: 'codes.merge', detail, coderId }, () => applyMergeOf(study, plan, target, task))
  return requireCode(codes.all(), into)
}

/** Carries a merge out, within an action. */
export async function applyMergeOf(study: OpenStudy, plan: MergePlan, target: Code, task: Task): Promise<void> {
  const { codes, recodings, harmonising } = study.write
  const byId = codebookOf(codes.all())
  // A code goes before those within it have come to stand elsewhere, so that they may take its name.
  recodings.deferChecks()
  await recodeEverything(study, plan.into, target.name, task)
  for (const [from, to] of plan.into) {
    recodings.memosOfCode(from, to)
    recodings.removeExamples(from)
    harmonising.recode(from, to)
    recodings.succeed(from, to)
    codes.remove(from)
  }
  for (const place of plan.places) codes.place(place)
  for (const notes of plan.notes) {
    const code = byId.get(notes.id)
    if (code !== undefined) codes.change({ ...code, ...notes })
  }
}

/** Gives whatever names a code that goes the one that takes its place, in everyone's work, seen or not. */
async function recodeEverything(
  study: OpenStudy,
  into: ReadonlyMap<CodeId, CodeId>,
  what: string,
  task: Task,
): Promise<void> {
  const { recodings } = study.write
  const concerned = [...new Set([...into.keys(), ...into.values()])]
  const codeOf = ({ codeId }: { readonly codeId: CodeId }) => into.get(codeId) ?? codeId
  await recodeCodings(study, planRecoding(recodings.codingsOf(concerned), codeOf, placeOfCoding), what, task)
  const instances = planRecoding(recodings.instancesBeside(concerned), codeOf, ({ mismatchId }) => mismatchId)
  for (const { id } of instances.doubled) recodings.removeInstance(id)
  for (const { id, codeId } of instances.recoded) recodings.recodeInstance(id, codeId)
  const given = recodings.screeningInstancesBeside(concerned)
  const screenings = planRecoding(given, codeOf, ({ screeningId }) => screeningId)
  for (const { id } of screenings.doubled) recodings.removeScreeningInstance(id)
  for (const { id, codeId } of screenings.recoded) recodings.recodeScreeningInstance(id, codeId)
}

async function recodeCodings(
  { write: { recodings, reviews } }: OpenStudy,
  { doubled, recoded }: Recoding<CodingId>,
  what: string,
  task: Task,
): Promise<void> {
  const total = doubled.length + recoded.length
  let done = 0
  for (const { id, keptId } of doubled) {
    recodings.removeDoubled(id, keptId)
    reviews.redirect(id, keptId)
    await task.step(inHundredths({ done: ++done, total, what }))
  }
  for (const { id, codeId } of recoded) {
    recodings.recodeCoding(id, codeId)
    await task.step(inHundredths({ done: ++done, total, what }))
  }
}

/** Two codings of one coder in one round on one span would differ in nothing but their code. */
export function placeOfCoding({ transcriptId, start, end, coderId, roundId }: Coding): string {
  return [transcriptId, start, end, coderId, roundId].join(' ')
}

export async function splitCode(
  study: OpenStudy,
  input: ParsedInput<'codes.split'>,
  task: Task,
): Promise<Output<'codes.split'>> {
  const { codes, recodings } = study.write
  const before = codes.all()
  const code = requireCode(before, input.id)
  const parts = partsOf(study, before, code, input.parts)
  const sees = visibility(study, input.coderId)
  const own = new Map(recodings.codingsOf([code.id]).map((coding) => [coding.id, coding]))
  const decided = new Map<CodingId, CodeId>()
  for (const { codingId, part } of input.decisions) {
    const coding = own.get(codingId)
    if (coding === undefined || !sees(coding.coderId, coding.roundId)) {
      throw new AxialError('not-found', { what: 'coding', name: codingId })
    }
    decided.set(codingId, parts[part].code.id)
  }
  const concerned = [...new Set([code.id, ...parts.map((part) => part.code.id)])]
  const plan = planRecoding(
    recodings.codingsOf(concerned),
    ({ id, codeId }) => decided.get(id) ?? codeId,
    placeOfCoding,
  )
  const detail = `${code.name} → ${parts.map((part) => part.code.name).join(', ')}`
  await study.actLong({ action: 'codes.split', detail, coderId: input.coderId }, async () => {
    for (const { added } of parts) for (const one of added) codes.add(one)
    await recodeCodings(study, plan, code.name, task)
    if (input.retire && !parts.some((part) => part.code.id === code.id)) codes.retire(code.id, study.at())
  })
  const after = codes.all()
  return { codes: parts.map((part) => requireCode(after, part.code.id)) }
}

interface Part {
  readonly code: Code
  /** The code itself and the categories it needs, where they are not there yet; outermost first. */
  readonly added: readonly Code[]
}

function partsOf(
  study: OpenStudy,
  codes: readonly Code[],
  divided: Code,
  given: readonly [SplitPart, SplitPart],
): readonly [Part, Part] {
  const partOf = (part: SplitPart, known: readonly Code[]): Part => {
    if (part.kind === 'code') return { code: requireCode(codes, part.id), added: [] }
    const path = parsePath(part.name)
    if (path.length > 1) {
      const { codes: added, last } = newPath(study, null, path, { codes: known })
      return { code: last, added }
    }
    const parent = codes.find((code) => code.id === divided.parentId) ?? null
    const code = newCode(study, known, { name: requireName('code', part.name), parent })
    return { code, added: [code] }
  }
  const alike = new AxialError('split-alike', { name: divided.name })
  const [one, two] = given
  if (one.kind === 'new' && two.kind === 'new' && requireName('code', one.name) === requireName('code', two.name)) {
    throw alike
  }
  const first = partOf(one, codes)
  const second = partOf(two, [...codes, ...first.added])
  if (first.code.id === second.code.id) throw alike
  return [first, second]
}

export function retireCodes(study: OpenStudy, { ids, coderId }: ParsedInput<'codes.retire'>): Output<'codes.retire'> {
  const { codes } = study.write
  const all = codes.all()
  const given = ids.map((id) => requireCode(all, id))
  const inUse = branchesOf(all, ids).filter(({ retired }) => !retired)
  if (inUse.length === 0) return {}
  study.act({ action: 'codes.retire', detail: namesOf(given), coderId }, () => {
    const at = study.at()
    for (const one of inUse) codes.retire(one.id, at)
  })
  return {}
}

export function restoreCodes(
  study: OpenStudy,
  { ids, coderId }: ParsedInput<'codes.restore'>,
): Output<'codes.restore'> {
  const { codes } = study.write
  const all = codes.all()
  const retiredAt = codes.retiredAt()
  const given = ids.map((id) => requireCode(all, id)).filter(({ id }) => retiredAt.has(id))
  if (given.length === 0) return {}
  const together = given.flatMap(({ id }) =>
    branchOf(all, id).filter((one) => retiredAt.get(one.id) === retiredAt.get(id)),
  )
  const codebook = codebookOf(all)
  const above = given.flatMap(({ id }) => codesTo(codebook, id)).filter(({ retired }) => retired)
  study.act({ action: 'codes.restore', detail: namesOf(given), coderId }, () => {
    for (const one of new Set([...together, ...above])) codes.retire(one.id, null)
  })
  return {}
}
