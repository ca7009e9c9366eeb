import { ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CorrectionAnswer, CorrectionPreview, TextChange } from '../../../../app/contract/corrections.ts'
import { failureSentence } from '../../../i18n/failure-sentence.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { WorkProgress } from '../../../components/work-progress.tsx'
import { AskedPassage } from './asked-passage.tsx'
import { keyOf, type Draft } from './draft.ts'
import type { Previewed } from './use-preview.ts'

interface PreviewPaneProps {
  readonly previewed: Previewed
  readonly answers: Draft['answers']
  readonly onAnswer: (answer: CorrectionAnswer) => void
}

/** What the correction would do: to the words, and to everything that rests on them. */
export function PreviewPane({ previewed, answers, onAnswer }: PreviewPaneProps) {
  const { t } = useTranslation('correction')
  const language = useLanguage()
  switch (previewed.state) {
    case 'none':
      return <p className="muted">{t('nothingYet')}</p>
    case 'waiting':
      return (
        <>
          <p className="muted">{t('working')}</p>
          <WorkProgress name="corrections.preview" />
        </>
      )
    case 'refused':
      return (
        <p className="callout callout-warning" role="alert">
          {failureSentence(previewed.error, language)}
        </p>
      )
    case 'known':
      return <KnownPreview preview={previewed.preview} answers={answers} onAnswer={onAnswer} />
  }
}

interface KnownPreviewProps extends Omit<PreviewPaneProps, 'previewed'> {
  readonly preview: CorrectionPreview
}

function KnownPreview({ preview, answers, onAnswer }: KnownPreviewProps) {
  const { t } = useTranslation('correction')
  const format = useFormat()
  const { changes, changedTurns, kept, changed, asked, isForModerator } = preview
  const open = asked.filter((one) => !answers.has(keyOf(one))).length
  return (
    <>
      {isForModerator && (
        <p className="callout callout-warning correction-moderator" role="alert">
          <ShieldAlert size={16} aria-hidden />
          <span className="grow">{t('forModerator')}</span>
        </p>
      )}
      {asked.length > 0 && (
        <section className="stack-tight" aria-labelledby="correction-asked">
          <h2 id="correction-asked">{t('asked', { count: asked.length })}</h2>
          <output className="small muted">{open === 0 ? t('allAnswered') : t('open', { count: open })}</output>
          <ul className="stack">
            {asked.map((one) => (
              <AskedPassage key={keyOf(one)} asked={one} answer={answers.get(keyOf(one)) ?? null} onAnswer={onAnswer} />
            ))}
          </ul>
        </section>
      )}
      <section className="stack-tight" aria-labelledby="correction-changes">
        <h2 id="correction-changes">{t('changes', { count: changedTurns })}</h2>
        <ul className="stack-tight">
          {changes.map((change) => (
            <Change key={change.turn} change={change} />
          ))}
        </ul>
        {changedTurns > changes.length && (
          <p className="small muted">{t('more', { count: changedTurns - changes.length })}</p>
        )}
      </section>
      <section className="stack-tight" aria-labelledby="correction-passages">
        <h2 id="correction-passages">{t('passages')}</h2>
        <p className="small">{t('kept', { count: kept, formatted: format.number(kept) })}</p>
        {changed.length > 0 && <p className="small">{t('follows', { count: changed.length })}</p>}
        <ul className="stack-tight">
          {changed.map(({ kind, id, code, pieces, turn }) => (
            <li key={`${kind} ${id}`} className="correction-passage small">
              <span className="muted">
                {code ?? t(`kinds.${kind}`)} · {t('turnNumber', { number: turn })}
              </span>
              <Pieces pieces={pieces} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Change({ change: { turn, speaker, pieces } }: { readonly change: TextChange }) {
  const { t } = useTranslation('correction')
  return (
    <li className="correction-change small">
      <span className="muted">
        {speaker ?? t('unknownSpeaker')} · {t('turnNumber', { number: turn })}
      </span>
      <Pieces pieces={pieces} />
    </li>
  )
}

/** Changes in their context: what went struck through, what came underlined. */
function Pieces({ pieces }: Pick<TextChange, 'pieces'>) {
  return (
    <p className="correction-pieces">
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'removed') return <del key={index}>{text}</del>
        if (kind === 'inserted') return <ins key={index}>{text}</ins>
        return (
          <span key={index} className={kind === 'left-out' ? 'muted' : undefined}>
            {text}
          </span>
        )
      })}
    </p>
  )
}
