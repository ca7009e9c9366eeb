import { Upload } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FilePayload } from '../../app/contract/values.ts'
import { AxialError } from '../../domain/errors.ts'
import { report } from '../session.ts'
import { Button } from './button.tsx'
import { readFiles } from './read-files.ts'

interface FilePickerProps {
  /** Name endings with their dot: `.txt`. */
  readonly accept: readonly string[]
  readonly limitMb: number
  readonly onFiles: (files: readonly FilePayload[]) => void
  readonly isMany?: boolean
  /** What kinds of file are welcome. */
  readonly hint?: string
  readonly isDisabled?: boolean
}

/**
 * A button that chooses files and a place to drop them. Files too large are refused, with a notice, before being read. The
 * keyboard has the button: the place itself is none of its stops.
 */
export function FilePicker({ accept, limitMb, onFiles, isMany = false, hint, isDisabled = false }: FilePickerProps) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    try {
      onFiles(await readFiles(isMany ? files : files.slice(0, 1), limitMb))
    } catch (error) {
      report(error)
    }
  }
  const drag = (event: DragEvent) => {
    if (isDisabled || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const leave = (event: DragEvent) => {
    const isWithin = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
    if (!isWithin) setOver(false)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (isDisabled) return
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file')
    const folder = items.map((item) => item.webkitGetAsEntry()).find((entry) => entry?.isDirectory === true)
    if (folder) report(new AxialError('file-is-folder', { name: folder.name }))
    else void take(items.flatMap((item) => item.getAsFile() ?? []))
  }
  return (
    <div
      className="file-picker"
      role="presentation"
      data-drop-target={isOver || undefined}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={leave}
      onDrop={drop}
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
    </div>
  )
}
