import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../components/form-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { openLockedStudy } from './open-study.ts'

interface PassphraseDialogProps {
  readonly path: string
  readonly onClose: () => void
}

export function PassphraseDialog({ path, onClose }: PassphraseDialogProps) {
  const { t } = useTranslation('workspace')
  const [passphrase, setPassphrase] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const open = async () => {
    if (passphrase !== '') setRefusal(await openLockedStudy(path, passphrase))
  }
  return (
    <FormDialog
      title={t('passphrase.title')}
      submit={t('open')}
      isReady={passphrase !== ''}
      onSubmit={() => void open()}
      onClose={onClose}
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
    </FormDialog>
  )
}
