import { Camera } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import type { FrozenComparison, Snapshot } from '../../../app/contract/snapshots.ts'
import type { Agreement } from '../../../app/contract/agreement.ts'
import { SUBJECTS, type Subject } from '../../../domain/agreement/subject.ts'
import { UNITS } from '../../../domain/agreement/units.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Figure } from '../../components/figure.tsx'
import { Select } from '../../components/select.tsx'
import { Table } from '../../components/table.tsx'
import { useFormat, type Format } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { Answer } from './answer.tsx'
import { reasonText } from './figure-names.ts'
import { rowsOf, SHOWN_FIGURES, type FigureCell, type FigureRow } from './rows.ts'

/** The agreement of each round as it was frozen when its moderation began, beside what the same codings give now. */
export function SnapshotsPane() {
  const { t } = useTranslation('agreement')
  const { value: snapshots } = useRead('snapshots.list', {})
  if (snapshots === null) return null
  if (snapshots.length === 0) {
    return (
      <EmptyState
        icon={<Camera aria-hidden />}
        title={t('snapshots.none')}
        actions={
          <Button variant="primary" onPress={() => navigate('review')}>
            {t('snapshots.toReview')}
          </Button>
        }
      >
        {t('snapshots.noneAdvice')}
      </EmptyState>
    )
  }
  return (
    <div className="stack agreement">
      {[...snapshots].reverse().map((snapshot) => (
        <SnapshotSection key={snapshot.id} snapshot={snapshot} />
      ))}
    </div>
  )
}

function SnapshotSection({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const { round, takenAt, takenBy, codebookVersion, isSameCodebook, comparisons } = snapshot
  const when = format.dateTime(takenAt)
  const subjects = SUBJECTS.filter((subject) => comparisons.some((one) => one.subject === subject))
  const unit = UNITS.find((known) => known === snapshot.unit)
  return (
    <section className="section" aria-labelledby={`snapshot-${snapshot.id}`}>
      <div className="stack-tight">
        <h2 id={`snapshot-${snapshot.id}`}>{round}</h2>
        <p className="muted">
          {takenBy === null
            ? t('snapshots.takenByNobody', { when, round })
            : t('snapshots.taken', { when, round, who: takenBy })}{' '}
          {t('snapshots.basis', {
            unit: unit === undefined ? snapshot.unit : t(`units.${unit}`),
            seed: snapshot.seed,
            resamples: format.number(snapshot.resamples),
          })}{' '}
          {t('snapshots.names')} {codebookVersion !== null && `${t('snapshots.version', { name: codebookVersion })} `}
          {isSameCodebook ? t('snapshots.same') : t('snapshots.changed')}
        </p>
      </div>
      {subjects.map((subject) => (
        <BeforeAndAfter key={subject} snapshot={snapshot} subject={subject} />
      ))}
    </section>
  )
}

interface BeforeAndAfterProps {
  readonly snapshot: Snapshot
  readonly subject: Subject
}

/** The frozen figures of a round, and the same computed anew: in the same unit, with the same seed. */
function BeforeAndAfter({ snapshot, subject }: BeforeAndAfterProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const unit = UNITS.find((known) => known === snapshot.unit)
  const { value: decided } = useRead('snapshots.after', subject === 'codings' ? { roundId: snapshot.roundId } : null)
  const frozen = snapshot.comparisons.filter((one) => one.subject === subject)
  const isOfAll = frozen.some(({ transcript }) => transcript === null)
  // All together first, since that is what a round of three coders is told by. Older snapshots name a round's only transcript.
  const whole = frozen
    .filter(({ transcript }) => transcript === null || !isOfAll)
    .sort((one, other) => other.coders.length - one.coders.length)
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = whole.find(({ coders }) => coders.join('/') === chosen) ?? whole[0]
  return (
    <div className="stack">
      <h3>{t(`subjects.${subject}`)}</h3>
      {whole.length > 1 && shown !== undefined && (
        <div className="agreement-method-choices">
          <Select
            label={t('question.coders')}
            value={shown.coders.join('/')}
            options={whole.map(({ coders }) => ({ id: coders.join('/'), label: format.list(coders) }))}
            onChange={setChosen}
          />
        </div>
      )}
      <Answer
        input={{
          rounds: [snapshot.round],
          subject,
          scope: 'round',
          group: true,
          seed: snapshot.seed,
          resamples: snapshot.resamples,
          unit: subject === 'codings' ? (unit ?? 'turn') : 'segment',
          ...(snapshot.share !== null && { share: snapshot.share }),
          ...(coderId !== null && { coderId }),
        }}
      >
        {(agreement) =>
          shown !== undefined && (
            <FigurePairs
              round={snapshot.round}
              frozen={shown}
              now={rowNow(agreement, shown)}
              decided={subject === 'codings' ? decidedOf(decided, shown) : undefined}
            />
          )
        }
      </Answer>
      <ByTranscript frozen={frozen.filter(({ transcript }) => transcript !== null)} />
    </div>
  )
}

/** The same coders of the same round as they stand now; undefined where they are no longer compared. */
function rowNow(agreement: Agreement, frozen: FrozenComparison): FigureRow | undefined {
  const key = JSON.stringify(frozen.coders)
  return rowsOf(agreement, frozen.coders.length > 2).find(({ coders }) => JSON.stringify(coders) === key)
}

/** The figures of the same coders with what was decided; two may stand the other way round, and all together are one group. */
function decidedOf(
  decided: Output<'snapshots.after'> | null,
  { coders }: FrozenComparison,
): readonly DecidedFigure[] | undefined {
  const isSame = (others: readonly string[]) =>
    coders.length > 2
      ? others.length > 2
      : others.length === coders.length && others.every((name) => coders.includes(name))
  return decided?.find((one) => isSame(one.coders))?.figures
}

type DecidedFigure = Output<'snapshots.after'>[number]['figures'][number]

interface PairedFigure {
  readonly name: FigureCell['name']
  readonly before: FrozenComparison['figures'][number] | undefined
  /** Undefined where nothing was reviewed, and of figures that need no units. */
  readonly after: DecidedFigure | undefined
  readonly now: FigureCell
}

interface FigurePairsProps {
  readonly round: string
  readonly frozen: FrozenComparison
  readonly now: FigureRow | undefined
  readonly decided: readonly DecidedFigure[] | undefined
}

function FigurePairs({ round, frozen, now, decided }: FigurePairsProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  if (now === undefined) {
    return (
      <>
        <p className="callout">
          {format.list(frozen.coders)}: {t('snapshots.noLonger')}
        </p>
        <ByTranscript frozen={[frozen]} />
      </>
    )
  }
  const rows = now.cells.map((cell): PairedFigure => {
    const isSame = ({ name }: { readonly name: string }) => name === cell.name
    return { name: cell.name, before: frozen.figures.find(isSame), after: decided?.find(isSame), now: cell }
  })
  const isUnchanged = rows.every(({ before, now: one }) => before !== undefined && before.value === one.value)
  return (
    <div className="stack-tight">
      {decided !== undefined && <p className="muted small">{t('snapshots.byConstruction')}</p>}
      {decided !== undefined && now.of.mappedCodes > 0 && (
        <p className="muted small">{t('snapshots.mapped', { count: now.of.mappedCodes })}</p>
      )}
      {isUnchanged && <p className="muted small">{t('snapshots.unchanged')}</p>}
      <Table
        label={t('snapshots.label', { round, coders: format.list(frozen.coders) })}
        isCompact
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            id: 'figure',
            title: t('snapshots.figure'),
            isRowHeader: true,
            renderCell: ({ name }) => <span className="agreement-code-name">{t(`figures.${name}.name`)}</span>,
          },
          {
            id: 'before',
            title: t('snapshots.before'),
            note: t('snapshots.beforeNote'),
            align: 'end',
            renderCell: ({ before }) => before !== undefined && <Told {...before} format={format} />,
          },
          ...(decided === undefined
            ? []
            : [
                {
                  id: 'after',
                  title: t('snapshots.after'),
                  note: t(now.of.mappedCodes > 0 ? 'snapshots.afterNoteHarmonised' : 'snapshots.afterNote'),
                  align: 'end' as const,
                  renderCell: ({ after }: PairedFigure) =>
                    after === undefined ? (
                      <Figure value={null} format={format.decimal} reason={t('snapshots.notComputed')} />
                    ) : (
                      <Told {...after} format={format} />
                    ),
                },
              ]),
          {
            id: 'now',
            title: t('snapshots.now'),
            note: t('snapshots.nowNote'),
            align: 'end',
            renderCell: ({ now: one }) => <Told {...one} format={format} />,
          },
        ]}
      />
    </div>
  )
}

