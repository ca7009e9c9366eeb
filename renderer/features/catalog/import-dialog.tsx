import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MismatchImport } from '../../../app/contract/catalog.ts'
import type { FilePayload } from '../../../app/contract/values.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Failure } from '../../components/failure.tsx'
import { FilePicker } from '../../components/file-picker.tsx'
import { SPREADSHEET_LIMIT_MB, TEXT_LIMIT_MB } from '../../components/read-files.ts'
import { WorkProgress } from '../../components/work-progress.tsx'
import { announce, useSession } from '../../session.ts'
import { useAsking } from '../../use-asking.ts'
import { MismatchReport } from './mismatch-report.tsx'

export type Part = 'mismatches' | 'issues'

interface ImportDialogProps {
  readonly part: Part
  readonly onClose: () => void
}

/** Chooses a file, imports it, and says what came of it. A failure is shown where the file was chosen. */
export function ImportDialog({ part, onClose }: ImportDialogProps) {
  const { t } = useTranslation('catalog')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const { askHere, isWorking, failure } = useAsking()
  const [report, setReport] = useState<MismatchImport | null>(null)
  const take = async ([file]: readonly FilePayload[]) => {
    if (file === undefined) return
    const input = { file, ...(coderId !== null && { coderId }) }
    if (part === 'mismatches') setReport(await askHere('mismatches.import', input))
    else {
      const done = await askHere('qualityIssues.import', input)
      if (done !== null) {
        announce(t('import.doneIssues', { count: done.issues }), { canUndo: true })
        onClose()
      }
    }
  }
  const isWorkbook = part === 'mismatches'
  const limit = isWorkbook ? SPREADSHEET_LIMIT_MB : TEXT_LIMIT_MB
  return (
    <Dialog
      title={isWorkbook ? t('import.mismatchesTitle') : t('import.issuesTitle')}
      isOpen
      isWide={report !== null}
      onClose={onClose}
      actions={
        report === null ? (
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
        ) : (
          <Button variant="primary" onPress={onClose}>
            {t('import.done')}
          </Button>
        )
      }
    >
      {report === null ? (
        <>
          <p className="muted">{isWorkbook ? t('import.mismatchesExplain') : t('import.issuesExplain')}</p>
          <FilePicker
            accept={isWorkbook ? ['.xlsx'] : ['.json']}
            limitMb={limit}
            isDisabled={isWorking}
            hint={isWorkbook ? t('import.mismatchesHint', { limit }) : t('import.issuesHint', { limit })}
            onFiles={(files) => void take(files)}
          />
          <WorkProgress name={isWorkbook ? 'mismatches.import' : 'qualityIssues.import'} />
          <Failure error={failure} />
        </>
      ) : (
        <MismatchReport report={report} />
      )}
    </Dialog>
  )
}
