import * as z from 'zod'
import { lineSchema } from './plain-text'

/** base64url without padding (RFC 4648). */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/)

/** What stands for one ceremony between its two requests; sealed, so that it says nothing to anybody. */
const ceremony = z
  .string()
  .max(2048)
  .regex(/^[\w.-]+$/)

const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string().max(64), z.unknown()).meta({ type: 'object' }),
}

/** What the browser answers to creation options (RegistrationResponseJSON of WebAuthn level 3). */
const registrationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8192),
    attestationObject: bytes(16_384),
    transports: z.array(z.string().max(32)).max(8).optional(),
  }),
})

/** What the browser answers to request options (AuthenticationResponseJSON of WebAuthn level 3). */
const authenticationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8192),
    authenticatorData: bytes(2048),
    signature: bytes(2048),
    userHandle: bytes(128).optional(),
  }),
})

/** `POST /api/v1/staff/passkeys/options`: the token of the mailed link, or none within a session. */
export const enrolBody = z.strictObject({ token: z.string().min(1).max(4096).optional() })

export const passkeyName = lineSchema({ min: 1, max: 60 })

/** `POST /api/v1/staff/passkeys` */
export const registrationBody = z.strictObject({ ceremony, response: registrationResponse })

/** `POST /api/v1/staff/session` */
export const assertionBody = z.strictObject({ ceremony, response: authenticationResponse })

/** Options for `navigator.credentials`, and what has to be sent back with its answer. */
export const ceremonyView = z
  .object({
    ceremony: z.string(),
    options: z.record(z.string(), z.unknown()).meta({
      description: 'PublicKeyCredentialCreationOptionsJSON or …RequestOptionsJSON of WebAuthn level 3',
    }),
  })
  .meta({ id: 'PasskeyCeremony' })
