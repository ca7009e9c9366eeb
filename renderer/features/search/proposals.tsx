import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../app/contract/codes.ts'
import type { GivenSource, Proposal } from '../../../app/contract/search.ts'
import { codebookOf, parsePath, PATH_SEPARATOR, pathOf, resolveLabel } from '../../../domain/codebook/codebook.ts'
import { mayCode, type Round } from '../../../domain/coding.ts'
import { asId, type CodeId, type CoderId } from '../../../domain/ids.ts'
import { asOffset } from '../../../domain/span.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { PassageQuote } from '../../components/passage-quote.tsx'
import { TextField } from '../../components/text-field.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { useFormat } from '../../i18n/format.ts'
import { announce, ask } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { changeScreen, PREVIEW_PAGE, type SearchScreen } from './screen.ts'

interface ProposalsProps {
  readonly source: GivenSource
  readonly coderId: CoderId
  readonly round: Round
  readonly screen: SearchScreen
}

/** The passages that would be coded, each to be left out, and the code that they would get. */
export function Proposals({ source, coderId, round, screen }: ProposalsProps) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const [isApplying, setApplying] = useState(false)
  const counts = useRef<HTMLOutputElement>(null)
  const { value: everyCode } = useRead('codes.list', { coderId })
  const codes = (everyCode ?? []).filter(({ retired }) => !retired)
  const code = codeMeant(codes, screen.code)
  const codeId = code.kind === 'known' ? code.id : null
  const { previewed, leftOut } = screen
  const input = { source, codeId, coderId, roundId: round.id, limit: previewed }
  const { value } = useRead('autoCoding.preview', input)
  // The field of the code stays while its name is typed, whatever code it means on the way.
  const preview = useLastOf(JSON.stringify([source, coderId, round.id]), value)
  if (preview === null) return <WorkProgress name="autoCoding.preview" />
  const { passages, coded, shown } = preview
  const out = shown.filter((one) => leftOut.has(keyOf(one)))
  const isOut = (one: Proposal) => leftOut.has(keyOf(one))
  // What is coded already is skipped whether it was left out or not.
  const remaining = passages - coded - out.filter(({ isCoded }) => !isCoded).length
  const change = (changed: Iterable<string>) => changeScreen({ leftOut: new Set(changed) })

  const apply = async () => {
    if (code.kind === 'none' || code.kind === 'ambiguous') return
    setApplying(true)
    const done = await ask('autoCoding.apply', {
      source,
      code: code.kind === 'known' ? { id: code.id } : { path: code.path },
      coderId,
      roundId: round.id,
      leftOut: [...leftOut].map(spanOfKey),
      passages,
    })
    setApplying(false)
    if (done === null) return
    change([])
    // Out of the field: there the keys of undo would take back what was typed, and not what was coded.
    counts.current?.focus()
    announce(
      done.skipped === 0
        ? t('auto.applied', { count: done.applied, formatted: format.number(done.applied), code: done.code })
        : t('auto.appliedSome', {
            count: done.applied,
            formatted: format.number(done.applied),
            skipped: format.number(done.skipped),
            code: done.code,
          }),
      { canUndo: true },
    )
  }
  const canApply = value !== null && mayCode(round) && remaining > 0 && (code.kind === 'known' || code.kind === 'new')
  return (
    <section className="stack" aria-label={t('auto.passages')}>
      <form
        className="search-apply"
        onSubmit={(event) => {
          event.preventDefault()
          if (canApply && !isApplying) void apply()
        }}
      >
        <TextField
          label={t('auto.code')}
          value={screen.code}
          onChange={(name) => changeScreen({ code: name })}
          suggestions={pathsOf(codes)}
          {...(code.kind === 'ambiguous' ? { error: t('auto.ambiguous') } : { hint: t(`auto.codeHint.${code.kind}`) })}
        />
        <Button type="submit" variant="primary" isDisabled={!canApply || isApplying}>
          {t('auto.apply', { count: remaining, formatted: format.number(remaining) })}
        </Button>
      </form>
      <WorkProgress name="autoCoding.apply" />
      <div className="row search-counts">
        <output ref={counts} tabIndex={-1} className="muted figures">
          {passages === 0
            ? t('auto.none')
            : t('auto.counts', {
                count: passages,
                formatted: format.number(passages),
                fresh: format.number(passages - coded),
                coded: format.number(coded),
                out: format.number(leftOut.size),
              })}
        </output>
        {passages > 0 && (
          <>
            <Button variant="quiet" isDisabled={leftOut.size === 0} onPress={() => change([])}>
              {t('auto.chooseAll')}
            </Button>
            <Button
              variant="quiet"
              isDisabled={shown.every(isOut)}
              onPress={() => change([...leftOut, ...shown.map(keyOf)])}
            >
              {t('auto.chooseNone', { count: shown.length })}
            </Button>
          </>
        )}
      </div>
      <ul className="search-list">
        {shown.map((one) => (
          <ProposedPassage
            key={keyOf(one)}
            proposal={one}
            isChosen={!isOut(one)}
            onChange={(isChosen) =>
              change(isChosen ? [...leftOut].filter((key) => key !== keyOf(one)) : [...leftOut, keyOf(one)])
            }
          />
        ))}
      </ul>
      {passages > previewed && (
        <div className="row">
          <Button
            isDisabled={previewed >= MOST}
            onPress={() => changeScreen({ previewed: Math.min(MOST, previewed + PREVIEW_PAGE) })}
          >
            {t('auto.more', { count: Math.min(PREVIEW_PAGE, passages - previewed) })}
          </Button>
          <span className="muted small figures">
            {t('auto.shown', { shown: format.number(shown.length), all: format.number(passages) })}
          </span>
        </div>
      )}
    </section>
  )
}

