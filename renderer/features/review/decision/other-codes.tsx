import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import { MAX_INSTANCES } from '../../../../domain/catalog.ts'
import type { Span } from '../../../../domain/span.ts'
import type { KnownCodes } from '../../../components/known-codes.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import { nearTranscript } from '../passage/context.ts'
import { openOver } from '../store.ts'
import { CodesEditor } from './codes-editor.tsx'
import { spansOf, withoutCode } from './draft.ts'
import type { Decision } from './use-decision.ts'

interface OtherCodesProps {
  readonly detail: ReviewItemDetail
  readonly codes: KnownCodes
  readonly decision: Decision
  readonly onMoveEdge: (move: BoundaryMove) => void
}

/** The codes, or pairs, that are put together in place of the readings, while they are. */
export function OtherCodes({ detail, codes, decision: { draft, change }, onMoveEdge }: OtherCodesProps) {
  if (draft?.kind !== 'codings' && draft?.kind !== 'instances') return null
  return (
    <CodesEditor
      codes={codes}
      chosen={draft.kind === 'codings' ? draft.placed.map(({ codeId }) => codeId) : draft.codes}
      most={draft.kind === 'codings' ? null : MAX_INSTANCES}
      words={
        draft.kind === 'codings'
          ? {
              text: spansOf(draft)
                .map((span) => wordsOf(detail, span))
                .join('; '),
              of: draft.of,
              onChoose: (of) => change({ ...draft, of: of === draft.of ? null : of }),
              onMove: onMoveEdge,
            }
          : null
      }
      onAdd={() => openOver('codes')}
      onRemove={(place) => change(withoutCode(draft, place))}
    />
  )
}

/** The words as they stand, the middle of long ones left out: it is their edges that are moved. */
function wordsOf({ turns }: ReviewItemDetail, { start, end }: Span): string {
  const { near, base } = nearTranscript(turns)
  const words = near.text.slice(start - base, end - base).replaceAll(/\s+/g, ' ')
  return words.length <= 2 * SHOWN ? words : `${words.slice(0, SHOWN)} … ${words.slice(-SHOWN)}`
}

const SHOWN = 60
