import { expect, it, vi } from 'vitest'
import { asId, type CoderId, type SegmentId } from '../../../domain/ids.ts'
import { useSession } from '../../../renderer/session.ts'

vi.stubGlobal('window', { innerWidth: 1200, location: { hash: '' }, addEventListener: () => undefined })
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
const { followStudy, say, useCodingScreen } = await import('../../../renderer/features/coding/store.ts')
const { chooseSegment, segmentChosenBy, useSideChoice } =
  await import('../../../renderer/features/coding/segments/side-choice.ts')

const ada: CoderId = asId('00000000-0000-7000-8000-00000000000a')
const ben: CoderId = asId('00000000-0000-7000-8000-00000000000b')
const segment: SegmentId = asId('00000000-0000-7000-8000-000000000001')

it('no longer says what was done once the study has changed otherwise, as by an undo', () => {
  const stop = followStudy()
  say('Applied')
  useSession.setState(({ revision }) => ({ revision: revision + 1 }))
  expect(useCodingScreen.getState().status).toBe('Applied')
  useSession.setState(({ unknownRevision }) => ({ unknownRevision: unknownRevision + 1 }))
  expect(useCodingScreen.getState().status).toBe('')
  stop()
})

it('keeps a segment chosen for the coder who chose it', () => {
  useSession.setState({ coderId: ada })
  chooseSegment(segment)
  expect(segmentChosenBy(useSideChoice.getState(), ada)).toBe(segment)
  expect(segmentChosenBy(useSideChoice.getState(), ben)).toBeNull()
})
