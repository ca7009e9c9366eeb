import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PacketRound } from '../../../app/contract/packets.ts'
import type { AxialError } from '../../../domain/errors.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { announce, ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { IncomingPacketDetail } from './incoming-packet.tsx'

interface MergeDialogProps {
  readonly packets: PacketRound
  readonly onClose: () => void
}

/** Shows what the opened packets bring, then merges them in one step. */
export function MergeDialog({ packets: { round, coders, opened }, onClose }: MergeDialogProps) {
  const { t } = useTranslation('packets')
  const language = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const locked = coders.flatMap(({ coder, in: back }) =>
    back?.isLocked === true && back.state === (opened > 0 ? 'opened' : 'merged') ? [{ coder, id: back.id }] : [],
  )
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  // Without a passphrase to ask for, what they bring is shown at once.
  const [isShown, setShown] = useState(locked.length === 0)
  const [tried, setTried] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<AxialError | null>(null)
  const input = { roundId: round.id, passphrases: tried, ...(coderId !== null && { coderId }) }
  const { value: preview, error } = useRead('packets.preview', isShown ? input : null, { ownErrors: true })
  const failure = refusal ?? error
  const show = () => {
    setTried(words)
    setShown(true)
  }
  const merge = async () => {
    setRefusal(null)
    const onError = (fault: AxialError) => {
      setRefusal(fault)
      return true
    }
    const merged = await ask('packets.merge', input, { onError })
    if (merged === null) return
    announce(t('merge.merged', { count: merged.packets.length }), { canUndo: true })
    onClose()
  }
  // Merged without a change to make, a packet still counts as merged: its round can then be opened.
  const isDone = preview?.changes === 0 && preview.packets.every(({ wasMerged }) => wasMerged)
  const hasWords = locked.every(({ id }) => (words[id] ?? '') !== '')
  return (
    <FormDialog
      title={t('merge.title', { round: round.name })}
      submit={preview === null ? t('merge.show') : t('merge.submit')}
      isReady={hasWords && !isDone}
      isWide={preview !== null}
      onSubmit={() => (preview === null ? show() : void merge())}
      onClose={onClose}
    >
      {preview === null &&
        locked.map(({ coder, id }, index) => (
          <TextField
            key={id}
            label={`${t('lock.needed')}: ${coder}`}
            type="password"
            value={words[id] ?? ''}
            onChange={(word) => setWords({ ...words, [id]: word })}
            takesFocus={index === 0}
          />
        ))}
      {failure !== null && (
        <p className="callout callout-warning" role="alert">
          {failureSentence(failure, language)}
        </p>
      )}
      {preview?.changes === 0 && <p>{t('merge.nothing')}</p>}
      {preview?.packets.map((packet) => (
        <IncomingPacketDetail key={packet.id} packet={packet} />
      ))}
      <WorkProgress name="packets.preview" />
      <WorkProgress name="packets.merge" />
    </FormDialog>
  )
}
