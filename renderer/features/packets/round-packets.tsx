import { Equal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PacketHolder, PacketRound } from '../../../app/contract/packets.ts'
import { Button } from '../../components/button.tsx'
import { Table } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'
import { useCoder } from '../../session.ts'
import { GiveBackDialog } from './give-back-dialog.tsx'
import { HandOutDialog } from './hand-out-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { UnsealDialog } from './unseal-dialog.tsx'

type Asked = 'hand-out' | 'register' | 'unseal' | 'merge' | 'give-back'

/** One round: its coders, whose packet is out and whose is in, and what can be done next. */
export function RoundPackets({ packets }: { readonly packets: PacketRound }) {
  const { t } = useTranslation('packets')
  const coder = useCoder()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { round, mayCome, coders, sealed, opened } = packets
  const mine = coders.find(({ coderId, received }) => coderId === coder?.id && received !== null)
  const isModerator = coder?.kind === 'moderator'
  const isCopy = coders.some(({ received }) => received !== null)
  const close = () => setAsked(null)
  const hasNames = packets.merged > 0 && round.kind === 'independent' && (isModerator || round.state === 'open')
  const next = nextOf(packets, mine !== undefined)
  const variant = (what: Asked) => (what === next ? ('primary' as const) : ('default' as const))
  return (
    <section className="packets-round" aria-labelledby={`packets-${round.id}`}>
      <div className="row row-between">
        <div className="packets-heading">
          <h2 id={`packets-${round.id}`}>{round.name}</h2>
          <span className={round.state === 'blind' ? 'tag tag-warning' : 'tag tag-success'}>
            {t(`round.${round.state}`)}
          </span>
        </div>
        <div className="row">
          {hasNames && (
            <Button
              variant="quiet"
              icon={<Equal aria-hidden />}
              label={t('actions.harmoniseRound', { round: round.name })}
              onPress={() => navigate('harmonising', round.id)}
            >
              {t('actions.harmonise')}
            </Button>
          )}
          {mayCome && (
            <>
              {mine !== undefined && (
                <Button variant={variant('give-back')} onPress={() => setAsked('give-back')}>
                  {t('actions.giveBack')}
                </Button>
              )}
              {!isCopy && (
                <>
                  <Button variant={variant('hand-out')} onPress={() => setAsked('hand-out')}>
                    {t('actions.handOut')}
                  </Button>
                  <Button variant={variant('register')} onPress={() => setAsked('register')}>
                    {t('actions.register')}
                  </Button>
                </>
              )}
              {sealed > 0 && isModerator && (
                <Button variant={variant('unseal')} onPress={() => setAsked('unseal')}>
                  {t('actions.unseal')}
                </Button>
              )}
              {(opened > 0 || (packets.merged > 0 && sealed === 0)) && isModerator && (
                <Button variant={variant('merge')} onPress={() => setAsked('merge')}>
                  {t('actions.merge')}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      <Standing packets={packets} mine={mine} />
      {coders.some((one) => one.out ?? one.in ?? one.received) && <Coders packets={packets} />}
      {asked === 'hand-out' && <HandOutDialog packets={packets} onClose={close} />}
      {asked === 'register' && <RegisterDialog onClose={close} />}
      {asked === 'unseal' && <UnsealDialog packets={packets} onClose={close} onUnsealed={() => setAsked('merge')} />}
      {asked === 'merge' && <MergeDialog packets={packets} onClose={close} />}
      {asked === 'give-back' && coder !== null && <GiveBackDialog round={round} coder={coder} onClose={close} />}
    </section>
  )
}

interface StandingProps {
  readonly packets: PacketRound
  readonly mine: PacketHolder | undefined
}

/** What is most likely to be done next. */
function nextOf({ sealed, opened, stillOut, merged }: PacketRound, isMine: boolean): Asked | null {
  if (isMine) return 'give-back'
  if (opened > 0) return 'merge'
  if (stillOut.length > 0) return 'register'
  if (sealed > 0) return 'unseal'
  return merged > 0 ? null : 'hand-out'
}

/** In sentences: what is out, what is in, and what that means. */
function Standing({ packets, mine }: StandingProps) {
  const { t } = useTranslation('packets')
  const format = useFormat()
  const coder = useCoder()
  const { mayCome, sealed, opened, merged, stillOut, reason, coders } = packets
  const wasOut = coders.some(({ out }) => out !== null)
  const other = coders.find(({ coderId, received }) => received !== null && coderId !== coder?.id)
  const isAllIn = wasOut && stillOut.length === 0 && sealed + opened + merged > 0
  const isWaiting = sealed + opened > 0 && mayCome
  return (
    <div className="stack-tight">
      {!mayCome && <p className="muted">{t('round.finished')}</p>}
      {mine !== undefined && <p className="callout">{t('round.yours', { name: mine.coder })}</p>}
      {mine?.sent && <p className="muted">{t('round.returned', { when: format.dateTime(mine.sent.at) })}</p>}
      {mine === undefined && other !== undefined && (
        <p className="callout">{t('round.someoneElses', { name: other.coder })}</p>
      )}
      {mayCome && !wasOut && mine === undefined && other === undefined && sealed + opened + merged === 0 && (
        <p className="muted">{t('round.nothingOut')}</p>
      )}
      {stillOut.length > 0 && <p>{t('round.stillOut', { names: format.list(stillOut) })}</p>}
      {isAllIn && <p>{t('round.allIn')}</p>}
      {sealed > 0 && <p>{t('round.sealed', { count: sealed })}</p>}
      {opened > 0 && <p>{t('round.opened', { count: opened })}</p>}
      {reason !== '' && <p className="muted">{t('round.early', { reason })}</p>}
      {isWaiting && coder?.kind !== 'moderator' && <p className="muted">{t('round.onlyModerator')}</p>}
    </div>
  )
}

function Coders({ packets: { round, coders } }: { readonly packets: PacketRound }) {
  const { t } = useTranslation('packets')
  const format = useFormat()
  const when = (moment: { readonly at: string } | null) => (moment === null ? '—' : format.dateTime(moment.at))
  return (
    <Table
      label={round.name}
      rows={coders}
      rowKey={({ coderId }) => coderId}
      columns={[
        { id: 'coder', title: t('columns.coder'), renderCell: ({ coder }) => coder, isRowHeader: true },
        { id: 'out', title: t('columns.out'), renderCell: ({ out, received }) => when(out ?? received) },
        { id: 'in', title: t('columns.in'), renderCell: (one) => when(one.in ?? one.sent) },
        { id: 'state', title: t('columns.state'), renderCell: (one) => <State holder={one} /> },
      ]}
    />
  )
}

function State({ holder }: { readonly holder: PacketHolder }) {
  const { t } = useTranslation('packets')
  const { out, in: back, isIn, received, sent } = holder
  if (back !== null) {
    const { state } = back
    const known = state === 'sealed' || state === 'opened' || state === 'merged' ? state : 'sealed'
    return (
      <span className="row">
        <span className={known === 'merged' ? 'tag tag-success' : 'tag tag-warning'}>{t(`state.${known}`)}</span>
        {!isIn && <span className="tag">{t('state.outAgain')}</span>}
      </span>
    )
  }
  if (out !== null) return <span className="tag">{t('state.out')}</span>
  if (sent !== null) return <span className="tag tag-success">{t('state.sent')}</span>
  if (received !== null) return <span className="tag">{t('state.received')}</span>
  return <span className="muted">{t('state.none')}</span>
}
