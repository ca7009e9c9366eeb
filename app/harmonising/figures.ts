import { z } from 'zod'
import { compareCoders } from '../../domain/agreement/comparison.ts'
import type { UnitPair } from '../../domain/agreement/figures.ts'
import { figureRow, HARMONISED_FIGURES, type HarmonisedRow } from '../contract/harmonising.ts'
import type { HarmonisedRound, ReaderPair } from './harmonised-round.ts'
import type { Task } from '../task.ts'

/**
 * The agreement of every two coders of the round, by turn: over all transcripts that both coded, then on each. With
 * `isMapped` codes that count as one are one.
 */
export async function figuresOf(round: HarmonisedRound, isMapped: boolean, task: Task): Promise<HarmonisedRow[]> {
  const coders = round.readers.filter((reader) => reader.round.id === round.round.id)
  const pairs = round.pairs(coders)
  const total = pairs.reduce((sum, { transcripts }) => sum + transcripts.length + 1, 0)
  const rows: HarmonisedRow[] = []
  for (const pair of pairs) {
    const all: UnitPair[] = []
    const parts: HarmonisedRow[] = []
    for (const transcript of pair.transcripts) {
      await task.step({ done: rows.length + parts.length, total, what: transcript.name })
      const units = round.units(pair, transcript, isMapped)
      all.push(...units)
      parts.push(rowOf(pair, transcript.name, 1, units))
    }
    await task.step({ done: rows.length + parts.length, total, what: round.round.name })
    rows.push(rowOf(pair, null, parts.length, all), ...parts)
  }
  return rows
}

/** The figures as the study keeps them, from before the first decision that changed any. */
export function writtenFigures(rows: readonly HarmonisedRow[]): string {
  return JSON.stringify(rows)
}

export function readFigures(written: string): HarmonisedRow[] {
  return z.array(figureRow).parse(JSON.parse(written))
}

function rowOf(
  { first, second }: ReaderPair,
  transcript: string | null,
  transcripts: number,
  pairs: readonly UnitPair[],
): HarmonisedRow {
  const compared = compareCoders(pairs)
  const reasons: HarmonisedRow['reasons'] = {}
  for (const name of HARMONISED_FIGURES) {
    const figure = compared[name]
    if (figure.value === null) reasons[name] = figure.reason
  }
  const { kappaPooled, kappaMean, alphaJaccard, alphaMasi } = compared
  return {
    transcript,
    transcripts,
    coders: [first.coder, second.coder],
    units: compared.units,
    uncodedShare: compared.coded.uncodedShare,
    codes: compared.codes,
    figures: {
      kappaPooled: kappaPooled.value,
      kappaMean: kappaMean.value,
      alphaJaccard: alphaJaccard.value,
      alphaMasi: alphaMasi.value,
    },
    reasons,
  }
}
