import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import type { FilePayload } from '../../../app/contract/values.ts'
import type { AxialError } from '../../../domain/errors.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FilePicker } from '../../components/file-picker.tsx'
import { PACKET_LIMIT_MB } from '../../components/read-files.ts'
import { WorkProgress } from '../../components/work-progress.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { ask, useSession } from '../../session.ts'

/** Takes in packets that coders returned, and says which are new. */
export function RegisterDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('packets')
  const language = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const [failure, setFailure] = useState<AxialError | null>(null)
  const [taken, setTaken] = useState<Output<'packets.register'>>([])
  const take = async (files: readonly FilePayload[]) => {
    setFailure(null)
    const onError = (error: AxialError) => {
      setFailure(error)
      return true
    }
    const input = { files: [...files], ...(coderId !== null && { coderId }) }
    const done = await ask('packets.register', input, { onError })
    if (done !== null) setTaken(done)
  }
  return (
    <Dialog
      title={t('register.title')}
      isOpen
      onClose={onClose}
      actions={
        <Button variant={taken.length > 0 ? 'primary' : 'default'} onPress={onClose}>
          {t('register.done')}
        </Button>
      }
    >
      <p>{t('register.explain')}</p>
      <FilePicker
        accept={['.axialpacket']}
        limitMb={PACKET_LIMIT_MB}
        isMany
        hint={t('register.hint')}
        onFiles={(files) => void take(files)}
      />
      <WorkProgress name="packets.register" />
      {failure !== null && (
        <p className="callout callout-warning" role="alert">
          {failureSentence(failure, language)}
        </p>
      )}
      {taken.length > 0 && (
        <ul className="packets-files" aria-live="polite">
          {taken.map(({ name, coder, round, isNew }, index) => (
            <li key={`${String(index)} ${name}`}>
              <div className="grow">
                <p>
                  {coder}, {round}
                </p>
                <p className="small muted">{name}</p>
              </div>
              <span className={isNew ? 'tag tag-warning' : 'tag'}>
                {isNew ? t('register.isNew') : t('register.isKnown')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
