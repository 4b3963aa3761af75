const { createHash, timingSafeEqual } = require('node:crypto')

const digest = (text) => createHash('sha256').update(text).digest()

/** HTTP API authorizer: lets a request in only with the secret that the site's own CloudFront adds to it. */
exports.handler = async ({ identitySource }) => ({
  isAuthorized: timingSafeEqual(digest(identitySource?.[0] ?? ''), digest(process.env.EDGE_SECRET)),
})
