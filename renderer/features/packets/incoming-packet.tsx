import { useTranslation } from 'react-i18next'
import type { IncomingPacket, PacketChange } from '../../../app/contract/packets.ts'
import { Table } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'

const KINDS = ['codings', 'screenings', 'quotes', 'memos'] as const
const COLUMNS = ['added', 'changed', 'removed', 'same', 'leftOut'] as const

/** What one packet brings: how many rows of each kind, and what becomes of its codes. */
export function IncomingPacketDetail({ packet }: { readonly packet: IncomingPacket }) {
  const { t } = useTranslation('packets')
  const format = useFormat()
  const { coder, isOlder, newCodes, returningCodes, mergedCodes, clashes, renamed, proposals } = packet
  if (isOlder) {
    return (
      <section className="stack packets-incoming">
        <h3>{coder}</h3>
        <p>{t('merge.older', { name: coder })}</p>
      </section>
    )
  }
  const rows = KINDS.map((kind): { readonly kind: (typeof KINDS)[number] } & PacketChange => ({
    kind,
    ...packet[kind],
  }))
  const hasLeftOut = rows.some(({ leftOut }) => leftOut > 0)
  // Those that came under one name stand together, however many names clash.
  const names = [...clashes, ...renamed].toSorted((a, b) => a.name.localeCompare(b.name) || a.as.localeCompare(b.as))
  return (
    <section className="stack packets-incoming">
      <h3>{coder}</h3>
      <Table
        label={coder}
        isCompact
        rows={rows}
        rowKey={({ kind }) => kind}
        columns={[
          {
            id: 'kind',
            title: t('merge.columns.kind'),
            renderCell: ({ kind }) => t(`merge.kinds.${kind}`),
            isRowHeader: true,
          },
          ...COLUMNS.filter((column) => column !== 'leftOut' || hasLeftOut).map((column) => ({
            id: column,
            title: t(`merge.columns.${column}`),
            align: 'end' as const,
            renderCell: (row: PacketChange) => format.number(row[column]),
          })),
        ]}
      />
      {hasLeftOut && <p className="small">{t('merge.leftOut')}</p>}
      <Listed title={t('merge.newCodes', { count: newCodes.length })} lines={newCodes} />
      <Listed title={t('merge.returning')} lines={returningCodes} />
      <Listed title={t('merge.mergers')} lines={mergedCodes.map((one) => t('merge.becomes', one))} />
      <Listed title={t('merge.clashes')} lines={names.map((one) => t('merge.becomes', one))} />
      <Listed
        title={t('merge.proposals')}
        lines={proposals.flatMap(({ code, fields }) =>
          fields.map(({ field, here, theirs }) =>
            t('merge.proposal', { code, field: t(`merge.fields.${field}`), here, theirs }),
          ),
        )}
      />
    </section>
  )
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div className="stack-tight">
      <h4 className="field-label">{title}</h4>
      <ul className="packets-codes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
