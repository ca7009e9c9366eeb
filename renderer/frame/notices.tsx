import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../components/button.tsx'
import { failureSentence } from '../i18n/failure-sentence.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { dismissFailure, dismissNotice, useSession, type Notice } from '../session.ts'
import { undoAndSay } from './history.ts'

/** How long word of a thing done stays in view, in milliseconds; longer where it can be undone. Failures stay until
 * what failed succeeds, or Escape or the cross puts them away. */
const BRIEF = 6_000
const LONG = 15_000

/**
 * Messages. The live regions are always there, so that screen readers notice what comes into them; they stay in reach above
 * a dialog too.
 */
export function Notices() {
  const { t } = useTranslation()
  const notices = useSession((session) => session.notices)
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => key === 'Escape' && dismissFailure()
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <section
      className="notices"
      data-empty={notices.length === 0}
      aria-label={t('frame.notices')}
      data-react-aria-top-layer="true"
    >
      <div role="alert">
        {notices.map((notice) => notice.kind === 'error' && <NoticeCard key={notice.id} notice={notice} />)}
      </div>
      <output>
        {notices.map((notice) => notice.kind === 'done' && <NoticeCard key={notice.id} notice={notice} />)}
      </output>
    </section>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isHeld, setHeld] = useState(false)
  const lasts = notice.kind === 'error' ? null : notice.canUndo ? LONG : BRIEF

  useEffect(() => {
    if (lasts === null || isHeld) return undefined
    const timer = setTimeout(() => dismissNotice(notice.id), lasts)
    return () => clearTimeout(timer)
  }, [lasts, isHeld, notice.id])

  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    <div
      className={`notice notice-${notice.kind}`}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {notice.kind === 'error' ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
      <p className="grow">{notice.kind === 'error' ? failureSentence(notice, language) : notice.text}</p>
      {notice.kind === 'done' && notice.canUndo && (
        <Button onPress={() => void undoAndSay(t)}>{t('actions.undo')}</Button>
      )}
      <IconButton label={t('actions.dismiss')} icon={<X aria-hidden />} onPress={() => dismissNotice(notice.id)} />
    </div>
  )
}
