import { PATH_SEPARATOR, pathOf } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import {
  contradictionIn,
  isUndecided,
  type DecisionKind,
  type HarmonisingDecision,
} from '../../domain/harmonising/decision.ts'
import type { PairEvidence } from '../../domain/harmonising/proposal.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { momentAfter } from '../../domain/later.ts'
import type { HarmonisedCode, ListedEvidence } from '../contract/harmonising.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { applyMergeOf, planMergeOf } from '../codebook/code-operations.ts'
import { requireCode } from '../codebook/codebook-service.ts'
import type { Handlers, Under } from '../handlers.ts'
import { HarmonisedRound, standing } from './harmonised-round.ts'
import { RoundEvidence } from './evidence.ts'
import { figuresOf, readFigures, writtenFigures } from './figures.ts'
import { readPairPassages } from './passages.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'

export const harmonisingHandlers: Handlers<Under<'harmonising'>> = {
  'harmonising.read': readHarmonising,
  'harmonising.figures': compareFigures,
  'harmonising.passages': readPairPassages,
  'harmonising.map': async (study, pair, task) => {
    const decision = prepareDecision(study, pair, 'map')
    const keep = await baselineKeeper(study, pair, task)
    return decide(study, pair, decision, keep)
  },
  'harmonising.mapAll': mapAll,
  'harmonising.refuse': (study, pair) => decide(study, pair, prepareDecision(study, pair, 'refuse')),
  'harmonising.merge': merge,
  'harmonising.withdraw': withdraw,
}

type Pair = ParsedInput<'harmonising.map'>
type Question = Pick<Pair, 'roundId' | 'coderId'>

async function readHarmonising(
  study: OpenStudy,
  { roundId, coderId }: ParsedInput<'harmonising.read'>,
  task: Task,
): Promise<Output<'harmonising.read'>> {
  const round = new HarmonisedRound(study, study.read, roundId, coderId)
  const evidence = await RoundEvidence.of(round, task)
  const shown = shownEvidence(round, evidence)
  const names = new Map(study.read.people.coders().map(({ id, name }) => [String(id), name]))
  return {
    round: round.round.name,
    readers: round.readers.map(({ coder, round: { name }, transcripts }) => ({
      coder,
      round: name,
      transcripts: transcripts.size,
    })),
    proposals: evidence.proposals().map((proposal) => ({ ...shown(proposal), basis: proposal.basis })),
    decisions: round.decisions.map(({ decidedBy, ...decision }) => {
      const found = evidence.of(decision.codeId, decision.otherId)
      return {
        ...decision,
        decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? null),
        evidence: found === null ? null : shown(found),
      }
    }),
  }
}

function shownEvidence(round: HarmonisedRound, evidence: RoundEvidence): (found: PairEvidence) => ListedEvidence {
  const people = [...new Map(round.readers.map(({ coderId, coder }) => [coderId, coder]))]
  const namesOf = (ids: readonly CoderId[]) => people.flatMap(([id, name]) => (ids.includes(id) ? [name] : []))
  const codeOf = (id: CodeId): HarmonisedCode => {
    const code = requireCode([...round.codes.values()], id)
    const uses = evidence.used.get(id)?.uses ?? new Map<CoderId, number>()
    return {
      id,
      path: pathOf(round.codes, id).join(PATH_SEPARATOR),
      colour: code.colour,
      definition: code.definition,
      retired: code.retired,
      uses: people.flatMap(([coderId, coder]) => {
        const codings = uses.get(coderId)
        return codings === undefined ? [] : [{ coder, codings }]
      }),
    }
  }
  return ({ code, other, likeness, isSameName, units, lift, lowestLift, toldApartBy, strength }) => ({
    code: codeOf(code),
    other: codeOf(other),
    likeness: likeness.value,
    words: [...likeness.words],
    isSameName,
    turns: units.distinct,
    shared: units.shared,
    codeAlone: units.first,
    otherAlone: units.second,
    units: units.units,
    expected: units.expected,
    lift,
    lowestLift,
    toldApartBy: namesOf(toldApartBy),
    strength,
  })
}

async function compareFigures(
  study: OpenStudy,
  { roundId, coderId }: ParsedInput<'harmonising.figures'>,
  task: Task,
): Promise<Output<'harmonising.figures'>> {
  const round = new HarmonisedRound(study, study.read, roundId, coderId)
  const kept = study.read.harmonising.baseline(roundId)
  const after = await figuresOf(round, true, task)
  if (kept !== null) return { keptAt: kept.takenAt, before: readFigures(kept.figures), after }
  // Without a mapping both are the same.
  const before = round.mapping().size === 0 ? after : await figuresOf(round, false, task)
  return { keptAt: null, before, after }
}

/**
 * A decision that contradicts no other.
 * @throws AxialError moderator-only, harmonising-contradiction, and those of `HarmonisedRound`
 */
function prepareDecision(study: OpenStudy, pair: Pair, kind: Exclude<DecisionKind, 'merge'>): HarmonisingDecision {
  const { round, decision } = prepare(study, pair, kind)
  const others = round.decisions.filter((one) => !isOfPair(one, pair))
  const contradiction = contradictionIn(standing([...others, decision], round.codes))
  if (contradiction === undefined) return decision
  throw contradicted(contradiction)
}

function contradicted({ name, otherName }: HarmonisingDecision): AxialError {
  return new AxialError('harmonising-contradiction', { name, other: otherName })
}

