import { useTranslation } from 'react-i18next'
import type { TranscriptImport } from '../../../app/contract/transcripts.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'

type Imported = TranscriptImport['imported'][number]

interface TranscriptImportReportProps {
  readonly report: TranscriptImport
  readonly onClose: () => void
  readonly onAgain: () => void
}

/** What an import of transcripts made of each file. */
export function TranscriptImportReport({ report, onClose, onAgain }: TranscriptImportReportProps) {
  const { t } = useTranslation('transcripts')
  const format = useFormat()
  const { imported } = report
  const [only] = imported
  const columns: readonly Column<Imported>[] = [
    { id: 'name', title: t('columns.name'), isRowHeader: true, renderCell: ({ name }) => name },
    { id: 'turns', title: t('columns.turns'), align: 'end', renderCell: ({ turns }) => format.number(turns) },
    { id: 'words', title: t('columns.words'), align: 'end', renderCell: ({ words }) => format.number(words) },
    {
      id: 'language',
      title: t('columns.language'),
      renderCell: ({ language }) => (language === null ? t('unknown') : format.languageName(language)),
    },
    { id: 'encoding', title: t('columns.encoding'), renderCell: ({ encoding }) => encoding },
    { id: 'speakers', title: t('columns.speakers'), renderCell: ({ speakers }) => format.list(speakers) },
    {
      id: 'unlabelled',
      title: t('columns.unlabelled'),
      align: 'end',
      renderCell: ({ unlabelled }) => format.number(unlabelled),
    },
  ]
  const open = ({ id }: Imported) => {
    onClose()
    navigate('coding', id)
  }
  return (
    <Dialog
      title={t('report.title', { count: imported.length })}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onAgain}>{t('report.again')}</Button>
          {imported.length === 1 && only !== undefined ? (
            <Button variant="primary" onPress={() => open(only)}>
              {t('report.code', { name: only.name })}
            </Button>
          ) : (
            <Button variant="primary" onPress={onClose}>
              {t('report.done')}
            </Button>
          )}
        </>
      }
    >
      <Table
        label={t('report.title', { count: imported.length })}
        rows={imported}
        rowKey={({ id }) => id}
        columns={columns}
        isCompact
      />
      {imported.some(({ unlabelled }) => unlabelled > 0) && <p className="muted">{t('report.kept')}</p>}
    </Dialog>
  )
}
