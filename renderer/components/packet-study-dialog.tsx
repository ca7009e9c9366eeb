import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilePayload } from '../../app/contract/values.ts'
import type { AxialError } from '../../domain/errors.ts'
import { failureSentence } from '../i18n/failure-sentence.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { ask, enter, useSession } from '../session.ts'
import { FilePicker } from './file-picker.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PACKET_LIMIT_MB } from './read-files.ts'
import { TextField } from './text-field.tsx'

interface PacketStudyDialogProps {
  /** Where the packet is chosen already: that, and its passphrase or nothing. */
  readonly file?: FilePayload
  readonly passphrase?: string
  readonly onClose: () => void
}

/** Makes a study of a packet that one was given, and opens it. */
export function PacketStudyDialog({ onClose, ...given }: PacketStudyDialogProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const folder = useSession((session) => session.folder)
  const [file, setFile] = useState<FilePayload | null>(given.file ?? null)
  const [passphrase, setPassphrase] = useState(given.passphrase ?? '')
  const [name, setName] = useState(() => nameOf(given.file))
  const [failure, setFailure] = useState<AxialError | null>(null)
  const choose = (chosen: FilePayload | undefined) => {
    setFailure(null)
    setFile(chosen ?? null)
    setName(nameOf(chosen))
  }
  const onError = (error: AxialError) => {
    setFailure(error)
    return true
  }
  const open = async () => {
    if (file === null) return
    setFailure(null)
    const input = { file, path: name.trim(), ...(passphrase !== '' && { passphrase }) }
    const study = await ask('packets.openAsStudy', input, { onError })
    if (study !== null) await enter(study)
  }
  const needsWord = failure?.reason === 'packet-locked' || failure?.reason === 'packet-passphrase-wrong'
  return (
    <FormDialog
      title={t('packetStudy.title')}
      submit={t('packetStudy.submit')}
      isReady={file !== null && name.trim() !== ''}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <p>{t('packetStudy.explain')}</p>
      {given.file === undefined && (
        <FilePicker
          accept={['.axialpacket']}
          limitMb={PACKET_LIMIT_MB}
          hint={t('packetStudy.hint')}
          onFiles={([chosen]) => choose(chosen)}
        />
      )}
      {file !== null && <p className="small muted">{file.name}</p>}
      {file !== null && (
        <>
          <TextField
            label={t('packetStudy.name')}
            hint={t('packetStudy.nameHint', { folder })}
            value={name}
            onChange={setName}
          />
          <TextField
            label={t('packetStudy.passphrase')}
            hint={t('packetStudy.passphraseHint')}
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            error={needsWord ? failureSentence(failure, language) : undefined}
          />
        </>
      )}
      {failure !== null && !needsWord && (
        <p className="callout callout-warning" role="alert">
          {failureSentence(failure, language)}
        </p>
      )}
    </FormDialog>
  )
}

/** What the study's file is called unless another name is given: as the packet is. */
function nameOf(file: FilePayload | undefined): string {
  return file === undefined ? '' : file.name.replace(/\.axialpacket$/i, '')
}
