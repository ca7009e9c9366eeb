import './memos.css'
import { Pencil, Trash2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import { memoName, type MemoSubject } from '../../../domain/memo.ts'
import { IconButton } from '../../components/button.tsx'
import { closeMemo, useMemoRequest } from '../../memo-request.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { AboutSubject } from './memo-about.tsx'
import { removeMemo } from './memo-actions.ts'
import { MemoMeta } from './memo-card.tsx'
import { MemoEditor } from './memo-editor.tsx'
import { MemoText } from './memo-text.tsx'
import { useNamedCodes } from './use-named-codes.ts'

/** The window over any screen in which a memo is written about what was chosen there. */
export function MemoWindow() {
  const { t } = useTranslation('memos')
  const { t: common } = useTranslation()
  const subject = useMemoRequest((request) => request.subject)
  const coderId = useSession((session) => session.coderId)
  // A link in the window leads to its place, which is then in view.
  useEffect(() => {
    window.addEventListener('hashchange', closeMemo)
    return () => window.removeEventListener('hashchange', closeMemo)
  }, [])
  if (subject === null || coderId === null) return null
  return (
    <ModalOverlay className="scrim memo-scrim" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && closeMemo()}>
      <Modal className="memo-sheet">
        <Dialog className="dialog memo-dialog">
          <div className="dialog-header">
            <Heading slot="title" level={2}>
              {t('window')}
            </Heading>
            <IconButton label={common('actions.close')} icon={<X size={16} />} shortcut="Escape" onPress={closeMemo} />
          </div>
          <Content key={JSON.stringify(subject)} subject={subject} coderId={coderId} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ContentProps {
  readonly subject: MemoSubject
  readonly coderId: NonNullable<ReturnType<typeof useSession.getState>['coderId']>
}

function Content({ subject, coderId }: ContentProps) {
  const { t } = useTranslation('memos')
  const codes = useNamedCodes()
  const { value } = useRead('memos.about', { coderId, subject })
  const [edited, setEdited] = useState<ListedMemo | null>(null)
  if (value === null) return <div className="dialog-body" />
  const { about, memos } = value
  const earlier = memos.filter(({ id }) => id !== edited?.id)
  return (
    <div className="dialog-body memo-window-body">
      <AboutSubject subject={subject} about={about} />
      <MemoEditor
        key={edited?.id ?? 'new'}
        memo={edited}
        subject={subject}
        about={about}
        codes={codes}
        onDone={() => (edited === null ? closeMemo() : setEdited(null))}
      />
      {earlier.length > 0 && (
        <section className="memo-earlier" aria-labelledby="memo-earlier">
          <h3 id="memo-earlier">{t('earlier', { count: memos.length })}</h3>
          {earlier.map((memo) => (
            <article key={memo.id} className="memo-card">
              <header className="memo-card-head">
                <h4>{memoName(memo)}</h4>
                {memo.mayChange && (
                  <span className="row-actions">
                    <IconButton label={t('edit')} icon={<Pencil aria-hidden />} onPress={() => setEdited(memo)} />
                    <IconButton
                      label={t('remove')}
                      icon={<Trash2 aria-hidden />}
                      onPress={() => void removeMemo(t, memo)}
                    />
                  </span>
                )}
              </header>
              <MemoMeta memo={memo} />
              <MemoText body={memo.body} codes={memo.links.codes} passages={memo.links.passages} />
            </article>
          ))}
        </section>
      )}
    </div>
  )
}
