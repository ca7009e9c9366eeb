import { useTranslation } from 'react-i18next'
import type { GroupComparison } from '../../../app/contract/agreement.ts'
import { Figure } from '../../components/figure.tsx'
import { Table } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'

/** The codes that all coders together used, each with the coefficients of more than two. */
export function GroupCodes({ group }: { readonly group: GroupComparison }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  if (group.perCode.length === 0) return <p className="muted">{t('perCode.none')}</p>
  const why = (reason: string | null) => (reason === null ? null : reasonText(t, reason))
  return (
    <Table
      label={t('perCode.label')}
      isCompact
      rows={group.perCode}
      rowKey={({ code }) => code}
      initialSort={{ column: 'present', descending: true }}
      columns={[
        {
          id: 'code',
          title: t('perCode.code'),
          isRowHeader: true,
          renderCell: ({ code }) => code,
          compare: (a, b) => a.code.localeCompare(b.code),
        },
        {
          id: 'present',
          title: t('perCode.present'),
          align: 'end',
          renderCell: ({ present }) => format.number(present),
          compare: (a, b) => a.present - b.present,
        },
        {
          id: 'absent',
          title: t('perCode.absent'),
          align: 'end',
          renderCell: ({ absent }) => format.number(absent),
          compare: (a, b) => a.absent - b.absent,
        },
        {
          id: 'fleiss',
          title: t('perCode.fleiss'),
          align: 'end',
          renderCell: ({ fleiss, fleissReason }) => (
            <Figure value={fleiss} format={format.decimal} reason={why(fleissReason)} />
          ),
          compare: (a, b) => (a.fleiss ?? -Infinity) - (b.fleiss ?? -Infinity),
        },
        {
          id: 'alpha',
          title: t('perCode.alpha'),
          align: 'end',
          renderCell: ({ alpha, alphaReason }) => (
            <Figure value={alpha} format={format.decimal} reason={why(alphaReason)} />
          ),
          compare: (a, b) => (a.alpha ?? -Infinity) - (b.alpha ?? -Infinity),
        },
      ]}
    />
  )
}
