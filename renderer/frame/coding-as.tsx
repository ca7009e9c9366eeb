import { EyeOff, Gavel, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayCode, type Coder, type Round } from '../../domain/coding.ts'
import { Select } from '../components/select.tsx'
import { Button } from '../components/button.tsx'
import { navigate } from '../navigation.ts'
import { codeAs, useCoder, useRound, useSession, workInRound } from '../session.ts'

/** Who works here and in which round: always in view, with what the round lets them see. */
export function CodingAs() {
  const { t } = useTranslation()
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const coder = useCoder()
  const round = useRound()
  const coderOptions = coders.map(({ id, name, kind }) => ({
    id,
    label: name,
    ...(kind === 'moderator' && { description: t('frame.moderator') }),
  }))
  const roundOptions = rounds.map((one) => ({
    id: one.id,
    label: one.name,
    description: t(
      one.state === 'blind' ? 'frame.roundBlind' : mayCode(one) ? 'frame.roundOpen' : 'frame.roundFinished',
    ),
  }))
  return (
    <section className="coding-as" aria-labelledby="coding-as">
      <h2 id="coding-as" className="field-label">
        {t('frame.codingAs')}
      </h2>
      {coders.length === 0 ? (
        <Button onPress={() => navigate('study', 'coders')}>{t('frame.addCoder')}</Button>
      ) : (
        <>
          <Select
            label={t('frame.coder')}
            hideLabel
            value={coder?.id ?? null}
            options={coderOptions}
            onChange={(id) => void codeAs(id)}
          />
          <Select
            label={t('frame.round')}
            hideLabel
            value={round?.id ?? null}
            options={roundOptions}
            placeholder={t('frame.noRound')}
            onChange={workInRound}
          />
          <Sight coder={coder} round={round} />
        </>
      )}
    </section>
  )
}

function Sight({ coder, round }: { readonly coder: Coder | null; readonly round: Round | null }) {
  const { t } = useTranslation()
  if (coder === null || round === null) return null
  const isBlind = round.state === 'blind'
  const icon = isBlind ? (
    <EyeOff aria-hidden />
  ) : round.kind === 'moderated' ? (
    <Gavel aria-hidden />
  ) : (
    <Lock aria-hidden />
  )
  const text = isBlind
    ? t('frame.blind', { name: coder.name })
    : round.kind === 'moderated'
      ? t('frame.moderated')
      : t('frame.finished')
  return (
    <p className="sight" title={text}>
      {icon}
      <span>{text}</span>
    </p>
  )
}
