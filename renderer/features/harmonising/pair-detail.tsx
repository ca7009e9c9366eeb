import { ArrowLeftRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HarmonisedCode } from '../../../app/contract/harmonising.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'
import { EvidenceList } from './evidence-list.tsx'
import { PairPassages } from './pair-passages.tsx'
import { decidedNames, type Pair } from './pairs.ts'
import type { DecisionCommand } from './use-decisions.ts'

interface PairDetailProps {
  readonly roundId: RoundId
  readonly pair: Pair
  readonly mayDecide: boolean
  readonly onRun: (command: DecisionCommand) => void
}

/** Both codes with their definitions, what speaks for them being one, the decision, and their passages side by side. */
export function PairDetail({ roundId, pair, mayDecide, onRun }: PairDetailProps) {
  const { t } = useTranslation('harmonising')
  const { evidence } = pair
  return (
    <div className="harmonising-pair">
      <DecisionBar pair={pair} mayDecide={mayDecide} onRun={onRun} />
      <ScrollArea className="harmonising-detail" label={t('list.pair', { code: pair.name, other: pair.otherName })}>
        {pair.decision !== null && <Decided pair={pair} />}
        {evidence === null ? (
          <p className="muted">{t('detail.gone')}</p>
        ) : (
          <div className="harmonising-codes">
            <CodeCard code={evidence.code} role={t('detail.kept')} />
            <Button
              variant="quiet"
              icon={<ArrowLeftRight aria-hidden />}
              shortcut="S"
              label={t('detail.swap')}
              isDisabled={!mayDecide}
              onPress={() => onRun('swap')}
            >
              <span className="visually-hidden">{t('detail.swap')}</span>
            </Button>
            <CodeCard code={evidence.other} role={t('detail.counts')} />
          </div>
        )}
        {evidence !== null && <EvidenceList evidence={evidence} />}
        {evidence !== null && <PairPassages roundId={roundId} pair={pair} />}
      </ScrollArea>
    </div>
  )
}

function CodeCard({ code, role }: { readonly code: HarmonisedCode; readonly role: string }) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  const uses = format.list(code.uses.map(({ coder, codings }) => t('detail.use', { coder, n: codings })))
  return (
    <section className="harmonising-code" aria-label={`${role}: ${code.path}`}>
      <p className="small muted">{role}</p>
      <h2>
        <span className={`swatch code-colour-${String(code.colour)}`} aria-hidden />
        <span>{code.path}</span>
        {code.retired && <span className="tag">{t('detail.retired')}</span>}
      </h2>
      <p className={code.definition === '' ? 'small muted' : 'harmonising-definition'}>
        {code.definition === '' ? t('detail.noDefinition') : code.definition}
      </p>
      <p className="small muted">{t('detail.usedBy', { uses })}</p>
    </section>
  )
}

function Decided({ pair }: { readonly pair: Pair }) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  const { decision } = pair
  if (decision === null) return null
  const at = format.dateTime(decision.decidedAt)
  return (
    <div className="callout">
      <div>
        <p>{t(`list.${decision.kind}`, decidedNames(pair))}</p>
        <p className="small muted">
          {decision.decidedBy === null
            ? t('decide.decidedByNobody', { at })
            : t('decide.decidedBy', { coder: decision.decidedBy, at })}
          {decision.kind === 'merge' && ` ${t('decide.mergedAdvice')}`}
        </p>
      </div>
      {decision.kind === 'merge' && <Button onPress={() => navigate('history')}>{t('decide.toHistory')}</Button>}
    </div>
  )
}

interface DecisionBarProps {
  readonly pair: Pair
  readonly mayDecide: boolean
  readonly onRun: (command: DecisionCommand) => void
}

function DecisionBar({ pair, mayDecide, onRun }: DecisionBarProps) {
  const { t } = useTranslation('harmonising')
  const kind = pair.decision?.kind
  if (kind === 'merge') return null
  if (!mayDecide) return <p className="muted harmonising-decide">{t('decide.onlyModerator')}</p>
  return (
    <fieldset className="row harmonising-decide" aria-label={t('decide.label')}>
      {pair.evidence !== null && (
        <>
          {(kind !== 'map' || pair.decision?.codeId !== pair.code) && (
            <Button variant={kind === undefined ? 'primary' : 'default'} shortcut="M" onPress={() => onRun('map')}>
              {t('decide.map')}
            </Button>
          )}
          <Button shortcut="G" onPress={() => onRun('merge')}>
            {t('decide.merge')}
          </Button>
          {kind !== 'refuse' && (
            <Button shortcut="R" onPress={() => onRun('refuse')}>
              {t('decide.refuse')}
            </Button>
          )}
        </>
      )}
      {kind !== undefined && (
        <Button shortcut="W" onPress={() => onRun('withdraw')}>
          {t('decide.withdraw')}
        </Button>
      )}
    </fieldset>
  )
}
