import { createHash } from 'node:crypto'
import { FIGURES, GROUP_FIGURES } from '../../domain/agreement/figures.ts'
import { codebookState, type FrozenComparison, type Snapshot } from '../../domain/agreement/snapshot.ts'
import { DEFAULT_SHARE } from '../../domain/agreement/span-matching.ts'
import type { Subject } from '../../domain/agreement/subject.ts'
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
    const pairs = answer.comparisons.map((comparison) => frozenPair(comparison, subject))
    const groups = answer.groups.filter(({ coders }) => coders.length > 2)
    // Screenings are only measured where there are segments that two people went through.
    const measured = [...pairs, ...groups.map((group) => frozenGroup(group, subject))]
    comparisons.push(...measured.filter(({ units }) => subject === 'codings' || units > 0))
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

function frozenPair(comparison: Comparison, subject: Subject): FrozenComparison {
  return {
    subject,
    transcript: comparison.transcript,
    coders: comparison.coders,
    units: comparison.units,
    codes: comparison.codes,
    uncodedShare: comparison.coded.uncodedShare,
    figures: FIGURES.map((name) => ({
      name,
      value: comparison[name],
      reason: comparison.reasons[name] ?? null,
      n: comparison.n[name],
      interval: comparison.intervals[name] ?? null,
    })),
    perCode: comparison.perCode.map(({ code, both, onlyFirst, onlySecond, neither, kappa, ac1, alpha }) => {
      return { code, both, onlyFirst, onlySecond, neither, kappa, ac1, alpha }
    }),
    leftOut: comparison.leftOut,
  }
}

function frozenGroup(group: GroupComparison, subject: Subject): FrozenComparison {
  return {
    subject,
    transcript: group.transcript,
    coders: group.coders,
    units: group.units,
    codes: group.codes,
    uncodedShare: group.coded.uncodedShare,
    figures: GROUP_FIGURES.map((name) => ({
      name,
      value: group[name],
      reason: group.reasons[name] ?? null,
      n: group.n[name],
      interval: group.intervals[name] ?? null,
    })),
    perCode: [],
    leftOut: group.leftOut,
  }
}

function toPlain({ coders, figures, perCode, leftOut, ...comparison }: FrozenComparison) {
  return {
    ...comparison,
    coders: [...coders],
    figures: figures.map(({ interval, ...figure }) => ({
      ...figure,
      interval: interval === null ? null : ([...interval] satisfies [number, number]),
    })),
    perCode: [...perCode],
    leftOut: [...leftOut],
  }
}

function hashOf(codes: readonly Code[]): string {
  return createHash('sha256').update(codebookState(codes), 'utf8').digest('hex')
}
