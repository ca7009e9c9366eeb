import { useTranslation } from 'react-i18next'
import type { MismatchImport } from '../../../app/contract/catalog.ts'
import { remarkIn } from '../../../domain/remarks.ts'
import { Table } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'

/** What importing a mismatch workbook gave: every sheet, every code made, everything left alone. */
export function MismatchReport({ report }: { readonly report: MismatchImport }) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  const language = useLanguage()
  const { sheets, mismatches, instances, createdCodes, skipped } = report
  return (
    <>
      <p>
        {t('import.doneMismatches', {
          mismatches: t('mismatches', { count: mismatches }),
          instances: t('instances', { count: instances }),
        })}
      </p>
      <Names
        title={
          createdCodes.length === 0 ? t('import.createdNone') : t('import.created', { count: createdCodes.length })
        }
        names={createdCodes}
      />
      <Names
        title={skipped.length === 0 ? t('import.skippedNone') : t('import.skipped', { count: skipped.length })}
        names={skipped.map((remark) => remarkIn(remark, language))}
      />
      <Table
        label={t('import.sheets')}
        isCompact
        rows={sheets}
        rowKey={({ sheet }) => sheet}
        columns={[
          { id: 'sheet', title: t('import.sheet'), isRowHeader: true, renderCell: ({ sheet }) => sheet },
          {
            id: 'mismatches',
            title: t('import.mismatchCount'),
            align: 'end',
            renderCell: (sheet) => format.number(sheet.mismatches),
          },
          {
            id: 'instances',
            title: t('import.instanceCount'),
            align: 'end',
            renderCell: (sheet) => format.number(sheet.instances),
          },
        ]}
      />
    </>
  )
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return (
    <section className="stack-tight">
      <h3>{title}</h3>
      {names.length > 0 && (
        <ul className="catalog-names">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
