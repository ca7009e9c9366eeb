import { z } from 'zod'
import { compareCoders } from '../domain/agreement/comparison.ts'
import type { UnitPair } from '../domain/agreement/figures.ts'
import { figureRow, HARMONISED_FIGURES, type HarmonisedRow } from './contract/harmonising.ts'
import type { HarmonisedRound, ReaderPair } from './harmonised-round.ts'

/**
 * The agreement of every two coders of the round, by turn: over all transcripts that both coded, then on each. With
 * `isMapped` codes that count as one are one.
 */
export function figuresOf(round: HarmonisedRound, isMapped: boolean): HarmonisedRow[] {
  const coders = round.readers.filter((reader) => reader.round.id === round.round.id)
  return round.pairs(coders).flatMap((pair) => {
    const parts = pair.transcripts.map((transcript) => ({
      name: transcript.name,
      units: round.units(pair, transcript, isMapped),
    }))
    const all = rowOf(
      pair,
      null,
      parts.length,
      parts.flatMap(({ units }) => units),
    )
    return [all, ...parts.map(({ name, units }) => rowOf(pair, name, 1, units))]
  })
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
