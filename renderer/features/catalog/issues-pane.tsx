import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { QualityIssues } from '../../../app/contract/catalog.ts'
import { FACETS, PHASES } from '../../../domain/catalog.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { writeMemo } from '../../memo-request.ts'
import { selectIssues, type QualityIssue } from './search.ts'
import { TranscriptLink } from './transcript-link.tsx'

/** The quality issues by phase, and the one that is read. */
export function IssuesPane({ issues, first }: { readonly issues: QualityIssues; readonly first: string | undefined }) {
  const { t } = useTranslation('catalog')
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(first ?? null)
  const found = selectIssues(issues, query)
  const byPhase = PHASES.map((phase) => ({ phase, issues: found.filter((issue) => issue.phase === phase) }))
  const inOrder = byPhase.flatMap((group) => group.issues)
  const shown = inOrder.find(({ id }) => id === chosen) ?? inOrder[0]
  return (
    <div className="catalog-panes catalog-two-panes">
      <section className="catalog-list" aria-label={t('issue.list')}>
        <div className="catalog-list-head">
          <TextField
            label={t('search')}
            hideLabel
            type="search"
            value={query}
            onChange={setQuery}
            placeholder={t('searchHint')}
            className="grow"
          />
          <output className="muted small figures">
            {t('list.shown', { shown: found.length, all: issues.length })}
          </output>
        </div>
        <ListBox
          className="catalog-listbox"
          aria-label={t('issue.list')}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={shown ? [shown.id] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys]
            if (key !== undefined) setChosen(String(key))
          }}
          renderEmptyState={() => <p className="muted catalog-none">{t('issue.none')}</p>}
        >
          {byPhase
            .filter((group) => group.issues.length > 0)
            .map((group) => (
              <ListBoxSection key={group.phase} id={group.phase}>
                <Header className="catalog-phase">{t(`phases.${group.phase}`)}</Header>
                {group.issues.map((issue) => (
                  <ListBoxItem key={issue.id} id={issue.id} textValue={issue.name} className="catalog-item">
                    <span className="catalog-item-head">
                      <span className="catalog-reference">{issue.id}</span>
                      <span className="muted">{t('issue.evidenceCount', { count: issue.evidence.length })}</span>
                    </span>
                    <span className="catalog-item-text">{issue.name}</span>
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ))}
        </ListBox>
      </section>
      <IssueDetail issue={shown} />
    </div>
  )
}

function IssueDetail({ issue }: { readonly issue: QualityIssue | undefined }) {
  const { t } = useTranslation('catalog')
  if (issue === undefined) {
    return (
      <section className="catalog-detail" aria-label={t('issue.label')}>
        <p className="muted">{t('issue.choose')}</p>
      </section>
    )
  }
  const facets = FACETS.flatMap((facet) => issue.facets.filter((one) => one.facet === facet))
  return (
    <article className="catalog-detail" aria-label={t('issue.label')}>
      <header className="stack-tight">
        <div className="row">
          <span className="catalog-reference">{issue.id}</span>
          <span className="tag">{t(`phases.${issue.phase}`)}</span>
          <span className="grow" />
          <Button
            icon={<NotebookPen aria-hidden />}
            onPress={() => writeMemo({ kind: 'quality_issue', id: issue.issueId })}
          >
            {t('detail.memo')}
          </Button>
        </div>
        <h2>{issue.name}</h2>
        <p>{issue.description}</p>
      </header>
      <dl className="catalog-fields">
        {facets.map(({ facet, text }) => (
          <div key={facet + text}>
            <dt>{t(`facets.${facet}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{t('issue.evidence')}</dt>
          {issue.evidence.length === 0 && <dd className="muted">{t('issue.noEvidence')}</dd>}
          {issue.evidence.map(({ interview, quote }) => (
            <dd key={interview + quote}>
              <blockquote dir="auto" className="reading">
                {quote}
              </blockquote>
              <p className="muted small">
                {t('detail.from', { interview })} <TranscriptLink interview={interview} />
              </p>
            </dd>
          ))}
        </div>
      </dl>
    </article>
  )
}
