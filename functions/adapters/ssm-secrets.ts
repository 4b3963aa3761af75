import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import type { Secrets } from '../ports/secrets'

/** Secrets as SecureString parameters of Systems Manager under `path`, each read once by a process. */
export function ssmSecrets(path: string, ssm = new SSMClient({ maxAttempts: 5 })): Secrets {
  const known = new Map<string, string>()
  return {
    async read(name) {
      const present = known.get(name)
      if (present !== undefined) return present
      const { Parameter } = await ssm.send(
        new GetParameterCommand({ Name: `${path}${name}`, WithDecryption: true }),
      )
      if (!Parameter?.Value) throw new Error(`the secret ${name} is empty`)
      known.set(name, Parameter.Value)
      return Parameter.Value
    },
  }
}
