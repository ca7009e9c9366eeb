import type { Agreement } from '../../../app/contract/agreement.ts'
import { LEFT_OUT } from '../../../domain/agreement/figures.ts'
import type { MethodFacts } from '../../../domain/agreement/method-sentence.ts'
import type { FigureRow } from './rows.ts'

/** What the method section has to say of a comparison. What was left out is added up over the coders. */
export function methodFacts(
  {
    between,
    subject,
    unit,
    share,
    seed,
    resamples,
    harmonised,
  }: Pick<Agreement, 'between' | 'subject' | 'unit' | 'share' | 'seed' | 'resamples' | 'harmonised'>,
  row: FigureRow,
): MethodFacts {
  const rounds = row.kind === 'pair' ? row.of.rounds : ([row.round, row.round] as const)
  return {
    design:
      between === 'rounds'
        ? { kind: 'rounds', rounds: [rounds[0] ?? '', rounds[1] ?? ''] }
        : { kind: 'coders', coders: row.coders.length },
    subject,
    unit,
    share,
    transcripts: row.transcripts.length,
    units: row.units,
    codes: row.of.codes,
    uncodedShare: row.uncodedShare,
    codebookVersion: row.of.codebook.version,
    mappedCodes: row.of.mappedCodes,
    mergedCodes: row.of.mergedCodes,
    harmonised,
    figures: Object.fromEntries(
      row.cells.map(({ name, value, reason, n, interval }) => [name, { value, reason, n, interval }]),
    ),
    seed,
    resamples,
    leftOut: LEFT_OUT.flatMap((reason) => {
      const count = row.of.leftOut.filter((one) => one.reason === reason).reduce((sum, one) => sum + one.count, 0)
      return count === 0 ? [] : [{ reason, count }]
    }),
  }
}
