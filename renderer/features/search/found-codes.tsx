import { useTranslation } from 'react-i18next'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../domain/codebook/codebook.ts'
import { isFound, parseQuery } from '../../../domain/search-query.ts'
import { wordsIn } from '../../../domain/text/words.ts'
import { hashOf } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'

const MOST = 6

/** The codes whose name or definition has the words too. */
export function FoundCodes({ query }: { readonly query: string }) {
  const { t } = useTranslation('search')
  const coderId = useSession((session) => session.coderId)
  const { value: codes } = useRead('codes.list', coderId === null ? null : { coderId })
  const parsed = parseQuery(query)
  if (codes === null || parsed.kind === 'nothing') return null
  const codebook = codebookOf(codes)
  const found = codes
    .map((code) => ({ ...code, path: pathOf(codebook, code.id).join(PATH_SEPARATOR) }))
    .filter(({ name, definition }) => isFound(wordsIn(`${name}\n${definition}`), parsed.query))
  if (found.length === 0) return null
  return (
    <section aria-label={t('codes', { count: found.length })}>
      <h2 className="search-heading">{t('codes', { count: found.length })}</h2>
      <ul className="search-code-list">
        {found.slice(0, MOST).map(({ id, path, colour, definition }) => (
          <li key={id}>
            <a className="search-code" href={hashOf('codebook', 'codes', id)} title={definition}>
              <span className={`swatch code-colour-${colour}`} aria-hidden />
              {path}
            </a>
          </li>
        ))}
        {found.length > MOST && <li className="muted small">{t('moreCodes', { count: found.length - MOST })}</li>}
      </ul>
    </section>
  )
}
