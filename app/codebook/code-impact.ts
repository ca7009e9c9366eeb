import { branchesOf } from '../../domain/codebook/code-paths.ts'
import { mayCode } from '../../domain/coding.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { planRecoding } from '../../domain/recoding.ts'
import type { CodeImpact } from '../contract/codes.ts'
import type { ParsedInput } from '../contract.ts'
import { placeOfCoding, planMergeOf } from './code-operations.ts'
import { requireCode } from './codebook-service.ts'
import { visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'

type Question = ParsedInput<'codes.impact'>

/** What a change of codes would touch, counted in what the viewer may see; of the rest, whether there could be any. */
export function impactOf(study: OpenStudy, question: Question): CodeImpact {
  const codes = study.read.codes.all()
  for (const id of question.ids) requireCode(codes, id)
  const branch = branchesOf(codes, question.ids).map(({ id }) => id)
  const subcodes = branch.length - new Set(question.ids).size
  switch (question.kind) {
    case 'rename':
    case 'move':
      return {
        ...tally(study, branch, question.coderId),
        subcodes,
        doubled: 0,
        rounds: roundsOf(study, branch, 'names', question.coderId),
      }
    case 'retire':
      return { ...tally(study, branch, question.coderId), subcodes, doubled: 0, rounds: [] }
    case 'remove':
      return { ...tally(study, question.ids, question.coderId), subcodes, doubled: 0, rounds: [] }
    case 'merge': {
      const { plan } = planMergeOf(codes, question.ids, question.into)
      const going = [...plan.into.keys()]
      return {
        ...tally(study, going, question.coderId),
        subcodes: plan.places.length + going.length - question.ids.filter((id) => id !== question.into).length,
        doubled: doubledBy(study, plan.into, question.coderId),
        rounds: roundsOf(study, going, 'figures', question.coderId),
      }
    }
    case 'split':
      return splitImpact(study, question)
  }
}

type Tally = Pick<CodeImpact, 'codings' | 'transcripts' | 'coders' | 'catalogItems' | 'hidden'>

function tally(study: OpenStudy, ids: readonly CodeId[], viewerId: CoderId | undefined): Tally {
  const sees = visibility(study, viewerId)
  const seen = study.read.codePassages.usesOf(ids).filter(({ coderId, roundId }) => sees(coderId, roundId))
  return {
    codings: seen.reduce((sum, { codings }) => sum + codings, 0),
    transcripts: new Set(seen.map(({ transcriptId }) => transcriptId)).size,
    coders: namesOf(study, new Set(seen.map(({ coderId }) => coderId))),
    catalogItems: mismatchesWith(study, ids),
    hidden: hasBlindSpot(study, viewerId),
  }
}

/**
 * Whether others could have worked where the viewer may not see it. Whether they did is not looked at: asked of one code
 * after the other, that would tell which of them another coder uses.
 */
function hasBlindSpot(study: OpenStudy, viewerId: CoderId | undefined): boolean {
  const sees = visibility(study, viewerId)
  const { people } = study.read
  const rounds = people.rounds()
  return people.coders().some((coder) => rounds.some((round) => !sees(coder.id, round.id)))
}

function namesOf(study: OpenStudy, ids: ReadonlySet<CoderId>): string[] {
  return study.read.people.coders().flatMap(({ id, name }) => (ids.has(id) ? [name] : []))
}

/** Mismatches that name one of the codes. The consolidated catalog is everyone's. */
function mismatchesWith(study: OpenStudy, ids: readonly CodeId[]): number {
  const named = study.read.recodings.instancesBeside(ids).filter(({ codeId }) => ids.includes(codeId))
  return new Set(named.map(({ mismatchId }) => mismatchId)).size
}

function roundsOf(
  study: OpenStudy,
  ids: readonly CodeId[],
  effect: 'figures' | 'names',
  viewerId: CoderId | undefined,
): CodeImpact['rounds'] {
  const sees = visibility(study, viewerId)
  const uses = study.read.codePassages.usesOf(ids).filter(({ coderId, roundId }) => sees(coderId, roundId))
  return roundsAmong(study, new Set(uses.map(({ roundId }) => roundId)), effect)
}

function roundsAmong(study: OpenStudy, ids: ReadonlySet<string>, effect: 'figures' | 'names'): CodeImpact['rounds'] {
  return study.read.people
    .rounds()
    .filter(({ id, kind }) => kind === 'independent' && ids.has(id))
    .map((round) => ({ name: round.name, isFinished: !mayCode(round), effect }))
}

function doubledBy(study: OpenStudy, into: ReadonlyMap<CodeId, CodeId>, viewerId: CoderId | undefined): number {
  const sees = visibility(study, viewerId)
  const concerned = [...new Set([...into.keys(), ...into.values()])]
  const codings = study.read.recodings.codingsOf(concerned).filter(({ coderId, roundId }) => sees(coderId, roundId))
  return planRecoding(codings, ({ codeId }) => into.get(codeId) ?? codeId, placeOfCoding).doubled.length
}

function splitImpact(study: OpenStudy, question: Extract<Question, { kind: 'split' }>): CodeImpact {
  const sees = visibility(study, question.coderId)
  const wanted = new Set(question.codings)
  const seen = study.read.recodings.codingsOf(question.ids).filter(({ coderId, roundId }) => sees(coderId, roundId))
  const leaving = seen.filter(({ id }) => wanted.has(id))
  return {
    codings: leaving.length,
    transcripts: new Set(leaving.map(({ transcriptId }) => transcriptId)).size,
    coders: namesOf(study, new Set(leaving.map(({ coderId }) => coderId))),
    subcodes: 0,
    doubled: 0,
    catalogItems: mismatchesWith(study, question.ids),
    rounds: roundsAmong(study, new Set(leaving.map(({ roundId }) => roundId)), 'figures'),
    hidden: hasBlindSpot(study, question.coderId),
  }
}
