// What plays whole stories goes first: a long file that begins last leaves one worker with nothing to do. Within a kind it is
// jest's own order: what failed, what took long before, what is large.
const { default: Sequencer } = require('@jest/test-sequencer');

const KINDS = ['e2e', 'int', 'contract', 'unit'];
const kindOf = ({ context }) => KINDS.indexOf(context.config.displayName?.name ?? '');

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => kindOf(one) - kindOf(other));
  }
};
