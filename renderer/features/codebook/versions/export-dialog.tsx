import { Download, FolderArchive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../app/contract.ts'
import type { ListedVersion } from '../../../../app/contract/versions.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { download, zipOf } from '../../../components/download.ts'
import { Table, type Column } from '../../../components/table.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { announce } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'

type File = Output<'versions.export'>[number]

interface ExportDialogProps {
  /** Null: the codebook as it is now. */
  readonly version: ListedVersion | null
  readonly onClose: () => void
}

/** The files a version makes, each with what it holds, before any is written. */
export function ExportDialog({ version, onClose }: ExportDialogProps) {
  const { t } = useTranslation('versions')
  const { t: common } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { value: files } = useRead('versions.export', { id: version?.id ?? null, language })
  const take = (file: { readonly name: string; readonly bytes: Uint8Array }) => {
    download(file)
    announce(t('files.downloaded', { name: file.name }))
  }
  const columns: readonly Column<File>[] = [
    { id: 'name', title: t('files.name'), isRowHeader: true, renderCell: ({ name }) => name },
    { id: 'contains', title: t('files.contains'), renderCell: ({ contains }) => contains },
    { id: 'size', title: t('files.size'), align: 'end', renderCell: ({ bytes }) => format.bytes(bytes.byteLength) },
    {
      id: 'download',
      title: common('actions.save'),
      hideTitle: true,
      align: 'end',
      renderCell: (file) => (
        <span className="row-actions">
          <IconButton
            label={t('files.download', { name: file.name })}
            icon={<Download aria-hidden />}
            onPress={() => take(file)}
          />
        </span>
      ),
    },
  ]
  const stem = files?.[0]?.name.replace(/\.csv$/, '') ?? 'codebook'
  return (
    <Dialog
      title={version === null ? t('files.titleNow') : t('files.title', { name: version.name })}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.close')}</Button>
          <Button
            variant="primary"
            icon={<FolderArchive aria-hidden />}
            isDisabled={files === null}
            onPress={() => files !== null && take({ name: `${stem}.zip`, bytes: zipOf(files) })}
          >
            {t('files.all')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('files.explain')}</p>
      {files !== null && (
        <Table label={t('files.list')} rows={files} rowKey={({ name }) => name} columns={columns} isCompact />
      )}
    </Dialog>
  )
}
