import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../app/contract/agreement.ts'
import { Button } from '../../components/button.tsx'
import { Figure } from '../../components/figure.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'
import { TwoByTwo } from './two-by-two.tsx'

type CodeRow = Comparison['perCode'][number]

/** The codes that at least one of the two used, and the 2×2 table of the chosen one beside them. */
export function PerCode({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const { perCode, coders } = comparison
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = perCode.find(({ code }) => code === chosen) ?? mostUsed(perCode)
  if (shown === undefined) return <p className="muted">{t('perCode.none')}</p>
  const count = (id: 'both' | 'onlyFirst' | 'onlySecond' | 'neither', title: string): Column<CodeRow> => ({
    id,
    title,
    align: 'end',
    renderCell: (row) => format.number(row[id]),
    compare: (a, b) => a[id] - b[id],
  })
  return (
    <div className="agreement-codes">
      <Table
        label={t('perCode.label')}
        isCompact
        rows={perCode}
        rowKey={({ code }) => code}
        initialSort={{ column: 'both', descending: true }}
        onOpen={({ code }) => setChosen(code)}
        columns={[
          {
            id: 'code',
            title: t('perCode.code'),
            isRowHeader: true,
            renderCell: ({ code }) => (
              <Button variant="link" isRowAction isPressed={code === shown.code} onPress={() => setChosen(code)}>
                {code}
              </Button>
            ),
            compare: (a, b) => a.code.localeCompare(b.code),
          },
          count('both', t('perCode.both')),
          count('onlyFirst', t('perCode.onlyFirst', { name: coders[0] })),
          count('onlySecond', t('perCode.onlySecond', { name: coders[1] })),
          count('neither', t('perCode.neither')),
          {
            id: 'kappa',
            title: t('perCode.kappa'),
            align: 'end',
            renderCell: ({ kappa, reason }) => (
              <Figure value={kappa} format={format.decimal} reason={reason === null ? null : reasonText(t, reason)} />
            ),
            compare: (a, b) => (a.kappa ?? -Infinity) - (b.kappa ?? -Infinity),
          },
        ]}
      />
      <div className="agreement-aside" aria-live="polite">
        <TwoByTwo code={shown} coders={coders} />
        <p className="muted small">{t('perCode.hint')}</p>
      </div>
    </div>
  )
}

/** The code that most units carry with either coder: the table that says most. */
function mostUsed(perCode: readonly CodeRow[]): CodeRow | undefined {
  return [...perCode].sort((a, b) => b.both - a.both || a.neither - b.neither)[0]
}
