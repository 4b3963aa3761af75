import type { feed as uk } from '../uk/feed'

export const feed: typeof uk = {
  petition: (title) => `News of the petition “${title}”`,
  community: (name) => `Petitions: ${name}`,
  news: {
    published: (title) => `Published: ${title}`,
    thresholdReached: (title) => `Enough signatures: ${title}`,
    considerationBegun: (title) => `Consideration begun: ${title}`,
    answered: (title) => `Answered: ${title}`,
    appeal: (title) => `Too few signatures, handled as an appeal: ${title}`,
    withdrawn: (title) => `Withdrawn by its author: ${title}`,
  },
}
