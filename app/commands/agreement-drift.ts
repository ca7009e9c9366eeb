import { costPerCode, codesHolding, type CodeDifference } from '../../domain/agreement/code-cost.ts'
import {
  DRIFT_FIGURES,
  driftPerCode,
  seriesOverRounds,
  type DriftFigure,
  type RoundSeries,
} from '../../domain/agreement/drift.ts'
import type { Agreement } from '../contract/agreement.ts'
import { figureText } from './figures.ts'
import { fold, tableOf } from './table.ts'

const NAMES: Readonly<Record<DriftFigure, string>> = {
  kappa: 'Cohen’s kappa',
  ac1: 'Gwet’s AC1',
  fleiss: 'Fleiss’ kappa',
  alpha: 'alpha',
}

/** Whoever went through two rounds or more, where rounds are what was compared. */
function seriesIn(result: Agreement): readonly RoundSeries[] {
  if (result.scope !== 'round' || result.between !== 'coders' || result.subject !== 'codings') return []
  return seriesOverRounds(result).filter(({ rounds }) => rounds.length > 1)
}

/** The part of the document of `--json` on each code over rounds; empty unless rounds are compared. */
export function printedDrift(result: Agreement) {
  return seriesIn(result).map(({ kind, coders, rounds }) => ({
    kind,
    coders,
    rounds: rounds.map(({ round, coders: ofRound, units }) => ({ round, coders: ofRound, units })),
    figures: DRIFT_FIGURES[kind].map((figure) => ({ figure, codes: driftPerCode(rounds, figure) })),
  }))
}

/** Each code over rounds, a table for each coefficient; nothing unless rounds are compared. */
export function driftTexts(result: Agreement, width: number): readonly string[] {
  return seriesIn(result).flatMap(({ kind, coders, rounds }) =>
    DRIFT_FIGURES[kind].map((figure) => {
      const who = kind === 'pair' ? coders.join(' and ') : `${coders.join(', ')} together`
      const table = tableOf(
        [
          { title: 'code', wrap: true },
          ...rounds.map(({ round, units }) => ({ title: `${round}, n = ${units}`, wrap: true }) as const),
          { title: 'change', align: 'right' },
        ],
        driftPerCode(rounds, figure).map(({ code, points, change }) => [
          code,
          ...points.map(
            ({ value, reason, used }) => `${figureText(value, reason)}${used > 0 ? ` (${used} used)` : ''}`,
          ),
          change === null ? '' : `${change > 0 ? '+' : ''}${figureText(change, null)}`,
        ]),
        width,
      )
      return [...fold(`Over rounds, ${NAMES[figure]}: ${who}`, width), '', table].join('\n')
    }),
  )
}

/** The codes that hold half of all disagreement, the costliest first; nothing where nobody differs. */
export function costLines(codes: readonly CodeDifference[], width: number): readonly string[] {
  const costs = costPerCode(codes)
  if (costs.length === 0) return []
  const named = costs.slice(0, codesHolding(costs, 0.5)).map(({ code }) => code)
  return ['', ...fold(`Definitions to rewrite next (half of all disagreement): ${named.join('; ')}.`, width)]
}
