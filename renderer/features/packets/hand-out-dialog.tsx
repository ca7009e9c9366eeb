import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import type { PacketRound } from '../../../app/contract/packets.ts'
import type { CoderId, TranscriptId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { download } from '../../components/download.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { isHandOutLockReady, NO_HAND_OUT_LOCK, passphrasesOf } from './hand-out-lock.ts'
import { HandOutPassphrases } from './hand-out-passphrases.tsx'

type Made = Output<'packets.handOut'>

interface HandOutDialogProps {
  readonly packets: PacketRound
  readonly onClose: () => void
}

/** Chooses for whom and what, makes the packets, and gives each to be saved. */
export function HandOutDialog({ packets: { round, coders }, onClose }: HandOutDialogProps) {
  const { t } = useTranslation('packets')
  const people = useSession((session) => session.coders)
  const actor = useSession((session) => session.coderId)
  const { value: transcripts } = useRead('transcripts.list', {})
  const [chosen, setChosen] = useState<readonly CoderId[]>(() => {
    const code = new Set(people.filter(({ kind }) => kind === 'coder').map(({ id }) => id))
    return coders.filter(({ coderId, out }) => code.has(coderId) && out === null).map(({ coderId }) => coderId)
  })
  const [isAll, setAll] = useState(true)
  const [some, setSome] = useState<readonly TranscriptId[]>([])
  const [lock, setLock] = useState(NO_HAND_OUT_LOCK)
  const [made, setMade] = useState<Made | null>(null)
  const isReady = chosen.length > 0 && (isAll || some.length > 0) && isHandOutLockReady(lock, chosen)
  const make = async () => {
    const files = await ask('packets.handOut', {
      roundId: round.id,
      coders: [...chosen],
      ...(!isAll && { transcripts: [...some] }),
      ...passphrasesOf(lock, chosen),
      ...(actor !== null && { coderId: actor }),
    })
    if (files !== null) setMade(files)
  }
  if (made !== null)
    return <MadePackets made={made} title={t('handOut.title', { round: round.name })} onClose={onClose} />
  return (
    <FormDialog
      title={t('handOut.title', { round: round.name })}
      submit={t('handOut.submit')}
      isReady={isReady}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <p>{t('handOut.explain')}</p>
      <fieldset className="packets-choice">
        <legend className="field-label">{t('handOut.coders')}</legend>
        {coders.map(({ coderId, coder, out, isIn }) => (
          <Checkbox
            key={coderId}
            isSelected={chosen.includes(coderId)}
            onChange={(isSelected) => setChosen(toggled(chosen, coderId, isSelected))}
          >
            {coder} {out !== null && !isIn && <span className="muted small">({t('state.out')})</span>}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="packets-choice">
        <legend className="field-label">{t('handOut.transcripts')}</legend>
        <Checkbox isSelected={isAll} onChange={setAll}>
          {t('handOut.all', { count: transcripts?.length ?? 0 })}
        </Checkbox>
        {!isAll &&
          (transcripts ?? []).map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={some.includes(id)}
              onChange={(isSelected) => setSome(toggled(some, id, isSelected))}
            >
              {name}
            </Checkbox>
          ))}
      </fieldset>
      <HandOutPassphrases
        lock={lock}
        onLock={setLock}
        holders={coders.filter(({ coderId }) => chosen.includes(coderId))}
      />
      <WorkProgress name="packets.handOut" />
    </FormDialog>
  )
}

function toggled<Item>(items: readonly Item[], item: Item, isSelected: boolean): readonly Item[] {
  return isSelected ? [...items, item] : items.filter((one) => one !== item)
}

interface MadePacketsProps {
  readonly made: Made
  readonly title: string
  readonly onClose: () => void
}

function MadePackets({ made, title, onClose }: MadePacketsProps) {
  const { t } = useTranslation('packets')
  const { t: common } = useTranslation()
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{common('actions.close')}</Button>}
    >
      <p>{t('handOut.done')}</p>
      <ul className="packets-files">
        {made.map(({ coder, file, transcripts, codes, segments }) => (
          <li key={coder}>
            <div className="grow">
              <p>{file.name}</p>
              <p className="small muted">{t('handOut.holds', { transcripts, codes, segments })}</p>
            </div>
            <Button
              icon={<Download aria-hidden />}
              label={t('handOut.saveFor', { name: coder })}
              onPress={() => download(file)}
            >
              {t('handOut.save')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
