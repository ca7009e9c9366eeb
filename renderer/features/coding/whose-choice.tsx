import { useTranslation } from 'react-i18next'
import type { Round } from '../../../domain/coding.ts'
import { Select } from '../../components/select.tsx'
import { useSession } from '../../session.ts'
import { show, useCodingScreen } from './store.ts'

/** Whose codings are shown, where there can be others': a blind round alone holds nobody else's. */
export function WhoseChoice({ round }: { readonly round: Round }) {
  const { t } = useTranslation('coding')
  const whose = useCodingScreen((screen) => screen.whose)
  const isAnyOpen = useSession((session) => session.rounds.some((one) => one.state === 'open' || one.id !== round.id))
  if (!isAnyOpen) return null
  return (
    <Select
      label={t('whose')}
      hideLabel
      value={whose}
      options={[
        { id: 'everyone', label: t('everyones') },
        { id: 'mine', label: t('mine') },
      ]}
      onChange={show}
    />
  )
}
