import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../../../domain/coding.ts'
import { Button } from '../../components/button.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { OpenRoundDialog } from '../../components/open-round-dialog.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { hashOf } from '../../navigation.ts'
import { announce, ask, useCoder, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'

export function Rounds() {
  const { t } = useTranslation('study')
  const rounds = useSession((session) => session.rounds)
  const coder = useCoder()
  // Whoever was handed this study has one thing to find here: the way back.
  const { value: packets } = useRead('packets.list', {})
  const isCopy = packets?.some(({ coders }) => coders.some(({ received }) => received !== null)) ?? false
  const [isAdding, setAdding] = useState(false)
  const isModerator = coder?.kind === 'moderator'
  const hasBlind = rounds.some(({ state }) => state === 'blind')
  const [opening, setOpening] = useState<Round | null>(null)
  return (
    <section className="stack" aria-labelledby="study-rounds">
      <div className="row row-between">
        <h2 id="study-rounds">{t('rounds.heading')}</h2>
        <div className="row">
          <a href={hashOf('packets')}>{t(isCopy ? 'rounds.returnWork' : 'rounds.packets')}</a>
          <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {t('rounds.add')}
          </Button>
        </div>
      </div>
      {rounds.length === 0 ? (
        <p className="muted">{t('rounds.none')}</p>
      ) : (
        <ul className="study-list">
          {rounds.map((round) => (
            <li key={round.id}>
              <span className="grow">{round.name}</span>
              <span className="muted small">{t(`rounds.${round.kind}`)}</span>
              <span className={round.state === 'blind' ? 'tag tag-warning' : 'tag tag-success'}>
                {t(`rounds.${round.state}`)}
              </span>
              {round.state === 'blind' && isModerator && (
                <Button label={t('rounds.openRound', { name: round.name })} onPress={() => setOpening(round)}>
                  {t('rounds.openShort')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {hasBlind && !isModerator && <p className="muted small">{t('rounds.onlyModerator')}</p>}
      {opening !== null && <OpenRoundDialog round={opening} onClose={() => setOpening(null)} />}
      <RoundDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </section>
  )
}

function RoundDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('study')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Round['kind']>('independent')
  const add = async () => {
    const { coderId } = useSession.getState()
    const round = await ask('rounds.create', { name: name.trim(), kind, ...(coderId !== null && { coderId }) })
    if (round === null) return
    announce(t('rounds.added', { name: round.name }), { canUndo: coderId !== null })
    setName('')
    onClose()
  }
  return (
    <FormDialog
      title={t('rounds.add')}
      isOpen={isOpen}
      submit={t('rounds.add')}
      isReady={name.trim() !== ''}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <TextField label={t('rounds.name')} value={name} onChange={setName} takesFocus />
      <Select
        label={t('rounds.kind')}
        value={kind}
        onChange={setKind}
        options={[
          { id: 'independent', label: t('rounds.independent'), description: t('rounds.independentHint') },
          { id: 'moderated', label: t('rounds.moderated'), description: t('rounds.moderatedHint') },
        ]}
      />
    </FormDialog>
  )
}
