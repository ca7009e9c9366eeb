import { Equal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../navigation.ts'
import { useSession } from '../session.ts'
import { Button } from './button.tsx'

/** The way to the screen where names of one thing are brought together; none where no independent round is open. */
export function ToHarmonising() {
  const { t } = useTranslation()
  const hasOpened = useSession(({ rounds }) =>
    rounds.some(({ kind, state }) => kind === 'independent' && state === 'open'),
  )
  if (!hasOpened) return null
  return (
    <Button icon={<Equal aria-hidden />} onPress={() => navigate('harmonising')}>
      {t('screens.harmonising')}
    </Button>
  )
}
