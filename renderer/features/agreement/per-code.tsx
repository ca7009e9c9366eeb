import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement, Comparison } from '../../../app/contract/agreement.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'
import { Passages, type Shown } from './passages.tsx'
import { sideNames } from './rows.ts'
import { TwoByTwo } from './two-by-two.tsx'

type CodeRow = Comparison['perCode'][number]

interface PerCodeProps {
  readonly agreement: Agreement
  readonly comparison: Comparison
}

/** The codes that at least one of the two used; beside them the 2×2 table of the chosen one, with the passages behind it. */
export function PerCode({ agreement, comparison }: PerCodeProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const { perCode } = comparison
  const names = sideNames(comparison)
  const [chosen, setChosen] = useState<string | null>(null)
  const [passages, setPassages] = useState<Shown | null>(null)
  const shown = perCode.find(({ code }) => code === chosen) ?? mostUsed(perCode)
  if (shown === undefined) return <p className="muted">{t('perCode.none')}</p>
  const choose = (code: string) => {
    setChosen(code)
    setPassages(null)
  }
  const count = (id: 'both' | 'onlyFirst' | 'onlySecond', title: string): Column<CodeRow> => ({
    id,
    title,
    align: 'end',
    renderCell: (row) => format.number(row[id]),
    compare: (a, b) => a[id] - b[id],
  })
  const coefficient = (
    id: 'kappa' | 'ac1' | 'alpha',
    title: string,
    reasonOf: (row: CodeRow) => string | null,
  ): Column<CodeRow> => ({
    id,
    title,
    align: 'end',
    renderCell: (row) => {
      const reason = reasonOf(row)
      return <Figure value={row[id]} format={format.decimal} reason={reason === null ? null : reasonText(t, reason)} />
    },
    compare: (a, b) => (a[id] ?? -Infinity) - (b[id] ?? -Infinity),
  })
  // Of screenings and instances the readings are forms, not passages with codes.
  const hasPassages = agreement.subject === 'codings'
  return (
    <div className="agreement-codes">
      <Table
        label={t('perCode.label')}
        isCompact
        rows={perCode}
        rowKey={({ code }) => code}
        initialSort={{ column: 'both', descending: true }}
        onOpen={({ code }) => choose(code)}
        columns={[
          {
            id: 'code',
            title: t('perCode.code'),
            isRowHeader: true,
            renderCell: ({ code }) => (
              <Button variant="link" isRowAction isPressed={code === shown.code} onPress={() => choose(code)}>
                {code}
              </Button>
            ),
            compare: (a, b) => a.code.localeCompare(b.code),
          },
          count('both', t('perCode.both')),
          count('onlyFirst', t('perCode.onlyFirst', { name: names[0] })),
          count('onlySecond', t('perCode.onlySecond', { name: names[1] })),
          coefficient('kappa', t('perCode.kappa'), ({ reason }) => reason),
          coefficient('ac1', t('perCode.ac1'), () => null),
          coefficient('alpha', t('perCode.alpha'), ({ alphaReason }) => alphaReason),
        ]}
      />
      <div className="agreement-aside" aria-live="polite">
        <TwoByTwo code={shown} names={names} {...(hasPassages && { onPassages: (cell: Shown) => setPassages(cell) })} />
        <p className="muted small">{hasPassages ? t('perCode.hint') : t('perCode.hintPlain')}</p>
      </div>
      {hasPassages && passages !== null && (
        <div className="agreement-behind">
          <h4>{t('passages.title', { code: shown.code })}</h4>
          <Passages
            key={shown.code}
            scope={{
              transcripts: comparison.transcripts,
              rounds: comparison.rounds.filter((name) => name !== null),
              coders: comparison.coders,
              names,
              unit: agreement.unit,
              harmonised: agreement.harmonised,
            }}
            code={shown.code}
            shown={passages}
            onShown={setPassages}
          />
        </div>
      )}
    </div>
  )
}

/** The code that most units carry with either coder: the table that says most. */
function mostUsed(perCode: readonly CodeRow[]): CodeRow | undefined {
  return [...perCode].sort((a, b) => b.both - a.both || a.neither - b.neither)[0]
}
