import './coding.css'
import { AudioLines } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedTranscript } from '../../../app/contract/transcripts.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { ProgressBar } from '../../components/progress-bar.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { useCoder, useRound, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { CodebookContext } from './codebook.ts'
import { CodingWorkspace } from './coding-workspace.tsx'
import { FirstCoder, FirstRound } from './first-coder.tsx'
import { TO_TRANSCRIPTS } from './focus.ts'
import { labelsOf } from './words/marks.ts'
import { keyOf, NOWHERE, placeIn, type AskedPlace } from './asked-place.ts'
import { lastTranscript } from './places.ts'
import { SegmentationProvider } from './segments/segmentation-provider.tsx'
import { TranscriptChoice } from './transcript-choice.tsx'
import { useRememberedCodes } from './palette/use-recent-codes.ts'
import { useCodes, useCodings, useTranscript } from './use-transcript.ts'
import { WhoseChoice } from './whose-choice.tsx'

/** The Coding screen: `#/coding`, `#/coding/TRANSCRIPT`, `#/coding/TRANSCRIPT/TURN`, `#/coding/TRANSCRIPT/TURN/START-END`. */
export default function CodingView() {
  const { t } = useTranslation('coding')
  const coder = useCoder()
  const round = useRound()
  const study = useSession((session) => session.study?.path ?? '')
  const { args } = useRoute()
  const { value: transcripts } = useRead('transcripts.list', {}, { again: 'unknown' })
  useRememberedCodes()

  if (coder === null || round === null) {
    return <Page title={t('title')}>{coder === null ? <FirstCoder /> : <FirstRound />}</Page>
  }
  if (transcripts === null) return <Page title={t('title')}>{null}</Page>
  const wanted = args[0] ?? lastTranscript(study, coder.id)
  const listed = transcripts.find(({ id }) => id === wanted) ?? transcripts[0]
  if (listed === undefined) {
    const open = (
      <Button variant="primary" className={TO_TRANSCRIPTS} onPress={() => navigate('transcripts')}>
        {t('importTranscripts')}
      </Button>
    )
    return (
      <Page title={t('title')}>
        <EmptyState icon={<AudioLines aria-hidden />} title={t('noTranscripts')} actions={open}>
          {t('noTranscriptsAdvice')}
        </EmptyState>
      </Page>
    )
  }
  const place = args[0] === listed.id ? placeIn(args.slice(1)) : NOWHERE
  return (
    <Page
      title={t('title')}
      isFilled
      actions={
        <>
          <WhoseChoice round={round} />
          <TranscriptChoice transcripts={transcripts} chosen={listed} />
        </>
      }
    >
      <OpenedTranscript listed={listed} place={place} />
    </Page>
  )
}

interface OpenedTranscriptProps {
  readonly listed: ListedTranscript
  readonly place: AskedPlace
}

function OpenedTranscript({ listed, place }: OpenedTranscriptProps) {
  const { t } = useTranslation('coding')
  const opened = useTranscript(listed.id, listed.revisionId)
  const codes = useCodes()
  const codings = useCodings(listed.id)
  const codebook = useMemo(() => ({ codes: codes ?? [], labels: labelsOf(codes ?? []) }), [codes])
  if (opened === null || codes === null || codings === null) {
    return (
      <div className="coding-opening">
        <ProgressBar label={t('opening', { name: listed.name })} done={0} total={0} />
      </div>
    )
  }
  return (
    <CodebookContext value={codebook}>
      <SegmentationProvider opened={opened}>
        <CodingWorkspace
          key={`${listed.revisionId} ${keyOf(place)}`}
          opened={opened}
          codings={codings}
          listed={listed}
          place={place}
        />
      </SegmentationProvider>
    </CodebookContext>
  )
}
