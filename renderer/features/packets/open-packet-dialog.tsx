import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import type { FilePayload } from '../../../app/contract/values.ts'
import type { AxialError } from '../../../domain/errors.ts'
import { FilePicker } from '../../components/file-picker.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { PacketStudyDialog } from '../../components/packet-study-dialog.tsx'
import { PACKET_LIMIT_MB } from '../../components/read-files.ts'
import { TextField } from '../../components/text-field.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { announce, ask, useSession } from '../../session.ts'

/** Looks into a packet that was handed out and opens it here, or leads on to a study of its own. */
export function OpenPacketDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('packets')
  const language = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const [file, setFile] = useState<FilePayload | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [packet, setPacket] = useState<Output<'packets.inspect'> | null>(null)
  const [failure, setFailure] = useState<AxialError | null>(null)
  const [isNewStudy, setNewStudy] = useState(false)
  const word = passphrase === '' ? {} : { passphrase }
  const onError = (error: AxialError) => {
    setFailure(error)
    return true
  }
  const look = async (chosen: FilePayload, given: { readonly passphrase?: string }) => {
    setFailure(null)
    setFile(chosen)
    setPacket(await ask('packets.inspect', { file: chosen, ...given }, { onError }))
  }
  const open = async () => {
    if (file === null || packet === null) return
    if (packet.opening === null) return look(file, word)
    if (!packet.isOfThisStudy) return setNewStudy(true)
    const input = { file, ...word, ...(coderId !== null && { coderId }) }
    const opened = await ask('packets.open', input, { onError })
    if (opened === null) return
    announce(t('open.opened', { coder: opened.coder }), { canUndo: coderId !== null })
    onClose()
  }
  if (isNewStudy && file !== null) return <PacketStudyDialog file={file} passphrase={passphrase} onClose={onClose} />
  const opening = packet?.opening ?? null
  const isLocked = packet?.isLocked === true && packet.kind === 'handout' && opening === null
  return (
    <FormDialog
      title={t('open.title')}
      submit={isLocked ? t('open.look') : packet?.isOfThisStudy === false ? t('open.asNew') : t('open.submit')}
      isReady={opening !== null || (isLocked && passphrase !== '')}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <FilePicker
        accept={['.axialpacket']}
        limitMb={PACKET_LIMIT_MB}
        hint={t('open.hint')}
        onFiles={([chosen]) => {
          setPassphrase('')
          if (chosen !== undefined) void look(chosen, {})
        }}
      />
      {file !== null && <p className="small muted">{file.name}</p>}
      {isLocked && (
        <TextField
          label={t('lock.needed')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          error={failure === null ? undefined : failureSentence(failure, language)}
          takesFocus
        />
      )}
      {failure !== null && !isLocked && (
        <p className="callout callout-warning" role="alert">
          {failureSentence(failure, language)}
        </p>
      )}
      {packet?.kind === 'return' && <p className="callout">{t('open.returned')}</p>}
      {packet !== null && packet.kind === 'handout' && !packet.isOfThisStudy && <p>{t('open.elsewhere')}</p>}
      {opening !== null && (
        <div className="stack-tight" aria-live="polite">
          <p>{t('open.explain', opening)}</p>
          <p>
            {t('open.brings', {
              transcripts: opening.newTranscripts,
              codes: opening.newCodes,
              changed: opening.changedCodes,
              segments: opening.newSegments,
            })}
          </p>
          {opening.version !== null && <p className="muted">{t('open.version', { version: opening.version })}</p>}
        </div>
      )}
      <WorkProgress name="packets.open" />
    </FormDialog>
  )
}
