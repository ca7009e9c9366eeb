import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../app/contract/agreement.ts'
import { Table } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'

/** The turns whose codes are not compared, in full. */
export function UnalignedTurns({ turns }: { readonly turns: Comparison['unaligned'] }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  if (turns.length === 0) return <p className="muted">{t('unaligned.none')}</p>
  return (
    <section className="section" aria-labelledby="agreement-unaligned">
      <h3 id="agreement-unaligned">{t('unaligned.title', { count: turns.length })}</h3>
      <p className="muted">{t('unaligned.note')}</p>
      <Table
        label={t('unaligned.label')}
        rows={turns}
        rowKey={({ coder, number }) => `${coder} ${number}`}
        columns={[
          {
            id: 'turn',
            title: t('unaligned.turn'),
            align: 'end',
            isRowHeader: true,
            renderCell: ({ number }) => format.number(number),
          },
          { id: 'coder', title: t('unaligned.coder'), renderCell: ({ coder }) => coder },
          { id: 'speaker', title: t('unaligned.speaker'), renderCell: ({ speaker }) => speaker ?? '—' },
          {
            id: 'text',
            title: t('unaligned.text'),
            renderCell: ({ text }) => <span className="reading agreement-words">{text}</span>,
          },
          {
            id: 'codes',
            title: t('unaligned.codes'),
            renderCell: ({ codes }) =>
              codes.length === 0 ? (
                <span className="muted">{t('unaligned.noCodes')}</span>
              ) : (
                <ul className="agreement-chips">
                  {codes.map((code) => (
                    <li key={code} className="tag">
                      {code}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </section>
  )
}
