import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface FormDialogProps {
  readonly title: string
  readonly children: ReactNode
  /** What the button says that sends the form; "Save" where nothing is said. */
  readonly submit?: string
  /** Whether the form can be sent as it stands. */
  readonly isReady: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  /** True where it is not said: most are there only while they are wanted. */
  readonly isOpen?: boolean
  readonly isWide?: boolean
}

/** A dialog that is one form: Enter sends it once it can be sent, Escape and Cancel leave everything as it was. */
export function FormDialog(props: FormDialogProps) {
  const { title, children, submit, isReady, onSubmit, onClose, isOpen = true, isWide = false } = props
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      isWide={isWide}
      onClose={onClose}
      onSubmit={() => isReady && onSubmit()}
      actions={
        <>
          <Button onPress={onClose}>{t('actions.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!isReady}>
            {submit ?? t('actions.save')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
