import type { UnitPair, UnitValues } from '../../domain/agreement/figures.ts'
import type { Continuum } from '../../domain/agreement/unitizing-alpha.ts'
import type { CodeId } from '../../domain/ids.ts'
import { inForceOfAll } from '../codebook/codebook-in-force.ts'
import { pairsOf, type Cell, type Pass } from './compared-passes.ts'
import type { CellUnits, Compared, ComparedUnits, LeftOut } from './compared-units.ts'
import type { Comparison } from '../contract/agreement.ts'
import type { ParsedInput } from '../contract.ts'
import type { Task } from '../task.ts'

type Question = ParsedInput<'agreement.compute'>

/** Units of one comparison, stacked from as many transcripts and rounds as its scope holds. */
export interface Stack<Unit> {
  readonly key: string
  readonly passes: (readonly Pass[])[]
  readonly transcripts: string[]
  readonly units: Unit[]
  readonly continua: Continuum[]
  readonly leftOut: LeftOut[]
  readonly codebooks: Comparison['codebook'][]
  /** Codes used in it that were mapped to another one, whether or not they count as it. */
  readonly mapped: Set<CodeId>
  /** The ids of merges into codes used in it. */
  readonly merged: Set<string>
}

export type PairStack = Stack<UnitPair>
export type GroupStack = Stack<UnitValues>

/** Stacks the units of all pairs, and of all coders together where the question asks for them. */
export async function stackUnits(
  cells: readonly Cell[],
  question: Question,
  compared: ComparedUnits,
  task: Task,
): Promise<{ readonly pairs: readonly PairStack[]; readonly groups: readonly GroupStack[] }> {
  const pairs = new Map<string, PairStack>()
  const groups = new Map<string, GroupStack>()
  for (const [index, cell] of cells.entries()) {
    await task.step({ done: index, total: cells.length, what: cell.transcript.name })
    const wanted = question.pairs ? pairsOf(cell, question) : []
    const isGrouped = question.group && question.between === 'coders'
    if (wanted.length === 0 && !isGrouped) continue
    const units = compared.read(cell)
    for (const pair of wanted) {
      const key = `${placeOf(cell, pair, units, question)} ${pair.map((pass) => sideOf(pass, question)).join(' ')}`
      push(pairs, key, cell, pair, units, units.ofPair(pair))
    }
    if (isGrouped) push(groups, placeOf(cell, cell.passes, units, question), cell, cell.passes, units, units.ofAll())
  }
  return { pairs: inOrder(pairs, question), groups: inOrder(groups, question) }
}

/** Transcripts come in the order in which they were added, and so may the rounds that they were coded in: those have one of their own. */
function inOrder<Unit>(stacks: ReadonlyMap<string, Stack<Unit>>, { scope, between }: Question): readonly Stack<Unit>[] {
  const all = [...stacks.values()]
  if (scope !== 'round' || between === 'rounds') return all
  return all.sort((a, b) => numberOf(a) - numberOf(b))
}

function numberOf<Unit>({ passes }: Stack<Unit>): number {
  return passes[0]?.[0]?.round.number ?? 0
}

function sideOf({ coder, round }: Pass, { between }: Question): string {
  return between === 'coders' ? coder.id : `${coder.id} ${round.id}`
}

/** What parts the stacks from each other besides who is compared. */
function placeOf(cell: Cell, passes: readonly Pass[], units: CellUnits, { scope, between }: Question): string {
  const round = between === 'coders' ? (passes[0]?.round.id ?? '') : ''
  switch (scope) {
    case 'transcript':
      return `${cell.transcript.id} ${round}`
    case 'round':
      return round
    case 'version':
      return JSON.stringify(inForceOfAll(units.codebooks(passes)))
    case 'all':
      return ''
  }
}

function push<Unit>(
  stacks: Map<string, Stack<Unit>>,
  key: string,
  cell: Cell,
  passes: readonly Pass[],
  units: CellUnits,
  compared: Compared<Unit>,
): void {
  const stack = stacks.get(key) ?? {
    key,
    passes: [],
    transcripts: [],
    units: [],
    continua: [],
    leftOut: [],
    codebooks: [],
    mapped: new Set(),
    merged: new Set(),
  }
  stacks.set(key, stack)
  stack.passes.push(passes)
  if (!stack.transcripts.includes(cell.transcript.name)) stack.transcripts.push(cell.transcript.name)
  for (const unit of compared.units) stack.units.push(unit)
  if (compared.continuum !== null) stack.continua.push(compared.continuum)
  stack.leftOut.push(...compared.leftOut)
  stack.codebooks.push(...units.codebooks(passes))
  for (const code of units.mappedCodes(passes)) stack.mapped.add(code)
  for (const merge of units.merges(passes)) stack.merged.add(merge)
}
