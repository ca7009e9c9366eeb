import { beforeEach, expect, it } from 'vitest'
import { asId, type CoderId } from '../../../domain/ids.ts'
import { NO_CHOICES } from '../../../renderer/features/search/choices.ts'
import { searchFor, searchScreen } from '../../../renderer/features/search/screen.ts'
import { useSession } from '../../../renderer/session.ts'

const ada: CoderId = asId('00000000-0000-7000-8000-00000000000a')
const ben: CoderId = asId('00000000-0000-7000-8000-00000000000b')
const work = (coderId: CoderId, path = '/s.axial') =>
  useSession.setState({ coderId, study: { path, title: 'S', encrypted: false } })

beforeEach(() => work(ada))

it('keeps what a coder looks for, with the filters, while they are elsewhere', () => {
  searchFor({ query: 'label', choices: { ...NO_CHOICES, coded: 'coded' } })
  work(ben)
  work(ada)
  expect(searchScreen()).toMatchObject({ query: 'label', choices: { coded: 'coded' } })
})

it('begins anew for another coder, and in another study', () => {
  searchFor({ query: 'label', choices: { ...NO_CHOICES, coded: 'coded' } })
  work(ben)
  expect(searchScreen()).toMatchObject({ query: '', choices: NO_CHOICES })
  work(ada, '/t.axial')
  expect(searchScreen()).toMatchObject({ query: '', choices: NO_CHOICES })
})
