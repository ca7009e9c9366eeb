import { X } from 'lucide-react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissFailuresSince, lastTold } from '../session.ts'
import { IconButton } from './button.tsx'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ReactNode
  readonly isWide?: boolean
  /** Given, the body and the actions are one form: Enter and a `type="submit"` button call it. */
  readonly onSubmit?: () => void
}

/**
 * A modal dialog. Escape, the cross and a press outside close it, and what failed in it is then no longer told; the focus
 * goes back to where it was.
 */
export function Dialog({ title, isOpen, onClose, children, actions, isWide = false, onSubmit }: DialogProps) {
  const { t } = useTranslation()
  const [told] = useState(lastTold)
  const giveUp = () => {
    onClose()
    dismissFailuresSince(told)
  }
  const body = (
    <>
      <div className="dialog-body">{children}</div>
      {actions !== undefined && <div className="dialog-actions">{actions}</div>}
    </>
  )
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} isDismissable onOpenChange={(open) => !open && giveUp()}>
      <Modal className={isWide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <div className="dialog-header">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t('actions.close')} icon={<X size={16} />} onPress={giveUp} />
          </div>
          {onSubmit === undefined ? (
            body
          ) : (
            <form
              className="dialog-form"
              onSubmit={(event) => {
                event.preventDefault()
                onSubmit()
              }}
            >
              {body}
            </form>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
