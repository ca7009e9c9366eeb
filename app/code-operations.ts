import { planMerge, type MergePlan } from '../domain/code-merge.ts'
import { planMove } from '../domain/code-move.ts'
import { branchOf } from '../domain/code-paths.ts'
import { codebookOf, type Code } from '../domain/codebook.ts'
import type { Coding } from '../domain/coding.ts'
import { AxialError } from '../domain/errors.ts'
import type { CodeId, CodingId } from '../domain/ids.ts'
import { planRecoding } from '../domain/recoding.ts'
import type { SplitPart } from './contract/codes.ts'
import type { Output, ParsedInput } from './contract.ts'
import { newCode, requireCode } from './codebook-service.ts'
import { requireName, visibility } from './handlers.ts'
import type { OpenStudy } from './open-study.ts'

/** @throws AxialError not-found, code-within-itself, code-name-taken */
export function moveCode(study: OpenStudy, input: ParsedInput<'codes.move'>): Output<'codes.move'> {
  const codes = study.write.codes.all()
  const code = requireCode(codes, input.id)
  if (input.parentId !== null) requireCode(codes, input.parentId)
  const outcome = planMove(codes, code.id, input)
  if (outcome.kind === 'within-itself') throw new AxialError('code-within-itself', { name: code.name })
  if (outcome.kind === 'taken') throw new AxialError('code-name-taken', { name: outcome.path })
  if (outcome.places.length > 0) {
    study.act({ action: 'codes.move', detail: code.name, coderId: input.coderId }, () => {
      for (const place of outcome.places) study.write.codes.place(place)
    })
  }
  return requireCode(study.write.codes.all(), code.id)
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

export function mergeCodes(
  study: OpenStudy,
  { ids, into, coderId }: ParsedInput<'codes.merge'>,
): Output<'codes.merge'> {
  const { codes, recodings } = study.write
  const before = codes.all()
  const { plan, target, sources } = planMergeOf(before, ids, into)
  if (sources.length === 0) return target
  const detail = `${sources.map(({ name }) => name).join(', ')} → ${target.name}`
  study.act({ action: 'codes.merge', detail, coderId }, () => {
    // A code goes before those within it have come to stand elsewhere, so that they may take its name.
    recodings.deferChecks()
    recodeEverything(study, plan.into)
    for (const [from, to] of plan.into) {
      recodings.memosOfCode(from, to)
      recodings.removeExamples(from)
      codes.remove(from)
    }
    for (const place of plan.places) codes.place(place)
    const byId = codebookOf(before)
    for (const notes of plan.notes) {
      const code = byId.get(notes.id)
      if (code !== undefined) codes.change({ ...code, ...notes })
    }
  })
  return requireCode(codes.all(), into)
}

/** Gives whatever names a code that goes the one that takes its place, in everyone's work, seen or not. */
function recodeEverything({ write: { recodings } }: OpenStudy, into: ReadonlyMap<CodeId, CodeId>): void {
  const concerned = [...new Set([...into.keys(), ...into.values()])]
  const codeOf = ({ codeId }: { readonly codeId: CodeId }) => into.get(codeId) ?? codeId
  const codings = planRecoding(recodings.codingsOf(concerned), codeOf, placeOfCoding)
  for (const { id, keptId } of codings.doubled) recodings.removeDoubled(id, keptId)
  for (const { id, codeId } of codings.recoded) recodings.recodeCoding(id, codeId)
  const instances = planRecoding(recodings.instancesBeside(concerned), codeOf, ({ mismatchId }) => mismatchId)
  for (const { id } of instances.doubled) recodings.removeInstance(id)
  for (const { id, codeId } of instances.recoded) recodings.recodeInstance(id, codeId)
  const given = recodings.screeningInstancesBeside(concerned)
  const screenings = planRecoding(given, codeOf, ({ screeningId }) => screeningId)
  for (const { id } of screenings.doubled) recodings.removeScreeningInstance(id)
  for (const { id, codeId } of screenings.recoded) recodings.recodeScreeningInstance(id, codeId)
}

/** Two codings of one coder in one round on one span would differ in nothing but their code. */
export function placeOfCoding({ transcriptId, start, end, coderId, roundId }: Coding): string {
  return [transcriptId, start, end, coderId, roundId].join(' ')
}

export function splitCode(study: OpenStudy, input: ParsedInput<'codes.split'>): Output<'codes.split'> {
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
  study.act({ action: 'codes.split', detail, coderId: input.coderId }, () => {
    for (const part of parts) if (part.isNew) codes.add(part.code)
    for (const { id, keptId } of plan.doubled) recodings.removeDoubled(id, keptId)
    for (const { id, codeId } of plan.recoded) recodings.recodeCoding(id, codeId)
    if (input.retire && !parts.some((part) => part.code.id === code.id)) codes.retire(code.id, study.at())
  })
  const after = codes.all()
  return { codes: parts.map((part) => requireCode(after, part.code.id)) }
}

interface Part {
  readonly code: Code
  readonly isNew: boolean
}

function partsOf(
  study: OpenStudy,
  codes: readonly Code[],
  divided: Code,
  given: readonly [SplitPart, SplitPart],
): readonly [Part, Part] {
  const partOf = (part: SplitPart, known: readonly Code[]): Part => {
    if (part.kind === 'code') return { code: requireCode(codes, part.id), isNew: false }
    const parent = codes.find((code) => code.id === divided.parentId) ?? null
    return { code: newCode(study, known, { name: requireName('code', part.name), parent }), isNew: true }
  }
  const alike = new AxialError('split-alike', { name: divided.name })
  const [one, two] = given
  if (one.kind === 'new' && two.kind === 'new' && requireName('code', one.name) === requireName('code', two.name)) {
    throw alike
  }
  const first = partOf(one, codes)
  const second = partOf(two, first.isNew ? [...codes, first.code] : codes)
  if (first.code.id === second.code.id) throw alike
  return [first, second]
}

export function retireCode(study: OpenStudy, { id, coderId }: ParsedInput<'codes.retire'>): Record<string, never> {
  const { codes } = study.write
  const all = codes.all()
  const code = requireCode(all, id)
  const inUse = branchOf(all, id).filter(({ retired }) => !retired)
  if (inUse.length === 0) return {}
  study.act({ action: 'codes.retire', detail: code.name, coderId }, () => {
    const at = study.at()
    for (const one of inUse) codes.retire(one.id, at)
  })
  return {}
}

export function restoreCode(study: OpenStudy, { id, coderId }: ParsedInput<'codes.restore'>): Record<string, never> {
  const { codes } = study.write
  const all = codes.all()
  const code = requireCode(all, id)
  const retiredAt = codes.retiredAt()
  const at = retiredAt.get(id)
  if (at === undefined) return {}
  const together = branchOf(all, id).filter((one) => retiredAt.get(one.id) === at)
  const above = all.filter((one) => one.id !== id && one.retired && branchOf(all, one.id).includes(code))
  study.act({ action: 'codes.restore', detail: code.name, coderId }, () => {
    for (const one of [...together, ...above]) codes.retire(one.id, null)
  })
  return {}
}
