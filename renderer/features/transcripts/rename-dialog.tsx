import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedTranscript } from '../../../app/contract/transcripts.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { announce, ask, useSession } from '../../session.ts'

interface RenameDialogProps {
  readonly transcript: ListedTranscript
  readonly onClose: () => void
}

export function RenameDialog({ transcript, onClose }: RenameDialogProps) {
  const { t } = useTranslation('transcripts')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const [name, setName] = useState(transcript.name)
  const rename = async () => {
    const to = name.trim()
    if (to === '') return
    const input = { id: transcript.id, name: to, ...(coderId !== null && { coderId }) }
    if ((await ask('transcripts.rename', input)) === null) return
    announce(t('renamed', { from: transcript.name, to }), { canUndo: coderId !== null })
    onClose()
  }
  return (
    <Dialog
      title={t('renameTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void rename()}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
            {common('actions.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('newName')} value={name} onChange={setName} takesFocus />
    </Dialog>
  )
}
