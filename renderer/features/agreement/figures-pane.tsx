import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import type { MethodFigureName } from '../../../domain/agreement/method-sentence.ts'
import { useFormat } from '../../i18n/format.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { Answer, NothingCompared } from './answer.tsx'
import { ComparisonDetail } from './comparison-detail.tsx'
import { Comparisons } from './comparisons.tsx'
import { IntervalPlot } from './interval-plot.tsx'
import { LeftOut } from './left-out.tsx'
import { MethodText } from './method-text.tsx'
import { NamesChoice } from './names-choice.tsx'
import { EVERYTHING, inputOf, type Question } from './question.ts'
import { rowsOf, SHOWN_FIGURES, type FigureRow } from './rows.ts'

interface FiguresPaneProps {
  readonly question: Question
  readonly onQuestion: (question: Question) => void
  /** Names of all transcripts of the study. */
  readonly transcripts: readonly string[]
}

/** Every comparison with its figures; one of them in full, once it is opened: `#/agreement/figures/KEY`. */
export function FiguresPane({ question, onQuestion, transcripts }: FiguresPaneProps) {
  const coderId = useSession((session) => session.coderId)
  const everything = () => onQuestion({ ...question, transcripts: [], who: EVERYTHING.who, subject: 'codings' })
  return (
    <Answer input={inputOf(question, transcripts, coderId)}>
      {(agreement) => (
        <>
          <NamesChoice agreement={agreement} question={question} onChange={onQuestion} />
          <Figures agreement={agreement} question={question} transcripts={transcripts} onEverything={everything} />
        </>
      )}
    </Answer>
  )
}

interface FiguresProps {
  readonly agreement: Agreement
  readonly question: Question
  readonly transcripts: readonly string[]
  readonly onEverything: () => void
}

function Figures({ agreement, question, transcripts, onEverything }: FiguresProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const { args } = useRoute()
  const [chosen, setChosen] = useState<MethodFigureName>('kappaPooled')
  const list = useRef<HTMLDivElement>(null)
  const lastOpened = useRef<string | null>(null)
  const { unit, share, seed, scope, subject, resamples } = agreement
  const kind = question.who.kind === 'group' ? 'group' : 'pair'
  const rows = rowsOf(agreement, kind === 'group')
  const opened = rows.find(({ key }) => key === args[1])
  const open = (row: FigureRow) => navigate('agreement', 'figures', row.key)

  // Coming back from a comparison, the focus returns to the row it was opened from.
  useEffect(() => {
    if (opened) lastOpened.current = opened.key
    else if (lastOpened.current !== null) {
      const row = `tr[data-key="${CSS.escape(lastOpened.current)}"]`
      list.current?.querySelector<HTMLElement>(`${row} [data-row-action]`)?.focus()
      lastOpened.current = null
    }
  }, [opened])

  if (rows.length === 0) {
    return <NothingCompared narrowed={narrowedBy(question)} onEverything={onEverything} />
  }
  if (opened) {
    return (
      <ComparisonDetail
        key={opened.key}
        agreement={agreement}
        row={opened}
        onBack={() => navigate('agreement', 'figures')}
      />
    )
  }
  const figures: readonly MethodFigureName[] = SHOWN_FIGURES[kind]
  const figure = figures.includes(chosen) ? chosen : 'alphaJaccard'
  return (
    <div ref={list}>
      {args[1] !== undefined && <p className="callout">{t('detail.gone')}</p>}
      <section className="stack">
        <Comparisons rows={rows} kind={kind} scope={scope} onOpen={open} />
        <p className="muted small">
          {subject === 'codings'
            ? t(`basis.${unit}`, { share: share === null ? '' : format.share(share) })
            : t(`basisOf.${subject}`)}{' '}
          {t('seedNote', { seed, count: resamples })} {t('table.more')}
        </p>
      </section>
      <IntervalPlot
        rows={rows}
        kind={kind}
        scope={scope}
        harmonised={agreement.harmonised}
        figure={figure}
        onFigure={setChosen}
      />
      <MethodText agreement={agreement} rows={rows} level="h2" />
      <LeftOut question={question} agreement={agreement} rows={rows} transcripts={transcripts} />
    </div>
  )
}

function narrowedBy({ transcripts, who, subject }: Question) {
  if (subject !== 'codings') return 'noneScreened'
  if (who.kind === 'rounds') return 'noneTwice'
  return transcripts.length > 0 || who.kind !== 'pairs' ? 'noneChosen' : null
}
