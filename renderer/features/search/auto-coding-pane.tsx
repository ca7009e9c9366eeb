import { Wand2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { GivenSource } from '../../../app/contract/search.ts'
import { mayCode } from '../../../domain/coding.ts'
import { parseQuery } from '../../../domain/search-query.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Select } from '../../components/select.tsx'
import { navigate } from '../../navigation.ts'
import { useRound, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { filtersOf, NO_CHOICES } from './choices.ts'
import { GuideFields } from './guide-fields.tsx'
import { Proposals } from './proposals.tsx'
import { changeSource, useSearchScreen, type SearchScreen, type SourceKind } from './screen.ts'
import { FoundFields, SpeakerFields } from './source-fields.tsx'
import { useLater } from './use-later.ts'

const PAUSE = 250

/** Passages to be coded by themselves: which, as what, looked through before anything is coded. */
export function AutoCodingPane() {
  const { t } = useTranslation('search')
  const transcripts = useSession((session) => session.info?.transcripts ?? 0)
  const coderId = useSession((session) => session.coderId)
  const round = useRound()
  const screen = useSearchScreen()
  const { value: questions } = useRead('autoCoding.questions', {})
  const query = useLater(screen.query, PAUSE)
  if (transcripts === 0) {
    return (
      <EmptyState
        icon={<Wand2 aria-hidden />}
        title={t('noTranscripts')}
        actions={<Button onPress={() => navigate('transcripts')}>{t('importTranscripts')}</Button>}
      >
        {t('auto.noTranscriptsAdvice')}
      </EmptyState>
    )
  }
  if (coderId === null || round === null) {
    return (
      <EmptyState
        icon={<Wand2 aria-hidden />}
        title={t('auto.noCoder')}
        actions={<Button onPress={() => navigate('coding')}>{t('auto.goToCoding')}</Button>}
      >
        {t('auto.noCoderAdvice')}
      </EmptyState>
    )
  }
  const asked = (questions ?? []).map(({ text }) => text)
  const source = sourceOf({ ...screen, query }, asked)
  return (
    <div className="search-pane">
      <p className="muted">{t('auto.about')}</p>
      {!mayCode(round) && <p className="callout callout-warning">{t('auto.roundFinished', { round: round.name })}</p>}
      <div className="search-source">
        <Select
          label={t('auto.source')}
          value={screen.source}
          options={(['speakers', 'search', 'guide'] as const).map((id) => ({ id, label: t(`auto.sources.${id}`) }))}
          onChange={(kind: SourceKind) => changeSource({ source: kind })}
        />
        {screen.source === 'speakers' && <SpeakerFields screen={screen} />}
        {screen.source === 'search' && <FoundFields screen={screen} />}
        {screen.source === 'guide' && <GuideFields key={asked.join('\n')} screen={screen} questions={asked} />}
      </div>
      {source === null ? (
        <p className="muted">{t(`auto.missing.${screen.source}`)}</p>
      ) : (
        <Proposals source={source} coderId={coderId} round={round} screen={screen} />
      )}
    </div>
  )
}

/** Which passages are meant; null while that is not said yet. */
function sourceOf(screen: SearchScreen, questions: readonly string[]): GivenSource | null {
  const { choices, query, scope, likeness } = screen
  switch (screen.source) {
    case 'speakers':
      return {
        kind: 'speakers',
        filters: filtersOf({ ...NO_CHOICES, speaker: screen.speaker, transcript: choices.transcript }),
      }
    case 'search':
      return parseQuery(query).kind === 'nothing' ? null : { kind: 'search', query, filters: filtersOf(choices), scope }
    case 'guide': {
      const wanted = questions.filter((text) => screen.question === null || screen.question === text)
      const askers = screen.asker === null ? [] : [screen.asker]
      return wanted.length === 0 ? null : { kind: 'guide', questions: wanted, likeness: Number(likeness), askers }
    }
  }
}
