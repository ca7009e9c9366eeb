import { useTranslation } from 'react-i18next'
import type { FilePayload } from '../../../app/contract/values.ts'
import { useFormat } from '../../i18n/format.ts'

/** The files chosen for an import, with their sizes. */
export function ChosenFiles({ files }: { readonly files: readonly FilePayload[] }) {
  const { t } = useTranslation('transcripts')
  const format = useFormat()
  if (files.length === 0) return null
  return (
    <div className="stack-tight">
      <output className="field-label">{t('form.chosen', { count: files.length })}</output>
      <ul className="chosen-files">
        {files.map(({ name, bytes }) => (
          <li key={name}>
            <span className="grow truncate">{name}</span>
            <span className="muted figures">{format.bytes(bytes.length)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
