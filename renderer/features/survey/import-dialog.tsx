import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyImport } from '../../../app/contract/surveys.ts'
import type { FilePayload } from '../../../app/contract/values.ts'
import type { AxialError } from '../../../domain/errors.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FilePicker } from '../../components/file-picker.tsx'
import { SPREADSHEET_LIMIT_MB } from '../../components/read-files.ts'
import { TextField } from '../../components/text-field.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { ask, undo, useSession } from '../../session.ts'
import { ImportReport } from './import-report.tsx'

interface ImportDialogProps {
  readonly onClose: () => void
  readonly onImported: (name: string) => void
}

/**
 * Chooses a file, imports it and says what came of it. Who insists on a column that identifies people has the import
 * taken back and done again with that column, so that nothing of the first one stays.
 */
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const { t } = useTranslation('survey')
  const { t: common } = useTranslation()
  const language = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const [file, setFile] = useState<FilePayload | null>(null)
  const [name, setName] = useState('')
  const [keep, setKeep] = useState<readonly string[]>([])
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [report, setReport] = useState<SurveyImport | null>(null)
  const onError = (error: AxialError) => {
    setFailure(failureSentence(error, language))
    return true
  }
  const start = async (columns: readonly string[]) => {
    if (file === null || name.trim() === '') return
    setWorking(true)
    setFailure(null)
    const input = { file, name: name.trim(), keep: [...columns], ...(coderId !== null && { coderId }) }
    const result = await ask('surveys.import', input, { onError })
    setWorking(false)
    if (result === null) return
    setReport(result)
    setKeep([])
    onImported(result.name)
  }
  const startAgain = async (columns: readonly string[]) => {
    const step = useSession.getState().history.undo
    const isLast = step?.action === 'surveys.import' && step.detail === report?.name
    if (!isLast || (await undo()) === null) {
      setFailure(t('import.cannotRepeat'))
      return
    }
    setReport(null)
    await start(columns)
  }
  const choose = ([chosen]: readonly FilePayload[]) => {
    if (chosen === undefined) return
    setFile(chosen)
    setFailure(null)
    if (name === '') setName(chosen.name.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' '))
  }
  const trouble = failure !== null && (
    <p className="callout callout-warning" role="alert">
      {failure}
    </p>
  )
  if (report !== null) {
    return (
      <Dialog
        title={t('import.title')}
        isOpen
        isWide
        onClose={onClose}
        actions={
          <>
            {keep.length > 0 && (
              <Button onPress={() => void startAgain([...report.kept, ...keep])}>
                {t('import.again', { count: keep.length })}
              </Button>
            )}
            <Button variant="primary" onPress={onClose}>
              {t('import.done')}
            </Button>
          </>
        }
      >
        <ImportReport report={report} keep={keep} onKeep={setKeep} />
        {trouble}
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('import.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void start([])}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={file === null || name.trim() === '' || isWorking}>
            {t('import.submit')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('import.explain')}</p>
      <FilePicker
        accept={['.csv', '.xlsx']}
        limitMb={SPREADSHEET_LIMIT_MB}
        isDisabled={isWorking}
        hint={t('import.hint', { limit: SPREADSHEET_LIMIT_MB })}
        onFiles={choose}
      />
      {file !== null && <p>{t('import.chosen', { name: file.name })}</p>}
      <TextField label={t('import.name')} value={name} onChange={setName} isRequired />
      <WorkProgress name="surveys.import" />
      {trouble}
    </Dialog>
  )
}
