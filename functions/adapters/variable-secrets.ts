import type { Secrets } from '../ports/secrets'

/** Secrets from environment variables: `openid-client-secret` is `OPENID_CLIENT_SECRET`. */
export function variableSecrets(variables: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    async read(name) {
      const variable = name.toUpperCase().replaceAll('-', '_')
      const value = variables[variable]
      if (!value) throw new Error(`${variable} is not set`)
      return value
    },
  }
}
