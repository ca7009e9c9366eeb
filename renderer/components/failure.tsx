import type { AxialError } from '../../domain/errors.ts'
import { failureSentence } from '../i18n/failure-sentence.ts'
import { useLanguage } from '../i18n/i18n.ts'

/** A failure where what failed was asked for: what happened, what was kept, what to do. Nothing where there is none. */
export function Failure({ error }: { readonly error: AxialError | null }) {
  const language = useLanguage()
  if (error === null) return null
  return (
    <p className="callout callout-warning" role="alert">
      {failureSentence(error, language)}
    </p>
  )
}
