import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedTranscript } from '../../../app/contract/transcripts.ts'
import type { ParticipantId } from '../../../domain/ids.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useFormat } from '../../i18n/format.ts'
import { announce, ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'

interface DetailsDialogProps {
  readonly transcript: ListedTranscript
  readonly onClose: () => void
}

/** What a transcript is called and whose words it holds. */
export function DetailsDialog({ transcript, onClose }: DetailsDialogProps) {
  const { t } = useTranslation('transcripts')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const { value: participants } = useRead('participants.list', {})
  const [name, setName] = useState(transcript.name)
  const before = participants?.find(({ pseudonym }) => pseudonym === transcript.participant)?.id ?? null
  const [chosen, setChosen] = useState<ParticipantId | 'nobody' | null>(null)
  const [language, setLanguage] = useState(transcript.language ?? 'unknown')
  const participantId = chosen === 'nobody' ? null : (chosen ?? before)

  const save = async () => {
    const to = name.trim()
    const input = {
      id: transcript.id,
      name: to,
      participantId,
      language: language === 'unknown' ? null : language,
      ...(coderId !== null && { coderId }),
    }
    if ((await ask('transcripts.update', input)) === null) return
    announce(t('saved', { name: to }), { canUndo: coderId !== null })
    onClose()
  }
  return (
    <FormDialog title={t('detailsTitle')} isReady={name.trim() !== ''} onSubmit={() => void save()} onClose={onClose}>
      <TextField label={t('newName')} value={name} onChange={setName} takesFocus />
      <Select
        label={t('participantOf')}
        value={participantId ?? 'nobody'}
        onChange={setChosen}
        options={[
          { id: 'nobody' as const, label: t('nobody') },
          ...(participants ?? []).map(({ id, pseudonym, role }) => ({
            id,
            label: pseudonym,
            ...(role !== null && { description: role }),
          })),
        ]}
      />
      <Select
        label={t('columns.language')}
        value={language}
        onChange={setLanguage}
        options={[
          { id: 'unknown', label: t('unknownLanguage') },
          ...[...new Set(['en', 'fr', transcript.language ?? 'en'])].map((tag) => ({
            id: tag,
            label: format.languageName(tag),
          })),
        ]}
      />
    </FormDialog>
  )
}
