import './packets.css'
import { ArrowLeft, PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { navigate } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { OpenPacketDialog } from './open-packet-dialog.tsx'
import { RoundPackets } from './round-packets.tsx'

/** Who has a packet out and whose is in, round by round; for a coder, the packet to return. */
export default function PacketsView() {
  const { t } = useTranslation('packets')
  const { value: rounds } = useRead('packets.list', {})
  const transcripts = useSession((session) => session.info?.transcripts ?? 0)
  const coders = useSession((session) => session.coders.length)
  const [isOpening, setOpening] = useState(false)
  const openButton = (
    <Button icon={<PackageOpen aria-hidden />} onPress={() => setOpening(true)}>
      {t('openPacket')}
    </Button>
  )
  const isBare = transcripts === 0 || coders === 0
  // Decisions are rarely taken elsewhere: a moderated round is shown where packets of it went out.
  const shown = (rounds ?? []).filter(
    ({ round, mayCome, coders }) =>
      (mayCome && round.kind === 'independent') || coders.some((one) => one.out ?? one.in ?? one.received),
  )
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <>
          <Button variant="quiet" icon={<ArrowLeft aria-hidden />} onPress={() => navigate('study')}>
            {t('back')}
          </Button>
          {!isBare && openButton}
        </>
      }
    >
      {rounds !== null && isBare && (
        <EmptyState
          icon={<PackageOpen aria-hidden />}
          title={t('none')}
          actions={
            <>
              <Button variant="primary" onPress={() => navigate('transcripts')}>
                {t('toTranscripts')}
              </Button>
              {openButton}
            </>
          }
        >
          {t('noneAdvice')}
        </EmptyState>
      )}
      {!isBare && (
        <div className="packets">
          {rounds !== null && shown.length === 0 && <p className="muted">{t('noRound')}</p>}
          {shown.map((round) => (
            <RoundPackets key={round.round.id} packets={round} />
          ))}
        </div>
      )}
      {isOpening && <OpenPacketDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}