/** The value, or while it is read again what it was last about the same subject. */
function useLastOf<Value>(subject: string, value: Value | null): Value | null {
  const [last, setLast] = useState({ subject, value })
  if (value !== null && last.value !== value) setLast({ subject, value })
  return value ?? (last.subject === subject ? last.value : null)
}

const MOST = 1000

interface ProposedPassageProps {
  readonly proposal: Proposal
  readonly isChosen: boolean
  readonly onChange: (isChosen: boolean) => void
}

function ProposedPassage({ proposal, isChosen, onChange }: ProposedPassageProps) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const { transcript, turn, words, isCoded, question } = proposal
  return (
    <li className="search-proposal" {...(isChosen ? {} : { 'data-left-out': '' })}>
      <Checkbox
        isSelected={isChosen && !isCoded}
        isDisabled={isCoded}
        onChange={onChange}
        label={t('auto.chooseOne', { transcript, turn: format.number(turn), words: words.slice(0, 60) })}
      >
        {null}
      </Checkbox>
      <div>
        {question !== null && (
          <p className="search-question small muted">
            {question.text} <span className="figures">({format.share(question.likeness)})</span>
          </p>
        )}
        <PassageQuote passage={proposal} />
        {isCoded && <span className="tag">{t('auto.isCoded')}</span>}
      </div>
    </li>
  )
}

type CodeMeant =
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'known'; readonly id: CodeId }
  | { readonly kind: 'new'; readonly path: string }

/** The code that was typed: one that is there, or one that would be created. */
function codeMeant(codes: readonly CountedCode[], typed: string): CodeMeant {
  if (parsePath(typed).length === 0) return { kind: 'none' }
  const resolution = resolveLabel(codes, typed)
  switch (resolution.kind) {
    case 'found':
      return { kind: 'known', id: resolution.code.id }
    case 'ambiguous':
      return { kind: 'ambiguous' }
    case 'unknown':
      return { kind: 'new', path: typed }
  }
}

function pathsOf(codes: readonly CountedCode[]): readonly string[] {
  const codebook = codebookOf(codes)
  return codes.map(({ id }) => pathOf(codebook, id).join(PATH_SEPARATOR)).sort((a, b) => a.localeCompare(b))
}

function keyOf({ transcriptId, start, end }: Pick<Proposal, 'transcriptId' | 'start' | 'end'>): string {
  return `${transcriptId} ${String(start)} ${String(end)}`
}

function spanOfKey(key: string) {
  const [transcript = '', start = '', end = ''] = key.split(' ')
  return { transcriptId: asId<'transcript'>(transcript), start: asOffset(Number(start)), end: asOffset(Number(end)) }
}