interface ToldProps {
  readonly value: number | null
  readonly reason: string | null
  readonly n: number
  readonly interval: readonly [low: number, high: number] | null
  readonly format: Format
}

/** A figure with its interval and n; a dash with its reason. */
function Told({ value, reason, n, interval, format }: ToldProps) {
  const { t } = useTranslation('agreement')
  const { t: common } = useTranslation()
  return (
    <span className="agreement-figure">
      <Figure value={value} format={format.decimal} reason={reason === null ? null : reasonText(t, reason)} />
      <span className="agreement-under">
        {interval !== null &&
          `${t('table.interval', { low: format.decimal(interval[0], 2), high: format.decimal(interval[1], 2) })} · `}
        {common('figures.n', { n: format.number(n) })}
      </span>
    </span>
  )
}

/** The frozen figures of each transcript, for whoever wants them: closed until asked for. */
function ByTranscript({ frozen }: { readonly frozen: readonly FrozenComparison[] }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  if (frozen.length === 0) return null
  const names = SHOWN_FIGURES.pair
  return (
    <details className="agreement-details">
      <summary>{t('snapshots.byTranscript')}</summary>
      <Table
        label={t('snapshots.byTranscript')}
        isCompact
        rows={frozen.filter(({ coders }) => coders.length === 2)}
        rowKey={({ transcript, coders }) => `${transcript ?? ''} ${coders.join(' ')}`}
        columns={[
          {
            id: 'transcript',
            title: t('table.transcript'),
            isRowHeader: true,
            renderCell: ({ transcript, coders }) => (
              <>
                {transcript ?? ''}
                <span className="agreement-under">{format.list(coders)}</span>
              </>
            ),
          },
          {
            id: 'units',
            title: t('table.units'),
            align: 'end',
            renderCell: ({ units }) => format.number(units),
          },
          ...names.map((name) => ({
            id: name,
            title: t(`figures.${name}.short`),
            align: 'end' as const,
            renderCell: ({ figures }: FrozenComparison) => {
              const figure = figures.find((one) => one.name === name)
              return figure === undefined ? null : <Told {...figure} format={format} />
            },
          })),
        ]}
      />
    </details>
  )
}
