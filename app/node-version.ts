import { writeSync } from 'node:fs'
import { sentenceFor } from '../domain/errors.ts'

/*
 * Imported by each Node program before anything else, so that it ends here rather than in what an older Node lacks: the
 * database's addon asks for Node-API 10, and a Node that has only 9 (20.x) dies of a segmentation fault as it loads it.
 * The scripts in `scripts/`, to which `engines` in package.json speaks, start with an older one and run all else on their own.
 */

/** The major version of Node that the programs are built for and tested on (docs/decisions/0009). */
export const NODE_MAJOR = 24

/** Exit status of misuse, as everywhere on the command line. */
const MISUSE = 2

const version = process.versions.node
if (Number.parseInt(version, 10) < NODE_MAJOR) {
  const needed = String(NODE_MAJOR)
  // Written at once: what is handed to a stream may be lost as the program ends.
  writeSync(2, `axial: ${sentenceFor('node-too-old', { version, needed }, 'en')}\n`)
  process.exit(MISUSE)
}
