import type { Connection } from './connection.ts'
import { fillSearchIndex } from './search-index.ts'
import initial from './migrations/001-initial.sql?raw'
import journal from './migrations/002-journal.sql?raw'
import counting from './migrations/003-counting.sql?raw'
import participants from './migrations/004-participants.sql?raw'
import segments from './migrations/005-segments.sql?raw'
import codebook from './migrations/006-codebook.sql?raw'
import versions from './migrations/007-versions.sql?raw'
import search from './migrations/008-search.sql?raw'
import memos from './migrations/009-memos.sql?raw'
import revisions from './migrations/010-revisions.sql?raw'
import snapshots from './migrations/011-snapshots.sql?raw'
import harmonising from './migrations/012-harmonising.sql?raw'
import review from './migrations/013-review.sql?raw'
import packets from './migrations/014-packets.sql?raw'
import successors from './migrations/015-successors.sql?raw'
import packetTexts from './migrations/018-packet-texts.sql?raw'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  /** What SQL alone cannot do, such as reading the words of texts; after `sql`, in the same transaction. */
  readonly fill?: (connection: Connection) => void
}

/** Applied in order, each once, never edited after a release. A file's `user_version` is the number of the last one applied. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'initial', sql: initial },
  { version: 2, name: 'journal', sql: journal },
  { version: 3, name: 'counting', sql: counting },
  { version: 4, name: 'participants', sql: participants },
  { version: 5, name: 'segments', sql: segments },
  { version: 6, name: 'codebook', sql: codebook },
  { version: 7, name: 'versions', sql: versions },
  { version: 8, name: 'search', sql: search, fill: fillSearchIndex },
  { version: 9, name: 'memos', sql: memos },
  { version: 10, name: 'revisions', sql: revisions },
  { version: 11, name: 'snapshots', sql: snapshots },
  { version: 12, name: 'harmonising', sql: harmonising },
  { version: 13, name: 'review', sql: review },
  { version: 14, name: 'packets', sql: packets },
  { version: 15, name: 'successors', sql: successors },
  { version: 16, name: 'packet-texts', sql: packetTexts },
]

/** The newest version this program reads and writes. */
export const CURRENT_VERSION = migrations.length
