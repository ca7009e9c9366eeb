import { Download, FileX, FolderArchive, Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../app/contract.ts'
import type { ExportKind } from '../../../app/contract/exports.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { failureTitle } from '../../i18n/failure-sentence.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage, type Language } from '../../i18n/i18n.ts'
import { navigate, type Screen } from '../../navigation.ts'
import { announce, ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { download, zipOf } from '../../components/download.ts'
import { groupingInput, type ChosenGrouping } from './grouping.ts'

type Preview = Output<'exports.preview'>[number]

/** The screen on which what an export holds is made. */
const SOURCES: Readonly<Record<ExportKind, Screen>> = {
  descriptors: 'catalog',
  checklists: 'catalog',
  catalog: 'catalog',
  codebook: 'coding',
  survey: 'survey',
  agreement: 'agreement',
  codings: 'coding',
}

interface ExportFilesProps {
  readonly kind: ExportKind
  readonly language: Language
  readonly grouping: ChosenGrouping
  /** Which round's codings; null for every round. */
  readonly roundId: RoundId | null
}

/** What an export would write, file by file, and the buttons that download it: each file, or all in one archive. */
export function ExportFiles({ kind, language, grouping, roundId }: ExportFilesProps) {
  const { t } = useTranslation('export')
  const { t: common } = useTranslation()
  const spoken = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const takesGrouping = kind === 'survey' || kind === 'checklists'
  const input: Input<'exports.files'> = {
    kind,
    language,
    ...(takesGrouping && { grouping: groupingInput(grouping) }),
    ...(kind === 'codings' && roundId !== null && { round: roundId }),
    ...(coderId !== null && { coderId }),
  }
  const preview = useRead('exports.preview', input, { ownErrors: true })

  if (preview.state === 'failed') {
    const { title, rest } = failureTitle(preview.error, spoken)
    return (
      <EmptyState
        icon={<FileX aria-hidden />}
        title={title}
        actions={
          <Button variant="primary" onPress={() => navigate(SOURCES[kind])}>
            {common(`screens.${SOURCES[kind]}`)}
          </Button>
        }
      >
        {rest}
      </EmptyState>
    )
  }
  const files = preview.value
  if (files === null) return <p className="muted">{t('working')}</p>

  const take = async (name: string | null) => {
    const written = await ask('exports.files', input)
    const chosen = written?.filter((file) => name === null || file.name === name) ?? []
    const [only] = chosen
    if (only === undefined) return
    const whole = chosen.length === 1 ? only : { name: `${kind}.zip`, bytes: zipOf(chosen) }
    download(whole)
    announce(t('downloaded', { name: whole.name }))
  }
  return (
    <section className="stack" aria-label={t('files')}>
      {files.some(({ quotes }) => quotes) && (
        <p className="callout callout-warning export-warning">
          <Quote size={16} aria-hidden />
          <span className="grow">{t('warning')}</span>
        </p>
      )}
      <div className="row row-between">
        <h3>{t('files')}</h3>
        <Button
          variant="primary"
          icon={files.length === 1 ? <Download aria-hidden /> : <FolderArchive aria-hidden />}
          onPress={() => void take(null)}
        >
          {t('downloadAll', { count: files.length })}
        </Button>
      </div>
      <FileTable files={files} onDownload={(name) => void take(name)} />
    </section>
  )
}

interface FileTableProps {
  readonly files: readonly Preview[]
  readonly onDownload: (name: string) => void
}

function FileTable({ files, onDownload }: FileTableProps) {
  const { t } = useTranslation('export')
  const format = useFormat()
  const columns: readonly Column<Preview>[] = [
    { id: 'name', title: t('columns.name'), isRowHeader: true, renderCell: ({ name }) => name },
    { id: 'contains', title: t('columns.contains'), renderCell: ({ contains }) => contains },
    {
      id: 'quotes',
      title: t('columns.quotes'),
      renderCell: ({ quotes }) =>
        quotes ? (
          <span className="tag tag-warning">{t('quotes')}</span>
        ) : (
          <span className="muted">{t('noQuotes')}</span>
        ),
    },
    { id: 'size', title: t('columns.size'), align: 'end', renderCell: ({ bytes }) => format.bytes(bytes) },
    {
      id: 'download',
      title: t('columns.download'),
      hideTitle: true,
      align: 'end',
      renderCell: ({ name }) => (
        <span className="row-actions">
          <IconButton
            label={t('download', { name })}
            icon={<Download aria-hidden />}
            onPress={() => onDownload(name)}
          />
        </span>
      ),
    },
  ]
  return <Table label={t('files')} rows={files} rowKey={({ name }) => name} columns={columns} isCompact />
}
