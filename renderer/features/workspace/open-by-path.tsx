import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'

/** In a browser, which cannot tell a page where a file is: the path is typed. */
export function OpenByPath({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const { t } = useTranslation('workspace')
  const [path, setPath] = useState('')
  return (
    <form
      className="stack"
      aria-labelledby="study-elsewhere"
      onSubmit={(event) => {
        event.preventDefault()
        if (path.trim() !== '') onOpen(path.trim())
      }}
    >
      <h2 id="study-elsewhere">{t('elsewhere')}</h2>
      <div className="workspace-path">
        <TextField label={t('path')} hint={t('pathHint')} value={path} onChange={setPath} className="grow" />
        <Button type="submit" isDisabled={path.trim() === ''}>
          {t('open')}
        </Button>
      </div>
    </form>
  )
}
