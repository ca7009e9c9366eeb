import { AxialError } from '../domain/errors.ts'
import { keep } from './kept.ts'
import { report } from './session.ts'

let wasTold = false

/** Keeps what is written and not saved; that it will not outlast the page is told once. */
export function keepUnsaved(key: string, text: string): void {
  if (keep(key, text) || wasTold) return
  wasTold = true
  report(new AxialError('draft-unkept'))
}
