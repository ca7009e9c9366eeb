import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HARMONISED_FIGURES, type HarmonisedFigure, type HarmonisedRow } from '../../../app/contract/harmonising.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { agreement } from '../../i18n/en/agreement.ts'
import { useFormat } from '../../i18n/format.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { Unfinished } from './unfinished.tsx'

/** Agreement of every two coders of the round, before its codes were harmonised and now. */
export function FiguresPanel({ roundId }: { readonly roundId: RoundId }) {
  const [attempt, setAttempt] = useState(1)
  return <Figures key={attempt} roundId={roundId} onAgain={() => setAttempt(attempt + 1)} />
}

function Figures({ roundId, onAgain }: { readonly roundId: RoundId; readonly onAgain: () => void }) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const [isOpen, setOpen] = useState(false)
  const { value, state } = useRead('harmonising.figures', { roundId, ...(coderId !== null && { coderId }) })
  if (state === 'failed') return <Unfinished onAgain={onAgain} />
  if (value === null) return <p className="harmonising-figures muted small">{t('figures.computing')}</p>
  const rows = value.after.filter(({ transcript }) => isOpen || transcript === null)
  return (
    <div className="harmonising-figures">
      <ScrollArea className="harmonising-table" label={t('figures.title')}>
        <table className="table table-compact" aria-label={t('figures.title')}>
          <thead>
            <tr>
              <th scope="col">{t('figures.coders')}</th>
              <th scope="col" className="cell-end">
                {t('figures.n')}
              </th>
              <th scope="col" className="cell-end">
                {t('figures.codes')}
              </th>
              {HARMONISED_FIGURES.map((name) => (
                <th key={name} scope="col" className="cell-end">
                  {t(`figures.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FiguresRow key={keyOf(row)} after={row} before={value.before.find((one) => keyOf(one) === keyOf(row))} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <div className="row row-between">
        <p className="small muted">
          {value.keptAt === null
            ? t('figures.notKept')
            : `${t('figures.kept', { at: format.dateTime(value.keptAt) })} ${t('figures.reportBoth')}`}
        </p>
        {value.after.length > 1 && (
          <Button variant="quiet" isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
            {t('figures.byTranscript')}
          </Button>
        )}
      </div>
    </div>
  )
}

function keyOf({ transcript, coders }: HarmonisedRow): string {
  return JSON.stringify([coders, transcript])
}

interface FiguresRowProps {
  readonly after: HarmonisedRow
  readonly before: HarmonisedRow | undefined
}

function FiguresRow({ after, before }: FiguresRowProps) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  const isWhole = after.transcript === null
  return (
    <tr>
      <th scope="row" className={isWhole ? undefined : 'harmonising-transcript'}>
        {isWhole ? (
          <>
            {format.list(after.coders)}{' '}
            <span className="muted small">{t('figures.transcripts', { count: after.transcripts })}</span>
          </>
        ) : (
          <>
            <span className="visually-hidden">{format.list(after.coders)}: </span>
            {after.transcript}
          </>
        )}
      </th>
      <td className="cell-end">
        {format.number(after.units)}
        {after.uncodedShare !== null && (
          <span className="muted small"> {t('figures.uncoded', { share: format.share(after.uncodedShare) })}</span>
        )}
      </td>
      <td className="cell-end">
        <Change before={before?.codes ?? null} after={after.codes} format={format.number} />
      </td>
      {HARMONISED_FIGURES.map((name) => (
        <td key={name} className="cell-end">
          <FigureChange name={name} after={after} before={before} />
        </td>
      ))}
    </tr>
  )
}

function FigureChange({ name, after, before }: FiguresRowProps & { readonly name: HarmonisedFigure }) {
  const format = useFormat()
  return (
    <Change
      before={before?.figures[name] ?? null}
      after={after.figures[name]}
      reason={after.reasons[name]}
      reasonBefore={before?.reasons[name]}
      format={(value) => format.decimal(value)}
    />
  )
}

interface ChangeProps {
  readonly before: number | null
  readonly after: number | null
  readonly format: (value: number) => string
  readonly reason?: string | undefined
  readonly reasonBefore?: string | undefined
}

/** A figure before and now; once where it is the same. */
function Change({ before, after, format, reason, reasonBefore }: ChangeProps) {
  const { t } = useTranslation('harmonising')
  const why = useReason()
  const now = <Figure value={after} format={format} reason={why(reason)} />
  if (before === after) return now
  return (
    <span className="harmonising-change">
      <span className="visually-hidden">{t('figures.before')} </span>
      <span className="muted">
        <Figure value={before} format={format} reason={why(reasonBefore)} />
      </span>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">, {t('figures.now')} </span>
      <strong>{now}</strong>
    </span>
  )
}

/** Why a figure is undefined, in the words of the Agreement screen; the contract carries the reason's key. */
function useReason(): (key: string | undefined) => string | null {
  const { t } = useTranslation('agreement')
  return (key) => {
    if (key === undefined) return null
    return Object.hasOwn(agreement.reasons, key) ? t(`reasons.${key}` as 'reasons.no-units') : key
  }
}
