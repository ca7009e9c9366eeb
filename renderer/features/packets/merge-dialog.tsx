import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PacketRound } from '../../../app/contract/packets.ts'
import { countNamesGivenApart } from '../../../domain/packet/codes.ts'
import type { AxialError } from '../../../domain/errors.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { navigate } from '../../navigation.ts'
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
  const waiting = coders.flatMap(({ coder, in: back }) =>
    back?.state === (opened > 0 ? 'opened' : 'merged') ? [{ coder, ...back }] : [],
  )
  // One that cannot be merged (of another text, its passphrase lost) must not keep the others waiting.
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = waiting.filter(({ id }) => !left.includes(id))
  const locked = chosen.filter(({ isLocked }) => isLocked)
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState<Readonly<Record<string, string>>>({})
  const [isMerging, setMerging] = useState(false)
  const [refusal, setRefusal] = useState<AxialError | null>(null)
  // Without a passphrase to ask for, what they bring is shown at once; and not before one that was changed is tried.
  const isShown = chosen.length > 0 && locked.every(({ id }) => (words[id] ?? '') !== '' && words[id] === tried[id])
  const input = {
    roundId: round.id,
    passphrases: tried,
    ...(left.length > 0 && { packets: chosen.map(({ id }) => id) }),
    ...(coderId !== null && { coderId }),
  }
  const { value: preview, error } = useRead('packets.preview', isShown ? input : null, {
    ownErrors: true,
  })
  const failure = refusal ?? error
  const merge = async (isHarmonising: boolean) => {
    setRefusal(null)
    const onError = (fault: AxialError) => {
      setRefusal(fault)
      return true
    }
    setMerging(true)
    const merged = await ask('packets.merge', input, { onError })
    setMerging(false)
    if (merged === null) return
    announce(t('merge.merged', { count: merged.packets.length }), { canUndo: true })
    onClose()
    if (isHarmonising) navigate('harmonising', round.id)
  }
  // Merged without a change to make, a packet still counts as merged: its round can then be opened.
  const isDone = preview?.changes === 0 && preview.packets.every(({ wasMerged }) => wasMerged)
  const shared = countNamesGivenApart((preview?.packets ?? []).flatMap(({ clashes }) => clashes))
  const leave = (id: string, isTaken: boolean) => {
    setRefusal(null)
    setLeft(isTaken ? left.filter((one) => one !== id) : [...left, id])
  }
  const hasWords = chosen.length > 0 && locked.every(({ id }) => (words[id] ?? '') !== '')
  return (
    <FormDialog
      title={t('merge.title', { round: round.name })}
      submit={isShown ? t('merge.submit') : t('merge.show')}
      isReady={isShown ? preview !== null && !isDone && !isMerging : hasWords}
      isWide={preview !== null}
      onSubmit={() => (isShown ? void merge(false) : setTried(words))}
      onClose={onClose}
    >
      {waiting.length > 1 && (
        <fieldset className="packets-choice">
          <legend className="field-label">{t('merge.whose')}</legend>
          {waiting.map(({ coder, id }) => (
            <Checkbox key={id} isSelected={!left.includes(id)} onChange={(isTaken) => leave(id, isTaken)}>
              {coder}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {locked.map(({ coder, id }, index) => (
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
      {shared > 0 && (
        <div className="callout row row-between">
          <p className="grow">{t('merge.shared', { count: shared })}</p>
          <Button isDisabled={isDone || isMerging} onPress={() => void merge(true)}>
            {t('merge.harmonise')}
          </Button>
        </div>
      )}
      {preview?.packets.map((packet) => (
        <IncomingPacketDetail key={packet.id} packet={packet} />
      ))}
      <WorkProgress name="packets.preview" />
      <WorkProgress name="packets.merge" />
    </FormDialog>
  )
}
