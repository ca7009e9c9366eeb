import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../components/form-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { announce, ask, useSession } from '../../session.ts'

interface RenameDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function RenameDialog({ title, isOpen, onClose }: RenameDialogProps) {
  const { t } = useTranslation('study')
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed ?? title
  const close = () => {
    setTyped(null)
    onClose()
  }
  const rename = async () => {
    const { coderId } = useSession.getState()
    const input = { title: value.trim(), ...(coderId !== null && { coderId }) }
    if ((await ask('study.rename', input)) === null) return
    announce(t('renamed', { title: value.trim() }), { canUndo: coderId !== null })
    close()
  }
  return (
    <FormDialog
      title={t('rename')}
      isOpen={isOpen}
      isReady={value.trim() !== ''}
      onSubmit={() => void rename()}
      onClose={close}
    >
      <TextField label={t('newTitle')} value={value} onChange={setTyped} isRequired takesFocus />
    </FormDialog>
  )
}
