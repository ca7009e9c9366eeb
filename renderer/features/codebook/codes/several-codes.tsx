import { Archive, ArchiveRestore, CornerDownRight, Merge, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../../domain/codebook/codebook.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { announce, ask } from '../../../session.ts'
import { asCoder, showCodes } from './code-actions.ts'
import type { CodeRequest } from './code-detail.tsx'
import { useNaming } from './naming.ts'

interface SeveralCodesProps {
  /** In the order of the tree. */
  readonly chosen: readonly CountedCode[]
  readonly codes: readonly CountedCode[]
  readonly onRequest: (request: CodeRequest) => void
}

/** Codes that were chosen together, one by one, and what can be done with all of them in one step. */
export function SeveralCodes({ chosen, codes, onRequest }: SeveralCodesProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const what = useNaming()(chosen)
  const codebook = codebookOf(codes)
  const retired = chosen.filter((code) => code.retired)
  const restore = async () => {
    const ids = retired.map(({ id }) => id)
    if ((await ask('codes.restore', { ids, ...asCoder() })) === null) return
    announce(t('codes.wereRestored', { count: ids.length }), { canUndo: true })
  }
  return (
    <article className="codes-detail" aria-label={what}>
      <header className="codes-detail-head">
        <h2 aria-live="polite">{t('codes.chosenCount', { count: chosen.length })}</h2>
        <p className="small muted">
          <span className="figures">
            {t('codes.codingsCount', { count: chosen.reduce((sum, { codings }) => sum + codings, 0) })}
          </span>
        </p>
        <div className="codes-requests">
          <Button icon={<CornerDownRight aria-hidden />} onPress={() => onRequest('move')}>
            {t('codes.moveAction')}
          </Button>
          <Button icon={<Merge aria-hidden />} onPress={() => onRequest('merge')}>
            {t('codes.mergeAction')}
          </Button>
          {retired.length < chosen.length && (
            <Button icon={<Archive aria-hidden />} onPress={() => onRequest('retire')}>
              {t('codes.retireAction')}
            </Button>
          )}
          {retired.length > 0 && (
            <Button icon={<ArchiveRestore aria-hidden />} onPress={() => void restore()}>
              {t('codes.restore')}
            </Button>
          )}
          <Button icon={<Trash2 aria-hidden />} onPress={() => onRequest('remove')}>
            {tCommon('actions.remove')}
          </Button>
        </div>
      </header>
      <ul className="codes-chosen">
        {chosen.map((code) => (
          <li key={code.id}>
            <span className={`swatch code-colour-${code.colour}`} aria-hidden />
            <span className="grow">
              {code.name}{' '}
              {code.parentId !== null && (
                <span className="small muted">
                  {t('codes.within', { path: pathOf(codebook, code.id).slice(0, -1).join(PATH_SEPARATOR) })}
                </span>
              )}
            </span>
            {code.retired && <span className="tag">{t('codes.retired')}</span>}
            <span className="small muted figures">{t('codes.codingsCount', { count: code.codings })}</span>
            <IconButton
              label={t('codes.leaveOut', { name: code.name })}
              icon={<X size={14} aria-hidden />}
              onPress={() => showCodes(chosen.flatMap(({ id }) => (id === code.id ? [] : [id])))}
            />
          </li>
        ))}
      </ul>
    </article>
  )
}
