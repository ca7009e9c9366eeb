import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedTranscript, TranscriptImport } from '../../../app/contract/transcripts.ts'
import type { FilePayload } from '../../../app/contract/values.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { Failure } from '../../components/failure.tsx'
import { FilePicker } from '../../components/file-picker.tsx'
import { TEXT_LIMIT_MB } from '../../components/read-files.ts'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { useSession } from '../../session.ts'
import { useAsking } from '../../use-asking.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { TranscriptImportReport } from './transcript-import-report.tsx'

interface TranscriptImportDialogProps {
  /** Those that the study has: what they say of participants is suggested. */
  readonly known: readonly ListedTranscript[]
  readonly onClose: () => void
}

const EMPTY = { participant: '', role: '', organization: '' }

export function TranscriptImportDialog({ known, onClose }: TranscriptImportDialogProps) {
  const { t } = useTranslation('transcripts')
  const coderId = useSession((session) => session.coderId)
  const [files, setFiles] = useState<readonly FilePayload[]>([])
  const [about, setAbout] = useState(EMPTY)
  const [language, setLanguage] = useState<'detect' | 'en' | 'fr'>('detect')
  const { askHere, isWorking, failure } = useAsking()
  const [report, setReport] = useState<TranscriptImport | null>(null)

  const start = async () => {
    const given = Object.entries(about).filter(([, text]) => text.trim() !== '')
    const result = await askHere('transcripts.import', {
      files: [...files],
      ...Object.fromEntries(given.map(([field, text]) => [field, text.trim()])),
      ...(language !== 'detect' && { language }),
      ...(coderId !== null && { coderId }),
    })
    if (result !== null) setReport(result)
  }

  if (report !== null) {
    const again = () => {
      setReport(null)
      setFiles([])
      setAbout(EMPTY)
    }
    return <TranscriptImportReport report={report} onClose={onClose} onAgain={again} />
  }

  const roles = ['dataScientist', 'softwareEngineer', 'operations', 'manager', 'other'] as const
  const suggestions = (field: 'participant' | 'organization') => [
    ...new Set(known.map((transcript) => transcript[field]).filter((text) => text !== null)),
  ]
  return (
    <FormDialog
      title={t('import')}
      isWide
      submit={files.length === 0 ? t('form.submitNone') : t('form.submit', { count: files.length })}
      isReady={files.length > 0 && !isWorking}
      onSubmit={() => void start()}
      onClose={onClose}
    >
      <FilePicker
        accept={['.txt']}
        limitMb={TEXT_LIMIT_MB}
        isMany
        isDisabled={isWorking}
        onFiles={setFiles}
        hint={t('form.hint', { limit: TEXT_LIMIT_MB })}
      />
      <ChosenFiles files={files} />
      <fieldset className="fieldset">
        <legend className="muted small">{t('form.about')}</legend>
        <div className="grid-fields">
          <TextField
            label={t('form.participant')}
            hint={t('form.participantHint')}
            value={about.participant}
            suggestions={suggestions('participant')}
            onChange={(participant) => setAbout({ ...about, participant })}
          />
          <TextField
            label={t('form.role')}
            value={about.role}
            suggestions={roles.map((role) => t(`roles.${role}`))}
            onChange={(role) => setAbout({ ...about, role })}
          />
          <TextField
            label={t('form.organization')}
            value={about.organization}
            suggestions={suggestions('organization')}
            onChange={(organization) => setAbout({ ...about, organization })}
          />
          <Select
            label={t('form.language')}
            value={language}
            onChange={setLanguage}
            options={[
              { id: 'detect', label: t('form.detect') },
              { id: 'en', label: t('form.english') },
              { id: 'fr', label: t('form.french') },
            ]}
          />
        </div>
      </fieldset>
      <Failure error={failure} />
      <WorkProgress name="transcripts.import" />
    </FormDialog>
  )
}
