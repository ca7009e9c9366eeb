import { ArchiveRestore, CornerDownRight, Merge, NotebookPen, Plus, Split, Archive, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import type { Input } from '../../../../app/contract.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../../domain/codebook/codebook.ts'
import type { AxialError } from '../../../../domain/errors.ts'
import { Button } from '../../../components/button.tsx'
import { hasMoreUnder } from '../../../components/code-count.ts'
import { failureSentence } from '../../../i18n/failure-sentence.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { writeMemo } from '../../../memo-request.ts'
import { announce, ask } from '../../../session.ts'
import { asCoder } from './code-actions.ts'
import { CodePassages } from './code-passages.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { DraftField } from './draft-field.tsx'
import { ImpactList } from '../../../components/impact-list.tsx'

/** What can be asked for a code, beyond changing what it says. */
export type CodeRequest = 'new' | 'move' | 'merge' | 'split' | 'retire' | 'remove'

interface CodeDetailProps {
  readonly code: CountedCode
  readonly codes: readonly CountedCode[]
  readonly onRequest: (request: CodeRequest) => void
}

export const NAME_FIELD = 'codes-name-field'

/** Everything about one code: what it says, where it was used, and what can be done with it. */
export function CodeDetail({ code, codes, onRequest }: CodeDetailProps) {
  const { t } = useTranslation('codebook')
  const path = pathOf(codebookOf(codes), code.id)
  return (
    <article className="codes-detail" aria-label={code.name}>
      <header className="codes-detail-head">
        <div className="row">
          <span className={`swatch codes-detail-swatch code-colour-${code.colour}`} aria-hidden />
          <h2>{code.name}</h2>
          {code.retired && <span className="tag">{t('codes.retired')}</span>}
        </div>
        <p className="small muted">
          {path.length > 1 && <span>{path.join(PATH_SEPARATOR)}</span>}
          <span className="figures">{t('codes.codingsCount', { count: code.codings })}</span>
          <span className="figures">{t('codes.transcriptsCount', { count: code.transcripts })}</span>
          <span className="figures">{t('codes.participantsCount', { count: code.participants })}</span>
          {hasMoreUnder(code) && (
            <span className="figures">
              {t('codes.withUnder', { counts: t('codes.codingsCount', { count: code.total.codings }) })}
            </span>
          )}
        </p>
        <Requests code={code} onRequest={onRequest} />
      </header>
      <Fields code={code} />
      <CodePassages code={code} />
    </article>
  )
}

function Requests({ code, onRequest }: Omit<CodeDetailProps, 'codes'>) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const action = (request: CodeRequest, text: string, icon: ReactNode) => (
    <Button icon={icon} onPress={() => onRequest(request)}>
      {text}
    </Button>
  )
  const restore = async () => {
    if ((await ask('codes.restore', { ids: [code.id], ...asCoder() })) === null) return
    announce(t('codes.wasRestored', { name: code.name }), { canUndo: true })
  }
  return (
    <div className="codes-requests">
      <Button icon={<NotebookPen aria-hidden />} onPress={() => writeMemo({ kind: 'code', id: code.id })}>
        {t('codes.memo')}
      </Button>
      {action('new', t('codes.newIn'), <Plus aria-hidden />)}
      {action('move', t('codes.moveAction'), <CornerDownRight aria-hidden />)}
      {action('merge', t('codes.mergeAction'), <Merge aria-hidden />)}
      {code.codings > 0 && action('split', t('codes.splitAction'), <Split aria-hidden />)}
      {code.retired ? (
        <Button icon={<ArchiveRestore aria-hidden />} onPress={() => void restore()}>
          {t('codes.restore')}
        </Button>
      ) : (
        action('retire', t('codes.retireAction'), <Archive aria-hidden />)
      )}
      {action('remove', tCommon('actions.remove'), <Trash2 aria-hidden />)}
    </div>
  )
}

type Change = Omit<Input<'codes.update'>, 'id' | 'coderId'>

function Fields({ code }: { readonly code: CountedCode }) {
  const { t } = useTranslation('codebook')
  const language = useLanguage()
  const [refusal, setRefusal] = useState<AxialError | null>(null)
  const save = async (change: Change) => {
    const onError = (failure: AxialError) => {
      if (change.name === undefined) return false
      setRefusal(failure)
      return true
    }
    return (await ask('codes.update', { id: code.id, ...change, ...asCoder() }, { onError })) !== null
  }
  return (
    <div className="codes-fields">
      <div className="codes-names">
        <div id={NAME_FIELD} className="grow">
          <DraftField
            label={t('codes.name')}
            value={code.name}
            onSave={(name) => save({ name })}
            onType={() => setRefusal(null)}
            error={refusal === null ? undefined : failureSentence(refusal, language)}
            preview={
              <ImpactList
                question={{ kind: 'rename', ids: [code.id], ...asCoder() }}
                hiddenNote={t('codes.impact.hiddenMoves')}
              />
            }
          />
        </div>
        <DraftField
          className="codes-abbreviation"
          label={t('codes.abbreviation')}
          value={code.abbreviation ?? ''}
          onSave={(abbreviation) => save({ abbreviation })}
        />
      </div>
      <DraftField
        label={t('codes.definition')}
        value={code.definition}
        rows={3}
        onSave={(definition) => save({ definition })}
      />
      <div className="codes-when">
        <DraftField
          label={t('codes.inclusion')}
          value={code.inclusion}
          rows={3}
          onSave={(inclusion) => save({ inclusion })}
        />
        <DraftField
          label={t('codes.exclusion')}
          value={code.exclusion}
          rows={3}
          onSave={(exclusion) => save({ exclusion })}
        />
      </div>
      <ColourChoice value={code.colour} onChange={(colour) => void save({ colour })} />
    </div>
  )
}
