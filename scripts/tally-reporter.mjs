// A Vitest reporter that writes down what was counted, for the closing line of `npm test`.
import { writeFileSync } from 'node:fs'

export default class TallyReporter {
  onTestRunEnd(modules, unhandled) {
    const file = process.env.AXIAL_TALLY
    if (file === undefined) return
    const tally = { passed: 0, failed: unhandled.length, skipped: [] }
    for (const module of modules) {
      // A file that could not be loaded, or whose set-up failed, holds tests nobody can count.
      tally.failed += module.errors().length
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') tally.passed += 1
        else if (result.state === 'skipped') tally.skipped.push({ name: test.fullName, reason: result.note ?? '' })
        else tally.failed += 1
      }
    }
    writeFileSync(file, JSON.stringify(tally))
  }
}
