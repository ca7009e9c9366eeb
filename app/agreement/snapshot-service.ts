import { createHash } from 'node:crypto'
import { FIGURES, GROUP_FIGURES } from '../../domain/agreement/figures.ts'
import {
  codebookState,
  type FrozenComparison,
  type FrozenFigure,
  type Snapshot,
} from '../../domain/agreement/snapshot.ts'
import { DEFAULT_SHARE } from '../../domain/agreement/span-matching.ts'
import type { Code } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId, RoundId } from '../../domain/ids.ts'
import { computeAgreement } from './agreement-service.ts'
import { agreementQuestion, type Comparison, type GroupComparison, type UnitName } from '../contract/agreement.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { agreementAfter } from './snapshot-after.ts'
import type { Task } from '../task.ts'

export const snapshotHandlers: Handlers<Under<'snapshots'>> = {
  'snapshots.after': agreementAfter,
  'snapshots.list': (study) => {
    const coders = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
    const rounds = new Map(study.read.people.rounds().map((round) => [round.id, round]))
    const now = hashOf(study.read.codes.all())
    return study.read.snapshots.all().flatMap(({ takenBy, codebookSha256, comparisons, ...snapshot }) => {
      const round = rounds.get(snapshot.roundId)
      // A snapshot is taken of an open round alone; were there another one, it would tell of blind work.
      if (round?.state !== 'open') return []
      return {
        ...snapshot,
        round: round.name,
        harmonised: false,
        takenBy: takenBy === null ? null : (coders.get(takenBy) ?? null),
        isSameCodebook: codebookSha256 === now,
        comparisons: comparisons.map(toPlain),
      }
    })
  },
}

/** What is measured for a snapshot, and for whom. */
export interface SnapshotRequest {
  readonly roundId: RoundId
  /** Who begins the moderation; null from the command line. */
  readonly coderId: CoderId | null
  readonly unit?: UnitName
  readonly share?: number
  readonly seed?: number
  readonly resamples?: number
}

/**
 * Measures the agreement of an open independent round as a snapshot, without writing it: long work, before the action that
 * begins the moderation. `freeze` then keeps it within that action.
 * @throws AxialError not-found, round-blind, cancelled
 */
export async function measureSnapshot(study: OpenStudy, request: SnapshotRequest, task: Task): Promise<Snapshot> {
  const { roundId, coderId, unit = 'turn', share = DEFAULT_SHARE, seed = 1, resamples = 1000 } = request
  const round = study.read.people.rounds().find(({ id }) => id === roundId)
  if (round === undefined) throw new AxialError('not-found', { what: 'round', name: roundId })
  if (round.state === 'blind') throw new AxialError('round-blind', { name: round.name })
  const codes = study.read.codes.all()
  const comparisons: FrozenComparison[] = []
  for (const { subject, scope } of MEASURED) {
    const question = agreementQuestion.parse({ rounds: [round.name], unit, share, subject, scope, seed, resamples })
    const isWhole = scope === 'round'
    const answer = await computeAgreement(study, { ...question, group: isWhole }, task)
    // A round of one transcript is a whole, too.
    const placed = <Frozen>(one: Comparison | GroupComparison, frozen: Frozen) => ({
      subject,
      transcript: isWhole ? null : one.transcript,
      ...frozen,
    })
    const pairs = answer.comparisons.map((one) => placed(one, frozenPair(one)))
    const groups = answer.groups.filter(({ coders }) => coders.length > 2).map((one) => placed(one, frozenGroup(one)))
    // Screenings are only measured where there are segments that two people went through.
    comparisons.push(...[...pairs, ...groups].filter(({ units }) => subject === 'codings' || units > 0))
  }
  const state = codebookState(codes)
  const version = study.read.versions
    .all()
    .findLast(({ id }) => codebookState(study.read.versions.codesOf(id)) === state)
  return {
    id: study.newId('snapshot'),
    roundId,
    unit,
    share: unit === 'overlap' ? share : null,
    seed,
    resamples,
    codebookSha256: hashOf(codes),
    codebookVersion: version?.name ?? null,
    takenAt: study.at(),
    takenBy: coderId,
    comparisons,
  }
}

/** What is measured of a round: of its codings each transcript and the whole, of its screenings and instances the whole. */
const MEASURED = [
  { subject: 'codings', scope: 'transcript' },
  { subject: 'codings', scope: 'round' },
  { subject: 'screenings', scope: 'round' },
  { subject: 'instances', scope: 'round' },
] as const

/**
 * Keeps a measured snapshot, within the action that begins the moderation (it opens no transaction of its own). A round
 * has one: where it has one already, that one stands and nothing is written.
 * @returns the snapshot that stands
 */
export function freeze(study: OpenStudy, snapshot: Snapshot): Snapshot {
  const standing = study.write.snapshots.ofRound(snapshot.roundId)
  if (standing !== null) return standing
  study.write.snapshots.add(snapshot)
  return snapshot
}

/** Of two coders each code's table is kept, of more what all of them did with it. */
function frozenPair(pair: Comparison) {
  const perCode = pair.perCode.map(({ code, both, onlyFirst, onlySecond, neither, kappa, ac1, alpha }) => {
    return { code, both, onlyFirst, onlySecond, neither, kappa, ac1, alpha }
  })
  return { ...frozenFigures(FIGURES, pair), perCode, perGroupCode: [] }
}

function frozenGroup(group: GroupComparison) {
  const perGroupCode = group.perCode.map(({ code, present, absent, everyone, divided, differing, fleiss, alpha }) => {
    return { code, present, absent, everyone, divided, differing, fleiss, alpha }
  })
  return { ...frozenFigures(GROUP_FIGURES, group), perCode: [], perGroupCode }
}

/** What was computed of two coders or of more, whichever figures that are. */
interface Computed<Name extends string> extends Pick<Comparison, 'units' | 'codes' | 'leftOut'> {
  readonly coders: readonly string[]
  readonly coded: Pick<Comparison['coded'], 'uncodedShare'>
  readonly n: Readonly<Record<Name, number>>
  readonly reasons: Readonly<Partial<Record<Name, string>>>
  readonly intervals: Readonly<Partial<Record<Name, readonly [low: number, high: number]>>>
}

function frozenFigures<Name extends string>(
  names: readonly Name[],
  of: Computed<Name> & Readonly<Record<Name, number | null>>,
) {
  const { coders, units, codes, coded, leftOut } = of
  const figures = names.map((name): FrozenFigure => ({
    name,
    value: of[name],
    reason: of.reasons[name] ?? null,
    n: of.n[name],
    interval: of.intervals[name] ?? null,
  }))
  return { coders, units, codes, uncodedShare: coded.uncodedShare, figures, leftOut }
}

function toPlain({ coders, figures, perCode, perGroupCode, leftOut, ...comparison }: FrozenComparison) {
  return {
    ...comparison,
    coders: [...coders],
    figures: figures.map(({ interval, ...figure }) => ({
      ...figure,
      interval: interval === null ? null : ([...interval] satisfies [number, number]),
    })),
    perCode: [...perCode],
    perGroupCode: [...perGroupCode],
    leftOut: [...leftOut],
  }
}

function hashOf(codes: readonly Code[]): string {
  return createHash('sha256').update(codebookState(codes), 'utf8').digest('hex')
}
