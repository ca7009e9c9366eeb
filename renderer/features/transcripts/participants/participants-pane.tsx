import { UserRound, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedParticipant } from '../../../../app/contract/participants.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useRead } from '../../../use-read.ts'
import { ParticipantDialog } from './participant-dialog.tsx'
import { ParticipantTable } from './participant-table.tsx'

/** Who was interviewed, and what the study notes of them: by these attributes codings are compared and searched. */
export function ParticipantsPane() {
  const { t } = useTranslation('participants')
  const { value: participants } = useRead('participants.list', {})
  const { value: transcripts } = useRead('transcripts.list', {})
  const [editing, setEditing] = useState<ListedParticipant | 'new' | null>(null)
  if (participants === null || transcripts === null) return null
  const add = (
    <Button
      variant={participants.length === 0 ? 'primary' : 'default'}
      icon={<UserRoundPlus aria-hidden />}
      onPress={() => setEditing('new')}
    >
      {t('add')}
    </Button>
  )
  return (
    <div className="stack">
      {participants.length === 0 ? (
        <EmptyState icon={<UserRound aria-hidden />} title={t('none')} actions={add}>
          {t('noneAdvice')}
        </EmptyState>
      ) : (
        <>
          <div className="row row-between">
            <p className="muted">{t('description', { count: participants.length })}</p>
            {add}
          </div>
          <ParticipantTable participants={participants} transcripts={transcripts} onEdit={setEditing} />
        </>
      )}
      {editing !== null && (
        <ParticipantDialog
          participant={editing === 'new' ? null : editing}
          others={participants}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
