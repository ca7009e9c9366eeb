import { codebookOf, PATH_SEPARATOR, pathOf, type Code } from '../../../../domain/codebook/codebook.ts'
import { itemsByUnit, type Coder, type Coding, type Round } from '../../../../domain/coding.ts'
import type { CodeId, CoderId, RoundId } from '../../../../domain/ids.ts'
import type { Turn } from '../../../../domain/transcript.ts'
import { assignLanes } from './lanes.ts'

/** A coding with all that is shown of it. */
export interface Mark extends Coding {
  /** The code's name; its path where another code has the same name. */
  readonly label: string
  readonly path: string
  readonly colour: number
  readonly lane: number
  /** Whether the person at work made it in the round they work in: only such a one do they take away here. */
  readonly isOwn: boolean
  readonly coder: string
  readonly initials: string
  readonly round: string
}

export interface Marks {
  /** The marks that overlap each stretch, in order of lane; the same array as before where nothing changed. */
  readonly byStretch: readonly (readonly Mark[])[]
  readonly lanes: number
  readonly codedTurns: number
}

export interface MarkContext {
  readonly codes: readonly Code[]
  readonly coders: readonly Coder[]
  readonly rounds: readonly Round[]
  readonly coderId: CoderId | null
  readonly roundId: RoundId | null
}

/** The codings as marks, stretch by stretch. A coding whose code is gone is left out. */
export function marksOf(
  stretches: readonly Turn[],
  codings: readonly Coding[],
  context: MarkContext,
  before: Marks | null = null,
): Marks {
  const { codes, coders, rounds, coderId, roundId } = context
  const codebook = codebookOf(codes)
  const labels = labelsOf(codes)
  const coderNames = new Map(coders.map((coder) => [coder.id, coder.name]))
  const roundNames = new Map(rounds.map((round) => [round.id, round.name]))
  const paths = new Map(codes.map(({ id }) => [id, pathOf(codebook, id).join(PATH_SEPARATOR)]))
  const initials = new Map(coders.map((coder) => [coder.id, initialsOf(coder.name)]))
  const known = codings.filter((coding) => codebook.has(coding.codeId))
  const indexed = itemsByUnit(
    stretches,
    known.map(({ start, end, codeId, coderId, roundId }, index) => ({
      start,
      end,
      index,
      key: `${codeId} ${coderId} ${roundId}`,
      first: -1,
      last: -1,
    })),
  )
  const occupants: { readonly index: number; readonly key: string; readonly first: number; readonly last: number }[] =
    []
  indexed.forEach((items, stretch) => {
    for (const item of items) {
      if (item.first === -1) {
        item.first = stretch
        occupants.push(item)
      }
      item.last = stretch
    }
  })
  const lanes = known.map(() => 0)
  assignLanes(occupants).forEach((lane, at) => {
    lanes[occupants[at]?.index ?? -1] = lane
  })
  const marks = known.map((coding, index): Mark => {
    const code = codebook.get(coding.codeId)
    const coder = coderNames.get(coding.coderId) ?? ''
    return {
      ...coding,
      label: labels.get(coding.codeId) ?? '',
      path: paths.get(coding.codeId) ?? '',
      colour: code?.colour ?? 0,
      lane: lanes[index] ?? 0,
      isOwn: coding.coderId === coderId && coding.roundId === roundId,
      coder,
      initials: initials.get(coding.coderId) ?? '',
      round: roundNames.get(coding.roundId) ?? '',
    }
  })
  const byStretch = indexed.map((items, stretch) => {
    if (items.length === 0) return NO_MARKS
    const now = items.flatMap(({ index }) => marks[index] ?? []).sort((a, b) => a.lane - b.lane || a.start - b.start)
    const last = before?.byStretch[stretch]
    return last !== undefined && isSame(last, now) ? last : now
  })
  return {
    byStretch,
    lanes: Math.max(0, ...lanes.map((lane) => lane + 1)),
    codedTurns: new Set(stretches.filter((_, index) => byStretch[index] !== NO_MARKS).map(({ number }) => number)).size,
  }
}

/** Builds marks again and again, keeping what did not change, so that only the rows that did are drawn again. */
export function createMarksBuilder(): (
  stretches: readonly Turn[],
  codings: readonly Coding[],
  context: MarkContext,
) => Marks {
  let last: Marks | null = null
  return (stretches, codings, context) => {
    last = marksOf(stretches, codings, context, last)
    return last
  }
}

/** What each code is called where it stands alone: its name, or its path where several codes have that name. */
export function labelsOf(codes: readonly Code[]): ReadonlyMap<CodeId, string> {
  const codebook = codebookOf(codes)
  const sameName = Map.groupBy(codes, (code) => code.name)
  return new Map(
    codes.map(({ id, name }) => {
      const isOnly = sameName.get(name)?.length === 1
      return [id, isOnly ? name : pathOf(codebook, id).join(PATH_SEPARATOR)]
    }),
  )
}

const NO_MARKS: readonly Mark[] = []

/** One or two letters for a name: `Maya Lind` is ML, `C1` is C1. */
export function initialsOf(name: string): string {
  const [first = '', second] = name.split(/[\s-]+/).filter((part) => part !== '')
  const letters = second === undefined ? Array.from(first).slice(0, 2) : [initial(first), initial(second)]
  return letters.join('').toLocaleUpperCase()
}

function initial(name: string): string {
  return Array.from(name)[0] ?? ''
}

function isSame(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => looksAlike(mark, b[index]))
}

function looksAlike(a: Mark, b: Mark | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.start === b.start &&
    a.end === b.end &&
    a.path === b.path &&
    a.label === b.label &&
    a.colour === b.colour &&
    a.lane === b.lane &&
    a.isOwn === b.isOwn &&
    a.coder === b.coder &&
    a.round === b.round
  )
}
