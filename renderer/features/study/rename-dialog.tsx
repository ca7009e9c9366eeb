import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { announce, ask } from '../../session.ts'

interface RenameDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function RenameDialog({ title, isOpen, onClose }: RenameDialogProps) {
  const { t } = useTranslation('study')
  const { t: common } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed ?? title
  const close = () => {
    setTyped(null)
    onClose()
  }
  const rename = async () => {
    if (value.trim() === '') return
    if ((await ask('study.rename', { title: value.trim() })) === null) return
    announce(t('renamed', { title: value.trim() }))
    close()
  }
  return (
    <Dialog
      title={t('rename')}
      isOpen={isOpen}
      onClose={close}
      onSubmit={() => void rename()}
      actions={
        <>
          <Button onPress={close}>{common('actions.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={value.trim() === ''}>
            {common('actions.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('newTitle')} value={value} onChange={setTyped} isRequired takesFocus />
    </Dialog>
  )
}
