import { Upload } from 'lucide-react'
import { DropZone, FileTrigger, type DropItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FilePayload } from '../../app/contract/values.ts'
import { AxialError } from '../../domain/errors.ts'
import { report } from '../session.ts'
import { Button } from './button.tsx'
import { readFiles } from './read-files.ts'

export interface FilePickerProps {
  /** Name endings with their dot: `.txt`. */
  readonly accept: readonly string[]
  readonly limitMb: number
  readonly onFiles: (files: readonly FilePayload[]) => void
  readonly isMany?: boolean
  /** What kinds of file are welcome. */
  readonly hint?: string
  readonly isDisabled?: boolean
}

/** A button that chooses files and a place to drop them. Files too large are refused, with a notice, before being read. */
export function FilePicker({ accept, limitMb, onFiles, isMany = false, hint, isDisabled = false }: FilePickerProps) {
  const { t } = useTranslation()
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    try {
      onFiles(await readFiles(isMany ? files : files.slice(0, 1), limitMb))
    } catch (error) {
      report(error)
    }
  }
  const takeDropped = async (items: readonly DropItem[]) => {
    const folder = items.find((item) => item.kind === 'directory')
    if (folder) return report(new AxialError('file-is-folder', { name: folder.name }))
    const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))
    await take(await Promise.all(files))
  }
  return (
    <DropZone
      className="file-picker"
      aria-label={t('files.dropZone')}
      isDisabled={isDisabled}
      onDrop={({ items }) => void takeDropped(items)}
    >
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={isMany}
        onSelect={(files) => void take([...(files ?? [])])}
      >
        <Button icon={<Upload aria-hidden />} isDisabled={isDisabled}>
          {isMany ? t('files.chooseMany') : t('files.choose')}
        </Button>
      </FileTrigger>
      <div>
        <p>{isMany ? t('files.orDropMany') : t('files.orDrop')}</p>
        {hint !== undefined && <p className="small">{hint}</p>}
      </div>
    </DropZone>
  )
}