function decide(
  study: OpenStudy,
  pair: Pair,
  decision: HarmonisingDecision,
  keepBaseline: () => void = () => undefined,
): Record<string, never> {
  study.act(deedOf(decision, pair), () => {
    keepBaseline()
    study.write.harmonising.decide(decision)
  })
  return {}
}

async function mapAll(
  study: OpenStudy,
  { pairs, ...question }: ParsedInput<'harmonising.mapAll'>,
  task: Task,
): Promise<Output<'harmonising.mapAll'>> {
  const taken: HarmonisingDecision[] = []
  const { decisions, codes, round } = roundToDecide(study, question)
  for (const pair of pairs) {
    const known = standing([...decisions, ...taken], codes)
    // The third pair of three names is decided by the other two.
    if (!isUndecided(known)(pair.codeId, pair.otherId)) continue
    const before = { codes, decisions: [...decisions, ...taken] }
    const decision = decisionOf(study, before, { ...question, ...pair }, 'map')
    const contradiction = contradictionIn([...known, decision])
    if (contradiction !== undefined) throw contradicted(contradiction)
    taken.push(decision)
  }
  if (taken.length === 0) return { mapped: 0 }
  const keepBaseline = await baselineKeeper(study, question, task)
  const detail = `${round.name}: ${String(taken.length)}`
  study.act({ action: 'harmonising.mapAll', detail, coderId: question.coderId }, () => {
    keepBaseline()
    for (const decision of taken) study.write.harmonising.decide(decision)
  })
  return { mapped: taken.length }
}

async function merge(study: OpenStudy, pair: Pair, task: Task): Promise<Output<'harmonising.merge'>> {
  const { decision } = prepare(study, pair, 'merge')
  const { plan, target } = planMergeOf(study.write.codes.all(), [pair.otherId], pair.codeId)
  const keepBaseline = await baselineKeeper(study, pair, task)
  await study.actLong(deedOf(decision, pair), async () => {
    keepBaseline()
    await applyMergeOf(study, plan, target, task)
    study.write.harmonising.decide(decision)
  })
  return {}
}

function withdraw(
  study: OpenStudy,
  { roundId, decisionId, coderId }: ParsedInput<'harmonising.withdraw'>,
): Output<'harmonising.withdraw'> {
  requireModerator(study, coderId)
  const { decisions } = new HarmonisedRound(study, study.write, roundId, coderId)
  const decision = decisions.find(({ id }) => id === decisionId)
  if (decision === undefined) throw new AxialError('not-found', { what: 'decision', name: decisionId })
  if (decision.kind === 'merge') {
    throw new AxialError('harmonising-merged', { name: decision.name, other: decision.otherName })
  }
  const detail = `${decision.otherName} → ${decision.name}`
  study.act({ action: 'harmonising.withdraw', detail, coderId }, () => study.write.harmonising.remove(decision.id))
  return {}
}

function prepare(
  study: OpenStudy,
  pair: Pair,
  kind: DecisionKind,
): { readonly round: HarmonisedRound; readonly decision: HarmonisingDecision } {
  const round = roundToDecide(study, pair)
  return { round, decision: decisionOf(study, round, pair, kind) }
}

function roundToDecide(study: OpenStudy, { roundId, coderId }: Question): HarmonisedRound {
  requireModerator(study, coderId)
  return new HarmonisedRound(study, study.write, roundId, coderId)
}

function decisionOf(
  study: OpenStudy,
  { codes: codebook, decisions }: Pick<HarmonisedRound, 'codes' | 'decisions'>,
  { roundId, codeId, otherId, coderId }: Pair,
  kind: DecisionKind,
): HarmonisingDecision {
  const codes = [...codebook.values()]
  const code = requireCode(codes, codeId)
  const other = requireCode(codes, otherId)
  if (code.id === other.id) throw new AxialError('harmonising-alike', { name: code.name })
  return {
    id: study.world.newId(),
    roundId,
    kind,
    codeId,
    otherId,
    name: code.name,
    otherName: other.name,
    decidedBy: coderId ?? null,
    decidedAt: momentAfter(study.at(), decisions.at(-1)?.decidedAt),
  }
}

/** Whoever holds the file may decide, too: on the command line nobody in particular is at work. */
function requireModerator(study: OpenStudy, coderId: CoderId | undefined): void {
  if (coderId !== undefined && study.coder(coderId).kind !== 'moderator') throw new AxialError('moderator-only')
}

function deedOf({ kind, name, otherName }: HarmonisingDecision, { coderId }: Pair) {
  return { action: `harmonising.${kind}`, detail: `${otherName} → ${name}`, coderId }
}

function isOfPair(decision: HarmonisingDecision, { codeId, otherId }: Pair): boolean {
  const ids = [decision.codeId, decision.otherId]
  return ids.includes(codeId) && ids.includes(otherId)
}

/** Works out the figures of the round as they are, unless some are kept; what it gives keeps them, within an action. */
async function baselineKeeper(study: OpenStudy, { roundId, coderId }: Question, task: Task): Promise<() => void> {
  const { harmonising } = study.write
  if (harmonising.baseline(roundId) !== null) return () => undefined
  const round = new HarmonisedRound(study, study.write, roundId, coderId)
  const figures = writtenFigures(await figuresOf(round, false, task))
  return () => harmonising.addBaseline(study.world.newId(), roundId, { takenAt: study.at(), figures })
}
