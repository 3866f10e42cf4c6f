const Sequencer = require('@jest/test-sequencer').default

/**
 * Test files run in the order of their names. The journeys share one product and find it as the file before left it,
 * so the order may not depend on what a machine remembers of earlier runs.
 */
module.exports = class InOrder extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => one.path.localeCompare(other.path))
  }
}
