import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { openLockedStudy } from './open-study.ts'

interface PassphraseDialogProps {
  readonly path: string
  readonly onClose: () => void
}

export function PassphraseDialog({ path, onClose }: PassphraseDialogProps) {
  const { t } = useTranslation('workspace')
  const { t: common } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const open = async () => {
    if (passphrase !== '') setRefusal(await openLockedStudy(path, passphrase))
  }
  return (
    <Dialog
      title={t('passphrase.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void open()}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={passphrase === ''}>
            {t('open')}
          </Button>
        </>
      }
    >
      <p>{t('passphrase.explain', { name: path.split(/[/\\]/).at(-1) ?? path })}</p>
      <TextField
        label={t('passphrase.field')}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        error={refusal ?? undefined}
        takesFocus
      />
    </Dialog>
  )
}
