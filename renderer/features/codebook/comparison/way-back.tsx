import { ArrowLeft } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { isShortcut, isTyping } from '../../../keyboard.ts'
import { navigate } from '../../../navigation.ts'

/** The key that leads back, which is the one that usually led here. */
const KEY = 'G'

/** The way back to the words one came from, by a key from anywhere in the pane. */
export function WayBack({ place }: { readonly place: readonly string[] }) {
  const { t } = useTranslation('comparison')
  const goBack = () => navigate('coding', ...place)
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isElsewhere = event.defaultPrevented || document.querySelector('[role=dialog], [role=listbox]') !== null
    if (isElsewhere || isTyping(event.target) || !isShortcut(event, KEY)) return
    event.preventDefault()
    goBack()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <div className="row">
      <Button icon={<ArrowLeft aria-hidden />} shortcut={KEY} onPress={goBack}>
        {t('back')}
      </Button>
    </div>
  )
}
