import type { signers as uk } from '../uk/signers'

export const signers: typeof uk = {
  pageTitle: (title, page) => `${title}, page ${page}`,
  first: 'First',
  last: 'Last',
  toPage: 'Page number',
  go: 'Go',
  position: (range) => `Entries ${range}`,
  positionOf: (range, total) => `Entries ${range} of ${total}`,
}
