import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodingImport } from '../../../app/contract/codings.ts'
import type { FilePayload } from '../../../app/contract/values.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { Failure } from '../../components/failure.tsx'
import { FilePicker } from '../../components/file-picker.tsx'
import { TEXT_LIMIT_MB } from '../../components/read-files.ts'
import { Select } from '../../components/select.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { useSession } from '../../session.ts'
import { useAsking } from '../../use-asking.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { CodingImportReport } from './coding-import-report.tsx'

export function CodingImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('transcripts')
  const coderId = useSession((session) => session.coderId)
  const [files, setFiles] = useState<readonly FilePayload[]>([])
  const [align, setAlign] = useState<'text' | 'position'>('text')
  const { askHere, isWorking, failure } = useAsking()
  const [report, setReport] = useState<CodingImport | null>(null)

  const start = async () => {
    const result = await askHere('codings.import', { files: [...files], align, ...(coderId !== null && { coderId }) })
    if (result !== null) setReport(result)
  }

  if (report !== null) return <CodingImportReport report={report} onClose={onClose} />
  return (
    <FormDialog
      title={t('importCodings')}
      isWide
      submit={files.length === 0 ? t('form.submitNone') : t('form.submit', { count: files.length })}
      isReady={files.length > 0 && !isWorking}
      onSubmit={() => void start()}
      onClose={onClose}
    >
      <p className="muted">{t('codings.explain')}</p>
      <FilePicker
        accept={['.json']}
        limitMb={TEXT_LIMIT_MB}
        isMany
        isDisabled={isWorking}
        onFiles={setFiles}
        hint={t('codings.hint', { limit: TEXT_LIMIT_MB })}
      />
      <ChosenFiles files={files} />
      <Select
        label={t('codings.align')}
        value={align}
        onChange={setAlign}
        options={[
          { id: 'text', label: t('codings.byText'), description: t('codings.byTextHint') },
          { id: 'position', label: t('codings.byPosition'), description: t('codings.byPositionHint') },
        ]}
      />
      <Failure error={failure} />
      <WorkProgress name="codings.import" />
    </FormDialog>
  )
}
